#include "landbridge/analysis/draws.hpp"

#include "analysis/group_demand.hpp"
#include "landbridge/base/contract.hpp"
#include "landbridge/base/error.hpp"
#include "landbridge/base/parallel.hpp"
#include "landbridge/centrality/ranking.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace landbridge {

namespace {

using detail::GroupDemand;
using detail::RankedGroups;

/// Draws are taken so many at a time, which bounds what is held.
constexpr std::size_t batch_size = 64;

/// Pairs that are searched from one of their ends: from where they begin, or backward from where they end.
class Side {
 public:
  Side(const Staircase& staircase, HubDemand pairs, bool backward) : backward_(backward) {
    mark_idle_moves(staircase, pairs);
    if (backward) {
      reversed_ = reversed(staircase.topology());
      for (HubPair& pair : pairs.pairs) std::swap(pair.from, pair.to);
    }
    demand_ = gate_demand(staircase, pairs);
    origins_ = demand_.sources(staircase.states().size());
  }

  const PairDemand& demand() const { return demand_; }
  const std::vector<StateId>& origins() const { return origins_; }

  CostGraph graph(const Priced& priced) const {
    const Staircase& staircase = *priced.staircase;
    Costs costs = priced.costs;
    for (const MoveId id : idle_) costs[id] = Cost::closed();
    return CostGraph(backward_ ? reversed_ : staircase.topology(), costs,
                     {.terminals = staircase.terminals()});
  }

 private:
  /// Loading and unloading where no demand begins or ends: gates are never passed, so nothing misses them.
  void mark_idle_moves(const Staircase& staircase, const HubDemand& demand) {
    Mask<StateId> begins(staircase.states().size()), ends(staircase.states().size());
    for (const HubPair& pair : demand.pairs) {
      begins.set(staircase.gate(pair.from));
      ends.set(staircase.gate(pair.to));
    }
    const Topology& topology = staircase.topology();
    for (const MoveId id : staircase.moves().ids()) {
      const MoveKind kind = staircase.moves()[id].kind;
      if ((kind == MoveKind::loading && !begins[topology.tail(id)]) ||
          (kind == MoveKind::unloading && !ends[topology.head(id)]))
        idle_.push_back(id);
    }
  }

  bool backward_;
  Topology reversed_;
  PairDemand demand_;
  std::vector<StateId> origins_;
  std::vector<MoveId> idle_;
};

/// Each pair is searched from the end that more pairs share, so few ends are searched from: of many countries
/// with few provinces, from the provinces alone.
std::array<HubDemand, 2> two_sides(const Network& network, const HubDemand& demand) {
  std::array<std::vector<std::size_t>, 2> pairs_at{std::vector<std::size_t>(network.hubs().size(), 0),
                                                   std::vector<std::size_t>(network.hubs().size(), 0)};
  for (const HubPair& pair : demand.pairs) {
    ++pairs_at[0][pair.from.index()];
    ++pairs_at[1][pair.to.index()];
  }
  std::array<HubDemand, 2> sides;
  for (const HubPair& pair : demand.pairs)
    sides[pairs_at[0][pair.from.index()] >= pairs_at[1][pair.to.index()] ? 0 : 1].pairs.push_back(pair);
  return sides;
}

constexpr std::size_t side_count = 2;
/// A side of a class of cargo in a draw is searched in so many blocks of origins: work for several threads
/// where draws are few.
constexpr std::size_t blocks = 2;

/// One class of cargo in one draw, priced by whoever needs it first and dropped after the last block.
class Unit {
 public:
  using Graphs = std::vector<CostGraph>;  ///< by side

  /// To be read until `done`. Whoever else needs them waits while they are made.
  template <class Make>
  const Graphs& graphs(const Make& make) {
    const std::scoped_lock lock(mutex_);
    if (graphs_.empty()) graphs_ = make();
    return graphs_;
  }
  void done() {
    const std::scoped_lock lock(mutex_);
    if (--left_ == 0) graphs_ = {};
  }

 private:
  std::mutex mutex_;
  Graphs graphs_;
  std::size_t left_ = side_count * blocks;
};

/// What the draws of a kind of item add up to. Positions are those of the items in their own list.
class Tally {
 public:
  Tally(std::size_t items, const DrawOptions& options)
      : options_(options), ranks_(items * options.draws), first_(items, 0) {}

  void add(std::size_t draw, std::size_t item, std::uint32_t rank, double score) {
    ranks_[item * options_.draws + draw] = rank;
    if (rank <= options_.top && score > 0) ++first_[item];
  }

  /// Sorts the item's ranks.
  void tell(std::size_t item, OverDraws& over) {
    const auto begin = ranks_.begin() + static_cast<std::ptrdiff_t>(item * options_.draws);
    std::sort(begin, begin + static_cast<std::ptrdiff_t>(options_.draws));
    const auto quantile = [&](std::size_t per_cent) {  // the smallest that so many ranks do not exceed
      return *(begin + static_cast<std::ptrdiff_t>((per_cent * options_.draws + 99) / 100 - 1));
    };
    over.rank_low = quantile(5);
    over.rank_high = quantile(95);
    over.p_top = static_cast<double>(first_[item]) / static_cast<double>(options_.draws);
  }

 private:
  DrawOptions options_;
  std::vector<std::uint32_t> ranks_;  // by item, then draw
  std::vector<std::size_t> first_;    // draws in which it is among the first
};

class Means {
 public:
  Means(const RankedGroups& groups, const DrawOptions& options)
      : groups_(groups),
        options_(options),
        hubs_(groups.kinds().hubs ? groups.staircase().network().hubs().size() : 0),
        links_(groups.links().size(), 0.0),
        passages_(groups.passages().size(), 0.0),
        hub_tally_(hubs_.size(), options),
        link_tally_(links_.size(), options),
        passage_tally_(passages_.size(), options) {
    for (const HubId hub : hubs_.ids()) hubs_[hub].hub = hub;
  }

  void add(std::size_t draw, const GroupDemand& counted) {
    if (groups_.kinds().hubs) {
      const IdMap<HubId, HubShare> shares = detail::hub_shares(counted, groups_, options_.by);
      IdMap<HubId, double> scores(shares.size());
      for (const HubId hub : shares.ids()) {
        const HubShare& share = shares[hub];
        HubShare& sum = hubs_[hub];
        sum.own += share.own;
        sum.exchanged += share.exchanged;
        sum.cleared += share.cleared;
        sum.through += share.through;
        scores[hub] = share.score;
      }
      for (const Ranked<HubId>& each : ranking(scores))
        hub_tally_.add(draw, each.id.index(), each.rank, each.score);
    }
    add(draw, links_, link_tally_, [&](std::size_t at) { return counted.at(groups_.group_of_link(at), 1); });
    add(draw, passages_, passage_tally_,
        [&](std::size_t at) { return counted.share_at(groups_.group_of_passage(at), 1); });
  }

  /// Turns the rankings without disturbance into those of the means.
  void tell(Rankings& rankings) {
    const auto count = static_cast<double>(options_.draws);
    if (groups_.kinds().hubs) {
      IdMap<HubId, OverDraws> over(hubs_.size());
      for (const HubShare& row : rankings.hubs.rows) over[row.hub] = row.over;
      for (const HubId hub : hubs_.ids()) {
        HubShare& mean = hubs_[hub];
        for (double* share : {&mean.own, &mean.exchanged, &mean.cleared, &mean.through}) *share /= count;
        mean.score = detail::score_of(mean, options_.by);
        mean.over = over[hub];
        hub_tally_.tell(hub.index(), mean.over);
      }
      rankings.hubs.rows = detail::hub_ranking(hubs_).rows;
    }
    IdMap<LinkId, LinkShare> links(groups_.staircase().network().links().size());
    for (const LinkShare& row : rankings.links.rows) links[row.link] = row;
    const double served = rankings.links.served;
    rankings.links.rows.clear();
    for (const Ranked<GroupId>& each : means(links_)) {
      LinkShare row = links[groups_.links()[each.id.index()]];
      row.rank = each.rank;
      row.score = each.score;
      row.share = served > 0 ? each.score / served : 0;
      link_tally_.tell(each.id.index(), row.over);
      rankings.links.rows.push_back(row);
    }
    std::vector<OverDraws> passages;
    for (const PassageShare& passage : groups_.passages())
      passages.push_back(std::ranges::find_if(rankings.passages.rows, [&](const PassageShare& row) {
                           return row.name == passage.name && row.border == passage.border;
                         })->over);
    rankings.passages.rows.clear();
    for (const Ranked<GroupId>& each : means(passages_)) {
      PassageShare row = groups_.passages()[each.id.index()];
      row.rank = each.rank;
      row.share = each.score;
      row.over = passages[each.id.index()];
      passage_tally_.tell(each.id.index(), row.over);
      rankings.passages.rows.push_back(std::move(row));
    }
    for (std::size_t* draws : {&rankings.hubs.draws, &rankings.links.draws, &rankings.passages.draws})
      *draws = options_.draws;
  }

 private:
  template <class Score>
  static void add(std::size_t draw, std::vector<double>& sums, Tally& tally, const Score& score) {
    IdMap<GroupId, double> scores(sums.size());
    for (const GroupId at : scores.ids()) sums[at.index()] += scores[at] = score(at.index());
    for (const Ranked<GroupId>& each : ranking(scores))
      tally.add(draw, each.id.index(), each.rank, each.score);
  }
  std::vector<Ranked<GroupId>> means(const std::vector<double>& sums) const {
    IdMap<GroupId, double> scores(sums.size());
    for (const GroupId at : scores.ids()) scores[at] = sums[at.index()] / static_cast<double>(options_.draws);
    return ranking(scores);
  }

  const RankedGroups& groups_;
  const DrawOptions& options_;
  IdMap<HubId, HubShare> hubs_;
  std::vector<double> links_, passages_;
  Tally hub_tally_, link_tally_, passage_tally_;
};

/// Calls `take(draw, counted)` for every draw, in order.
class Drawing {
 public:
  using Take = std::function<void(std::size_t, const GroupDemand&)>;

  Drawing(std::span<const PricedClass> classes, const RankedGroups& groups, const HubDemand& demand,
          const DrawOptions& options, const Run& run)
      : classes_(classes), groups_(groups), options_(options), run_(run) {
    const Staircase& staircase = groups.staircase();
    std::array<HubDemand, side_count> pairs = two_sides(staircase.network(), demand);
    sides_.emplace_back(staircase, std::move(pairs[0]), false);
    sides_.emplace_back(staircase, std::move(pairs[1]), true);
  }

  void run(const Take& take) const {
    for (std::size_t draw = 0; draw < options_.draws; draw += batch_size)
      run_batch(draw, std::min(options_.draws - draw, batch_size), take);
  }

 private:
  /// What a strip of the work adds up for one side of a unit.
  struct Part {
    std::size_t unit;
    std::size_t side;
    Traversal sum;
  };

  Unit::Graphs drawn(std::size_t draw, const PricedClass& priced_class) const {
    const Priced& undisturbed = priced_class.priced;
    PriceOptions wanted = undisturbed.options;
    wanted.draw = CostDraw{.seed = run_.seed, .number = draw};
    const Priced priced = price(undisturbed.staircase, undisturbed.model, wanted);
    Unit::Graphs graphs;
    for (const Side& side : sides_) graphs.push_back(side.graph(priced));
    return graphs;
  }

  void add_block(const CostGraph& graph, const Side& side, std::size_t block, Part& part) const {
    TraversalCounter counter(graph, groups_.members(), side.demand());
    if (part.sum.levels == 0) part.sum = counter.zero();
    const std::size_t count = side.origins().size();
    for (std::size_t i = count * block / blocks; i < count * (block + 1) / blocks; ++i)
      counter.add(side.origins()[i], part.sum);
  }

  void run_batch(std::size_t first, std::size_t draws, const Take& take) const {
    const std::size_t unit_count = draws * classes_.size();
    std::vector<Unit> units(unit_count);
    struct Nothing {};
    GroupDemand counted(groups_);
    std::size_t at = 0;  // draw of the batch that is being added up
    const auto finish = [&] {
      take(first + at++, counted);
      counted = GroupDemand(groups_);
    };
    reduce_in_order(
        unit_count * side_count * blocks, batch_run(first), [] { return Nothing{}; },
        [] { return std::vector<Part>(); },
        [&](Nothing&, std::vector<Part>& parts, std::size_t item) {
          const std::size_t unit = item / (side_count * blocks), side = item / blocks % side_count;
          const auto& graphs = units[unit].graphs(
              [&] { return drawn(first + unit / classes_.size(), classes_[unit % classes_.size()]); });
          if (parts.empty() || parts.back().unit != unit || parts.back().side != side)
            parts.push_back({unit, side, {}});
          add_block(graphs[side], sides_[side], item % blocks, parts.back());
          units[unit].done();
        },
        [&](const std::vector<Part>& parts) {
          for (const Part& part : parts) {
            while (at < part.unit / classes_.size()) finish();
            counted.add(TraversalCounter::finish(part.sum, sides_[part.side].demand()),
                        classes_[part.unit % classes_.size()].share);
          }
        });
    while (at < draws) finish();
  }

  Run batch_run(std::size_t first) const {
    Run run = run_;
    const std::size_t a_draw = classes_.size() * side_count * blocks;
    if (run_.progress)
      run.progress = [this, before = first * a_draw,
                      total = options_.draws * a_draw](const Progress& progress) {
        run_.progress({before + progress.done, total});
      };
    return run;
  }

  std::span<const PricedClass> classes_;
  const RankedGroups& groups_;
  const DrawOptions& options_;
  const Run& run_;
  std::vector<Side> sides_;
};

void check(const DrawOptions& options) {
  if (options.draws > most_draws)
    throw OptionError("draws", std::to_string(options.draws), "0 to " + std::to_string(most_draws));
  if (options.top == 0) throw OptionError("top", "0", "1 or more");
}

template <class Row>
void set_undisturbed(std::vector<Row>& rows, double Row::*score) {
  for (Row& row : rows) {
    row.over.score_undisturbed = row.*score;
    row.over.rank_undisturbed = row.rank;
  }
}

}  // namespace

Rankings rank_over_draws(std::shared_ptr<const Staircase> staircase, const CostModel& model,
                         const PriceOptions& options, std::string_view which_class, const HubDemand& demand,
                         const DrawOptions& draws, const Run& run) {
  expects(!options.draw, "the draws are those of the call, not of its options");
  check(draws);
  const std::vector<PricedClass> classes = price_classes(std::move(staircase), model, options, which_class);
  const Priced& priced = classes.front().priced;
  const RankedGroups groups(*priced.staircase, options, draws.kinds);
  Run without_progress = run;
  if (draws.draws > 0) without_progress.progress = {};
  const GroupDemand undisturbed = detail::count(classes, groups, demand, without_progress);
  Rankings result;
  if (draws.kinds.hubs) result.hubs = detail::hub_ranking(detail::hub_shares(undisturbed, groups, draws.by));
  result.links = detail::link_ranking(undisturbed, groups);
  result.passages = detail::passage_ranking(undisturbed, groups);
  const std::vector<HubPair> unserved = detail::unserved(undisturbed, priced, demand, without_progress);
  detail::tell_demand(undisturbed, demand, unserved, result.hubs);
  detail::tell_demand(undisturbed, demand, unserved, result.links);
  detail::tell_demand(undisturbed, demand, unserved, result.passages);
  set_undisturbed(result.hubs.rows, &HubShare::score);
  set_undisturbed(result.links.rows, &LinkShare::score);
  set_undisturbed(result.passages.rows, &PassageShare::share);
  if (draws.draws == 0) return result;
  Means means(groups, draws);
  Drawing(classes, groups, demand, draws, run).run([&](std::size_t draw, const GroupDemand& counted) {
    means.add(draw, counted);
  });
  means.tell(result);
  return result;
}

}  // namespace landbridge
