#include "landbridge/paths/cost.hpp"

#include "landbridge/base/error.hpp"
#include "support/graphs.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

constexpr std::int64_t widest = std::numeric_limits<std::int64_t>::max() - 1;

TEST(Cost, ClosedIsAboveEverythingAndSwallowsSums) {
  EXPECT_GT(Cost::closed(), Cost(widest));
  EXPECT_TRUE((Cost::closed() + Cost(1)).is_closed());
  EXPECT_TRUE((Cost(1) + Cost::closed()).is_closed());
  EXPECT_EQ(Cost(2) + Cost(3), Cost(5));
  EXPECT_EQ(Cost(widest) + Cost(0), Cost(widest));
}

TEST(Cost, ASumThatWouldReadAsClosedIsRefused) {
  EXPECT_THROW(Cost(widest) + Cost(1), LimitError);
  EXPECT_THROW(Cost(widest) + Cost(widest), LimitError);
}

TEST(Quantise, RoundsOnceReportsTheErrorAndNeverMakesAFigureFree) {
  const IdMap<ArcId, double> figures{0, 0.001, 0.014, 0.015, 2.5, std::numeric_limits<double>::infinity()};
  const QuantisedCosts result = quantise(figures, {0.01, "USD"});
  EXPECT_EQ(result.costs, (Costs{Cost(0), Cost(1), Cost(1), Cost(2), Cost(250), Cost::closed()}));
  EXPECT_EQ(result.free_arcs, 1u);
  EXPECT_EQ(result.raised_arcs, 1u);
  EXPECT_EQ(result.closed_arcs, 1u);
  EXPECT_NEAR(result.largest_error, 0.009, 1e-12);
  EXPECT_EQ(result.quantum.unit, "USD");
}

TEST(Quantise, RefusesWhatIsNoCost) {
  const auto one = [](double figure, double size = 1) {
    return quantise(IdMap<ArcId, double>{figure}, {size, ""});
  };
  EXPECT_THROW(one(-1), ContractError);
  EXPECT_THROW(one(std::numeric_limits<double>::quiet_NaN()), ContractError);
  EXPECT_THROW(one(1, 0), ContractError);
  EXPECT_THROW(one(1, -1), ContractError);
  EXPECT_THROW(one(0x1p63), LimitError);
  EXPECT_NO_THROW(one(0x1.fffffffffffffp62));
  try {
    one(1e12, 1e-9);
    FAIL();
  } catch (const LimitError& error) {
    EXPECT_STREQ(error.what(), "a figure of 1e+12 exceeds 2^63 - 2 quanta of 1e-09");
  }
}

TEST(WholeCosts, KeepsNumbersThatDoublesCannotHold) {
  const IdMap<ArcId, std::int64_t> quanta{9007199254740993, 0};
  EXPECT_EQ(whole_costs(quanta), (Costs{Cost(9007199254740993), Cost(0)}));
  EXPECT_THROW(whole_costs(IdMap<ArcId, std::int64_t>{-1}), ContractError);
}

TEST(CostOf, AddsTheArcsOfAPath) {
  const auto [topology, costs] = test::graph(3, {{0, 1, 4}, {1, 2, 5}, {1, 2, -1}});
  EXPECT_EQ(cost_of({NodeId(0), {ArcId(0), ArcId(1)}}, costs), Cost(9));
  EXPECT_TRUE(cost_of({NodeId(0), {ArcId(0), ArcId(2)}}, costs).is_closed());
  EXPECT_EQ(cost_of({NodeId(2), {}}, costs), Cost(0));
}

}  // namespace
}  // namespace landbridge
