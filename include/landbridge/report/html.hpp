// What is a page made of?
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace landbridge {

/// The text with & < > " ' written as entities: safe between tags and within quoted attributes.
std::string escaped(std::string_view text);

/// How a column of a table is set.
enum class ColumnStyle {
  text,    ///< left
  number,  ///< right, digits of one width
  share,   ///< right; the cell's value is a fraction, drawn as a bar beside the figure
  range,   ///< right; a dot on a line from a low to a high value beside the figure
};

struct HtmlColumn {
  std::string heading;
  ColumnStyle style = ColumnStyle::text;
  std::string help = {};  ///< one sentence, shown on the heading
  bool minor = false;  ///< left out on narrow screens
};

/// A dot with whiskers, on a scale from 1 to `last`.
struct HtmlRange {
  double low = 1;
  double high = 1;
  double dot = 1;     ///< filled
  double circle = 1;  ///< open, behind the dot
  double last = 2;
};

/// One cell. For `share` columns `bars` are fractions drawn one after another behind each other's end, in the
/// classes `bar-1`, `bar-2`, ... of the style sheet; `text` is what is read.
struct HtmlCell {
  std::string text = {};
  std::vector<double> bars = {};
  std::string swatch = {};  ///< class of a small coloured mark before the text (a mode's name); none when empty
  std::optional<HtmlRange> range = {};  ///< for `range` columns
};

/// A `<table>` with caption, column headings and the first text column of each row as its heading. Everything
/// is escaped.
std::string html_table(std::string_view caption, const std::vector<HtmlColumn>& columns,
                       const std::vector<std::vector<HtmlCell>>& rows, double full_bar = 1);

/// A whole page: one self-contained file without scripts and without anything fetched, in light, dark and
/// print. `body` is HTML, `title` is text.
std::string html_page(std::string_view title, std::string_view body);

/// "12.3 %", with one decimal; "< 0.1 %" for less than that, "0 %" for nothing.
std::string percent(double share);

/// "12,345": a whole number with its thousands apart.
std::string grouped(double value);

}  // namespace landbridge
