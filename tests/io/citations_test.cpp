#include "landbridge/io/citations.hpp"

#include "io/table_folder.hpp"
#include "landbridge/io/dataset.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Citations, ByHand) {
  const testing::TableFolder folder;
  folder.write("places.csv", "key,name,lat,lon\n");
  folder.write("links.csv", "mode,from,to,length_km\n");
  folder.write("sources.csv",
               "id,title,address,licence,note\na,A book,https://example.org/a,CC-BY,\nb,Another,,,\n");
  folder.write("trade.csv", "reporter,year,source\nx,2013-2023,b\ny,2024-Q1,a;b\nz,,b\nw,2011,\n");
  const Citations citations = load_citations(folder.path());
  ASSERT_EQ(citations.tables.size(), 1u);
  const TableCitations& trade = citations.tables.front();
  EXPECT_EQ(trade.table, "trade");
  EXPECT_EQ(trade.rows, 4u);
  EXPECT_EQ(trade.cited_rows, 3u);
  EXPECT_EQ(trade.dated_rows, 3u);
  EXPECT_EQ(trade.first_year, 2011);
  EXPECT_EQ(trade.last_year, 2024);
  EXPECT_EQ(trade.sources, (std::vector<std::string>{"b", "a"}));
  ASSERT_EQ(citations.sources.size(), 2u);
  EXPECT_EQ(citations.sources[0].licence, "CC-BY");
  EXPECT_EQ(citations.sources[0].rows, 1u);
  EXPECT_EQ(citations.sources[1].rows, 3u);
  EXPECT_EQ(citations.sources[1].tables, std::vector<std::string>{"trade"});
}

TEST(Citations, OfTheBuiltInDataNameTheSources) {
  const Citations citations = load_citations();
  EXPECT_EQ(citations.sources.size(), load_table("", "sources")->row_count());
  const auto cited =
      std::ranges::count_if(citations.sources, [](const CitedSource& source) { return source.rows > 0; });
  EXPECT_EQ(static_cast<std::size_t>(cited), citations.sources.size());
  for (const char* name : {"links", "prices", "transit_times"})
    EXPECT_TRUE(std::ranges::any_of(citations.tables, [&](const TableCitations& table) {
      return table.table == name && table.rows > 0 && !table.sources.empty();
    })) << name;
}

TEST(Citations, OfNoDataSetAreRefused) {
  const testing::TableFolder folder;
  EXPECT_THROW(load_citations(folder.path()), DataError);  // a data set has places and links
}

}  // namespace
}  // namespace landbridge
