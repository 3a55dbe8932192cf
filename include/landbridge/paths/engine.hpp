// Searches or sweeps: which engine answers a question about many pairs?
#pragma once

#include "landbridge/base/run.hpp"
#include "landbridge/paths/cost_graph.hpp"
#include "landbridge/paths/metric.hpp"
#include "landbridge/paths/order.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace landbridge {

enum class Engine {
  automatic,  ///< the one that should be faster
  hierarchy,  ///< order, completion and metric, then sweeps over sixteen sources at once
  search,     ///< one search a source
};

/// "auto", "hierarchy", "search".
std::string_view name(Engine engine) noexcept;

/// Which engine answered.
struct EngineUsed {
  Engine engine = Engine::search;
  std::string reason = {};      ///< a clause: "as asked", "few sources"
  std::string order_hash = {};  ///< of the hierarchy's order; empty for searches
};

/// What is asked of an engine.
struct EngineRequest {
  Engine engine = Engine::automatic;
  std::size_t sources = 0;
  bool counts = true;  ///< whether paths are counted, or distances alone are wanted
};

/// How long each would take, by counts alone: the same on every machine. In arbitrary units, about
/// nanoseconds.
struct EngineCosts {
  double searches = 0;
  double order = 0;   ///< of making the order, before anything is known of it
  double sweeps = 0;  ///< of completion, metric and sweeps in that order
};
EngineCosts engine_costs(const CostGraph& graph, const EngineRequest& request);
/// With what the order tells.
EngineCosts engine_costs(const CostGraph& graph, const EngineRequest& request, const NodeOrder& order);

/// Edges of a completion that searches would beat for that many sources; the limit for counting.
std::uint64_t most_useful_edges(const CostGraph& graph, const EngineRequest& request);

/// The engine that will answer, and for the hierarchy what it needs.
struct PreparedEngine {
  std::unique_ptr<Hierarchy> hierarchy = {};
  std::unique_ptr<Metric> metric = {};  ///< none: searches
  EngineUsed used = {};
};

/// `automatic` takes the cheaper by `engine_costs`; searches also where paths are counted and a shortcut
/// stands for more than 2^480 shortest paths, whatever was asked. The graph must outlive it. Determinism: the
/// choice depends on topology, costs and number of sources alone. LimitError when the hierarchy was asked for
/// and does not fit; Cancelled.
PreparedEngine prepare_engine(const CostGraph& graph, const EngineRequest& request, const Run& run = {});

}  // namespace landbridge
