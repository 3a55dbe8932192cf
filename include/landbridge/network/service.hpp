// Which trains, ships and ferries run where, and how often?
#pragma once

#include "landbridge/base/id.hpp"
#include "landbridge/network/link.hpp"

#include <optional>
#include <string>
#include <vector>

namespace landbridge {

struct ServiceTag;
using ServiceId = Id<ServiceTag>;

/// A departure that recurs every week, so long after Monday 00:00: 0 <= since_monday < 168 h.
struct Departure {
  Hours since_monday = {};
  friend bool operator==(const Departure&, const Departure&) = default;
};

/// A named train, liner or ferry. It runs both ways; cargo boards and alights at its stops only, and at the
/// borders between them it is cleared and, where the gauges differ, moved to the next train of the same
/// service.
struct Service {
  std::string id = {};  ///< unique slug
  std::string name = {};
  Mode mode = Mode::rail;
  std::string kind = {};  ///< china_europe_train, rail_sea_train, cross_border_train, liner, ferry, ...
  std::vector<PlaceId> stops = {};         ///< in order, two or more
  std::vector<PlaceId> via = {};           ///< every place on the way, stops among them
  std::vector<LinkId> links = {};          ///< links[i] joins via[i] and via[i + 1]
  std::optional<double> per_week = {};     ///< departures a week and direction; none where no source says
  std::vector<Departure> departures = {};  ///< the timetable, where there is one; ascending
  std::optional<double> days = {};         ///< published running time from end to end
  Validity validity = {};
  std::vector<std::string> corridors = {};
  std::string carrier = {};
  std::string frequency_basis = {};
  std::string year = {};
  std::string note = {};
  std::string source = {};
};

/// Hours that cargo which turns up at any time waits on average: half the headway; of a timetable the mean
/// over the week (uneven departures make it longer). None where neither is known.
std::optional<Hours> mean_wait(const Service& service);

/// Hours from a moment of the week, so long after Monday 00:00, to the next departure of the timetable; the
/// mean wait where there is no timetable.
std::optional<Hours> wait_from(const Service& service, Hours since_monday);

}  // namespace landbridge
