#include "landbridge/report/map.hpp"

#include "landbridge/base/error.hpp"
#include "landbridge/report/html.hpp"
#include "report/labels.hpp"
#include "report/legend.hpp"
#include "report/sheet.hpp"

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

/// The line as an SVG path, each point as its way from the one before, in tenths.
std::string path_of(const Line& line, bool closed) {
  std::string d;
  long x = 0, y = 0;
  bool first = true;
  for (const PlanePoint p : thinned(line, 0.3)) {
    const long nx = std::lround(p.x * 10), ny = std::lround(p.y * 10);
    if (!first && nx == x && ny == y) continue;
    fmt::format_to(std::back_inserter(d), "{}{:g} {:g}", first ? "M" : "l", static_cast<double>(nx - x) / 10,
                   static_cast<double>(ny - y) / 10);
    x = nx, y = ny, first = false;
  }
  return closed ? d + "z" : d;
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
  Drawing(const MapContent& content, const MapOptions& options)
      : options_(options),
        content_(content),
        sheet_{content.projection, 1, 0, 0, {}},
        largest_link_(content.links.empty() ? 1 : content.links.back().share),
        largest_place_(content.places.empty() ? 1 : content.places.front().share) {}

  Map run() {
    fit();
    begin();
    draw_land();
    draw_links();
    draw_places();
    draw_mark();
    draw_names();
    draw_bar();
    fmt::format_to(out(), "</g>\n<g class=\"legend\">\n{}</g>\n</svg>\n", legend_.svg);
    return std::move(map_);
  }

 private:
  std::back_insert_iterator<std::string> out() { return std::back_inserter(map_.svg); }
  double width_of(double share) const { return std::max(0.6, options_.widest_line * share / largest_link_); }
  double radius_of(double share) const {
    return std::max(1.6, options_.largest_circle * std::sqrt(share / largest_place_));
  }

  void fit() {
    const MapWindow window = fitted(options_.window ? *options_.window : whole_of(content_),
                                    options_.least_height, options_.most_height);
    const double ratio = (window.top - window.bottom) / (window.right - window.left);
    sheet_.frame = {0, 0, options_.width, std::round(options_.width * ratio)};
    sheet_.scale = options_.width / (window.right - window.left);
    sheet_.left = window.left;
    sheet_.top = window.top;
    for (const auto& place : content_.places) {
      places_.push_back(sheet_(on_sheet(place.at, content_.projection.central_meridian())));
      map_.places_outside += !sheet_.shows(places_.back());
    }
  }

  void begin() {
    double height = sheet_.frame.bottom;
    if (options_.legend) {
      legend_ =
          set_legend(legend_groups(), options_.width, options_.font_size, height + 0.6 * options_.font_size);
      height += 0.6 * options_.font_size + legend_.height;
    }
    fmt::format_to(
        out(),
        "<svg class=\"map\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:g} {1:g}\" role=\"img\" "
        "aria-labelledby=\"{2}-title {2}-desc\" font-size=\"{3:g}\">\n"
        "<title id=\"{2}-title\">{4}</title>\n<desc id=\"{2}-desc\">{5}</desc>\n"
        "<clipPath id=\"{2}-frame\"><rect width=\"{0:g}\" height=\"{6:g}\" rx=\"10\"/></clipPath>\n"
        "<g clip-path=\"url(#{2}-frame)\">\n<rect class=\"water\" width=\"{0:g}\" height=\"{6:g}\"/>\n",
        options_.width, height, escaped(options_.id), options_.font_size, escaped(options_.title),
        escaped(options_.description), sheet_.frame.bottom);
  }

  void draw_land() {
    const double centre = content_.projection.central_meridian();
    const Box f{sheet_.frame.left - 4, sheet_.frame.top - 4, sheet_.frame.right + 4, sheet_.frame.bottom + 4};
    std::string d;
    for (const auto& ring : content_.land.rings)
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
    const Box seen{sheet_.frame.left - 10, sheet_.frame.top - 10, sheet_.frame.right + 10,
                   sheet_.frame.bottom + 10};
    fmt::format_to(out(), "<g class=\"links\">\n");
    for (std::size_t i = 0; i < content_.links.size(); ++i) {
      const MapLink& link = content_.links[i];
      std::string d;
      for (const auto& part : content_.lines[i]) {
        Line line = sheet_(part);
        if (!bounds(line).overlaps(seen)) continue;
        d += path_of(line, false);
        obstacles_.push_back({std::move(line), width_of(link.share)});
      }
      if (!d.empty())
        fmt::format_to(out(),
                       "<path class=\"{}\" stroke-width=\"{:.2f}\" d=\"{}\"><title>{}</title></path>\n",
                       class_of(link.mode), width_of(link.share), d, escaped(link.note));
    }
    fmt::format_to(out(), "</g>\n");
  }

  void draw_places() {
    fmt::format_to(out(), "<g class=\"places\">\n");
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const MapPlace& place = content_.places[i];
      if (!sheet_.shows(places_[i])) continue;
      const double r = radius_of(place.share);
      fmt::format_to(
          out(), "<g><title>{}</title><circle class=\"handled\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\"/>",
          escaped(place.note), places_[i].x, places_[i].y, r);
      if (place.core_share > 0)
        fmt::format_to(out(), "<circle class=\"core\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\"/>",
                       places_[i].x, places_[i].y,
                       r * std::sqrt(std::min(1.0, place.core_share / place.share)));
      fmt::format_to(out(), "</g>\n");
    }
    fmt::format_to(out(), "</g>\n");
  }

  void draw_mark() {
    if (!options_.marked) return;
    const Box box = sheet_.box(*options_.marked);
    fmt::format_to(
        out(),
        "<rect class=\"mark\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" rx=\"4\"/>\n",
        box.left, box.top, box.width(), box.height());
    for (const auto& [a, b] : {std::pair{PlanePoint{box.left, box.top}, PlanePoint{box.right, box.top}},
                               {PlanePoint{box.left, box.bottom}, PlanePoint{box.right, box.bottom}},
                               {PlanePoint{box.left, box.top}, PlanePoint{box.left, box.bottom}},
                               {PlanePoint{box.right, box.top}, PlanePoint{box.right, box.bottom}}})
      obstacles_.push_back({{a, b}, 1});
  }

  /// Which circles are named, most important first, before those that are only kept clear of names.
  std::vector<std::size_t> named() const {
    std::vector<std::size_t> result;
    std::size_t in_marked = 0;
    for (std::size_t i = 0; i < places_.size() && result.size() < options_.names; ++i) {
      if (!sheet_.shows(places_[i])) continue;
      if (options_.marked && sheet_.box(*options_.marked).contains(places_[i]) &&
          ++in_marked > options_.names_in_marked)
        continue;
      result.push_back(i);
    }
    return result;
  }

  void draw_names() {
    const auto names = named();
    std::vector<LabelWish> wishes;
    for (const std::size_t i : names)
      wishes.push_back({places_[i], radius_of(content_.places[i].share),
                        text_width(content_.places[i].name, options_.font_size), options_.font_size * 1.15});
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (!sheet_.shows(places_[i]) || std::binary_search(names.begin(), names.end(), i)) continue;
      const double r = radius_of(content_.places[i].share);
      obstacles_.push_back({{{places_[i].x - r, places_[i].y}, {places_[i].x + r, places_[i].y}}, 2 * r});
    }
    const Box inner{sheet_.frame.left + 6, sheet_.frame.top + 6, sheet_.frame.right - 6,
                    sheet_.frame.bottom - 6};
    const Box bar{inner.left, inner.bottom - 3 * options_.font_size, inner.left + 12 * options_.font_size,
                  inner.bottom};
    const auto labels = place_labels(wishes, obstacles_, inner, {bar});
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
      std::string_view anchor = "middle";
      double x = (label.box.left + label.box.right) / 2;
      if (label.box.left >= at.x)
        anchor = "start", x = label.box.left;
      else if (label.box.right <= at.x)
        anchor = "end", x = label.box.right;
      fmt::format_to(out(), "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", x,
                     label.box.bottom - 0.3 * options_.font_size, anchor,
                     escaped(content_.places[names[label.wish]].name));
    }
    fmt::format_to(out(), "</g>\n");
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
      if (std::any_of(content_.links.begin(), content_.links.end(),
                      [&](const MapLink& link) { return class_of(link.mode) == mode; }))
        modes_used.items.push_back({stroke(mode, 3.5, em * 2.2), em * 2.2, std::string(mode)});
    if (!content_.links.empty())
      for (const double part : {0.1, 0.4, 1.0}) {
        const double share = round_share(largest_link_ * part);
        widths.items.push_back({stroke("sample", width_of(share), em * 1.8), em * 1.8, scale_percent(share)});
      }
    if (!content_.places.empty())
      for (const double part : {0.1, 1.0}) {
        const double share = round_share(largest_place_ * part), r = radius_of(share);
        areas.items.push_back({circle("handled", r, r), 2 * r, scale_percent(share), 2 * r});
      }
    if (std::any_of(content_.places.begin(), content_.places.end(),
                    [](const MapPlace& place) { return place.core_share > 0; }))
      areas.items.push_back({circle("handled", em * 0.8, em * 0.8) + circle("core", em * 0.8, em * 0.55),
                             em * 1.6, options_.core_label});
    std::vector<LegendGroup> groups;
    for (auto* group : {&modes_used, &widths, &areas})
      if (!group->items.empty()) groups.push_back(std::move(*group));
    return groups;
  }

  /// A bar of a round length within the frame, true at the parallel it names: the projection has no single
  /// scale.
  void draw_bar() {
    constexpr double earth_radius_in_bars = 6.3710088;  // a bar is 1,000 km times its length below
    const double middle = sheet_.top - sheet_.frame.height() / 2 / sheet_.scale;
    double lat = 0;
    for (double other = -60; other <= 70; other += 10)
      if (std::abs(sheet_.project({0, other}).y - middle) < std::abs(sheet_.project({0, lat}).y - middle))
        lat = other;
    const double degree = (sheet_.project({1, lat}).x - sheet_.project({0, lat}).x) * sheet_.scale;
    const double whole =
        degree * 180 / std::numbers::pi / (earth_radius_in_bars * std::cos(lat * std::numbers::pi / 180));
    double length = 0.05;
    for (const double other : {0.1, 0.2, 0.5, 1.0, 2.0, 5.0})
      if (other * whole <= 0.16 * options_.width) length = other;
    const double em = options_.font_size, x = sheet_.frame.left + em, y = sheet_.frame.bottom - em;
    fmt::format_to(out(), "<path class=\"bar\" d=\"M{:.1f} {:.1f}v4h{:.1f}v-4\"/>\n", x, y - 4,
                   length * whole);
    fmt::format_to(out(), "<text class=\"scale\" x=\"{:.1f}\" y=\"{:.1f}\">{} km at {:g}\u00b0{}</text>\n", x,
                   y - em * 0.7, grouped(1000 * length), std::abs(lat),
                   lat > 0   ? " N"
                   : lat < 0 ? " S"
                             : "");
  }

  const MapOptions& options_;
  const MapContent& content_;
  Sheet sheet_;
  double largest_link_, largest_place_;
  std::vector<PlanePoint> places_;  // where they stand, in the content's order
  std::vector<LabelObstacle> obstacles_;
  Legend legend_;
  Map map_;
};

void check(bool good, const char* field, double value, const char* range) {
  if (!good) throw OptionError(field, fmt::format("{:g}", value), range);
}

}  // namespace

Map draw_map(const MapContent& content, const MapOptions& options) {
  check(options.width >= 200 && options.width <= 20000, "width", options.width, "200 .. 20000");
  check(options.least_height > 0 && options.least_height <= options.most_height, "least_height",
        options.least_height, "above 0, at most most_height");
  check(options.most_height <= 4, "most_height", options.most_height, "at most 4");
  check(options.font_size > 0 && options.font_size <= 200, "font_size", options.font_size,
        "above 0, at most 200");
  check(options.widest_line > 0, "widest_line", options.widest_line, "above 0");
  check(options.largest_circle > 0, "largest_circle", options.largest_circle, "above 0");
  return Drawing(content, options).run();
}

}  // namespace landbridge
