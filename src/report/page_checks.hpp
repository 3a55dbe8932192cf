// What does the page hold the model against?
#pragma once

#include "landbridge/analysis/classes.hpp"
#include "landbridge/analysis/flows.hpp"
#include "landbridge/base/run.hpp"
#include "landbridge/io/observations.hpp"
#include "landbridge/report/page_sections.hpp"
#include "report/validation_tables.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace landbridge {

/// The `count` journeys with the most published figures, of each the newest one that the model can be
/// compared with; ties by the newer year, then by the names. Journeys between cities only.
std::vector<PageTransit> page_transits(const Network& network,
                                       const std::vector<detail::TransitComparison>& comparisons,
                                       std::size_t count);

/// Published figures of the year and place of `subject` under `measure`, full years, the newest of each
/// definition.
std::vector<PagePublished> page_published(const Observations& observations, std::string_view subject,
                                          std::string_view measure);

/// Which part of the demand served between China's provinces and the members of the EU stays on land, and
/// what is published of it. Nothing where the data do not say who the members are, or no such demand is
/// served.
void tell_land_share(std::span<const PricedClass> classes, const HubDemand& demand,
                     const Observations& observations, const Run& run, PageChecks& checks);

}  // namespace landbridge
