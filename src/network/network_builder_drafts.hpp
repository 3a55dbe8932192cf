// What has a builder been told, and where, before anything is checked?
#pragma once

#include "landbridge/network/network_builder.hpp"

#include <string>
#include <vector>

namespace landbridge {

namespace detail {

template <class Facts, class At = Origin>
struct Drafted {
  Facts facts;
  At origin;
};

struct ConnectivityDraft {
  std::string place;
  Quarter quarter;
  double value = 0;
};

struct UnionMemberDraft {
  std::string customs_union;
  std::string country;
};

}  // namespace detail

struct NetworkBuilder::Drafts {
  NetworkOptions options;
  std::vector<detail::Drafted<Place>> places;
  std::vector<detail::Drafted<LinkFacts, LinkOrigin>> links;
  std::vector<detail::Drafted<BorderFacts>> borders;
  std::vector<detail::Drafted<ServiceFacts>> services;
  std::vector<detail::Drafted<HandlingFacts>> handling;
  std::vector<detail::Drafted<Hub>> hubs;
  std::vector<detail::Drafted<Region>> regions;
  std::vector<detail::Drafted<AccessFacts>> accesses;
  std::vector<detail::Drafted<detail::ConnectivityDraft>> connectivity;
  std::vector<detail::Drafted<Conditions>> conditions;
  std::vector<detail::Drafted<Corridor>> corridors;
  std::vector<detail::Drafted<detail::UnionMemberDraft>> union_members;
};

}  // namespace landbridge
