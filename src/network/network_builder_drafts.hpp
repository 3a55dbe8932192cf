// What has a builder been told, and where, before anything is checked?
#pragma once

#include "landbridge/network/network_builder.hpp"

#include <string>
#include <utility>
#include <vector>

namespace landbridge {

namespace detail {

template <class Facts, class At = Origin>
struct Drafted {
  Facts facts;
  At origin;
};

struct TransferDraft {
  std::string place;
  TransferFact fact;
};

struct PartnerDraft {
  Partner partner;
  std::vector<std::string> hub_slugs;
};

}  // namespace detail

struct NetworkBuilder::Drafts {
  NetworkOptions options;
  std::vector<detail::Drafted<Place>> places;
  std::vector<detail::Drafted<LinkFacts, LinkOrigin>> links;
  std::vector<detail::Drafted<BorderFacts>> borders;
  std::vector<detail::Drafted<detail::TransferDraft>> transfers;
  std::vector<detail::Drafted<Province>> provinces;
  std::vector<detail::Drafted<detail::PartnerDraft>> partners;
  std::vector<detail::Drafted<Corridor>> corridors;
  std::vector<detail::Drafted<std::pair<std::string, std::string>>> union_members;
};

}  // namespace landbridge
