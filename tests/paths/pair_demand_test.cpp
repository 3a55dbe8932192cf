#include "landbridge/paths/pair_demand.hpp"

#include "landbridge/base/error.hpp"

#include <limits>
#include <map>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

std::map<std::uint32_t, double> targets(const PairDemand& demand, std::uint32_t source, std::size_t nodes) {
  std::map<std::uint32_t, double> found;
  demand.for_each_target(NodeId(source), nodes,
                         [&](NodeId target, double amount) { found[target.value()] = amount; });
  return found;
}
using Found = std::map<std::uint32_t, double>;

TEST(PairDemand, SaysWhetherEachSourceWantsAllTargets) {
  EXPECT_TRUE(PairDemand::uniform().wants_all_targets());
  EXPECT_TRUE(PairDemand::subset(std::vector{NodeId(1)}, std::nullopt).wants_all_targets());
  EXPECT_FALSE(PairDemand::subset(std::nullopt, std::vector{NodeId(1)}).wants_all_targets());
  EXPECT_FALSE(PairDemand::from_entries({}).wants_all_targets());
  EXPECT_TRUE(PairDemand::uniform().wants_all_sources());
  EXPECT_TRUE(PairDemand::subset(std::nullopt, std::vector{NodeId(1)}).wants_all_sources());
  EXPECT_FALSE(PairDemand::subset(std::vector{NodeId(1)}, std::nullopt).wants_all_sources());
  EXPECT_FALSE(PairDemand::from_entries({}).wants_all_sources());
}

TEST(PairDemand, NamesItsTargets) {
  const std::vector<NodeId> all{NodeId(0), NodeId(1), NodeId(2)};
  EXPECT_EQ(PairDemand::uniform().targets(3), all);
  EXPECT_EQ(PairDemand::subset(std::vector{NodeId(1)}, std::nullopt).targets(3), all);
  EXPECT_EQ(PairDemand::subset(std::nullopt, std::vector{NodeId(2), NodeId(0)}).targets(3),
            (std::vector{NodeId(0), NodeId(2)}));
  EXPECT_TRUE(PairDemand::subset(std::vector<NodeId>{}, std::nullopt).targets(3).empty());
  EXPECT_EQ(PairDemand::from_entries({{NodeId(0), NodeId(2), 1},
                                      {NodeId(1), NodeId(1), 1},
                                      {NodeId(2), NodeId(0), 1},
                                      {NodeId(1), NodeId(2), 4}})
                .targets(3),
            (std::vector{NodeId(0), NodeId(2)}));
  EXPECT_THROW(PairDemand::subset(std::nullopt, std::vector{NodeId(3)}).targets(3), ContractError);
}

TEST(PairDemand, UniformIsEveryOrderedPair) {
  EXPECT_EQ(PairDemand::uniform().sources(3).size(), 3u);
  EXPECT_EQ(targets(PairDemand::uniform(), 1, 3), (Found{{0, 1}, {2, 1}}));
}

TEST(PairDemand, ASubsetCountsNodesNamedTwiceOnce) {
  const auto demand =
      PairDemand::subset(std::vector{NodeId(2), NodeId(0), NodeId(2)}, std::vector{NodeId(1), NodeId(2)});
  EXPECT_EQ(demand.sources(3), (std::vector{NodeId(0), NodeId(2)}));
  EXPECT_EQ(targets(demand, 2, 3), (Found{{1, 1}}));
  EXPECT_EQ(targets(demand, 0, 3), (Found{{1, 1}, {2, 1}}));
  EXPECT_TRUE(PairDemand::subset(std::nullopt, std::vector<NodeId>{}).sources(3).empty());
}

TEST(PairDemand, EntriesAddUpAndLeaveOutZerosAndSelves) {
  const auto demand = PairDemand::from_entries({{NodeId(1), NodeId(0), 2.5},
                                                {NodeId(0), NodeId(1), 1},
                                                {NodeId(1), NodeId(0), 1},
                                                {NodeId(2), NodeId(2), 50},
                                                {NodeId(1), NodeId(2), 0}});
  EXPECT_EQ(demand.sources(3), (std::vector{NodeId(0), NodeId(1)}));
  EXPECT_EQ(targets(demand, 1, 3), (Found{{0, 3.5}}));
  EXPECT_EQ(demand.largest(), 3.5);
  EXPECT_EQ(PairDemand::from_entries({}).largest(), 0);
}

TEST(PairDemand, RefusesWhatIsNoAmountOrNoNode) {
  const auto one = [](double amount) { return PairDemand::from_entries({{NodeId(0), NodeId(1), amount}}); };
  EXPECT_THROW(one(-1), ContractError);
  EXPECT_THROW(one(std::numeric_limits<double>::quiet_NaN()), ContractError);
  EXPECT_THROW(one(std::numeric_limits<double>::infinity()), ContractError);
  EXPECT_THROW(PairDemand::from_entries({{NodeId::none(), NodeId(1), 1}}), ContractError);
  EXPECT_THROW(PairDemand::subset(std::vector{NodeId::none()}, std::nullopt), ContractError);
  EXPECT_THROW(one(1).sources(1), ContractError);
  EXPECT_THROW(PairDemand::subset(std::vector{NodeId(3)}, std::nullopt).sources(3), ContractError);
  // Also where the pair would not count.
  EXPECT_THROW(one(0).sources(1), ContractError);
  EXPECT_THROW(PairDemand::subset(std::vector{NodeId(3)}, std::vector<NodeId>{}).sources(3), ContractError);
}

}  // namespace
}  // namespace landbridge
