#include "landbridge/analysis/draws.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/io/dataset.hpp"
#include "network/random_network.hpp"
#include "network/small_network.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

/// Everything that a ranking says of one item.
struct Item {
  std::vector<double> figures;  // the score first
  std::uint32_t rank = 0;
  OverDraws over;
};
using Items = std::map<std::string, Item>;

Items items(const Network& network, const HubRanking& ranking) {
  Items result;
  for (const HubShare& row : ranking.rows)
    result[network[row.hub].slug] = {
        {row.score, row.own, row.exchanged, row.cleared, row.through}, row.rank, row.over};
  return result;
}
Items items(const Network& network, const LinkRanking& ranking) {
  Items result;
  for (const LinkShare& row : ranking.rows)
    result[network[row.link].key] = {{row.score, row.share}, row.rank, row.over};
  return result;
}
Items items(const Network&, const PassageRanking& ranking) {
  Items result;
  for (const PassageShare& row : ranking.rows) result[row.name] = {{row.share}, row.rank, row.over};
  return result;
}

HubDemand all_pairs(const Network& network) {
  HubDemand demand;
  for (const HubId from : network.hubs().ids())
    for (const HubId to : network.hubs().ids())
      if (from != to)
        demand.pairs.push_back({from, to, 1.0 + static_cast<double>((from.value() + 2 * to.value()) % 5)});
  return demand;
}

/// The smallest rank that so large a part of them does not exceed, by trying each.
std::uint32_t quantile_by_hand(const std::vector<std::uint32_t>& ranks, double part) {
  std::uint32_t best = 0;
  for (const std::uint32_t rank : ranks) {
    const auto within = std::ranges::count_if(ranks, [&](std::uint32_t other) { return other <= rank; });
    if (static_cast<double>(within) >= part * static_cast<double>(ranks.size()) - 1e-9 &&
        (best == 0 || rank < best))
      best = rank;
  }
  return best;
}

/// Holds a ranking over draws against rankings of the draws, made one by one.
void expect_means(const Items& found, const std::vector<Items>& drawn, const Items& undisturbed,
                  std::size_t top) {
  ASSERT_EQ(found.size(), undisturbed.size());
  for (const auto& [name, item] : found) {
    std::vector<double> sums(item.figures.size(), 0.0);
    std::vector<std::uint32_t> ranks;
    std::size_t first = 0;
    for (const Items& draw : drawn) {
      const Item& one = draw.at(name);
      for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += one.figures[i];
      ranks.push_back(one.rank);
      first += one.rank <= top && one.figures[0] > 0;
    }
    const auto count = static_cast<double>(drawn.size());
    for (std::size_t i = 0; i < sums.size(); ++i)
      EXPECT_NEAR(item.figures[i], sums[i] / count, 1e-12 * (1 + sums[i] / count)) << name;
    EXPECT_EQ(item.over.rank_low, quantile_by_hand(ranks, 0.05)) << name;
    EXPECT_EQ(item.over.rank_high, quantile_by_hand(ranks, 0.95)) << name;
    EXPECT_EQ(item.over.p_top, static_cast<double>(first) / count) << name;
    EXPECT_EQ(item.over.score_undisturbed, undisturbed.at(name).figures[0]) << name;
    EXPECT_EQ(item.over.rank_undisturbed, undisturbed.at(name).rank) << name;
  }
}

TEST(Draws, AreTheMeansOfTheRankingsOfEachDraw) {
  std::size_t moved = 0;
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    const Network network = testing::RandomNetwork(seed).build();
    const auto staircase = std::make_shared<const Staircase>(network);
    const HubDemand demand = all_pairs(network);
    CostModel model;
    // Without any spread every draw has the ties of the figures themselves.
    if (seed % 4 == 3)
      for_each_field<CostModel>([&](const auto& row) {
        if (row.name.ends_with("_spread")) set_field(model, row.name, 0);
      });
    const DrawOptions options{
        .draws = 5 + seed, .top = 2, .by = seed % 2 ? HubMeasure::through : HubMeasure::handled};
    const Rankings found =
        rank_over_draws(staircase, model, {}, "all", demand, options, {.threads = 2, .seed = seed});
    std::vector<Items> hubs, links, passages;
    for (std::size_t draw = 0; draw < options.draws; ++draw) {
      const std::vector<PricedClass> classes =
          price_classes(staircase, model, {.draw = CostDraw{.seed = seed, .number = draw}});
      hubs.push_back(items(network, rank_hubs(classes, demand, {.by = options.by})));
      links.push_back(items(network, rank_links(classes, demand)));
      passages.push_back(items(network, rank_passages(classes, demand)));
    }
    const std::vector<PricedClass> classes = price_classes(staircase, model);
    const HubRanking undisturbed = rank_hubs(classes, demand, {.by = options.by});
    expect_means(items(network, found.hubs), hubs, items(network, undisturbed), 2);
    expect_means(items(network, found.links), links, items(network, rank_links(classes, demand)), 2);
    expect_means(items(network, found.passages), passages, items(network, rank_passages(classes, demand)), 2);
    EXPECT_EQ(found.hubs.served, undisturbed.served);
    EXPECT_EQ(found.hubs.total, undisturbed.total);
    EXPECT_EQ(found.links.unserved.size(), undisturbed.unserved.size());
    EXPECT_EQ(found.passages.draws, options.draws);
    double before = 1e300;
    for (const HubShare& row : found.hubs.rows) {
      EXPECT_LE(row.score, before + 1e-9);
      before = row.score;
      moved += row.rank != row.over.rank_undisturbed;
    }
  }
  EXPECT_GT(moved, 10u);
}

TEST(Draws, WithoutDrawsTheRankingsAreTheUndisturbedOnes) {
  const Network network = testing::RandomNetwork(2).build();
  const auto staircase = std::make_shared<const Staircase>(network);
  const HubDemand demand = all_pairs(network);
  const Rankings found = rank_over_draws(staircase, {}, {}, "all", demand, {.draws = 0});
  const std::vector<PricedClass> classes = price_classes(staircase, {});
  const HubRanking hubs = rank_hubs(classes, demand);
  ASSERT_EQ(found.hubs.rows.size(), hubs.rows.size());
  for (std::size_t i = 0; i < hubs.rows.size(); ++i) {
    EXPECT_EQ(found.hubs.rows[i].hub, hubs.rows[i].hub);
    EXPECT_EQ(found.hubs.rows[i].score, hubs.rows[i].score);
    EXPECT_EQ(found.hubs.rows[i].through, hubs.rows[i].through);
    EXPECT_EQ(found.hubs.rows[i].rank, hubs.rows[i].rank);
    EXPECT_EQ(found.hubs.rows[i].over.score_undisturbed, hubs.rows[i].score);
    EXPECT_EQ(found.hubs.rows[i].over.rank_high, 0u);
  }
  EXPECT_EQ(found.hubs.draws, 0u);
  const LinkRanking links = rank_links(classes, demand);
  ASSERT_EQ(found.links.rows.size(), links.rows.size());
  for (std::size_t i = 0; i < links.rows.size(); ++i) {
    EXPECT_EQ(found.links.rows[i].link, links.rows[i].link);
    EXPECT_EQ(found.links.rows[i].score, links.rows[i].score);
  }
  const PassageRanking passages = rank_passages(classes, demand);
  ASSERT_EQ(found.passages.rows.size(), passages.rows.size());
  for (std::size_t i = 0; i < passages.rows.size(); ++i) {
    EXPECT_EQ(found.passages.rows[i].name, passages.rows[i].name);
    EXPECT_EQ(found.passages.rows[i].share, passages.rows[i].share);
  }
}

bool same_bits(const Items& a, const Items& b) {
  return std::ranges::equal(a, b, [](const auto& x, const auto& y) {
    const OverDraws &p = x.second.over, &q = y.second.over;
    return x.first == y.first && x.second.figures == y.second.figures && x.second.rank == y.second.rank &&
           p.score_undisturbed == q.score_undisturbed && p.rank_low == q.rank_low &&
           p.rank_high == q.rank_high && p.p_top == q.p_top;
  });
}

TEST(Draws, HaveTheSameBitsForAnyNumberOfThreads) {
  const Network network = testing::RandomNetwork(7).build();
  const auto staircase = std::make_shared<const Staircase>(network);
  const HubDemand demand = all_pairs(network);
  for (const std::size_t draws : {1u, 3u, 70u}) {  // 70: more than are taken at a time
    const auto with = [&](unsigned threads) {
      return rank_over_draws(staircase, {}, {}, "all", demand, {.draws = draws}, {.threads = threads});
    };
    const Rankings one = with(1);
    for (const unsigned threads : {2u, 3u, 7u}) {
      const Rankings many = with(threads);
      EXPECT_TRUE(same_bits(items(network, many.hubs), items(network, one.hubs))) << threads;
      EXPECT_TRUE(same_bits(items(network, many.links), items(network, one.links))) << threads;
      EXPECT_TRUE(same_bits(items(network, many.passages), items(network, one.passages))) << threads;
    }
  }
}

TEST(Draws, ConserveTheDemandOnTheDefaultNetwork) {
  const Network network = load_default_network();
  const auto staircase = std::make_shared<const Staircase>(network);
  const HubDemand demand = uniform_demand(network, resolve_endpoints(network, "chongqing,xian"),
                                          regions(network, RegionKind::country));
  const Rankings one = rank_over_draws(staircase, {}, {}, "all", demand, {.draws = 3}, {.threads = 1});
  double own = 0, missing = 0, decided = 0;
  for (const HubShare& row : one.hubs.rows) {
    for (const double share : {row.own, row.exchanged, row.cleared, row.through}) EXPECT_GE(share, 0);
    EXPECT_LE(row.handled() + row.through, 1 + 1e-9);
    own += row.own;
    decided += std::abs(row.score - row.over.score_undisturbed);
  }
  EXPECT_NEAR(own, 2, 1e-9);  // in each draw every unit begins at one hub and ends at another
  EXPECT_GT(decided, 0.01);
  for (const HubPair& pair : one.hubs.unserved) missing += pair.amount;
  EXPECT_NEAR(one.hubs.served + missing, demand.total(), 1e-9 * demand.total());
  for (const LinkShare& row : one.links.rows) EXPECT_LE(row.share, 1 + 1e-9);
  for (const PassageShare& row : one.passages.rows) EXPECT_LE(row.share, 1 + 1e-9);
  const Rankings three = rank_over_draws(staircase, {}, {}, "all", demand, {.draws = 3}, {.threads = 3});
  EXPECT_TRUE(same_bits(items(network, three.hubs), items(network, one.hubs)));
  EXPECT_TRUE(same_bits(items(network, three.links), items(network, one.links)));
}

/// A city whose cargo reaches another shore by one of two ports, 500 and 505 km away by rail.
Network two_ports() {
  NetworkBuilder builder;
  builder.add_place(testing::place(PlaceKind::rail, "city", "AAA", {0, 0}, {testing::standard}));
  const std::array ports{std::pair{"north", 500.0}, std::pair{"south", 505.0}};
  builder.add_place(testing::place(PlaceKind::port, "abroad", "BBB", {0, 10}));
  for (const auto& [slug, length] : ports) {
    const std::string name = slug;
    const double latitude = name == "north" ? 1.5 : -1.5;
    builder.add_place(testing::place(PlaceKind::rail, name, "AAA", {latitude, 4}, {testing::standard}));
    builder.add_place(testing::place(PlaceKind::port, name, "AAA", {latitude, 4.01}));
    builder.add_link(testing::link(Mode::rail, "rail:city", "rail:" + name, length, {testing::standard}));
    builder.add_link(testing::exchange("rail:" + name, "port:" + name, 2));
    builder.add_link(testing::link(Mode::sea, "port:" + name, "port:abroad", 1000));
  }
  return std::move(builder).build();
}

// docs/methods/draws.md has this table.
TEST(Draws, TwoPortsWithinAFewDollarsShareByHand) {
  const Network network = two_ports();
  const auto staircase = std::make_shared<const Staircase>(network);
  CostModel model{.value_of_time = TimeValue(1.5), .rail_tariff = Tariff(0.279)};
  for_each_field<CostModel>([&](const auto& row) {
    if (row.name.ends_with("_spread")) set_field(model, row.name, row.name == "rail_spread" ? 0.23 : 0);
  });
  model.classes = {};
  HubDemand demand;
  demand.pairs = {{network.find_hub("city"), network.find_hub("abroad")}};

  const Items undisturbed = items(network, rank_hubs(price_classes(staircase, model), demand));
  EXPECT_EQ(undisturbed.at("north").figures[0], 1);
  EXPECT_EQ(undisturbed.at("south").figures[0], 0);

  // 500 km: 139.50 USD and 20 h, 169.50 in all; 505 km: 171.195. All else is alike.
  const LinkId north = network.find_link("rail:city~north"), south = network.find_link("rail:city~south");
  const std::vector<std::pair<double, double>> by_hand{{0.9320, 0.9155}, {1.3417, 0.9709}, {1.2271, 0.9259},
                                                       {0.8033, 1.4524}, {1.0522, 0.9705}, {1.1260, 0.9843},
                                                       {0.9345, 0.6411}, {1.2879, 0.9297}};
  std::size_t takes_north = 0;
  for (std::size_t draw = 0; draw < by_hand.size(); ++draw) {
    const CostFactors factors(network, model, {.seed = 1, .number = draw});
    EXPECT_NEAR(factors.link(north, ShipClass::none), by_hand[draw].first, 5e-5);
    EXPECT_NEAR(factors.link(south, ShipClass::none), by_hand[draw].second, 5e-5);
    takes_north += 169.5 * by_hand[draw].first < 171.195 * by_hand[draw].second;
  }
  ASSERT_EQ(takes_north, 1u);
  const Rankings found =
      rank_over_draws(staircase, model, {}, "all", demand, {.draws = by_hand.size(), .top = 3}, {.seed = 1});
  const Items hubs = items(network, found.hubs);
  EXPECT_DOUBLE_EQ(hubs.at("north").figures[0], 1 / 8.0);
  EXPECT_DOUBLE_EQ(hubs.at("south").figures[0], 7 / 8.0);
  EXPECT_EQ(hubs.at("city").figures[0], 1);
  // A port that is used ties with both ends for rank 1; else it is the last of four.
  EXPECT_EQ(hubs.at("north").over.rank_low, 1u);
  EXPECT_EQ(hubs.at("north").over.rank_high, 4u);
  EXPECT_EQ(hubs.at("north").over.rank_undisturbed, 1u);
  EXPECT_DOUBLE_EQ(hubs.at("south").over.p_top, 7 / 8.0);
  EXPECT_DOUBLE_EQ(
      items(network, rank_over_draws(staircase, model, {}, "all", demand).hubs).at("north").figures[0],
      14 / 32.0);
}

TEST(Draws, RefuseWhatIsOutOfRangeAndStopWhenAsked) {
  const Network network = testing::small_network();
  const auto staircase = std::make_shared<const Staircase>(network);
  const HubDemand demand = all_pairs(network);
  const auto rank = [&](const PriceOptions& options, const DrawOptions& draws,
                        const landbridge::Run& run = {}) {
    return rank_over_draws(staircase, {}, options, "all", demand, draws, run);
  };
  EXPECT_THROW(rank({}, {.draws = most_draws + 1}), OptionError);
  EXPECT_THROW(rank({}, {.top = 0}), OptionError);
  EXPECT_THROW(rank({.draw = CostDraw{}}, {}), ContractError);
  EXPECT_THROW(rank_over_draws(staircase, {}, {}, "frozen", demand), OptionError);
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(rank({}, {}, {.stop = stop.get_token()}), Cancelled);
  std::vector<Progress> told;
  rank({}, {.draws = 70},
       {.threads = 2, .progress = [&](const Progress& progress) { told.push_back(progress); }});
  ASSERT_FALSE(told.empty());
  EXPECT_EQ(told.back().done, told.back().total);
  for (std::size_t i = 1; i < told.size(); ++i) {
    EXPECT_EQ(told[i].total, told[0].total);
    EXPECT_GT(told[i].done, told[i - 1].done);
  }
  const Rankings nothing = rank_over_draws(staircase, {}, {}, "all", HubDemand{}, {.draws = 2});
  for (const HubShare& row : nothing.hubs.rows) EXPECT_EQ(row.score, 0);
  EXPECT_EQ(nothing.hubs.served, 0);
}

TEST(Draws, GiveTheKindsAskedForAlone) {
  const Network network = testing::small_network();
  const auto staircase = std::make_shared<const Staircase>(network);
  const HubDemand demand = all_pairs(network);
  const Rankings all = rank_over_draws(staircase, {}, {}, "all", demand, {.draws = 4});
  const Rankings links =
      rank_over_draws(staircase, {}, {}, "all", demand,
                      {.draws = 4, .kinds = {.hubs = false, .links = true, .passages = false}});
  EXPECT_TRUE(links.hubs.rows.empty());
  EXPECT_TRUE(links.passages.rows.empty());
  EXPECT_TRUE(same_bits(items(network, links.links), items(network, all.links)));
  EXPECT_FALSE(all.passages.rows.empty());
}

}  // namespace
}  // namespace landbridge
