// What must hold of the tables that the trade demand rests on: both sides of a margin agree, no partner's own
// report stands as one, what binds a province is possible, every margin has its containers.
#include "landbridge/io/dataset.hpp"
#include "landbridge/io/table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using Key = std::pair<std::string, std::string>;  // region or partner, and direction or partner
using Rows = std::vector<std::map<std::string, std::string, std::less<>>>;

constexpr std::array<std::string_view, 2> directions{"exports", "imports"};
constexpr std::string_view own_comtrade = "China's own (UN Comtrade)";
constexpr std::string_view reported = "partner-reported (UN Comtrade)";
constexpr std::string_view by_goods = "by origin or destination of the goods";

const Rows& rows(const std::string& name) {
  static std::map<std::string, Rows> read;
  const auto [found, fresh] = read.try_emplace(name);
  if (!fresh) return found->second;
  const Table table = load_table({}, name).value();
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    auto& cells = found->second.emplace_back();
    for (std::size_t i = 0; i < table.column_count(); ++i)
      cells[std::string(table.heading(i).text)] = table.cell(row, i).text;
  }
  return found->second;
}

double number(const std::string& text) {
  return std::stod(text);
}

std::map<Key, double> margins() {
  std::map<Key, double> all;
  for (const auto& row : rows("margins"))
    all[{row.at("region"), row.at("direction")}] = number(row.at("value_bn_usd"));
  return all;
}

double sum(std::string_view kind, std::string_view direction) {
  double total = 0;
  for (const auto& [key, value] : margins())
    if (key.first.starts_with(kind) && key.second == direction) total += value;
  return total;
}

/// A full-year figure of trade.csv in bn USD; NaN when it is not there.
double trade(std::string_view definition, const std::string& reporter, const std::string& partner,
             const std::string& flow, const std::string& year) {
  static const auto figures = [] {
    std::map<std::string, double, std::less<>> all;
    for (const auto& row : rows("trade"))
      if (row.at("period") == "full" && row.at("unit") == "bn USD")
        all[row.at("definition") + '|' + row.at("reporter") + '|' + row.at("partner") + '|' + row.at("flow") +
            '|' + row.at("year")] = number(row.at("value"));
    return all;
  }();
  const auto found =
      figures.find(std::string(definition) + '|' + reporter + '|' + partner + '|' + flow + '|' + year);
  return found == figures.end() ? std::nan("") : found->second;
}

std::map<std::string, std::set<std::string>> members() {
  std::map<std::string, std::set<std::string>> all;
  for (const auto& row : rows("memberships"))
    if (!row.at("note").starts_with("former")) all[row.at("bloc")].insert("country:" + row.at("country"));
  return all;
}

TEST(DemandData, BothSidesSumToTheSame) {
  for (const std::string_view direction : directions) {
    const double provinces = sum("province:", direction), partners = sum("country:", direction);
    EXPECT_NEAR(provinces, partners, 1e-9 * partners) << direction;
    EXPECT_LE(partners, trade(own_comtrade, "china", "world", std::string(direction), "2023") * (1 + 1e-9))
        << direction;
  }
  // Nothing that China exports comes back to it as a partner's trade.
  EXPECT_NEAR(sum("country:", "exports"), trade(own_comtrade, "china", "world", "exports", "2023"), 1e-6);
}

TEST(DemandData, EveryProvinceOfTheMainlandHasBothMargins) {
  const auto all = margins();
  std::size_t found = 0;
  for (const auto& row : rows("provinces")) {
    const std::string region = "province:" + row.at("id");
    if (std::isnan(trade(by_goods, region, "world", "total", "2023"))) continue;
    ++found;
    for (const std::string_view direction : directions)
      EXPECT_TRUE(all.contains({region, std::string(direction)})) << region << ' ' << direction;
  }
  EXPECT_EQ(found, 31u);
}

TEST(DemandData, ExportsAreChinasExports) {
  const auto all = margins();
  EXPECT_DOUBLE_EQ(all.at({"country:DEU", "exports"}), 100.6);
  EXPECT_DOUBLE_EQ(all.at({"country:DEU", "imports"}), 106.2);
  EXPECT_DOUBLE_EQ(all.at({"country:VNM", "exports"}), 137.6);
  EXPECT_DOUBLE_EQ(all.at({"country:VNM", "imports"}), 92.2);
  EXPECT_NEAR(all.at({"country:CAN", "imports"}), 89 - 45.1, 1e-9);  // total less exports
  EXPECT_GT(all.at({"country:RUS", "exports"}), 105);                // the whole year, not eleven months
}

TEST(DemandData, WhatPartnersReportIsTakenTimesOneFactorForEachDirection) {
  for (const std::string_view direction : directions) {
    const std::string flow = direction == "exports" ? "imports" : "exports";
    double factor = 0;
    std::size_t compared = 0;
    for (const auto& row : rows("margins")) {
      if (row.at("basis") != "scaled" || row.at("direction") != direction) continue;
      double last = std::nan("");
      for (int year = 2015; year <= 2024 && (std::isnan(last) || year < 2024); ++year) {
        const double one = trade(reported, row.at("region"), "country:CHN", flow, std::to_string(year));
        if (!std::isnan(one) && (year <= 2023 || std::isnan(last))) last = one;
      }
      ASSERT_FALSE(std::isnan(last)) << row.at("region");
      const double value = number(row.at("value_bn_usd"));
      if (last < 0.01) continue;  // too few digits to divide by
      if (factor == 0) factor = value / last;
      EXPECT_NEAR(value / last, factor, 1e-6 * factor) << row.at("region") << ' ' << direction;
      EXPECT_GT(std::abs(value - last), 1e-6 * last)
          << row.at("region") << ": a raw report stands as a margin";
      ++compared;
    }
    EXPECT_GT(compared, 80u) << direction;
    EXPECT_GT(std::abs(factor - 1), 0.01) << direction;
  }
}

TEST(DemandData, TibetIsDividedAsAllOtherProvincesTogether) {
  double exports = 0, imports = 0;
  for (const auto& row : rows("provinces")) {
    const std::string region = "province:" + row.at("id");
    const double out = trade(by_goods, region, "world", "exports", "2019");
    if (std::isnan(out)) continue;
    exports += out;
    imports += trade(by_goods, region, "world", "imports", "2019");
  }
  EXPECT_TRUE(std::isnan(trade(by_goods, "province:tibet", "world", "exports", "2019")));
  const auto all = margins();
  const auto factor = [&](const std::string& direction) {
    const double out = trade(by_goods, "province:gansu", "world", "exports", "2019");
    const double in = trade(by_goods, "province:gansu", "world", "imports", "2019");
    const double total = trade(by_goods, "province:gansu", "world", "total", "2023");
    return all.at({"province:gansu", direction}) / (total * (direction == "exports" ? out : in) / (out + in));
  };
  const double tibet = trade(by_goods, "province:tibet", "world", "total", "2023");
  EXPECT_NEAR(all.at({"province:tibet", "exports"}),
              tibet * exports / (exports + imports) * factor("exports"), 1e-6);
  EXPECT_NEAR(all.at({"province:tibet", "imports"}),
              tibet * imports / (exports + imports) * factor("imports"), 1e-6);
}

TEST(DemandData, WhatBindsAProvinceIsPossible) {
  const auto blocs = members();
  const auto all = margins();
  const auto both = [&](const std::string& region) {
    double value = 0;
    for (const std::string_view direction : directions)
      if (const auto found = all.find({region, std::string(direction)}); found != all.end())
        value += found->second;
    return value;
  };
  std::map<std::string, std::map<std::string, double>> bound;  // province -> partner -> share
  std::map<std::string, double> taken;                         // partner -> bn USD
  for (const auto& row : rows("trade_shares")) {
    if (row.at("use") != "constraint") continue;
    const std::string& province = row.at("province");
    const std::string& partner = row.at("partner");
    const std::string pair = province + " " + partner;
    EXPECT_TRUE(bound[province].try_emplace(partner, number(row.at("share"))).second)
        << pair << " binds twice";
    EXPECT_EQ((province + partner).find(';'), std::string::npos) << pair;
    EXPECT_EQ(row.at("period"), "full") << pair;
    EXPECT_GE(number(row.at("year")), 2017) << pair;
    EXPECT_GT(number(row.at("share")), 0) << pair;
    EXPECT_LT(number(row.at("share")), 1) << pair;
    EXPECT_TRUE(partner.starts_with("country:") || blocs.contains(partner)) << pair;
    taken[partner] += number(row.at("share")) * both("province:" + province);
  }
  for (const auto& [partner, value] : taken) {
    double whole = both(partner);
    if (const auto found = blocs.find(partner); found != blocs.end())
      for (const std::string& country : found->second) whole += both(country);
    EXPECT_LT(value, whole) << partner;
  }
  for (const auto& [province, shares] : bound) {
    double alone = 0;
    for (const auto& [partner, share] : shares) {
      bool inside = false;
      for (const auto& [bloc, other] : shares)
        if (const auto found = blocs.find(bloc); found != blocs.end() && found->second.contains(partner)) {
          inside = true;
          EXPECT_LE(share, other) << province << ' ' << partner;
        }
      if (!inside) alone += share;
    }
    EXPECT_LT(alone, 1) << province;
  }
  EXPECT_NEAR(bound["xinjiang"]["central-asia"], 0.794, 1e-9);
  EXPECT_NEAR(bound["shaanxi"]["country:KOR"], 0.239, 1e-9);
}

TEST(DemandData, PairsOfBorderProvincesAreThere) {
  std::set<Key> pairs;
  for (const auto& row : rows("trade_shares")) pairs.insert({row.at("province"), row.at("partner")});
  for (const Key& pair :
       {Key{"heilongjiang", "country:RUS"}, Key{"xinjiang", "central-asia"}, Key{"guangxi", "country:VNM"},
        Key{"inner-mongolia", "country:MNG"}, Key{"yunnan", "country:MMR"}, Key{"tibet", "country:NPL"},
        Key{"jilin", "country:RUS"}, Key{"shaanxi", "country:KOR"}, Key{"guangdong", "asean"}})
    EXPECT_TRUE(pairs.contains(pair)) << pair.first << ' ' << pair.second;
}

TEST(DemandData, ASharesTotalGivesTheShare) {
  for (const auto& row : rows("trade_shares")) {
    if (row.at("total").empty() || row.at("share").empty()) continue;
    const double share = number(row.at("value")) / number(row.at("total"));
    // Shares printed beside a total are rounded, and so are both figures.
    EXPECT_NEAR(number(row.at("share")), share, 0.006) << row.at("province") << ' ' << row.at("partner");
  }
}

TEST(DemandData, RanksOfPartnersRunFromOne) {
  std::map<std::string, std::set<int>> ranks;
  for (const auto& row : rows("first_partners"))
    EXPECT_TRUE(ranks[row.at("province") + " " + row.at("year") + " " + row.at("period")]
                    .insert(std::stoi(row.at("rank")))
                    .second);
  EXPECT_GE(ranks.size(), 20u);
  for (const auto& [whose, places] : ranks)
    EXPECT_EQ(*places.rbegin(), static_cast<int>(places.size())) << whose;
}

TEST(DemandData, EveryMarginOfAPartnerHasItsContainers) {
  const auto all = margins();
  std::set<Key> priced;
  double america = 0, total = 0;
  for (const auto& row : rows("containers")) {
    const Key key{row.at("partner"), row.at("direction")};
    EXPECT_TRUE(priced.insert(key).second) << key.first;
    ASSERT_TRUE(all.contains(key)) << key.first << ' ' << key.second;
    EXPECT_GT(number(row.at("usd_per_teu")), 0) << key.first;
    const double teu =
        all.at(key) * 1e9 * number(row.at("containerisable_share")) / number(row.at("usd_per_teu"));
    total += teu;
    if (key == Key{"country:USA", "exports"}) america = teu;
  }
  for (const auto& [key, value] : all)
    EXPECT_EQ(priced.contains(key), key.first.starts_with("country:")) << key.first << ' ' << key.second;
  // The lane's own count of 2023.
  EXPECT_NEAR(america, 10.85e6, 1e3);
  // Chinese ports handled 310 million TEU in 2023: boxes twice or more, empty ones and those of home trade.
  EXPECT_GT(total, 40e6);
  EXPECT_LT(total, 155e6);
}

}  // namespace
}  // namespace landbridge
