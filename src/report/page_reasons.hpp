// Why is a hub where it is, in a sentence or two?
#pragma once

#include "landbridge/analysis/hub_reasons.hpp"
#include "landbridge/network/network.hpp"
#include "landbridge/report/page_sections.hpp"

#include <string>
#include <vector>

namespace landbridge {

/// What of it is own demand and of which regions, what is exchanged between what, over which sections by land
/// or river it comes and goes and which corridors these belong to, and which border it clears. Shares of the
/// demand are those of `hub`; what they are made of is told in parts of what others send there.
std::string reason_in_words(const Network& network, const PageHub& hub, const HubReason& reason,
                            const std::vector<PageLink>& sections);

}  // namespace landbridge
