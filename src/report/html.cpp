#include "landbridge/report/html.hpp"

#include "landbridge/base/version.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

namespace landbridge {

namespace embedded {
extern const std::string_view page_style;
}

std::string escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += c;
    }
  return result;
}

std::string percent(double share) {
  if (share == 0) return "0\u00a0%";
  if (share < 0.0005) return "<\u00a00.1\u00a0%";
  if (share >= 0.9995 && share < 1 - 1e-9) return ">\u00a099.9\u00a0%";  // not all: some remains
  return fmt::format("{:.1f}\u00a0%", share * 100);
}

std::string grouped(double value) {
  std::string digits = fmt::format("{:.0f}", std::abs(value));
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return (value < 0 && digits != "0" ? "\u2212" : "") + digits;
}

namespace {

/// For sighted readers; the figure beside it says the same.
std::string drawn(const HtmlRange& range) {
  constexpr double width = 100, middle = 6;
  const auto x = [&](double value) { return 5 + (width - 10) * (value - 1) / std::max(1.0, range.last - 1); };
  return fmt::format(
      "<svg class=\"range\" viewBox=\"0 0 {0:g} 12\" aria-hidden=\"true\"><path class=\"axis\" d=\"M5 {1:g}H{2:g}\"/>"
      "<path class=\"whisker\" d=\"M{3:.1f} {1:g}H{4:.1f}M{3:.1f} 3v6M{4:.1f} 3v6\"/>"
      "<circle class=\"open\" cx=\"{5:.1f}\" cy=\"{1:g}\" r=\"3.4\"/><circle class=\"dot\" cx=\"{6:.1f}\" cy=\"{1:g}\" "
      "r=\"3\"/></svg>",
      width, middle, width - 5, x(range.low), x(range.high), x(range.circle), x(range.dot));
}

}  // namespace

std::string html_table(std::string_view caption, const std::vector<HtmlColumn>& columns,
                       const std::vector<std::vector<HtmlCell>>& rows, double full_bar) {
  const auto class_of = [](const HtmlColumn& column) -> std::string {
    std::string names = column.style == ColumnStyle::text     ? ""
                        : column.style == ColumnStyle::number ? "number"
                        : column.style == ColumnStyle::range  ? "range"
                                                              : "share";
    if (column.minor) names += names.empty() ? "minor" : " minor";
    return names.empty() ? "" : " class=\"" + names + "\"";
  };
  std::string html;
  auto out = std::back_inserter(html);
  fmt::format_to(out,
                 "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
                 "aria-label=\"{0}\">\n<table>\n<caption><span>{0}</span></caption>\n<thead><tr>",
                 escaped(caption));
  std::size_t heading = columns.size();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (heading == columns.size() && columns[i].style == ColumnStyle::text) heading = i;
    const std::string help =
        columns[i].help.empty() ? "" : fmt::format(" title=\"{}\"", escaped(columns[i].help));
    fmt::format_to(out, "<th scope=\"col\"{}{}>{}</th>", class_of(columns[i]), help,
                   escaped(columns[i].heading));
  }
  fmt::format_to(out, "</tr></thead>\n<tbody>\n");
  for (const auto& row : rows) {
    fmt::format_to(out, "<tr>");
    for (std::size_t i = 0; i < columns.size() && i < row.size(); ++i) {
      const HtmlCell& cell = row[i];
      fmt::format_to(out, "<{}{}>", i == heading ? "th scope=\"row\"" : "td", class_of(columns[i]));
      if (!cell.swatch.empty()) fmt::format_to(out, "<i class=\"swatch {}\"></i>", escaped(cell.swatch));
      if (columns[i].style == ColumnStyle::share) {
        fmt::format_to(out, "<span class=\"figure\">{}</span><span class=\"track\" aria-hidden=\"true\">",
                       escaped(cell.text));
        for (std::size_t part = 0; part < cell.bars.size(); ++part)
          if (cell.bars[part] > 0)
            fmt::format_to(out, "<b class=\"bar-{} {}\" style=\"width:{:.2f}%\"></b>", part + 1,
                           escaped(cell.swatch), 100 * cell.bars[part] / full_bar);
        fmt::format_to(out, "</span>");
      } else if (columns[i].style == ColumnStyle::range && cell.range) {
        fmt::format_to(out, "<span class=\"figure\">{}</span>{}", escaped(cell.text), drawn(*cell.range));
      } else {
        fmt::format_to(out, "{}", escaped(cell.text));
      }
      fmt::format_to(out, "</{}>", i == heading ? "th" : "td");
    }
    fmt::format_to(out, "</tr>\n");
  }
  fmt::format_to(out, "</tbody>\n</table>\n</div>\n");
  return html;
}

std::string html_page(std::string_view title, std::string_view body) {
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"Landbridge "
      "{}\">\n"
      "<title>{}</title>\n<link rel=\"icon\" "
      "href=\"data:,\">\n<style>\n{}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
      version(), escaped(title), embedded::page_style, body);
}

}  // namespace landbridge
