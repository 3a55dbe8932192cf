#include "landbridge/report/corridor_page.hpp"

#include "landbridge/report/html.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace landbridge {
namespace {

constexpr std::pair<std::string_view, std::string_view> mode_titles[] = {{"rail", "By rail"},
                                                                         {"sea", "By sea"},
                                                                         {"river", "By river"},
                                                                         {"road", "By road"},
                                                                         {"ferry", "By ferry"}};

MapPlace on_map(const PageHub& hub) {
  return {hub.name, hub.at, hub.handled(), hub.exchanged + hub.cleared,
          fmt::format("{}, {}: handles {}, of it {} begins or ends there; {} passes", hub.name, hub.country,
                      percent(hub.handled()), percent(hub.own), percent(hub.passed))};
}

MapLink on_map(const PageLink& link) {
  return {link.from_at,
          link.to_at,
          link.mode,
          link.share,
          fmt::format("{}\u2013{}, {}: {} of the demand", link.from, link.to, link.mode, percent(link.share)),
          link.via};
}

std::string caption(const MapContent& content, const Map& map, bool enlarged) {
  std::string text = fmt::format("Drawn are the {} sections that carry at least {} of the demand each.",
                                 content.links.size(), percent(content.least_share));
  if (enlarged) text += " The outlined part is enlarged below.";
  if (map.places_outside > 0)
    text += fmt::format(" {} {} that handle{} little lie{} outside the frame; the tables hold them.",
                        map.places_outside, map.places_outside == 1 ? "hub" : "hubs",
                        map.places_outside == 1 ? "s" : "", map.places_outside == 1 ? "s" : "");
  return text +
         " Lines at sea show a way over water, not a ship\u2019s track. Coastline for orientation only: no "
         "boundaries are "
         "drawn, and no position on the status of any territory is taken.";
}

std::string figures(const CorridorPage& page, const Coastline& land, const CorridorPageOptions& options) {
  std::vector<MapPlace> places;
  for (const auto& hub : page.hubs) places.push_back(on_map(hub));
  std::vector<MapLink> links;
  for (const auto& link : page.links) links.push_back(on_map(link));
  const MapContent content = map_content(std::move(places), std::move(links), land);

  MapOptions wide{.window = main_part_of(content),
                  .names = options.names,
                  .core_label = "filled: exchanged or cleared",
                  .id = "map",
                  .title = page.question,
                  .description =
                      "A map of the sections that carry the demand, their width by share, and of the hubs, "
                      "their area by the "
                      "share they handle. The tables below hold the same figures. " +
                      findings(page)};
  const auto crowd = crowded_part_of(content, fitted(*wide.window, wide.least_height, wide.most_height));
  MapOptions narrow = wide;
  narrow.width = 640, narrow.least_height = 0.78, narrow.most_height = 1.05, narrow.font_size = 20;
  narrow.names = 12, narrow.id = "small-map";
  std::string more;
  if (crowd) {
    wide.marked = fitted(*crowd, 0.5, 0.62);
    narrow.marked = fitted(*crowd, 0.78, 1.05);
    MapOptions large = wide, small = narrow;
    large.window = wide.marked, large.marked = {}, large.names = options.names + 10, large.id = "large-map",
    large.least_height = 0.5;
    small.window = narrow.marked, small.marked = {}, small.names = 16, small.id = "small-large-map";
    large.legend = small.legend = false;
    large.title = small.title = "The outlined part, enlarged";
    large.description = small.description = "";
    more = fmt::format(
        "<figure>\n<div class=\"wide-only\">\n{}</div>\n<div class=\"narrow-only\">\n{}</div>\n"
        "<figcaption>The outlined part, enlarged, with the same widths and areas.</figcaption>\n</figure>\n",
        draw_map(content, large).svg, draw_map(content, small).svg);
  }
  const Map map = draw_map(content, wide), small_map = draw_map(content, narrow);
  return fmt::format(
             "<figure>\n<div class=\"wide-only\">\n{}</div>\n<div "
             "class=\"narrow-only\">\n{}</div>\n<figcaption>{}</figcaption>\n</figure>\n",
             map.svg, small_map.svg, escaped(caption(content, map, crowd.has_value()))) +
         more;
}

std::string hub_section(const CorridorPage& page, const CorridorPageOptions& options) {
  if (page.hubs.empty()) return "";
  const auto any = [&](auto member) {
    return std::any_of(page.hubs.begin(), page.hubs.end(),
                       [&](const PageHub& hub) { return hub.*member > 0; });
  };
  const bool exchanged = any(&PageHub::exchanged), cleared = any(&PageHub::cleared);
  std::vector<HtmlColumn> columns{
      {"#", ColumnStyle::number, ""},
      {"Hub", ColumnStyle::text, "all terminals of a city together"},
      {"Country or territory", ColumnStyle::text, "", true},
      {"Terminals", ColumnStyle::text, "", true},
      {"Handled", ColumnStyle::share,
       "share of the demand that begins, ends, changes mode, train or gauge, or clears a border there"},
      {"Own", ColumnStyle::number, "share that begins or ends there"}};
  if (exchanged)
    columns.push_back({"Exchanged", ColumnStyle::number, "share that changes mode, train or gauge there"});
  if (cleared) columns.push_back({"Cleared", ColumnStyle::number, "share that only clears a border there"});
  columns.push_back({"Passed", ColumnStyle::number, "share that goes through without being handled"});
  std::vector<std::vector<HtmlCell>> rows;
  const std::size_t count = std::min(options.hubs, page.hubs.size());
  for (std::size_t i = 0; i < count; ++i) {
    const PageHub& hub = page.hubs[i];
    std::vector<HtmlCell> row{{fmt::format("{}", hub.rank), {}, ""},
                              {hub.name, {}, ""},
                              {hub.country, {}, ""},
                              {hub.terminals, {}, ""},
                              {percent(hub.handled()), {hub.exchanged, hub.cleared, hub.own}, ""},
                              {percent(hub.own), {}, ""}};
    if (exchanged) row.push_back({percent(hub.exchanged), {}, ""});
    if (cleared) row.push_back({percent(hub.cleared), {}, ""});
    row.push_back({percent(hub.passed), {}, ""});
    rows.push_back(std::move(row));
  }
  std::string html =
      "<section>\n<h2>Hubs: where cargo is handled</h2>\n"
      "<p>A hub is all terminals of a city. It <em>handles</em> what begins or ends there, what changes "
      "mode, train or gauge, "
      "and what clears a border; each unit of demand counts once a hub. What only <em>passes</em> stands "
      "beside it and does not count towards the rank.</p>\n"
      "<ul class=\"keys\">";
  if (exchanged) html += "<li><i class=\"bar-1\"></i>exchanged: changes mode, train or gauge there</li>";
  if (cleared) html += "<li><i class=\"bar-2\"></i>cleared: only clears a border there</li>";
  html += "<li><i class=\"bar-3\"></i>own: begins or ends there</li>";
  html += "</ul>\n";
  html += html_table(
      fmt::format(
          "The {} hubs that handle most, of {} with any part of the demand. Shares of the demand served.",
          count, page.hubs.size()),
      columns, rows, std::max(1e-9, page.hubs.front().handled()));
  return html + "</section>\n";
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

std::string list_of(const std::vector<PageFact>& facts) {
  std::string html = "<dl>";
  for (const auto& fact : facts)
    fmt::format_to(std::back_inserter(html), "<dt>{}</dt><dd>{}</dd>\n", escaped(fact.term),
                   escaped(fact.text));
  return html + "</dl>\n";
}

std::string basis_section(const CorridorPage& page) {
  std::string html = "<section class=\"basis\">\n<h2>What it rests on</h2>\n";
  if (!page.basis.empty()) html += list_of(page.basis);
  if (!page.assumptions.empty()) {
    std::vector<std::vector<HtmlCell>> rows;
    for (const auto& one : page.assumptions)
      rows.push_back({{one.name, {}, ""},
                      {one.value, {}, ""},
                      {one.unit, {}, ""},
                      {one.help, {}, ""},
                      {one.basis, {}, ""}});
    html += html_table("Prices, speeds and handling of the cost model.",
                       {{"Field", ColumnStyle::text, "the name by which it can be set"},
                        {"Value", ColumnStyle::number, ""},
                        {"Unit", ColumnStyle::text, ""},
                        {"Meaning", ColumnStyle::text, ""},
                        {"Basis", ColumnStyle::text, "how the figure is known"}},
                       rows);
    std::vector<std::string> addresses;
    for (const auto& one : page.assumptions)
      if (!one.address.empty() &&
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

}  // namespace

std::string corridor_page(const CorridorPage& page, const Coastline& land,
                          const CorridorPageOptions& options) {
  std::string body;
  auto out = std::back_inserter(body);
  fmt::format_to(
      out,
      "<main>\n<header>\n<h1>{}</h1>\n<p class=\"subject\">{}</p>\n<p class=\"findings\">{}</p>\n</header>\n",
      escaped(page.question), escaped(page.subject), escaped(findings(page)));
  body += figures(page, land, options) + hub_section(page, options) + link_section(page, options) +
          passage_section(page, options) + basis_section(page);
  body +=
      "</main>\n<footer>\n<p>Coastline for orientation only; no boundaries are drawn. Names of countries and "
      "territories are those of the data and imply no position on their status. "
      "Partners are partner countries and territories.</p>\n";
  if (!page.files.empty()) body += list_of(page.files);
  if (!page.provenance.empty()) body += list_of(page.provenance);
  body += "</footer>\n";
  return html_page(page.question, body);
}

}  // namespace landbridge
