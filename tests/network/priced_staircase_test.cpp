#include "landbridge/network/priced_staircase.hpp"

#include "landbridge/io/dataset.hpp"
#include "network/small_network.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

void expect_lawful(const Network& network) {
  const Staircase staircase(network);
  for (const MoveId id : staircase.moves().ids()) {
    const Move& move = staircase.moves()[id];
    const State& from = staircase.tail(id);
    const State& to = staircase.head(id);
    switch (move.kind) {
      case MoveKind::passing:
        EXPECT_EQ(from.kind, StateKind::departing);
        EXPECT_EQ(to.kind, StateKind::departing);
        EXPECT_FALSE(network.is_border(move.link));
        break;
      case MoveKind::stopping:
        EXPECT_EQ(from.kind, StateKind::departing);
        EXPECT_EQ(to.kind, StateKind::arriving);
        EXPECT_EQ(to.border, network.is_border(move.link) ? move.link : LinkId::none());
        EXPECT_NE(network[to.place].kind, PlaceKind::waypoint);
        break;
      case MoveKind::loading:
        EXPECT_EQ(from.kind, StateKind::gate);
        EXPECT_EQ(to.kind, StateKind::departing);
        break;
      case MoveKind::unloading:
        EXPECT_EQ(from.kind, StateKind::arriving);
        EXPECT_EQ(to.kind, StateKind::gate);
        break;
      case MoveKind::handling:
        // From arriving to departing: handling can never be chained.
        EXPECT_EQ(from.kind, StateKind::arriving);
        EXPECT_EQ(to.kind, StateKind::departing);
        EXPECT_EQ(from.place, to.place);
        EXPECT_TRUE(!from.border.is_none() || from.mode != to.mode || from.gauge != to.gauge);
        break;
    }
    if (move.is_haul()) {
      // Gauge never changes along a link.
      EXPECT_EQ(from.gauge, to.gauge);
      EXPECT_EQ(from.mode, to.mode);
      EXPECT_EQ(from.place, network[move.link].tail(move.direction));
      EXPECT_EQ(to.place, network[move.link].head(move.direction));
    }
  }
  for (const PlaceId place : network.places().ids())
    EXPECT_EQ(staircase.gate(place).is_none(), network[place].kind == PlaceKind::waypoint);
  for (const StateId state : staircase.states().ids())
    EXPECT_EQ(staircase.terminals()[state], staircase.states()[state].kind == StateKind::gate);
}

TEST(Staircase, KeepsItsLawsOnASmallNetwork) {
  expect_lawful(testing::small_network());
}
TEST(Staircase, KeepsItsLawsOnTheDefaultNetwork) {
  expect_lawful(load_default_network());
}

TEST(Staircase, AHubOfTwoPlacesHasAGateOfItsOwn) {
  const Network network = testing::small_network();
  const Staircase staircase(network);
  const StateId hub = staircase.gate(network.find_hub("west"));
  EXPECT_NE(hub, staircase.gate(network.find_place("rail:west")));
  EXPECT_NE(hub, staircase.gate(network.find_place("port:west")));
  EXPECT_EQ(staircase.gate(network.find_hub("gate")), staircase.gate(network.find_place("border:gate")));
  // It loads what its places load: rail and road at the station, sea and road at the port.
  EXPECT_EQ(staircase.topology().outgoing(hub).size(), 4u);
}

TEST(Staircase, AcrossABorderATrainKeepsTheGaugeOfTheCountryItLeaves) {
  const Network network = testing::small_network();
  const Staircase staircase(network);
  const LinkId border = network.find_link("rail:gate~post");
  for (const MoveId id : staircase.moves().ids()) {
    const Move& move = staircase.moves()[id];
    if (!move.is_haul() || move.link != border) continue;
    EXPECT_EQ(staircase.tail(id).gauge,
              move.direction == Direction::forward ? testing::standard : testing::broad);
  }
}

TEST(Staircase, TwoGaugesSideBySideAreLaidOutForEach) {
  NetworkBuilder builder;
  builder.add_place(testing::place(PlaceKind::rail, "a", "AAA", {0, 0}, {testing::standard, testing::broad}));
  builder.add_place(testing::place(PlaceKind::rail, "b", "AAA", {0, 1}, {testing::standard, testing::broad}));
  builder.add_link(testing::link(Mode::rail, "rail:a", "rail:b", 120, {testing::standard, testing::broad}));
  const Network network = std::move(builder).build();
  const Staircase staircase(network);
  std::size_t passing = 0;
  for (const Move& move : staircase.moves()) passing += move.kind == MoveKind::passing;
  EXPECT_EQ(passing, 4u);  // two gauges, two directions
}

}  // namespace
}  // namespace landbridge
