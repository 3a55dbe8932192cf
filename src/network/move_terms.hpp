// What is each move of the staircase made of?
#pragma once

#include "landbridge/network/cost_draw.hpp"
#include "landbridge/network/handling_terms.hpp"
#include "landbridge/network/priced.hpp"
#include "landbridge/network/waiting.hpp"

#include <optional>

namespace landbridge::detail {

/// The terms of all moves of one staircase under one model. Both must outlive this.
class MoveTerms {
 public:
  MoveTerms(const Staircase& staircase, const CostModel& model, const PriceOptions& options)
      : staircase_(staircase),
        network_(staircase.network()),
        model_(model),
        ready_(options.ready),
        borders_(network_, model),
        handling_(network_, model),
        waits_(network_, model) {
    if (options.draw) factors_.emplace(network_, model, *options.draw);
  }

  Breakdown breakdown(MoveId id) const;

 private:
  Parts terminal(PlaceId place, Mode mode) const;
  Parts wait(const State& boarded) const;
  Parts first_wait(const State& boarded, Hours before) const;
  void add_dwell(PlaceId place, Mode left, Mode entered, Breakdown& breakdown) const;
  Parts road_to(AccessId access) const;
  /// As drawn.
  HandlingTerms terms(PlaceId place, HandlingKind kind) const;
  BorderTerms terms(const State& arrived) const;  // and with what ordinary trains take more
  Parts clearance(const State& arrived) const;
  Breakdown handling(const State& from, const State& to) const;
  Breakdown train_to_train(const State& from, const State& to) const;

  const Staircase& staircase_;
  const Network& network_;
  const CostModel& model_;
  std::optional<Hours> ready_;
  BorderBook borders_;
  HandlingBook handling_;
  WaitBook waits_;
  std::optional<CostFactors> factors_;  ///< none: undisturbed
};

}  // namespace landbridge::detail
