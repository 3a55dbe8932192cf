#include "landbridge/report/write_rows.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/base/findings.hpp"
#include "landbridge/io/table.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

Document routes() {
  Document document;
  document.command = "route";
  document.provenance.version = "9.9.9";
  document.provenance.quantum = 0.01;
  document.provenance.quantum_unit = "USD";
  document.summary = {{"served", true}, {"reason", Value()}};
  document.columns = {
      {.name = "rank", .kind = ColumnKind::whole},
      {.name = "distance_km", .kind = ColumnKind::number, .unit = "km"},
      {.name = "modes", .kind = ColumnKind::list},
      {.name = "legs",
       .kind = ColumnKind::records,
       .columns = {{.name = "from"}, {.name = "time_h", .kind = ColumnKind::number, .unit = "h"}},
       .record_prefix = "leg_"}};
  document.rows = {{{1, Kilometres(0.1), Value::List{"rail", "sea"},
                     Value::Records{{"rail:a", Hours(2)}, {"rail:b, \"x\"", Value()}}},
                    {{170, 10}, {-170, 20}}},
                   {{2, std::nan(""), Value::List{}, Value::Records{}}, {}}};
  document.run = {{"threads", 2}};
  document.has_points = true;
  return document;
}

TEST(WriteRows, Csv) {
  EXPECT_EQ(write_rows(routes(), Format::csv),
            "rank,distance_km,modes,leg_from,leg_time_h\n"
            "1,0.1,rail;sea,rail:a,2\n"
            "1,0.1,rail;sea,\"rail:b, \"\"x\"\"\",\n"
            "2,,,,\n");
}

TEST(WriteRows, CsvIsReadBackByOurReader) {
  Document document;
  document.columns = {{.name = "a"}, {.name = "b"}};
  document.rows = {{{"x,\"y\"\nz", ""}}, {{"", "plain"}}};
  Findings findings;
  const std::string text = write_rows(document, Format::csv);
  const Table table = read_table(TextSource::memory("t", text), findings);
  EXPECT_TRUE(findings.empty());
  ASSERT_EQ(table.row_count(), 2u);
  EXPECT_EQ(table.cell(0, 0).text, "x,\"y\"\nz");
  EXPECT_EQ(table.cell(1, 1).text, "plain");
}

TEST(WriteRows, Json) {
  EXPECT_EQ(write_rows(routes(), Format::json),
            R"({
"schema": "landbridge/route/1",
"provenance": {"version":"9.9.9","data":null,"data_hash":null,"quantum":0.01,"cost_model":null,"scenario":null,"seed":null,"engine":null,"order_hash":null,"parallel_links":null,"scale":null},
"summary": {"served":true,"reason":null},
"rows": [
{"rank":1,"distance_km":0.1,"modes":["rail","sea"],"legs":[{"from":"rail:a","time_h":2.0},{"from":"rail:b, \"x\"","time_h":null}]},
{"rank":2,"distance_km":null,"modes":[],"legs":[]}
],
"run": {"threads":2}
}
)");
  const std::string plain = write_rows(routes(), Format::json, {.timings = false});
  EXPECT_EQ(plain.find("\"run\""), std::string::npos);
}

TEST(WriteRows, JsonStaysUtf8WhateverANameHolds) {
  Document document;
  document.provenance.data = "caf\xe9.csv";
  EXPECT_NE(write_rows(document, Format::json).find("caf\xef\xbf\xbd.csv"), std::string::npos);
}

TEST(WriteRows, GeoJsonCutsLinesAtTheDateLine) {
  const std::string text = write_rows(routes(), Format::geojson);
  EXPECT_NE(
      text.find(
          R"("type":"MultiLineString","coordinates":[[[170.0,10.0],[180.0,15.0]],[[-180.0,15.0],[-170.0,20.0]]])"),
      std::string::npos)
      << text;
  EXPECT_NE(text.find(R"("geometry":null)"), std::string::npos);
  Document pointless = routes();
  pointless.has_points = false;
  EXPECT_THROW(write_rows(pointless, Format::geojson), OptionError);
}

TEST(WriteRows, TableForPeople) {
  EXPECT_EQ(write_rows(routes(), Format::table),
            "rank  distance (km)  modes\n"
            "   1            0.1  rail, sea\n"
            "   2\n"
            "\n"
            "rank 1\n"
            "from         time (h)\n"
            "rail:a              2\n"
            "rail:b, \"x\"\n"
            "\n"
            "served: yes\n"
            "landbridge 9.9.9, quantum 0.01 USD\n");
  EXPECT_EQ(write_rows(routes(), Format::table, {.color = true}).substr(0, 4), "\x1b[1m");
}

TEST(WriteRows, Markdown) {
  const std::string text = write_rows(routes(), Format::md);
  EXPECT_EQ(text.substr(0, text.find("###")),
            "| rank | distance (km) | modes |\n"
            "|---:|---:|---|\n"
            "| 1 | 0.1 | rail, sea |\n"
            "| 2 |  |  |\n"
            "\n");
}

TEST(WriteRows, NumbersReadBackAsTheSameDouble) {
  Document document;
  document.columns = {{.name = "v", .kind = ColumnKind::number}};
  document.rows = {{{1226.6666666666667}}, {{1e300}}, {{-0.1}}, {{63.0}}, {{5e-324}}};
  EXPECT_EQ(write_rows(document, Format::csv), "v\n1226.6666666666667\n1e+300\n-0.1\n63\n5e-324\n");
}

TEST(WriteRows, RefusesARowOfAnotherWidth) {
  Document document;
  document.columns = {{.name = "a"}, {.name = "b"}};
  document.rows = {{{1}}};
  EXPECT_THROW(write_rows(document, Format::csv), ContractError);
}

TEST(WriteRows, FormatsByName) {
  EXPECT_EQ(format_named("geojson"), Format::geojson);
  EXPECT_EQ(format_named("xml"), std::nullopt);
}

}  // namespace
}  // namespace landbridge
