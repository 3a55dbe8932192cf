#include "landbridge/network/service.hpp"

#include <algorithm>
#include <cmath>

namespace landbridge {

namespace {

constexpr Hours week{168};

/// From one departure to the next; from the last to the first of the week after.
Hours gap_after(const std::vector<Departure>& departures, std::size_t i) {
  return i + 1 < departures.size() ? departures[i + 1].since_monday - departures[i].since_monday
                                   : departures.front().since_monday + week - departures[i].since_monday;
}

}  // namespace

std::optional<Hours> mean_wait(const Service& service) {
  if (!service.departures.empty()) {
    // Whoever turns up in a gap, and the gap's share of the week do, waits half of it.
    Hours total;
    for (std::size_t i = 0; i < service.departures.size(); ++i) {
      const Hours gap = gap_after(service.departures, i);
      total += gap / 2 * (gap / week);
    }
    return total;
  }
  if (service.per_week && *service.per_week > 0) return week / *service.per_week / 2;
  return std::nullopt;
}

std::optional<Hours> wait_from(const Service& service, Hours since_monday) {
  if (service.departures.empty()) return mean_wait(service);
  const Hours moment = since_monday - week * std::floor(since_monday / week);
  for (const Departure& departure : service.departures)
    if (departure.since_monday >= moment) return departure.since_monday - moment;
  return service.departures.front().since_monday + week - moment;
}

}  // namespace landbridge
