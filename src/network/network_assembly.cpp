#include "network/network_assembly.hpp"

#include <algorithm>
#include <utility>

namespace landbridge {

NetworkBuilder::Assembly::Assembly(Drafts drafts, Findings& findings)
    : drafts_(std::move(drafts)), findings_(findings) {}

Network NetworkBuilder::Assembly::run() {
  check_options();
  add_places();
  add_hubs();
  name_hubs();
  add_connectivity();
  add_regions();
  add_unions();
  add_links();
  mark_links();
  add_borders();
  add_services();
  add_handling();
  add_accesses();
  add_corridors();
  add_conditions();
  findings_.throw_if_errors();
  network_.warnings_ = findings_.list();
  return std::move(network_);
}

void NetworkBuilder::Assembly::error(const Origin& at, std::string message) {
  findings_.error(at.file, at.line, at.column, std::move(message));
}

void NetworkBuilder::Assembly::warning(const Origin& at, std::string message) {
  findings_.warning(at.file, at.line, at.column, std::move(message));
}

void NetworkBuilder::Assembly::check_options() const {
  const auto check = [](const char* field, double value, double least, const char* range) {
    if (!(value >= least && std::isfinite(value))) throw OptionError(field, fmt::format("{}", value), range);
  };
  check("access_detour", drafts_.options.access_detour, 1, "1 or more");
  check("least_access", drafts_.options.least_access.value(), 0, "0 km or more");
  check("deep_sea_connectivity", drafts_.options.deep_sea_connectivity, 0, "0 or more");
}

void NetworkBuilder::Assembly::check_position(Position position, const Origin& at) {
  if (!(std::abs(position.latitude) <= 90))
    error(at, fmt::format("latitude {} is not between -90 and 90 degrees", position.latitude));
  if (!(std::abs(position.longitude) <= 180))
    error(at, fmt::format("longitude {} is not between -180 and 180 degrees", position.longitude));
}

bool NetworkBuilder::Assembly::is_given_twice(Seen& seen, const std::string& key, const Origin& at,
                                              std::string_view what) {
  const auto [first, fresh] = seen.try_emplace(key, at);
  if (fresh) return false;
  error(at, fmt::format("{} {} is given twice{}", what, quoted(key), elsewhere(first->second)));
  return true;
}

// A row with a finding may not say what was meant.
bool NetworkBuilder::Assembly::has_finding(const Origin& at) const {
  const std::vector<Finding> told = findings_.list();
  return !at.file.empty() && std::any_of(told.begin(), told.end(), [&](const Finding& finding) {
    return finding.file == at.file && finding.line == at.line;
  });
}

PlaceId NetworkBuilder::Assembly::find_end(const std::string& key, const Origin& at, std::string_view what) {
  const PlaceId id = network_.find_place(key);
  if (id.is_none()) error(at, fmt::format("{} {}, which is not a place", what, quoted(key)));
  return id;
}

void NetworkBuilder::Assembly::check_validity(const Validity& validity, const Origin& at) {
  if (validity.from && validity.to && *validity.to < *validity.from)
    error(at,
          fmt::format("valid to {}, before it is valid from {}", text(*validity.to), text(*validity.from)));
}

void NetworkBuilder::Assembly::check_number(double value, std::string_view what, std::string_view unit,
                                            const Origin& at) {
  if (!(value >= 0 && std::isfinite(value)))
    error(at, fmt::format("{} {}{}{} is not a finite number of 0 or more", what, value,
                          unit.empty() ? "" : " ", unit));
}

}  // namespace landbridge
