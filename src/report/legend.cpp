#include "report/legend.hpp"

#include "landbridge/report/html.hpp"
#include "report/labels.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace landbridge {
namespace {

double width_of(const LegendItem& item, double em) {
  return item.mark_width + 1.3 * em + text_width(item.text, em);
}

double title_width(const LegendGroup& group, double em) {
  return group.title.empty() ? 0 : text_width(group.title, em) + 0.5 * em;
}

double width_of(const LegendGroup& group, double em) {
  double width = title_width(group, em);
  for (const auto& item : group.items) width += width_of(item, em);
  return width;
}

}  // namespace

Legend set_legend(const std::vector<LegendGroup>& groups, double width, double em, double top) {
  constexpr double left = 2;
  double line = 2.5 * em;
  for (const auto& group : groups)
    for (const auto& item : group.items) line = std::max(line, item.mark_height + 0.3 * em);
  double x = left, y = top + 0.5 * line;
  Legend legend;
  auto out = std::back_inserter(legend.svg);
  const auto next_line = [&] {
    if (x > left) x = left, y += line;
  };
  for (const auto& group : groups) {
    if (x + width_of(group, em) > width) next_line();
    if (!group.title.empty()) {
      fmt::format_to(out, "<text x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n", x, y + 0.35 * em,
                     escaped(group.title));
      x += title_width(group, em);
    }
    for (const auto& item : group.items) {
      if (x + width_of(item, em) > width) next_line();
      fmt::format_to(
          out,
          "<g transform=\"translate({0:.1f} {1:.1f})\">{2}</g><text x=\"{3:.1f}\" y=\"{4:.1f}\">{5}</text>\n",
          x, y, item.mark, x + item.mark_width + 0.4 * em, y + 0.35 * em, escaped(item.text));
      x += width_of(item, em);
    }
    x += em;
  }
  legend.height = y + 0.5 * line - top;
  return legend;
}

}  // namespace landbridge
