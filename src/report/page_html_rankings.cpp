#include "landbridge/report/html.hpp"
#include "report/page_html.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace landbridge::detail {
namespace {

constexpr std::pair<std::string_view, std::string_view> mode_titles[] = {{"rail", "By rail"},
                                                                         {"sea", "By sea"},
                                                                         {"river", "By river"},
                                                                         {"road", "By road"},
                                                                         {"ferry", "By ferry"}};

/// More would be more than is known.
double three_digits(double amount) {
  if (amount < 100) return amount;
  const double unit = std::pow(10, std::floor(std::log10(amount)) - 2);
  return std::round(amount / unit) * unit;
}

/// Why the first ones are where they are.
std::string reasons_of(const CorridorPage& page) {
  std::string html;
  for (const PageHub& hub : page.hubs)
    if (!hub.reason.empty())
      fmt::format_to(std::back_inserter(html), "<li value=\"{}\"><strong>{}</strong> {}</li>\n", hub.rank,
                     escaped(hub.name), escaped(hub.reason));
  if (html.empty()) return "";
  const std::string basis =
      page.draws > 0
          ? "<p>Hubs, shares and ranks are those of the table; what cargo changes between, its sections and borders are "
            "at the figures of the model, without draws.</p>\n"
          : "";
  return "<h3>Why they are there</h3>\n" + basis + "<ol class=\"reasons\">\n" + html + "</ol>\n";
}

}  // namespace

std::string keys(const std::vector<std::pair<std::string, std::string>>& marks) {
  std::string html = "<ul class=\"keys\">";
  for (const auto& [mark, meaning] : marks)
    fmt::format_to(std::back_inserter(html), "<li><i class=\"{}\"></i>{}</li>", escaped(mark),
                   escaped(meaning));
  return html + "</ul>\n";
}

std::string hub_section(const CorridorPage& page, const CorridorPageOptions& options) {
  if (page.hubs.empty()) return "";
  const auto any = [&](auto member) {
    return std::any_of(page.hubs.begin(), page.hubs.end(),
                       [&](const PageHub& hub) { return hub.*member > 0; });
  };
  const bool exchanged = any(&PageHub::exchanged), cleared = any(&PageHub::cleared);
  // With amounts and ranks over draws there is no room: the bar shows both parts, the table beside the page
  // has them.
  const bool apart = page.unit.empty() && page.draws == 0;
  const std::size_t count = std::min(options.hubs, page.hubs.size());
  std::vector<HtmlColumn> columns{
      {"#", ColumnStyle::number},
      {"Hub", ColumnStyle::text, "all terminals of a city together"},
      {"Country or territory", ColumnStyle::text, "", true},
      {"Terminals", ColumnStyle::text, "", true},
      {"Handled", ColumnStyle::share,
       "share of the demand that begins, ends, changes mode, train or gauge, or clears a border there"}};
  if (!page.unit.empty())
    columns.push_back({unit_in_words(page.unit), ColumnStyle::number,
                       "handled, in the unit of the demand, to three digits", true});
  if (page.draws > 0)
    columns.push_back(
        {"Rank over draws", ColumnStyle::range,
         "5 to 95 % quantile of the rank over the draws; dot: rank of the mean, circle: rank without "
         "disturbance"});
  if (exchanged || cleared)
    columns.push_back({"Without own", ColumnStyle::number,
                       "share that is handled there and neither begins nor ends there"});
  columns.push_back({"Own", ColumnStyle::number, "share that begins or ends there"});
  if (exchanged && apart)
    columns.push_back(
        {"Exchanged", ColumnStyle::number, "share that changes mode, train or gauge there", true});
  if (cleared && apart)
    columns.push_back({"Cleared", ColumnStyle::number, "share that only clears a border there", true});
  columns.push_back({"Passed", ColumnStyle::number, "share that goes through without being handled"});
  double last = 2;
  for (std::size_t i = 0; i < count; ++i)
    if (page.hubs[i].range) last = std::max<double>(last, page.hubs[i].range->high);
  std::vector<std::vector<HtmlCell>> rows;
  for (std::size_t i = 0; i < count; ++i) {
    const PageHub& hub = page.hubs[i];
    std::vector<HtmlCell> row{{fmt::format("{}", hub.rank)},
                              {hub.name},
                              {hub.country},
                              {hub.terminals},
                              {percent(hub.handled()), {hub.exchanged, hub.cleared, hub.own}}};
    if (!page.unit.empty()) row.push_back({grouped(three_digits(hub.handled() * page.served_amount))});
    if (page.draws > 0)
      row.push_back(hub.range ? HtmlCell{fmt::format("{}\u2013{}", hub.range->low, hub.range->high),
                                         {},
                                         "",
                                         HtmlRange{double(hub.range->low), double(hub.range->high),
                                                   double(hub.rank), double(hub.range->undisturbed), last}}
                              : HtmlCell{});
    if (exchanged || cleared) row.push_back({percent(hub.others())});
    row.push_back({percent(hub.own)});
    if (exchanged && apart) row.push_back({percent(hub.exchanged)});
    if (cleared && apart) row.push_back({percent(hub.cleared)});
    row.push_back({percent(hub.passed)});
    rows.push_back(std::move(row));
  }
  std::vector<std::pair<std::string, std::string>> marks;
  if (exchanged) marks.emplace_back("bar-1", "exchanged: changes mode, train or gauge there");
  if (cleared) marks.emplace_back("bar-2", "cleared: only clears a border there");
  marks.emplace_back("bar-3", "own: begins or ends there");
  std::string html =
      "<section>\n<h2>Hubs: where cargo is handled</h2>\n"
      "<p>A hub is all terminals of a city. It <em>handles</em> what begins or ends there, what changes "
      "mode, train or gauge, "
      "and what clears a border; each unit of demand counts once a hub. What only <em>passes</em> stands "
      "beside it and does not count towards the rank.</p>\n" +
      keys(marks);
  html += html_table(
      fmt::format(
          "The {} hubs that handle most, of {} with any part of the demand. Shares of the demand served.",
          count, page.hubs.size()),
      columns, rows, std::max(1e-9, page.hubs.front().handled()));
  return html + reasons_of(page) + "</section>\n";
}

std::string link_section(const CorridorPage& page, const CorridorPageOptions& options) {
  if (page.links.empty()) return "";
  std::string html =
      "<section class=\"sections\">\n<h2>Links: which sections carry it</h2>\n<p>Both directions of a "
      "section together, by "
      "mode.</p>\n";
  const double full = std::max(1e-9, page.links.front().share);
  for (const auto& [mode, title] : mode_titles) {
    std::vector<std::vector<HtmlCell>> rows;
    std::size_t used = 0;
    bool named = false;
    for (const auto& link : page.links) {
      if (link.mode != mode || ++used > options.links) continue;
      rows.push_back({{fmt::format("{}", used), {}, ""},
                      {link.from + " \u2013 " + link.to, {}, std::string(mode)},
                      {grouped(link.length.value()), {}, ""},
                      {percent(link.share), {link.share}, std::string(mode)},
                      {link.corridors, {}, ""}});
      named |= !link.corridors.empty();
    }
    if (rows.empty()) continue;
    std::vector<HtmlColumn> columns{{"#", ColumnStyle::number, ""},
                                    {"Section", ColumnStyle::text, ""},
                                    {"Length (km)", ColumnStyle::number, "", true},
                                    {"Share of demand", ColumnStyle::share, ""}};
    if (named) columns.push_back({"Corridors", ColumnStyle::text, "", true});
    fmt::format_to(std::back_inserter(html), "<h3>{}</h3>\n", title);
    const std::string how = "b" + std::string(title.substr(1));
    const std::string which = used == 1 ? "The only section"
                              : used == rows.size()
                                  ? fmt::format("All {} sections", used)
                                  : fmt::format("The {} busiest of {} sections", rows.size(), used);
    html += html_table(fmt::format("{} in use {}.", which, how), columns, rows, full);
  }
  return html + "</section>\n";
}

std::string passage_section(const CorridorPage& page, const CorridorPageOptions& options) {
  if (page.passages.empty()) return "";
  std::vector<std::vector<HtmlCell>> rows;
  for (std::size_t i = 0; i < std::min(options.passages, page.passages.size()); ++i) {
    const auto& passage = page.passages[i];
    rows.push_back({{fmt::format("{}", passage.rank), {}, ""},
                    {passage.name, {}, ""},
                    {passage.kind, {}, ""},
                    {percent(passage.share), {passage.share}, ""}});
  }
  return "<section>\n<h2>Passages: what must be gone through</h2>\n"
         "<p>Straits, canals and border crossings; a unit of demand counts once for each passage its route "
         "uses.</p>\n" +
         html_table(
             fmt::format("The {} passages that carry most, of {} in use.", rows.size(), page.passages.size()),
             {{"#", ColumnStyle::number, ""},
              {"Passage", ColumnStyle::text, ""},
              {"Kind", ColumnStyle::text, ""},
              {"Share of demand", ColumnStyle::share, ""}},
             rows, std::max(1e-9, page.passages.front().share)) +
         "</section>\n";
}

}  // namespace landbridge::detail
