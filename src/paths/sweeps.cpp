#include "landbridge/paths/sweeps.hpp"

#include "landbridge/base/contract.hpp"
#include "paths/sweep_plan.hpp"

#include <algorithm>
#include <utility>

namespace landbridge {

namespace {

void add_to(std::vector<double>& to, const std::vector<double>& from) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
}

}  // namespace

void FlowSums::add(const FlowSums& other) {
  expects(up.size() == other.up.size() && down.size() == other.down.size() &&
              through.size() == other.through.size() && access.size() == other.access.size(),
          "flow sums are of the same sweeps");
  add_to(up, other.up);
  add_to(down, other.down);
  add_to(through, other.through);
  add_to(access, other.access);
  served += other.served;
  unserved += other.unserved;
}

Sweeps::Sweeps(const Metric& metric, const CostGraph& graph, SweepOptions options)
    : plan_(detail::SweepPlan::make(metric, graph, std::move(options))) {}
Sweeps::Sweeps(Sweeps&&) noexcept = default;
Sweeps& Sweeps::operator=(Sweeps&&) noexcept = default;
Sweeps::~Sweeps() = default;

unsigned Sweeps::lane_bits() const noexcept {
  return plan_->lane_bits();
}
LaneCode Sweeps::code() const noexcept {
  return plan_->code();
}
std::size_t Sweeps::cell_count() const noexcept {
  return plan_->cells().size();
}

void Sweeps::sort(std::vector<NodeId>& sources) const {
  std::ranges::sort(sources, {}, [&](NodeId node) { return plan_->key(node); });
}

FlowSums Sweeps::flow_sums() const {
  return plan_->flow_sums();
}

void Sweeps::unpack(const FlowSums& sums, IdMap<NodeId, double>& nodes, IdMap<ArcId, double>& arcs) const {
  plan_->unpack(sums, nodes, arcs);
}

SweepWorker::SweepWorker(const Sweeps& sweeps) : runner_(sweeps.plan_->runner()) {}
SweepWorker::SweepWorker(SweepWorker&&) noexcept = default;
SweepWorker& SweepWorker::operator=(SweepWorker&&) noexcept = default;
SweepWorker::~SweepWorker() = default;

bool SweepWorker::add_flows(std::span<const NodeId> sources, const PairDemand& demand, double scale,
                            FlowSums& sums) {
  return runner_->add_flows(sources, demand, scale, sums);
}
bool SweepWorker::counts_are_safe(std::span<const NodeId> sources) {
  return runner_->counts_are_safe(sources);
}
std::array<DistanceTally, sweep_lanes> SweepWorker::tally(std::span<const NodeId> sources) {
  return runner_->tally(sources);
}
void SweepWorker::find_distances(std::span<const NodeId> sources) {
  runner_->find_distances(sources);
}
std::uint64_t SweepWorker::packed(std::size_t lane, NodeId target) const {
  return runner_->packed(lane, target);
}

}  // namespace landbridge
