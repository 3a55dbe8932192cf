#include "landbridge/analysis/skims.hpp"

#include "landbridge/io/dataset.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Skims, EachPairIsThatOfItsRoute) {
  const Network network = load_default_network();
  const Priced priced = price(network);
  const std::vector<Endpoint> from = resolve_endpoints(network, "chongqing,xian,rail:harbin");
  const std::vector<Endpoint> to = resolve_endpoints(network, "duisburg,singapore,xian,tashkent");
  const std::vector<Skim> rows = skims(priced, from, to);
  EXPECT_EQ(rows.size(), 11u);  // not Xi'an to itself
  for (const Skim& skim : rows) {
    const RouteAnswer answer = route(priced, skim.from, skim.to);
    ASSERT_TRUE(answer.route && skim.reached);
    EXPECT_EQ(answer.route->cost, skim.cost);
  }
}

TEST(Skims, UnreachablePairsAreToldAndThreadsDoNotMatter) {
  const Network network = load_default_network();
  const Priced priced = price(network, {}, {.modes = {Mode::rail}});
  const std::vector<Endpoint> from = resolve_endpoints(network, "country:CHN");
  const std::vector<Endpoint> to = resolve_endpoints(network, "los-angeles,duisburg");
  const std::vector<Skim> one = skims(priced, from, to, {.threads = 1});
  const std::vector<Skim> three = skims(priced, from, to, {.threads = 3});
  ASSERT_EQ(one.size(), three.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].cost, three[i].cost);
    EXPECT_EQ(one[i].total, three[i].total);
    EXPECT_EQ(one[i].reached, !one[i].cost.is_closed());
    EXPECT_TRUE(one[i].to.key != "los-angeles" || !one[i].reached);
  }
}

}  // namespace
}  // namespace landbridge
