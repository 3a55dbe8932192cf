#include "landbridge/report/html.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Html, EscapesWhatHasAMeaning) {
  EXPECT_EQ(escaped("a<b> & \"c\" 'd' \u00e9"), "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; \u00e9");
  EXPECT_EQ(escaped(""), "");
}

TEST(Html, WritesSharesAsPercentages) {
  EXPECT_EQ(percent(0.1234), "12.3\u00a0%");
  EXPECT_EQ(percent(1), "100.0\u00a0%");
  EXPECT_EQ(percent(0), "0\u00a0%");
  EXPECT_EQ(percent(0.0001), "<\u00a00.1\u00a0%");
  EXPECT_EQ(percent(0.9994), "99.9\u00a0%");
  EXPECT_EQ(percent(0.9996), ">\u00a099.9\u00a0%");
  EXPECT_EQ(percent(1 - 1e-12), "100.0\u00a0%");  // a sum of shares, rounded
}

TEST(Html, KeepsThousandsApart) {
  EXPECT_EQ(grouped(1234567.4), "1,234,567");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(-1000), "\u22121,000");
  EXPECT_EQ(grouped(-0.2), "0");
}

TEST(Html, TablesHaveCaptionAndHeadings) {
  const std::string html = html_table("Hubs & more",
                                      {{"#", ColumnStyle::number, ""},
                                       {"Hub", ColumnStyle::text, ""},
                                       {"Handled", ColumnStyle::share, "a \"share\""}},
                                      {{{"1", {}, ""}, {"A<B", {}, "rail"}, {"50 %", {0.2, 0.3}, ""}}}, 0.5);
  EXPECT_NE(html.find("<caption><span>Hubs &amp; more</span></caption>"), std::string::npos);
  EXPECT_NE(html.find("<th scope=\"col\" class=\"number\">#</th>"), std::string::npos);
  EXPECT_NE(html.find("title=\"a &quot;share&quot;\""), std::string::npos);
  EXPECT_NE(html.find("<th scope=\"row\"><i class=\"swatch rail\"></i>A&lt;B</th>"), std::string::npos);
  EXPECT_NE(html.find("width:40.00%"), std::string::npos);
  EXPECT_NE(html.find("width:60.00%"), std::string::npos);
}

TEST(Html, PagesFetchAndRunNothing) {
  const std::string page = html_page("Who & why?", "<p>x</p>\n");
  EXPECT_NE(page.find("<title>Who &amp; why?</title>"), std::string::npos);
  EXPECT_NE(page.find("prefers-color-scheme: dark"), std::string::npos);
  EXPECT_NE(page.find("@media print"), std::string::npos);
  for (const char* fetched : {"<script", "http://", "https://", "@import", "url(", "src="})
    EXPECT_EQ(page.find(fetched), std::string::npos) << fetched;
}

}  // namespace
}  // namespace landbridge
