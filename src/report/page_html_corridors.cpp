#include "landbridge/report/html.hpp"
#include "report/page_html.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

namespace landbridge::detail {
namespace {

double part(double amount, double of) {
  return of > 0 ? amount / of : 0;
}

/// Four figures that are read first.
std::string figures_of(const PageCorridor& corridor) {
  struct Figure {
    const char* term;
    double share;
    double amount;
    const char* help;
  };
  std::vector<Figure> figures{
      {"Touches", part(corridor.carried, corridor.served), corridor.carried,
       "of the demand served: its best way in the whole network uses a link or service of the corridor"},
      {"Carries through", part(corridor.carried_through, corridor.served), corridor.carried_through,
       "of the demand served: its best way leaves or enters China on the corridor, over its border or from its "
       "railways to its ships"},
      {"Carries alone", part(corridor.carried_alone, corridor.served), corridor.carried_alone,
       "of the demand served: its best way uses nothing else between its hubs"},
      {"Can serve", part(corridor.servable, corridor.demand), corridor.servable,
       "of all demand: has a way over links of the corridor alone"}};
  if (corridor.ends_demand > 0) {
    figures.push_back({"Carries through of its ends", part(corridor.ends_carried, corridor.ends_demand),
                       corridor.ends_carried, "of the demand between its ends"});
    figures.push_back({"Can serve of its ends", part(corridor.ends_servable, corridor.ends_demand),
                       corridor.ends_servable, "of the demand between its ends, over its links alone"});
  }
  std::string html = "<dl class=\"figures\">\n";
  for (const Figure& figure : figures)
    fmt::format_to(std::back_inserter(html),
                   "<div><dt>{}</dt><dd><strong>{}</strong>{}<span>{}</span></dd></div>\n", figure.term,
                   escaped(percent(figure.share)),
                   corridor.unit.empty() ? "" : " " + escaped(amount_in_words(figure.amount, corridor.unit)),
                   escaped(figure.help));
  return html + "</dl>\n";
}

std::string published_of(const PageCorridor& corridor) {
  std::vector<std::string> told;
  for (const PagePublished& one : corridor.published)
    told.push_back(fmt::format("{} {} in {} ({}; source {})", grouped(one.value), one.unit, one.year, one.text, one.source));
  if (told.empty()) return "";
  return fmt::format(
      "<p>Published of the corridor, to be held beside what it carries through: {}.</p>\n",
      escaped(in_words(told)));
}

std::string hubs_of(const PageCorridor& corridor, std::size_t count) {
  std::vector<std::vector<HtmlCell>> rows;
  for (std::size_t i = 0; i < std::min(count, corridor.hubs.size()); ++i) {
    const PageHub& hub = corridor.hubs[i];
    rows.push_back({{fmt::format("{}", hub.rank)},
                    {hub.name},
                    {percent(hub.handled()), {hub.exchanged, hub.cleared, hub.own}},
                    {percent(hub.others())}});
  }
  if (rows.empty()) return "";
  return html_table(fmt::format("The {} hubs that handle most of what the corridor serves.", rows.size()),
                    {{"#", ColumnStyle::number},
                     {"Hub", ColumnStyle::text},
                     {"Handled", ColumnStyle::share},
                     {"Without own", ColumnStyle::number}},
                    rows, std::max(1e-9, corridor.hubs.front().handled()));
}

std::string sections_of(const PageCorridor& corridor, std::size_t count) {
  std::vector<std::vector<HtmlCell>> rows;
  for (std::size_t i = 0; i < std::min(count, corridor.sections.size()); ++i) {
    const PageLink& link = corridor.sections[i];
    rows.push_back({{link.from + " \u2013 " + link.to, {}, link.mode},
                    {grouped(link.length.value())},
                    {percent(link.share), {link.share}, link.mode}});
  }
  if (rows.empty()) return "";
  return html_table(
      fmt::format("The {} busiest of {} sections in use.", rows.size(), corridor.sections.size()),
      {{"Section", ColumnStyle::text}, {"km", ColumnStyle::number, "", true}, {"Share", ColumnStyle::share}},
      rows, std::max(1e-9, corridor.sections.front().share));
}

std::string passages_of(const PageCorridor& corridor, std::size_t count) {
  std::vector<std::vector<HtmlCell>> rows;
  for (std::size_t i = 0; i < std::min(count, corridor.passages.size()); ++i) {
    const PagePassage& passage = corridor.passages[i];
    rows.push_back({{passage.name}, {percent(passage.share), {passage.share}}});
  }
  if (rows.empty()) return "";
  return html_table(
      fmt::format("The {} passages that carry most, of {} in use.", rows.size(), corridor.passages.size()),
      {{"Passage", ColumnStyle::text}, {"Share", ColumnStyle::share}}, rows,
      std::max(1e-9, corridor.passages.front().share));
}

std::string journeys_of(const PageCorridor& corridor) {
  std::vector<std::vector<HtmlCell>> rows;
  std::size_t missing = 0;
  for (const PageJourney& one : corridor.journeys) {
    if (!one.missing.empty()) {
      ++missing;
      rows.push_back(
          {{one.from + " \u2013 " + one.to}, {"\u2013"}, {"\u2013"}, {"\u2013"}, {"\u2013"}, {one.missing}});
      continue;
    }
    std::string dearer = "\u2013";
    if (one.dearer)
      dearer = *one.dearer < 0.0005 ? "the best" : fmt::format("+{:.1f}\u00a0%", 100 * *one.dearer);
    rows.push_back({{one.from + " \u2013 " + one.to},
                    {fmt::format("{:.1f}", one.time.value() / 24)},
                    {grouped(one.money.value())},
                    {grouped(one.distance.value())},
                    {dearer},
                    {one.legs.empty() ? "by the roads to its hubs alone" : one.legs}});
  }
  if (rows.empty()) return "";
  const PageJourney& first = corridor.journeys.front();
  return "<h3>From end to end</h3>\n" +
         html_table(fmt::format("The best way over the corridor alone from each origin to each destination, "
                                "for one TEU of {} "
                                "cargo ({:g} USD an hour), roads to the hubs included{}.",
                                first.cargo_class, first.value_of_time.value(),
                                missing > 0 ? fmt::format("; {} of {} have none", missing, rows.size()) : ""),
                    {{"Ends", ColumnStyle::text},
                     {"Days", ColumnStyle::number},
                     {"Money (USD)", ColumnStyle::number},
                     {"Length (km)", ColumnStyle::number, "", true},
                     {"Dearer by", ColumnStyle::number,
                      "money and the worth of the hours, against the best way in the whole network"},
                     {"Legs", ColumnStyle::text, "", true}},
                    rows);
}

}  // namespace

std::string corridor_section(const PageCorridor& corridor, const Coastline& land,
                             const CorridorPageOptions& options) {
  std::string html = fmt::format("<section class=\"corridor\">\n<h2>{}</h2>\n", escaped(corridor.name));
  std::string text = fmt::format(
      "At the figures of the model, without draws. By itself it is {} links by {}, with what handling, waiting and the roads to its hubs "
      "take.",
      grouped(static_cast<double>(corridor.links)), corridor.modes);
  if (!corridor.origins.empty())
    text += fmt::format(" Its ends in the data: {} in China, {} abroad.", corridor.origins,
                        corridor.destinations);
  if (corridor.links > 0 && corridor.modes.find("sea") == std::string::npos &&
      corridor.modes.find("river") == std::string::npos)
    text += " The data give it no leg at sea.";
  fmt::format_to(std::back_inserter(html), "<p>{}</p>\n", escaped(text));
  html += figures_of(corridor);
  html += published_of(corridor);
  if (corridor.servable > 0) {
    html += corridor_map(corridor, land);
    html += "<div class=\"side-by-side\">\n";
    for (const std::string& table :
         {hubs_of(corridor, options.corridor_rows), sections_of(corridor, options.corridor_rows),
          passages_of(corridor, options.corridor_rows)})
      if (!table.empty()) html += "<div>\n" + table + "</div>\n";
    html += "</div>\n";
  } else {
    html += "<p>No demand has a way over its links alone.</p>\n";
  }
  return html + journeys_of(corridor) + "</section>\n";
}

}  // namespace landbridge::detail
