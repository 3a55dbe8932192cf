#include "landbridge/analysis/classes.hpp"

#include "landbridge/analysis/hubs.hpp"
#include "landbridge/base/error.hpp"
#include "network/small_network.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

CostModel two_classes() {
  CostModel model;
  model.classes = {{"slow", 0.75, TimeValue(0.01), {}}, {"urgent", 0.25, TimeValue(100), {}}};
  return model;
}

TEST(Classes, EachSeesItsOwnValueOfTime) {
  const Network network = testing::small_network();
  const auto staircase = std::make_shared<const Staircase>(network);
  const auto classes = price_classes(staircase, two_classes());
  ASSERT_EQ(classes.size(), 2u);
  EXPECT_EQ(classes[0].name, "slow");
  EXPECT_EQ(classes[0].share, 0.75);
  EXPECT_EQ(classes[1].priced.model.value_of_time, TimeValue(100));
  EXPECT_EQ(classes[0].priced.staircase, classes[1].priced.staircase);
}

TEST(Classes, OneByNameAndNoneUnderOtherObjectives) {
  const Network network = testing::small_network();
  const auto staircase = std::make_shared<const Staircase>(network);
  const auto urgent = price_classes(staircase, two_classes(), {}, "urgent");
  ASSERT_EQ(urgent.size(), 1u);
  EXPECT_EQ(urgent[0].share, 1);
  EXPECT_EQ(urgent[0].priced.model.value_of_time, TimeValue(100));
  EXPECT_EQ(price_classes(staircase, two_classes(), {.by = Objective::time}).size(), 1u);
  EXPECT_THROW(price_classes(staircase, two_classes(), {}, "express"), OptionError);
}

TEST(Classes, EachIsRoutedForItselfAndFlowsAdd) {
  // The urgent go overland and change gauge at the border; the others take the ship.
  const Network network = testing::small_network();
  const auto staircase = std::make_shared<const Staircase>(network);
  const CostModel model = two_classes();
  const HubDemand demand =
      uniform_demand(network, resolve_endpoints(network, "west"), resolve_endpoints(network, "east"));
  const auto exchanged = [&](std::string_view which) {
    for (const HubShare& row : rank_hubs(price_classes(staircase, model, {}, which), demand).rows)
      if (network[row.hub].slug == "post") return row.exchanged;
    return -1.0;
  };
  EXPECT_EQ(exchanged("slow"), 0);
  EXPECT_EQ(exchanged("urgent"), 0.5);
  EXPECT_DOUBLE_EQ(exchanged("all"), 0.75 * 0 + 0.25 * 0.5);
}

}  // namespace
}  // namespace landbridge
