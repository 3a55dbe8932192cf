#include "report/labels.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

namespace landbridge {
namespace {

/// How much is drawn where, in squares of 4 units: cheap to ask for any box.
class Ink {
 public:
  Ink(const Box& frame, const std::vector<LabelObstacle>& lines)
      : frame_(frame),
        columns_(static_cast<int>(frame.width() / side) + 1),
        rows_(static_cast<int>(frame.height() / side) + 1),
        ink_(static_cast<std::size_t>(columns_ * rows_), 0) {
    for (const auto& obstacle : lines)
      for (std::size_t i = 1; i < obstacle.line.size(); ++i)
        draw(obstacle.line[i - 1], obstacle.line[i], obstacle.thickness);
  }

  double under(const Box& box) const {
    const int left = std::max(0, column(box.left)), right = std::min(columns_ - 1, column(box.right));
    const int top = std::max(0, row(box.top)), bottom = std::min(rows_ - 1, row(box.bottom));
    double sum = 0;
    for (int y = top; y <= bottom; ++y)
      for (int x = left; x <= right; ++x) sum += ink_[static_cast<std::size_t>(y * columns_ + x)];
    return sum;
  }

 private:
  static constexpr double side = 4;

  int column(double x) const { return static_cast<int>(std::floor((x - frame_.left) / side)); }
  int row(double y) const { return static_cast<int>(std::floor((y - frame_.top) / side)); }

  void draw(PlanePoint a, PlanePoint b, double thickness) {
    const int steps = std::max(1, static_cast<int>(std::hypot(b.x - a.x, b.y - a.y) / (side / 2)));
    for (int i = 0; i < steps; ++i) {
      const double t = (i + 0.5) / steps;
      const int x = column(a.x + t * (b.x - a.x)), y = row(a.y + t * (b.y - a.y));
      if (x < 0 || x >= columns_ || y < 0 || y >= rows_) continue;
      double& ink = ink_[static_cast<std::size_t>(y * columns_ + x)];
      ink = std::max(ink, thickness);
    }
  }

  Box frame_;
  int columns_, rows_;
  std::vector<double> ink_;
};

double side_of(PlanePoint a, PlanePoint b, PlanePoint p) {
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

bool segments_cross(PlanePoint a, PlanePoint b, PlanePoint c, PlanePoint d) {
  return side_of(a, b, c) * side_of(a, b, d) < 0 && side_of(c, d, a) * side_of(c, d, b) < 0;
}

bool segment_meets(PlanePoint a, PlanePoint b, const Box& box) {
  const auto inside = [&](PlanePoint p) {
    return p.x > box.left && p.x < box.right && p.y > box.top && p.y < box.bottom;
  };
  const PlanePoint lt{box.left, box.top}, rt{box.right, box.top}, lb{box.left, box.bottom},
      rb{box.right, box.bottom};
  return inside(a) || inside(b) || segments_cross(a, b, lt, rb) || segments_cross(a, b, rt, lb);
}

PlanePoint nearest(PlanePoint p, const Box& box) {
  return {std::clamp(p.x, box.left, box.right), std::clamp(p.y, box.top, box.bottom)};
}

class Placing {
 public:
  Placing(const std::vector<LabelWish>& wishes, const std::vector<LabelObstacle>& lines, const Box& frame,
          const std::vector<Box>& reserved)
      : wishes_(wishes), frame_(frame), reserved_(reserved), ink_(frame, lines), placed_(wishes.size()) {
    for (std::size_t i = 0; i < wishes.size(); ++i) candidates_.push_back(candidates(i));
  }

  std::vector<PlacedLabel> run() {
    for (std::size_t i = 0; i < wishes_.size(); ++i) choose(i);
    for (int round = 0; round < 12; ++round) {
      bool changed = false;
      for (std::size_t i = 0; i < wishes_.size(); ++i) changed |= choose(i);
      if (!changed) break;
    }
    std::vector<PlacedLabel> result;
    for (const auto& label : placed_)
      if (label) result.push_back(*label);
    return result;
  }

 private:
  struct Candidate {
    PlacedLabel label;
    double penalty;  // of what does not depend on other names
  };

  std::vector<Candidate> candidates(std::size_t wish) const {
    const LabelWish& w = wishes_[wish];
    std::vector<Candidate> result;
    for (const double gap : {3.0, 6.0, 14.0, 24.0, 36.0, 50.0, 66.0, 84.0, 104.0, 130.0}) {
      const int turns = gap < 10 ? 16 : 24;
      for (int turn = 0; turn < turns; ++turn) {
        const double angle = 2 * std::numbers::pi * turn / turns, ux = std::cos(angle), uy = -std::sin(angle);
        const double away = w.radius + gap;
        // The box touches the circle of that radius with the corner or side that looks towards it.
        const double cx = w.at.x + ux * away + std::clamp(ux * 2.4, -1.0, 1.0) * w.width / 2;
        const double cy = w.at.y + uy * away + std::clamp(uy * 1.6, -1.0, 1.0) * w.height / 2;
        PlacedLabel label{
            wish, {cx - w.width / 2, cy - w.height / 2, cx + w.width / 2, cy + w.height / 2}, false, {}, {}};
        if (!frame_.contains(label.box)) continue;
        if (std::any_of(reserved_.begin(), reserved_.end(),
                        [&](const Box& b) { return b.overlaps(label.box); }))
          continue;
        if (covers_a_circle(label.box, wish, gap < 10 ? 1.0 : 3.0)) continue;
        double penalty = (1 - ux) + 1.6 * std::abs(uy) + (gap > 3 ? 1.5 : 0) + 0.16 * ink_.under(label.box);
        if (gap > 10) {
          label.leader = true;
          label.leader_to = nearest(w.at, label.box);
          const double length = std::hypot(label.leader_to.x - w.at.x, label.leader_to.y - w.at.y);
          if (length < w.radius + 6) continue;
          label.leader_from = {w.at.x + (label.leader_to.x - w.at.x) * w.radius / length,
                               w.at.y + (label.leader_to.y - w.at.y) * w.radius / length};
          penalty += 8 + 0.16 * (length - w.radius);
          for (std::size_t other = 0; other < wishes_.size(); ++other)
            if (other != wish &&
                gap_to_segment(wishes_[other].at, label.leader_from, label.leader_to) < wishes_[other].radius)
              penalty += 5;
        }
        result.push_back({label, penalty});
      }
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const Candidate& a, const Candidate& b) { return a.penalty < b.penalty; });
    return result;
  }

  bool covers_a_circle(const Box& box, std::size_t own, double spare) const {
    for (std::size_t other = 0; other < wishes_.size(); ++other) {
      const LabelWish& w = wishes_[other];
      const PlanePoint near = nearest(w.at, box);
      if (std::hypot(near.x - w.at.x, near.y - w.at.y) < w.radius + (other == own ? 0 : spare)) return true;
    }
    return false;
  }

  /// The penalty of two names together; none when they cannot stand together.
  static std::optional<double> together(const PlacedLabel& a, const PlacedLabel& b) {
    constexpr double air = 1.5;
    if (Box{a.box.left - air, a.box.top - air, a.box.right + air, a.box.bottom + air}.overlaps(b.box))
      return std::nullopt;
    if (a.leader && segment_meets(a.leader_from, a.leader_to, b.box)) return std::nullopt;
    if (b.leader && segment_meets(b.leader_from, b.leader_to, a.box)) return std::nullopt;
    if (a.leader && b.leader && segments_cross(a.leader_from, a.leader_to, b.leader_from, b.leader_to))
      return 40.0;
    return 0.0;
  }

  /// Takes the best candidate given all other names; says whether anything changed.
  bool choose(std::size_t wish) {
    double best = std::numeric_limits<double>::infinity();
    const Candidate* found = nullptr;
    for (const Candidate& candidate : candidates_[wish]) {
      if (candidate.penalty >= best) break;
      double penalty = candidate.penalty;
      for (std::size_t other = 0; other < placed_.size() && penalty < best; ++other) {
        if (other == wish || !placed_[other]) continue;
        const auto extra = together(candidate.label, *placed_[other]);
        penalty = extra ? penalty + *extra : std::numeric_limits<double>::infinity();
      }
      if (penalty < best) best = penalty, found = &candidate;
    }
    const bool changed =
        found != nullptr && (!placed_[wish] || placed_[wish]->box.left != found->label.box.left ||
                             placed_[wish]->box.top != found->label.box.top);
    if (found != nullptr) placed_[wish] = found->label;
    return changed;
  }

  const std::vector<LabelWish>& wishes_;
  Box frame_;
  const std::vector<Box>& reserved_;
  Ink ink_;
  std::vector<std::vector<Candidate>> candidates_;
  std::vector<std::optional<PlacedLabel>> placed_;
};

}  // namespace

double gap_to_segment(PlanePoint p, PlanePoint a, PlanePoint b) {
  const double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
  const double t = square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0;
  return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

std::vector<PlacedLabel> place_labels(const std::vector<LabelWish>& wishes,
                                      const std::vector<LabelObstacle>& lines, const Box& frame,
                                      const std::vector<Box>& reserved) {
  return Placing(wishes, lines, frame, reserved).run();
}

double text_width(std::string_view text, double font_size) {
  double ems = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xc0) == 0x80) continue;  // the rest of a character of several bytes
    if (std::string_view("iljI.,:;'|! ").find(c) != std::string_view::npos)
      ems += 0.30;
    else if (std::string_view("frt()-/").find(c) != std::string_view::npos)
      ems += 0.38;
    else if (std::string_view("mwMW@%").find(c) != std::string_view::npos)
      ems += 0.92;
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      ems += 0.58;
    else
      ems += 0.70;
  }
  return 1.07 * ems * font_size;
}

}  // namespace landbridge
