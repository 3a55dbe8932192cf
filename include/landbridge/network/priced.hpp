// What does every move in the network cost, exactly?
#pragma once

#include "landbridge/base/date.hpp"
#include "landbridge/graph/path.hpp"
#include "landbridge/network/border_terms.hpp"
#include "landbridge/network/cost_draw.hpp"
#include "landbridge/network/cost_model.hpp"
#include "landbridge/network/priced_staircase.hpp"
#include "landbridge/paths/cost.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace landbridge {

/// What is minimised. `cost` is money + value of time x hours + carbon price x CO2, in USD.
enum class Objective { cost, money, time, distance, co2 };

/// "cost", "money", "time", "distance", "co2".
std::string_view name(Objective objective) noexcept;
/// "USD", "USD", "h", "km", "kg CO2e", each per TEU.
std::string_view unit(Objective objective) noexcept;

/// Links that are used: active ones whose validity holds on the date, without a season, not among `closed`,
/// of one of the modes (exchange links whatever the modes, but those to an airport with air alone); and those
/// among `opened` whatever their status, season and validity. With a moment at which cargo is ready, loading
/// into a service with a timetable waits for the next departure after the road there and the terminal's hours
/// (times of the timetable hold at each stop); when cargo comes to a later boarding depends on its way, so that
/// one waits the mean.
struct PriceOptions {
  Objective by = Objective::cost;
  double quantum = 0.01;  ///< in the objective's unit
  Date date = default_date;
  LinkMask closed = {};
  LinkMask opened = {};
  Modes modes = Modes::usual();
  std::optional<Hours> ready = {};  ///< after Monday 00:00, 0 .. 168; none: any moment of the week alike
  /// One draw of what links, terminals, borders and waits take; none: the model's figures, undisturbed. Parts,
  /// breakdowns and costs of a drawn pricing are drawn alike; roads that are no moves (`divided_skim`) are not.
  std::optional<CostDraw> draw = {};

  static constexpr Date default_date{std::chrono::year(2024), std::chrono::month(7), std::chrono::day(1)};
};

/// A priced network: exact costs on the staircase's arcs, the parts they are made of, and the way back up.
/// Cheap to copy in parts only: holds its arrays by value and shares the layout.
struct Priced {
  std::shared_ptr<const Staircase> staircase;
  CostModel model;
  PriceOptions options;
  Costs costs;                 ///< by move; closed for links that are not used, and for services not running
  IdMap<MoveId, Parts> parts;  ///< by move; filled for closed moves too
  Quantum quantum;
  double largest_error = 0;      ///< of rounding to quanta, in the objective's unit
  std::size_t free_moves = 0;    ///< figures that are zero: none for cost, money and time
  std::size_t raised_moves = 0;  ///< positive figures raised to one quantum
  std::size_t closed_moves = 0;

  const Network& network() const { return staircase->network(); }
};

/// Whether the options let a link be used at all, see PriceOptions: what is closed is closed even when it is
/// among `opened`.
bool is_open(const Network& network, LinkId link, const PriceOptions& options);
/// Whether a service runs: its validity holds on the date and all its links are open.
bool is_running(const Network& network, ServiceId service, const PriceOptions& options);

/// What one move figures to under an objective, before rounding: the number that is quantised.
double figure(const CostModel& model, Objective objective, const Parts& parts);

/// Prices every arc of the staircase. Law (tested): what the parts of a move figure to differs from its cost
/// by at most half a quantum, or by less than one where a positive figure was raised to one quantum. What is
/// not open costs `Cost::closed()`. Complexity O(moves); no allocation but the result's. Errors:
/// OptionError for a model field, quantum or moment out of range; LimitError when a figure is too wide for the
/// quantum.
Priced price(std::shared_ptr<const Staircase> staircase, const CostModel& model,
             const PriceOptions& options = {});
/// The same with a layout of its own; the network must outlive the result.
Priced price(const Network& network, const CostModel& model = {}, const PriceOptions& options = {});

/// What a move's parts are made of. Their sum is the move's parts.
struct Breakdown {
  Parts access = {};     ///< road between a region and its hub
  Parts haul = {};       ///< under way
  Parts terminals = {};  ///< loading, unloading, transfer, change of gauge away from borders
  Parts borders = {};    ///< clearance, and the change of gauge there
  Parts waiting = {};    ///< for the next departure

  Breakdown& operator+=(const Breakdown& other);
  Parts total() const;
};

/// By move, for the whole staircase. Complexity O(moves).
IdMap<MoveId, Breakdown> breakdowns(const Priced& priced);
/// By step of a path, in order.
std::vector<Breakdown> breakdowns(const Priced& priced, const Path& path);

/// What one move does, in the words of the upper storey.
struct Step {
  Move move;
  State from;
  State to;
  Parts parts;
  bool gauge_changed = false;  ///< handling: rail to rail on another gauge
  bool mode_changed = false;   ///< handling: transfer
  bool vehicle_changed =
      false;                    ///< handling: another ship class, train or service of the same mode and gauge
  bool border_cleared = false;  ///< handling or unloading right after a border
};

Step step(const Priced& priced, MoveId move);
/// The way back up: the steps of a path, in order.
std::vector<Step> steps(const Priced& priced, const Path& path);

}  // namespace landbridge
