#include "landbridge/report/html.hpp"
#include "report/page_html.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace landbridge::detail {
namespace {

std::string land_of(const CorridorPage& page) {
  const PageChecks& checks = page.checks;
  if (!checks.land_share) return "";
  std::string html = fmt::format(
      "<p>Of the demand served between China\u2019s provinces and the members of the EU "
      "<strong>{}</strong>{} goes by "
      "land alone: rail, road and ferry, at the figures of the model without draws.{}</p>\n",
      escaped(percent(*checks.land_share)),
      page.unit.empty() ? "" : " (" + escaped(amount_in_words(checks.land_amount, page.unit)) + ")",
      page.unit.empty() ? " Each pair counts alike, so it is not a share of what is traded." : "");
  if (checks.land_published.empty()) return html;
  std::vector<std::vector<HtmlCell>> rows;
  for (const PagePublished& one : checks.land_published)
    rows.push_back(
        {{one.text},
         {fmt::format("{} {}", one.value < 1000 ? fmt::format("{:g}", one.value) : grouped(one.value),
                      one.unit)},
         {one.year},
         {one.source}});
  return html + html_table("Published, for comparison: shares of the value of trade, by rail, in the year stated; the model's is of containers, by land.",
                           {{"Figure", ColumnStyle::text},
                            {"Value", ColumnStyle::number},
                            {"Year", ColumnStyle::number},
                            {"Source", ColumnStyle::text, "id in sources.csv", true}},
                           rows);
}

std::string difference(const PageTransit& one) {
  const double percents = 100 * (one.modelled_days / one.published_days - 1);
  return fmt::format("{}{:.0f}\u00a0%", percents < 0 ? "\u2212" : "+", std::abs(percents));
}

std::string transits_of(const PageChecks& checks) {
  if (checks.transits.empty()) return "";
  std::vector<std::vector<HtmlCell>> rows;
  for (const PageTransit& one : checks.transits)
    rows.push_back({{one.from + " \u2013 " + one.to},
                    {one.mode},
                    {fmt::format("{:.3g}", one.published_days)},
                    {fmt::format("{:.1f}", one.modelled_days)},
                    {difference(one)},
                    {one.year.empty() ? "\u2013" : one.year},
                    {one.source}});
  return "<h3>Days under way</h3>\n" +
         html_table(
             fmt::format("The {} journeys with the most published figures among those that the model can be "
                         "compared with; of each the newest figure. Quickest way by the same modes, without "
                         "loading and unloading at its ends; under the conditions of that year where the data have "
                         "any, else at the default figures. Trains cross borders here as through trains, which "
                         "the published ones are; elsewhere on this page ordinary trains wait longer at borders.",
                         rows.size()),
             {{"Journey", ColumnStyle::text},
              {"By", ColumnStyle::text},
              {"Published (days)", ColumnStyle::number},
              {"Model (days)", ColumnStyle::number},
              {"Difference", ColumnStyle::number},
              {"Year", ColumnStyle::number},
              {"Source", ColumnStyle::text, "id in sources.csv", true}},
             rows);
}

std::string coefficient(double value) {
  return (value < 0 ? "\u2212" : "") + fmt::format("{:.2f}", std::abs(value));
}

std::string correlations_of(const PageChecks& checks) {
  if (checks.correlations.empty()) return "";
  std::vector<std::vector<HtmlCell>> rows;
  for (const PageCorrelation& one : checks.correlations)
    rows.push_back({{one.name},
                    {coefficient(one.spearman)},
                    {coefficient(one.kendall)},
                    {fmt::format("{}", one.count)}});
  return "<h3>Orders</h3>\n" +
         html_table("How alike the order of the model and the published one are: 1 the same, 0 unrelated.",
                    {{"Order", ColumnStyle::text},
                     {"Spearman", ColumnStyle::number},
                     {"Kendall", ColumnStyle::number},
                     {"Items", ColumnStyle::number}},
                    rows);
}

}  // namespace

std::string check_section(const CorridorPage& page) {
  if (page.checks.empty()) return "";
  return "<section class=\"box\">\n<h2>Is it believable?</h2>\n" + land_of(page) + transits_of(page.checks) +
         correlations_of(page.checks) + "</section>\n";
}

std::string unserved_section(const CorridorPage& page, const CorridorPageOptions& options) {
  if (page.unserved_rows.empty()) return "";
  std::map<std::string, double> by_reason;
  for (const PageUnserved& one : page.unserved_rows) by_reason[one.reason] += one.amount;
  const auto words = [&](double amount) {
    if (!page.unit.empty()) return amount_in_words(amount, page.unit);
    return fmt::format("{:.3g} of pairs", amount);
  };
  std::vector<std::string> parts;
  const std::pair<const char*, const char*> reasons[] = {
      {"no hub", "has an end that no hub of the network serves"},
      {"no route", "finds no route between its hubs"},
      {"within one hub", "begins and ends at one hub and needs no link"}};
  for (const auto& [reason, meaning] : reasons)
    if (by_reason.contains(reason)) parts.push_back(words(by_reason[reason]) + " " + meaning);
  std::vector<std::vector<HtmlCell>> rows;
  for (const PageUnserved& one : page.unserved_rows)
    if (rows.size() < options.unserved) rows.push_back({{one.name}, {one.reason}, {words(one.amount)}});
  return fmt::format(
             "<section>\n<h2>Demand that is not served</h2>\n<p>{}. What stays within one hub is not part of "
             "the "
             "demand that shares are of; the rest is {} of it.</p>\n",
             escaped(in_words(parts)), escaped(percent(page.unserved))) +
         html_table(
             fmt::format("{} of {} rows; the whole list is unserved.csv.", rows.size(),
                         page.unserved_rows.size()),
             {{"Where", ColumnStyle::text}, {"Why", ColumnStyle::text}, {"Amount", ColumnStyle::number}},
             rows) +
         "</section>\n";
}

}  // namespace landbridge::detail
