// Where does each name stand so that none covers another?
#pragma once

#include "landbridge/report/projection.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace landbridge {

/// A rectangle of the sheet, y growing downwards.
struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;

  constexpr double width() const noexcept { return right - left; }
  constexpr double height() const noexcept { return bottom - top; }
  constexpr bool overlaps(const Box& other) const noexcept {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
  constexpr bool contains(PlanePoint p) const noexcept {
    return left <= p.x && p.x <= right && top <= p.y && p.y <= bottom;
  }
  constexpr bool contains(const Box& other) const noexcept {
    return left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom;
  }
};

/// A circle to be named. Earlier ones in the list matter more.
struct LabelWish {
  PlanePoint at;      ///< centre of the circle
  double radius = 0;  ///< of the circle
  double width = 0;   ///< of the text
  double height = 0;  ///< of the text
};

/// A drawn line that names should rather not cover: the thicker, the less.
struct LabelObstacle {
  std::vector<PlanePoint> line;
  double thickness = 1;
};

struct PlacedLabel {
  std::size_t wish = 0;  ///< index in the list of wishes
  Box box;               ///< where the text stands
  bool leader = false;  ///< the text stands apart: draw a line from `leader_from` (rim) to `leader_to` (text)
  PlanePoint leader_from, leader_to;
};

/// Places the names of circles within `frame` and outside `reserved` boxes: no name covers another name or
/// any circle of the list; names rather stand beside their circle (right first) than apart, rather apart on a
/// leader than on a thick line. A name for which no such place is found is left out. The result is in the
/// order of wishes.
///
/// Greedy by order, then improved name by name until nothing changes (at most 12 rounds). Deterministic.
/// About (names)^2 x 200 steps a round.
std::vector<PlacedLabel> place_labels(const std::vector<LabelWish>& wishes,
                                      const std::vector<LabelObstacle>& lines, const Box& frame,
                                      const std::vector<Box>& reserved = {});

/// How far a point lies from the straight line between two others.
double gap_to_segment(PlanePoint p, PlanePoint a, PlanePoint b);

/// Width of a text in a common sans-serif face, in the unit of `font_size`, on the safe side: the reader's
/// own face is not known. UTF-8; what is not ASCII counts as wide as a capital.
double text_width(std::string_view text, double font_size);

}  // namespace landbridge
