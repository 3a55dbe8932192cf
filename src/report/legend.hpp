// How is a legend set in lines under a map?
#pragma once

#include <string>
#include <vector>

namespace landbridge {

/// A mark and what it means. The mark is drawn with the middle of its left side at the origin.
struct LegendItem {
  std::string mark;
  double mark_width = 0;
  std::string text;
  double mark_height = 0;  ///< a line of the legend is at least as high
};

/// What belongs together: kept on one line where a line holds it.
struct LegendGroup {
  std::string title;  ///< before the first item; none when empty
  std::vector<LegendItem> items;
};

struct Legend {
  std::string svg;
  double height = 0;
};

/// Sets the groups in lines no wider than `width`, text `em` high, the first line under `top`.
Legend set_legend(const std::vector<LegendGroup>& groups, double width, double em, double top);

}  // namespace landbridge
