#include "landbridge/network/network.hpp"

#include <algorithm>
#include <string>
namespace landbridge {

namespace {

template <class Index, class IdType = typename Index::mapped_type>
IdType find_in(const Index& index, std::string_view key) {
  const auto found = index.find(key);
  return found == index.end() ? IdType::none() : found->second;
}

}  // namespace

PlaceId Network::find_place(std::string_view key) const {
  return find_in(place_index_, key);
}
LinkId Network::find_link(std::string_view key) const {
  return find_in(link_index_, key);
}
HubId Network::find_hub(std::string_view slug) const {
  return find_in(hub_index_, slug);
}
ServiceId Network::find_service(std::string_view id) const {
  return find_in(service_index_, id);
}
RegionId Network::find_region(std::string_view key) const {
  return find_in(region_index_, key);
}

const Corridor* Network::find_corridor(std::string_view id) const {
  std::string wanted(id);
  std::ranges::replace(wanted, '-', '_');
  for (const Corridor& corridor : corridors_)
    if (corridor.id == id || corridor.id == wanted) return &corridor;
  return nullptr;
}

std::string_view Network::customs_territory(std::string_view country) const {
  const auto found = union_of_.find(country);
  return found == union_of_.end() ? country : std::string_view(found->second);
}

const BorderRecord* Network::find_border_record(LinkId link, Direction direction) const {
  for (const BorderRecord& record : border_records_)
    if (record.link == link && record.direction == direction) return &record;
  return nullptr;
}

}  // namespace landbridge
