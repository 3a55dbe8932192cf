// Random corridor networks for the laws: cities of several terminals, two gauges, borders, ports of both
// classes, services that stop seldom, figures few enough for ties.
#pragma once

#include "landbridge/base/random.hpp"
#include "network/small_network.hpp"

#include <set>
#include <string>
#include <vector>

namespace landbridge::testing {

class RandomNetwork {
 public:
  explicit RandomNetwork(std::uint64_t seed) : random_(seed, 0x6e657477) {}  // "netw"

  Network build() {
    const std::size_t cities = 3 + below(6);
    for (std::size_t city = 0; city < cities; ++city) add_city(city);
    builder_.add_place(place(PlaceKind::waypoint, "bend", "", {30, 2}));
    join_rails();
    join_ports();
    for (std::size_t i = below(4); i > 0; --i) add_service(i);
    return std::move(builder_).build();
  }

 private:
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(random_.below(bound)); }
  /// Three lengths, for ties; within what is believed of cities at most 18 km apart.
  double length() { return 16.0 * static_cast<double>(1 + below(3)); }

  void add_city(std::size_t city) {
    const std::string slug(1, static_cast<char>('a' + city));
    const std::string country = city % 3 == 0 ? "AAA" : city % 3 == 1 ? "BBB" : "CCC";
    const Position at{0.02 * static_cast<double>(city), 0.02};
    const Gauge own = country == "BBB" ? broad : standard;
    const std::size_t stations = 1 + below(2);
    for (std::size_t i = 0; i < stations; ++i) {
      Place station =
          place(PlaceKind::rail, i == 0 ? slug : slug + "-yard", country, at,
                random_.chance(0.4) ? std::vector{own, own == broad ? standard : broad} : std::vector{own});
      station.hub = slug;
      stations_.push_back("rail:" + station.slug);
      countries_.push_back(country);
      builder_.add_place(std::move(station));
    }
    if (stations == 2) builder_.add_link(exchange("rail:" + slug, "rail:" + slug + "-yard", 10));
    if (!random_.chance(0.6)) return;
    Place port = place(PlaceKind::port, slug, country, at);
    port.hub = slug;
    builder_.add_place(std::move(port));
    ports_.push_back("port:" + slug);
    if (random_.chance(0.5))
      builder_.add_connectivity("port:" + slug, 2024, 100 + 100.0 * static_cast<double>(below(8)));
    if (random_.chance(0.8)) builder_.add_link(exchange("rail:" + slug, "port:" + slug, 10));
  }

  void join_rails() {
    std::set<std::pair<std::size_t, std::size_t>> seen;
    const auto join = [&](std::size_t a, std::size_t b) {
      if (a == b || !seen.emplace(std::min(a, b), std::max(a, b)).second) return;
      std::vector<Gauge> gauges{countries_[a] == "BBB" ? broad : standard};
      const Gauge other = countries_[b] == "BBB" ? broad : standard;
      if (other != gauges.front()) gauges.push_back(other);
      builder_.add_link(link(Mode::rail, stations_[a], stations_[b], length(), gauges));
      rails_.emplace_back(a, b);
    };
    for (std::size_t i = 1; i < stations_.size(); ++i)
      if (random_.chance(0.85)) join(below(i), i);
    for (std::size_t i = below(stations_.size()); i > 0; --i)
      join(below(stations_.size()), below(stations_.size()));
  }

  void join_ports() {
    std::set<std::pair<std::size_t, std::size_t>> seen;
    for (std::size_t i = 0; i < ports_.size(); ++i) {
      builder_.add_link(link(Mode::sea, ports_[i], "waypoint:bend", 4000));
      const std::size_t other = below(ports_.size());
      if (other != i && seen.emplace(std::min(i, other), std::max(i, other)).second)
        builder_.add_link(link(Mode::sea, ports_[i], ports_[other], length()));
    }
  }

  /// A train along some railways in a row, which stops at the first and the last place and perhaps between.
  void add_service(std::size_t number) {
    if (rails_.empty()) return;
    const auto [first, second] = rails_[below(rails_.size())];
    std::vector<std::size_t> way{first, second};
    for (std::size_t step = below(4); step > 0; --step)
      for (const auto& [a, b] : rails_) {
        const std::size_t next = a == way.back() ? b : b == way.back() ? a : way.back();
        if (std::find(way.begin(), way.end(), next) != way.end()) continue;
        way.push_back(next);
        break;
      }
    std::vector<std::string> via, stops;
    for (std::size_t i = 0; i < way.size(); ++i) {
      via.push_back(stations_[way[i]]);
      if (i == 0 || i + 1 == way.size() || random_.chance(0.3)) stops.push_back(via.back());
    }
    ServiceFacts train = service(Mode::rail, "train-" + std::to_string(number), stops, via);
    if (random_.chance(0.8)) train.facts.per_week = static_cast<double>(1 + below(20));
    builder_.add_service(std::move(train));
  }

  NetworkBuilder builder_;
  RandomStream random_;
  std::vector<std::string> stations_, countries_, ports_;
  std::vector<std::pair<std::size_t, std::size_t>> rails_;
};

}  // namespace landbridge::testing
