#include "landbridge/report/map.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/report/html.hpp"
#include "report/labels.hpp"
#include "report/legend.hpp"
#include "report/sheet.hpp"
#include "report/water.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numbers>
#include <numeric>
#include <string_view>

#include <fmt/format.h>

namespace landbridge {
namespace {

constexpr std::string_view modes[] = {"rail", "road", "ferry", "sea", "river"};

std::string_view class_of(std::string_view mode) {
  const auto found = std::find(std::begin(modes), std::end(modes), mode);
  return found == std::end(modes) ? "road" : *found;
}

std::string path_of(const Line& line, bool closed) {
  std::string d;
  PlanePoint last{std::numeric_limits<double>::infinity(), 0};
  for (std::size_t i = 0; i < line.size(); ++i) {
    const PlanePoint p = line[i];
    if (i > 0 && (closed || i + 1 < line.size()) && std::hypot(p.x - last.x, p.y - last.y) < 0.45) continue;
    fmt::format_to(std::back_inserter(d), "{}{:.1f} {:.1f}", i == 0 ? "M" : "L", p.x, p.y);
    last = p;
  }
  return closed ? d + "Z" : d;
}

/// A round share below a number: 1, 2 or 5 of a power of ten.
double round_share(double below) {
  const double power = std::pow(10, std::floor(std::log10(below)));
  for (const double digit : {5.0, 2.0, 1.0})
    if (digit * power <= below * (1 + 1e-9)) return digit * power;
  return power;
}

std::string scale_percent(double share) {
  return fmt::format("{:g}\u00a0%", std::round(share * 1e6) / 1e4);
}

class Drawing {
 public:
  Drawing(const std::vector<MapPlace>& places, const std::vector<MapLink>& links, const Coastline& land,
          const MapOptions& options)
      : options_(options), land_(land), sheet_{NaturalEarth(options.central_meridian), 1, 0, 0, {}} {
    for (const auto& place : places)
      if (place.share > 0 && place.share >= options.least_share) places_.push_back(&place);
    std::stable_sort(places_.begin(), places_.end(),
                     [](const auto* a, const auto* b) { return a->share > b->share; });
    for (const auto& link : links)
      if (link.share > 0 && link.share >= options.least_share) links_.push_back(&link);
    std::stable_sort(links_.begin(), links_.end(),
                     [](const auto* a, const auto* b) { return a->share < b->share; });
    map_.links_drawn = links_.size();
    map_.links_left_out = links.size() - links_.size();
    map_.places_drawn = places_.size();
    largest_link_ = links_.empty() ? 1 : links_.back()->share;
    largest_place_ = places_.empty() ? 1 : places_.front()->share;
  }

  Map run() {
    find_lines();
    fit();
    draw_land();
    draw_links();
    draw_places();
    draw_names();
    draw_legend();
    fmt::format_to(std::back_inserter(map_.svg), "</svg>\n");
    return std::move(map_);
  }

 private:
  auto out() { return std::back_inserter(map_.svg); }
  double width_of(double share) const { return std::max(0.6, options_.widest_line * share / largest_link_); }
  double radius_of(double share) const {
    return std::max(1.6, options_.largest_circle * std::sqrt(share / largest_place_));
  }

  void find_lines() {
    const WaterMap water(land_);
    for (const MapLink* link : links_) {
      const bool floats = link->mode == "sea" || link->mode == "ferry";
      GeoLine line{link->from};
      std::vector<GeoPoint> stops = link->via;
      stops.push_back(link->to);
      for (const GeoPoint stop : stops) {
        const GeoLine piece = floats ? water.lane(line.back(), stop) : great_circle(line.back(), stop);
        line.insert(line.end(), piece.begin() + 1, piece.end());
      }
      if (floats) line = rounded(line);
      lines_.push_back(on_sheet(line, options_.central_meridian));
    }
  }

  void fit() {
    double left = std::numeric_limits<double>::infinity(), right = -left, bottom = left, top = -left;
    const auto take = [&](GeoPoint p) {
      const PlanePoint q = sheet_.project(p);
      left = std::min(left, q.x), right = std::max(right, q.x), bottom = std::min(bottom, q.y),
      top = std::max(top, q.y);
    };
    for (const auto& parts : lines_)
      for (const auto& part : parts) std::for_each(part.begin(), part.end(), take);
    for (const MapPlace* place : places_)
      take({wrapped(place->at.longitude, options_.central_meridian), place->at.latitude});
    if (left > right) take({-10, -10}), take({150, 65});  // nothing to show: the old world
    const double spare = 0.045 * std::max(right - left, 0.2);
    left -= spare, right += spare, bottom -= spare, top += spare;
    const double width = right - left, height = top - bottom;
    const double ratio = std::clamp(height / width, options_.least_height, options_.most_height);
    if (height < ratio * width) {
      const double more = (ratio * width - height) / 2;
      bottom -= more, top += more;
    } else {
      const double more = (height / ratio - width) / 2;
      left -= more, right += more;
    }
    sheet_.frame = {0, 0, options_.width, std::round(options_.width * ratio)};
    sheet_.scale = options_.width / (right - left);
    sheet_.left = left;
    sheet_.top = top;
    legend_ = set_legend(legend_groups(), options_.width, options_.font_size,
                         sheet_.frame.bottom + 0.6 * options_.font_size);
    fmt::format_to(
        out(),
        "<svg class=\"map\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:g} {1:g}\" role=\"img\" "
        "aria-labelledby=\"{2}-title {2}-desc\" font-size=\"{3:g}\">\n"
        "<title id=\"{2}-title\">{4}</title>\n<desc id=\"{2}-desc\">{5}</desc>\n"
        "<clipPath id=\"{2}-frame\"><rect width=\"{0:g}\" height=\"{6:g}\" rx=\"10\"/></clipPath>\n"
        "<g clip-path=\"url(#{2}-frame)\">\n<rect class=\"water\" width=\"{0:g}\" height=\"{6:g}\"/>\n",
        options_.width, sheet_.frame.bottom + 0.6 * options_.font_size + legend_.height, escaped(options_.id),
        options_.font_size, escaped(options_.title), escaped(options_.description), sheet_.frame.bottom);
  }

  void draw_land() {
    const double centre = options_.central_meridian;
    const Box f{sheet_.frame.left - 4, sheet_.frame.top - 4, sheet_.frame.right + 4, sheet_.frame.bottom + 4};
    std::string d;
    for (const auto& ring : land_.rings)
      for (const double turn : {-360.0, 0.0, 360.0}) {
        GeoLine moved = ring;
        for (auto& p : moved) p.longitude += turn;
        moved = cut(moved, [&](GeoPoint p) { return p.longitude - (centre - 180); });
        moved = cut(moved, [&](GeoPoint p) { return centre + 180 - p.longitude; });
        Line shape = sheet_(moved);
        shape = cut(shape, [&](PlanePoint p) { return p.x - f.left; });
        shape = cut(shape, [&](PlanePoint p) { return f.right - p.x; });
        shape = cut(shape, [&](PlanePoint p) { return p.y - f.top; });
        shape = cut(shape, [&](PlanePoint p) { return f.bottom - p.y; });
        if (shape.size() >= 3) d += path_of(shape, true);
      }
    fmt::format_to(out(), "<path class=\"land\" d=\"{}\"/>\n", d);
  }

  void draw_links() {
    fmt::format_to(out(), "<g class=\"links\">\n");
    for (std::size_t i = 0; i < links_.size(); ++i) {
      std::string d;
      for (const auto& part : lines_[i]) {
        Line line = sheet_(part);
        d += path_of(line, false);
        obstacles_.push_back({std::move(line), width_of(links_[i]->share)});
      }
      fmt::format_to(out(), "<path class=\"{}\" stroke-width=\"{:.2f}\" d=\"{}\"><title>{}</title></path>\n",
                     class_of(links_[i]->mode), width_of(links_[i]->share), d, escaped(links_[i]->note));
    }
    fmt::format_to(out(), "</g>\n");
  }

  PlanePoint position(const MapPlace& place) const {
    return sheet_({wrapped(place.at.longitude, options_.central_meridian), place.at.latitude});
  }

  void draw_places() {
    fmt::format_to(out(), "<g class=\"places\">\n");
    for (const MapPlace* place : places_) {
      const PlanePoint at = position(*place);
      fmt::format_to(
          out(), "<g><title>{}</title><circle class=\"handled\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\"/>",
          escaped(place->note), at.x, at.y, radius_of(place->share));
      if (place->core_share > 0)
        fmt::format_to(out(), "<circle class=\"core\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\"/>", at.x, at.y,
                       radius_of(place->share) * std::sqrt(std::min(1.0, place->core_share / place->share)));
      fmt::format_to(out(), "</g>\n");
    }
    fmt::format_to(out(), "</g>\n");
  }

  void draw_names() {
    std::vector<LabelWish> wishes;
    const std::size_t count = std::min(options_.names, places_.size());
    for (std::size_t i = 0; i < count; ++i)
      wishes.push_back({position(*places_[i]), radius_of(places_[i]->share),
                        text_width(places_[i]->name, options_.font_size), options_.font_size * 1.15});
    for (std::size_t i = count; i < places_.size(); ++i) {
      const PlanePoint at = position(*places_[i]);
      const double r = radius_of(places_[i]->share);
      obstacles_.push_back({{{at.x - r, at.y}, {at.x + r, at.y}}, 2 * r});
    }
    const Box inner{sheet_.frame.left + 6, sheet_.frame.top + 6, sheet_.frame.right - 6,
                    sheet_.frame.bottom - 6};
    const auto labels = place_labels(wishes, obstacles_, inner);
    map_.places_named = labels.size();
    fmt::format_to(out(), "<g class=\"names\">\n");
    for (const auto& label : labels)
      if (label.leader)
        fmt::format_to(out(),
                       "<line class=\"leader\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>\n",
                       label.leader_from.x, label.leader_from.y, label.leader_to.x, label.leader_to.y);
    for (const auto& label : labels) {
      // Anchored at the side that looks towards the circle, so that a narrower face than expected keeps
      // touching it.
      const PlanePoint at = wishes[label.wish].at;
      const double middle = (label.box.left + label.box.right) / 2;
      std::string_view anchor = "middle";
      double x = middle;
      if (label.box.left >= at.x)
        anchor = "start", x = label.box.left;
      else if (label.box.right <= at.x)
        anchor = "end", x = label.box.right;
      fmt::format_to(out(), "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", x,
                     label.box.bottom - 0.3 * options_.font_size, anchor, escaped(places_[label.wish]->name));
    }
    fmt::format_to(out(), "</g>\n</g>\n");
  }

  std::vector<LegendGroup> legend_groups() const {
    const double em = options_.font_size;
    const auto stroke = [](std::string_view kind, double width, double length) {
      return fmt::format("<path class=\"{}\" stroke-width=\"{:.2f}\" d=\"M0 0h{:.1f}\"/>", kind, width,
                         length);
    };
    const auto circle = [](std::string_view kind, double centre, double r) {
      return fmt::format("<circle class=\"{}\" cx=\"{:.1f}\" r=\"{:.1f}\"/>", kind, centre, r);
    };
    LegendGroup modes_used, widths{"width: share of demand", {}}, areas{"area: share handled", {}};
    for (const auto mode : modes)
      if (std::any_of(links_.begin(), links_.end(), [&](const auto* l) { return class_of(l->mode) == mode; }))
        modes_used.items.push_back({stroke(mode, 3.5, em * 2.2), em * 2.2, std::string(mode)});
    if (!links_.empty())
      for (const double part : {0.1, 0.4, 1.0}) {
        const double share = round_share(largest_link_ * part);
        widths.items.push_back({stroke("sample", width_of(share), em * 1.8), em * 1.8, scale_percent(share)});
      }
    if (!places_.empty())
      for (const double part : {0.1, 1.0}) {
        const double share = round_share(largest_place_ * part), r = radius_of(share);
        areas.items.push_back({circle("handled", r, r), 2 * r, scale_percent(share)});
      }
    if (std::any_of(places_.begin(), places_.end(), [](const auto* p) { return p->core_share > 0; }))
      areas.items.push_back({circle("handled", em * 0.8, em * 0.8) + circle("core", em * 0.8, em * 0.55),
                             em * 1.6, options_.core_label});
    std::vector<LegendGroup> groups;
    for (auto* group : {&modes_used, &widths, &areas})
      if (!group->items.empty()) groups.push_back(std::move(*group));
    return groups;
  }

  void draw_legend() {
    fmt::format_to(out(), "<g class=\"legend\">\n{}", legend_.svg);
    draw_bar(options_.font_size);
    fmt::format_to(out(), "</g>\n");
  }

  /// A bar of 1,000 km within the frame, true at the parallel it names (the projection has no single scale).
  void draw_bar(double em) {
    constexpr double bar_angle = 1000 / 6371.0088;  // 1,000 km on the mean sphere, in radians
    const double lat = 40,
                 degrees = bar_angle / std::cos(lat * std::numbers::pi / 180) * 180 / std::numbers::pi;
    const double length = (sheet_.project({degrees, lat}).x - sheet_.project({0, lat}).x) * sheet_.scale;
    const double x = sheet_.frame.left + em, y = sheet_.frame.bottom - em;
    fmt::format_to(out(), "<path class=\"bar\" d=\"M{:.1f} {:.1f}v4h{:.1f}v-4\"/>\n", x, y - 4, length);
    fmt::format_to(out(), "<text class=\"small\" x=\"{:.1f}\" y=\"{:.1f}\">1,000 km at 40\u00b0 N</text>\n",
                   x, y - em * 0.7);
  }

  const MapOptions& options_;
  const Coastline& land_;
  Sheet sheet_;
  std::vector<const MapPlace*> places_;      // largest first
  std::vector<const MapLink*> links_;        // smallest first
  std::vector<std::vector<GeoLine>> lines_;  // by link: its parts on the sheet
  std::vector<LabelObstacle> obstacles_;
  double largest_link_ = 1, largest_place_ = 1;
  Legend legend_;
  Map map_;
};

void check(bool good, const char* field, double value, const char* range) {
  if (!good) throw OptionError(field, fmt::format("{:g}", value), range);
}

}  // namespace

Map draw_map(const std::vector<MapPlace>& places, const std::vector<MapLink>& links, const Coastline& land,
             const MapOptions& options) {
  check(options.width >= 200 && options.width <= 20000, "width", options.width, "200 .. 20000");
  check(options.least_height > 0 && options.least_height <= options.most_height, "least_height",
        options.least_height, "above 0, at most most_height");
  check(options.most_height <= 4, "most_height", options.most_height, "at most 4");
  check(options.least_share >= 0 && options.least_share <= 1, "least_share", options.least_share, "0 .. 1");
  check(options.font_size > 0 && options.font_size <= 200, "font_size", options.font_size,
        "above 0, at most 200");
  check(options.widest_line > 0, "widest_line", options.widest_line, "above 0");
  check(options.largest_circle > 0, "largest_circle", options.largest_circle, "above 0");
  return Drawing(places, links, land, options).run();
}

}  // namespace landbridge
