#include "landbridge/network/network_builder.hpp"

#include "network/network_assembly.hpp"

#include <utility>

namespace landbridge {

NetworkBuilder::NetworkBuilder(NetworkOptions options) : drafts_(std::make_unique<Drafts>()) {
  drafts_->options = options;
}
NetworkBuilder::~NetworkBuilder() = default;
NetworkBuilder::NetworkBuilder(NetworkBuilder&&) noexcept = default;
NetworkBuilder& NetworkBuilder::operator=(NetworkBuilder&&) noexcept = default;

void NetworkBuilder::add_place(Place place, Origin origin) {
  drafts_->places.push_back({std::move(place), std::move(origin)});
}
void NetworkBuilder::add_link(LinkFacts link, LinkOrigin origin) {
  drafts_->links.push_back({std::move(link), std::move(origin)});
}
void NetworkBuilder::add_border_record(BorderFacts border, Origin origin) {
  drafts_->borders.push_back({std::move(border), std::move(origin)});
}
void NetworkBuilder::add_service(ServiceFacts service, Origin origin) {
  drafts_->services.push_back({std::move(service), std::move(origin)});
}
void NetworkBuilder::add_handling(HandlingFacts handling, Origin origin) {
  drafts_->handling.push_back({std::move(handling), std::move(origin)});
}
void NetworkBuilder::add_hub(Hub hub, Origin origin) {
  drafts_->hubs.push_back({std::move(hub), std::move(origin)});
}
void NetworkBuilder::add_region(Region region, Origin origin) {
  drafts_->regions.push_back({std::move(region), std::move(origin)});
}
void NetworkBuilder::add_access(AccessFacts access, Origin origin) {
  drafts_->accesses.push_back({std::move(access), std::move(origin)});
}
void NetworkBuilder::add_connectivity(std::string place, Quarter quarter, double value, Origin origin) {
  drafts_->connectivity.push_back({{std::move(place), quarter, value}, std::move(origin)});
}
void NetworkBuilder::add_conditions(Conditions conditions, Origin origin) {
  drafts_->conditions.push_back({std::move(conditions), std::move(origin)});
}
void NetworkBuilder::add_corridor(Corridor corridor, Origin origin) {
  drafts_->corridors.push_back({std::move(corridor), std::move(origin)});
}
void NetworkBuilder::add_customs_union_member(std::string customs_union, std::string country, Origin origin) {
  drafts_->union_members.push_back({{std::move(customs_union), std::move(country)}, std::move(origin)});
}

Network NetworkBuilder::build() && {
  Findings findings;
  return std::move(*this).build(findings);
}

Network NetworkBuilder::build(Findings& findings) && {
  Drafts drafts = std::move(*drafts_);
  *drafts_ = Drafts{};
  drafts_->options = drafts.options;
  return Assembly(std::move(drafts), findings).run();
}

}  // namespace landbridge
