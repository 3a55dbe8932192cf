#include "landbridge/io/trade_tables.hpp"

#include "io/table_folder.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using testing::TableFolder;

TEST(TradeTables, AFolderWithoutThemHasNone) {
  const TableFolder folder;
  const TradeTables tables = load_trade_tables(folder.path());
  EXPECT_TRUE(tables.empty());
  EXPECT_TRUE(tables.margins.empty() && tables.shares.empty() && tables.containers.empty() &&
              tables.first_partners.empty() && tables.groups.empty());
}

TEST(TradeTables, RowsAreTyped) {
  const TableFolder folder;
  folder.write("memberships.csv", "bloc,country,since_year\ncentral-asia,KAZ,\ncentral-asia,UZB,\n");
  folder.write("margins.csv",
               "region,direction,value_bn_usd,basis,year,method,source,note\n"
               "province:gansu,exports,1.5,estimated,2023,m,s,\ncountry:KAZ,imports,28,observed,2023,,s,\n");
  folder.write("trade_shares.csv",
               "province,partner,direction,share,value,unit,total,year,period,use,source,note\n"
               "gansu,country:KAZ,total,0.25,,,,2023,,constraint,s,\n"
               "province:gansu,central_asia;country:POL,exports,0.4,,,,2019,H1,check,s,\n"
               "gansu,country:POL,exports,,7,bn USD,,2019,,check,s,\n"
               "gansu;ningxia,country:POL,exports,0.1,,,,2019,,check,s,\n");
  folder.write(
      "containers.csv",
      "partner,direction,containerisable_share,usd_per_teu,basis,year,source,method,note\n"
      "country:KAZ,exports,0.9,40000,estimated,2023,s,,\nKAZ,imports,0.1,20000,estimated,2023,s,,\n");
  folder.write("first_partners.csv",
               "province,partner,rank,year,period,source,note\ngansu,country:KAZ,1,2023,,s,\n");
  const TradeTables tables = load_trade_tables(folder.path());
  EXPECT_FALSE(tables.empty());
  ASSERT_EQ(tables.margins.size(), 2u);
  EXPECT_EQ(tables.margins[0].region, "province:gansu");
  EXPECT_EQ(tables.margins[0].value, Usd(1.5e9));
  EXPECT_EQ(tables.margins[1].direction, TradeDirection::imports);
  EXPECT_EQ(tables.margins[1].at.file, folder.path("margins.csv"));
  EXPECT_EQ(tables.margins[1].at.line, 3u);
  ASSERT_EQ(tables.shares.size(), 3u);
  EXPECT_EQ(tables.shares[2].provinces, (std::vector<std::string>{"province:gansu", "province:ningxia"}));
  EXPECT_EQ(tables.shares[0].provinces, std::vector<std::string>{"province:gansu"});
  EXPECT_TRUE(tables.shares[0].constraint);
  EXPECT_EQ(tables.shares[0].direction, TradeDirection::total);
  EXPECT_EQ(tables.shares[1].partners, (std::vector<std::string>{"central-asia", "country:POL"}));
  EXPECT_FALSE(tables.shares[1].constraint);
  ASSERT_EQ(tables.containers.size(), 2u);
  EXPECT_EQ(tables.containers[1].partner, "country:KAZ");
  EXPECT_EQ(tables.containers[1].value, (Rate<Usd, Teu>(20000)));
  EXPECT_EQ(tables.first_partners.at(0).rank, 1);
  EXPECT_EQ(tables.groups.at("central-asia"), (std::vector<std::string>{"country:KAZ", "country:UZB"}));
}

TEST(TradeTables, EverythingWrongIsFoundAtItsPlace) {
  const TableFolder folder;
  folder.write("margins.csv",
               "region,direction,value_bn_usd,basis\nprovince:gansu,exports,-1,x\ngansu,both,1,x\n"
               "country:KAZ,imports,1,x\ncountry:KAZ,imports,2,x\ncountry:POL,exports,inf,x\n");
  folder.write("trade_shares.csv", "province,partner,direction,share,use\ngansu,atlantis,total,1.2,always\n");
  folder.write("containers.csv", "partner,direction,containerisable_share,usd_per_teu\nKAZ,exports,0.5,0\n");
  try {
    load_trade_tables(folder.path());
    FAIL() << "nothing was found";
  } catch (const DataError& error) {
    std::vector<std::string> at;
    for (const Finding& finding : error.findings())
      at.push_back(finding.file.substr(folder.path().size() + 1) + ":" + std::to_string(finding.line) + ":" +
                   std::to_string(finding.column));
    EXPECT_EQ(at, (std::vector<std::string>{"margins.csv:2:24", "margins.csv:3:1", "margins.csv:3:7",
                                            "margins.csv:5:1", "margins.csv:6:21", "trade_shares.csv:2:7",
                                            "trade_shares.csv:2:22", "trade_shares.csv:2:26",
                                            "containers.csv:2:17"}));
  }
}

}  // namespace
}  // namespace landbridge
