#include "landbridge/report/html.hpp"
#include "report/page_html.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace landbridge::detail {
namespace {

std::string break_even_in_words(const PageFlagship& pair) {
  if (!pair.break_even) return pair.break_even_note;
  if (pair.break_even->value() == 0) return "at any value";
  return fmt::format("from {:.2f}", pair.break_even->value());
}

std::string table_of(const std::vector<PageFlagship>& pairs, std::size_t of_class, double dearest) {
  std::vector<std::vector<HtmlCell>> rows;
  for (const PageFlagship& pair : pairs) {
    const PageJourney& one = pair.journeys[of_class];
    if (!one.missing.empty()) {
      rows.push_back({{pair.from + " \u2013 " + pair.to},
                      {one.missing},
                      {"\u2013"},
                      {"\u2013"},
                      {"\u2013"},
                      {},
                      {break_even_in_words(pair)}});
      continue;
    }
    const PageCost& cost = one.cost;
    rows.push_back({{pair.from + " \u2013 " + pair.to},
                    {one.modes},
                    {fmt::format("{:.1f}", one.time.value() / 24)},
                    {grouped(one.distance.value())},
                    {grouped(one.money.value())},
                    {grouped(cost.total().value()),
                     {cost.haul.value(), cost.terminals.value(), cost.borders.value(), cost.waiting.value(),
                      cost.access.value()},
                     "cost"},
                    {break_even_in_words(pair)}});
  }
  const PageJourney& first = pairs.front().journeys[of_class];
  return html_table(fmt::format("One TEU of {} cargo, its hour worth {:g} USD: the way of least cost.",
                                first.cargo_class, first.value_of_time.value()),
                    {{"Journey", ColumnStyle::text},
                     {"By", ColumnStyle::text, "in order", true},
                     {"Days", ColumnStyle::number, "with loading, unloading and waiting"},
                     {"km", ColumnStyle::number, "", true},
                     {"Money (USD)", ColumnStyle::number},
                     {"Cost (USD)", ColumnStyle::share, "money and the worth of the hours"},
                     {"By land (USD/h)", ColumnStyle::number,
                      "the value of an hour from which the way of least cost is by land alone"}},
                    rows, dearest);
}

}  // namespace

std::string flagship_section(const CorridorPage& page) {
  if (page.flagships.empty() || page.flagships.front().journeys.empty()) return "";
  double dearest = 1e-9;
  for (const PageFlagship& pair : page.flagships)
    for (const PageJourney& one : pair.journeys) dearest = std::max(dearest, one.cost.total().value());
  std::string html =
      "<section class=\"journeys\">\n<h2>Journeys that everybody asks about</h2>\n"
      "<p>What the cost of each is made of. Each part is money and the worth of the hours that it takes; the "
      "last "
      "column says from which value of an hour on the best way is by rail, road and ferry alone.</p>\n" +
      keys({{"bar-1 cost", "haul"},
            {"bar-2 cost", "terminals"},
            {"bar-3 cost", "borders"},
            {"bar-4 cost", "waiting"},
            {"bar-5 cost", "access by road"}});
  for (std::size_t i = 0; i < page.flagships.front().journeys.size(); ++i) {
    fmt::format_to(std::back_inserter(html), "<h3>Cargo: {}</h3>\n",
                   escaped(page.flagships.front().journeys[i].cargo_class));
    html += table_of(page.flagships, i, dearest);
  }
  return html + "</section>\n";
}

}  // namespace landbridge::detail
