// Both engines of betweenness on the default data: under all named conditions, and with each passage and each
// border closed in turn. One hierarchy serves them all.
#include "landbridge/analysis/conditions.hpp"
#include "landbridge/analysis/routes.hpp"
#include "landbridge/centrality/betweenness.hpp"
#include "landbridge/io/dataset.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

// Each how-many-th closure is tried: all where searches are fast.
#ifdef NDEBUG
constexpr std::size_t step = 1;
#else
constexpr std::size_t step = 15;
#endif

class EnginesOnDefaultData : public testing::Test {
 protected:
  void compare(const PriceOptions& options, const CostModel& model, const std::string& name) {
    const Priced priced = price(staircase_, model, options);
    const CostGraph graph = searchable(priced);
    if (!hierarchy_) {
      hierarchy_.emplace(staircase_->topology(),
                         nested_dissection(staircase_->topology(), {.terminals = graph.terminals()}));
      metric_.emplace(*hierarchy_, graph);
    }
    metric_->recustomise(graph);
    std::vector<NodeId> gates;
    for (const NodeId node : graph.topology().nodes())
      if (graph.is_terminal(node)) gates.push_back(node);
    const PairDemand demand = PairDemand::subset(gates, gates);
    const Betweenness searched = betweenness(graph, {.demand = demand, .engine = Engine::search});
    const Betweenness swept = betweenness(graph, *metric_, {.demand = demand});
    ASSERT_EQ(swept.engine.engine, Engine::hierarchy);
    ASSERT_EQ(swept.served, searched.served) << name;
    ASSERT_EQ(swept.unserved, searched.unserved) << name;
    const auto near = [](double found, double expected) {
      return std::abs(found - expected) <= 1e-12 * expected;  // so zero is zero
    };
    for (const NodeId node : searched.nodes.ids())
      ASSERT_TRUE(near(swept.nodes[node], searched.nodes[node])) << name << ", node " << node.value();
    for (const ArcId arc : searched.arcs.ids())
      ASSERT_TRUE(near(swept.arcs[arc], searched.arcs[arc])) << name << ", arc " << arc.value();
    ++compared_;
  }

  Network network_ = load_default_network();
  std::shared_ptr<const Staircase> staircase_ = std::make_shared<const Staircase>(network_);
  std::optional<Hierarchy> hierarchy_;
  std::optional<Metric> metric_;
  std::size_t compared_ = 0;
};

TEST_F(EnginesOnDefaultData, AgreeUnderAllConditions) {
  for (const Conditions& conditions : network_.conditions()) {
    const PriceOptions options{.date = date_within(conditions, PriceOptions::default_date),
                               .closed = closed_links(network_, conditions)};
    compare(options, under(conditions, CostModel{}), conditions.name);
  }
  EXPECT_GE(compared_, 3u);
}

TEST_F(EnginesOnDefaultData, AgreeWithEachPassageAndBorderClosed) {
  std::map<std::string, std::vector<LinkId>> closures;
  for (const LinkId link : network_.links().ids()) {
    for (const std::string& passage : network_[link].passes) closures["passage " + passage].push_back(link);
    if (network_.is_border(link)) closures["border " + std::to_string(link.value())].push_back(link);
  }
  EXPECT_GT(closures.size(), 50u);
  std::size_t turn = 0;
  for (const auto& [name, links] : closures) {
    if (turn++ % step != 0) continue;
    PriceOptions options{.closed = LinkMask(network_.links().size())};
    for (const LinkId link : links) options.closed.set(link);
    ASSERT_NO_FATAL_FAILURE(compare(options, CostModel{}, name));
  }
  EXPECT_EQ(compared_, (closures.size() + step - 1) / step);
}

}  // namespace
}  // namespace landbridge
