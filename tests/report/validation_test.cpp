#include "landbridge/report/validation.hpp"

#include "landbridge/io/dataset.hpp"
#include "network/small_network.hpp"

#include <algorithm>
#include <map>
#include <string>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

const std::map<std::string, ValidationTable>& tables() {
  static const auto all = [] {
    static const Network network = load_default_network();
    std::map<std::string, ValidationTable> by_name;
    for (ValidationTable& table : validate(network, load_observations(), CostModel(), {}))
      by_name.emplace(table.name, std::move(table));
    return by_name;
  }();
  return all;
}

double figure_of(const std::string& table, std::string_view begins) {
  for (const ValidationFigure& figure : tables().at(table).figures)
    if (figure.name.starts_with(begins)) return figure.value;
  ADD_FAILURE() << table << " has no figure " << begins;
  return -1;
}

TEST(Validation, FourteenOfSeventeenRailRoutesLieWithinSixPercent) {
  EXPECT_EQ(tables().at("rail_distances").rows.size(), 17u);
  EXPECT_GE(figure_of("rail_distances", "routes within 6 %"), 14);
}

TEST(Validation, WaysBySeaAreAsLongAsPublished) {
  EXPECT_EQ(figure_of("sea_distances", "rows compared"), 28);
  EXPECT_LT(figure_of("sea_distances", "mean absolute deviation"), 3);
}

TEST(Validation, ClosedPassagesCutOffTheirSeasAndNoOthers) {
  for (const char* sea : {"Persian Gulf", "Baltic Sea", "Black Sea"})
    EXPECT_EQ(figure_of("closures", sea), 0) << sea;
}

TEST(Validation, RailAndSeaTakeAboutAsLongAsPublished) {
  for (const char* mode : {"median ratio by rail,", "median ratio by sea,"}) {
    EXPECT_GE(figure_of("transit_times", mode), 0.85) << mode;
    EXPECT_LE(figure_of("transit_times", mode), 1.15) << mode;
  }
}

TEST(Validation, EveryRowSaysWhatItComparedOrWhyNot) {
  for (const auto& [name, table] : tables())
    for (const ValidationRow& row : table.rows) {
      EXPECT_FALSE(row.item.empty());
      EXPECT_TRUE(row.modelled || !row.note.empty()) << name << ' ' << row.item;
      EXPECT_EQ(row.difference_percent.has_value(), row.observed && row.modelled) << name << ' ' << row.item;
      EXPECT_TRUE(!row.observed || !row.source.empty()) << name << ' ' << row.item;
    }
}

TEST(Validation, FlagshipPairsHaveBothClassesAndABreakEven) {
  const auto& rows = tables().at("flagship_pairs").rows;
  EXPECT_EQ(rows.size(), 3u * 14u);
  EXPECT_TRUE(std::ranges::all_of(rows, [](const ValidationRow& row) { return row.modelled.has_value(); }));
}

TEST(Validation, FiguresByHandOnASmallNetwork) {
  const Network network = testing::small_network();
  Observations observed;
  observed.distances = {{"rail", "rail:west", "rail:east", {"border:gate"}, 1000, true, "s"},
                        {"sea", "port:west", "port:east", {}, 1240, true, "s"},
                        {"sea", "port:west", "port:east", {"suez"}, 1240, true, "s"}};
  observed.transits = {{"sea", "west", "east", 2, 2020, "s"}, {"rail", "west", "nowhere", 2, {}, "s"}};
  const auto all = validate(network, observed, CostModel(), {});
  ASSERT_EQ(all.size(), 6u);
  EXPECT_EQ(*all[0].rows[0].modelled, 1212);
  EXPECT_DOUBLE_EQ(*all[0].rows[0].difference_percent, 21.2);
  EXPECT_EQ(*all[1].rows[0].modelled, 1240);
  EXPECT_EQ(*all[1].rows[0].difference_percent, 0);
  EXPECT_FALSE(all[1].rows[1].modelled);  // no such passage
  // A feeder at 14 knots, without loading and unloading.
  EXPECT_NEAR(*all[2].rows[0].modelled, 1240 / (14 * 1.852), 1e-9);
  EXPECT_FALSE(all[2].rows[1].modelled);
  EXPECT_TRUE(all[5].rows.empty());
}

TEST(Validation, TheOrderOfPublishedTimesDoesNotMatter) {
  const Network network = load_default_network();
  Observations there, back;
  there.transits = load_observations().transits;
  back.transits.assign(there.transits.rbegin(), there.transits.rend());
  const auto times = [&](const Observations& observations) {
    for (const ValidationTable& table : validate(network, observations, CostModel(), {}, {.threads = 2}))
      if (table.name == "transit_times") return table.rows;
    return std::vector<ValidationRow>();
  };
  const std::vector<ValidationRow> one = times(there), other = times(back);
  ASSERT_EQ(one.size(), other.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    const ValidationRow& same = other[other.size() - 1 - i];
    EXPECT_EQ(one[i].item, same.item);
    EXPECT_EQ(one[i].modelled, same.modelled) << one[i].item;
    EXPECT_EQ(one[i].note, same.note) << one[i].item;
  }
}

}  // namespace
}  // namespace landbridge
