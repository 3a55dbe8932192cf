#include "landbridge/report/html.hpp"
#include "report/page_html.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace landbridge::detail {

std::string list_of(const std::vector<PageFact>& facts) {
  std::string html = "<dl>";
  for (const auto& fact : facts)
    fmt::format_to(std::back_inserter(html), "<dt>{}</dt><dd>{}</dd>\n", escaped(fact.term),
                   escaped(fact.text));
  return html + "</dl>\n";
}

namespace {

std::string sources_of(const CorridorPage& page) {
  if (page.sources.empty()) return "";
  std::vector<std::vector<HtmlCell>> rows;
  for (const PageSourceGroup& group : page.sources)
    rows.push_back({{group.table},
                    {grouped(static_cast<double>(group.rows))},
                    {grouped(static_cast<double>(group.sources))},
                    {group.years.empty() ? "\u2013" : group.years},
                    {group.foremost}});
  return fmt::format(
      "<details>\n<summary>Sources of the data: {} tables</summary>\n{}</details>\n", rows.size(),
      html_table("What each table of the data rests on; sources.csv has every source with its address and "
                 "licence.",
                 {{"Table", ColumnStyle::text},
                  {"Rows", ColumnStyle::number},
                  {"Sources", ColumnStyle::number},
                  {"Years", ColumnStyle::number},
                  {"Cited most", ColumnStyle::text, "with the licence where the source states one", true}},
                 rows));
}

}  // namespace

std::string basis_section(const CorridorPage& page) {
  std::string html = "<section class=\"basis\">\n<h2>What it rests on</h2>\n";
  if (!page.basis.empty()) html += list_of(page.basis);
  html += sources_of(page);
  if (!page.assumptions.empty()) {
    std::vector<std::vector<HtmlCell>> rows;
    for (const auto& one : page.assumptions)
      rows.push_back({{one.name, {}, ""},
                      {one.value, {}, ""},
                      {one.unit, {}, ""},
                      {one.help, {}, ""},
                      {one.origin == AssumptionOrigin::conditions && !one.address.empty()
                           ? one.basis + " (" + one.address + ")"
                           : one.basis,
                       {},
                       ""}});
    html += fmt::format("<details>\n<summary>Assumptions: the {} fields of the cost model</summary>\n",
                        rows.size());
    html += html_table("Prices, speeds and handling of the cost model.",
                       {{"Field", ColumnStyle::text, "the name by which it can be set"},
                        {"Value", ColumnStyle::number, ""},
                        {"Unit", ColumnStyle::text, ""},
                        {"Meaning", ColumnStyle::text, ""},
                        {"Basis", ColumnStyle::text, "how the figure is known"}},
                       rows);
    html += "</details>\n";
    std::vector<std::string> addresses;
    for (const auto& one : page.assumptions)
      if (one.origin != AssumptionOrigin::conditions && !one.address.empty() &&
          std::find(addresses.begin(), addresses.end(), one.address) == addresses.end())
        addresses.push_back(one.address);
    if (!addresses.empty()) {
      html += "<details>\n<summary>Sources of the cost model</summary>\n<ul class=\"sources\">\n";
      for (const auto& address : addresses)
        fmt::format_to(std::back_inserter(html), "<li>{}</li>\n", escaped(address));
      html += "</ul>\n</details>\n";
    }
  }
  return html + "</section>\n";
}

}  // namespace landbridge::detail
