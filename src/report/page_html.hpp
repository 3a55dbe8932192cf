// How is each section of the page set in HTML?
#pragma once

#include "landbridge/report/corridor_page.hpp"

#include <string>
#include <utility>
#include <vector>

namespace landbridge::detail {

// Each is empty where the page has nothing for it. Texts of the page are escaped.

/// The maps of the whole: one for wide windows, one for narrow ones, and an enlarged part where circles
/// crowd.
std::string map_section(const CorridorPage& page, const Coastline& land, const CorridorPageOptions& options);
/// One small picture for all windows.
std::string corridor_map(const PageCorridor& corridor, const Coastline& land);

std::string hub_section(const CorridorPage& page, const CorridorPageOptions& options);
std::string link_section(const CorridorPage& page, const CorridorPageOptions& options);
std::string passage_section(const CorridorPage& page, const CorridorPageOptions& options);
std::string corridor_section(const PageCorridor& corridor, const Coastline& land,
                             const CorridorPageOptions& options);
std::string flagship_section(const CorridorPage& page);
std::string check_section(const CorridorPage& page);
std::string unserved_section(const CorridorPage& page, const CorridorPageOptions& options);
std::string basis_section(const CorridorPage& page);

/// Terms and what is said of them.
std::string list_of(const std::vector<PageFact>& facts);

/// The marks of a bar's parts: class of the mark and what it means.
std::string keys(const std::vector<std::pair<std::string, std::string>>& marks);

}  // namespace landbridge::detail
