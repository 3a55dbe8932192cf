#include "landbridge/analysis/hubs.hpp"

#include "cli/commands/all.hpp"
#include "cli/draws.hpp"
#include "cli/measure.hpp"
#include "cli/ranking.hpp"
#include "landbridge/analysis/links.hpp"
#include "landbridge/network/passage.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace landbridge::cli {

namespace {

struct Options {
  std::string measure = "handled";
  std::string kind = "any";
  RankingFlags ranking;
  DrawFlags draws;
};

constexpr std::array measures{HubMeasure::handled, HubMeasure::own, HubMeasure::exchanged,
                              HubMeasure::cleared, HubMeasure::through};

std::vector<Column> columns(const DrawFlags& draws) {
  std::vector<Column> result{{.name = "rank", .kind = ColumnKind::whole},
                             {.name = "hub"},
                             {.name = "places", .kind = ColumnKind::list, .in_table = false},
                             {.name = "name"},
                             {.name = "kind", .kind = ColumnKind::list},
                             {.name = "country"}};
  for (const char* share : {"score", "own", "exchanged", "cleared", "handled", "through"})
    result.push_back({.name = share, .kind = ColumnKind::number, .decimals = 4});
  add_draw_columns(draws, result);
  return result;
}

Row row_of(const Network& network, const HubShare& share) {
  const Hub& hub = network[share.hub];
  Value::List places, kinds;
  std::set<std::string> kind_names;
  for (const PlaceId place : hub.places) {
    places.push_back(network[place].key);
    if (kind_names.insert(std::string(name(network[place].kind))).second)
      kinds.emplace_back(name(network[place].kind));
  }
  return {{share.rank, hub.slug, places, hub.name, kinds, hub.country, share.score, share.own,
           share.exchanged, share.cleared, share.handled(), share.through},
          {point(network, share.hub)}};
}

bool has_kind(const Network& network, HubId hub, const std::string& kind) {
  return std::ranges::any_of(network[hub].places,
                             [&](PlaceId place) { return name(network[place].kind) == kind; });
}

/// A strait is shown by the links that make it; a border by the place on its far side.
Row row_of(const Network& network, const PassageShare& passage) {
  Value::List links;
  std::set<std::string> countries;
  Row row;
  for (const LinkId id : passage.links) {
    links.push_back(network[id].key);
    for (const PlaceId end : {network[id].from, network[id].to})
      if (passage.border) countries.insert(network[end].country);
  }
  std::string both;
  for (const std::string& country : countries) both += (both.empty() ? "" : ";") + country;
  const Link& first = network[passage.links.front()];
  const PassageLabel label =
      passage.border ? PassageLabel{network[first.from].name + " - " + network[first.to].name, "border"}
                     : passage_label(passage.name);
  row.cells = {passage.rank,
               passage.name,
               links,
               label.name,
               Value::List{label.kind},
               both.empty() ? Value() : Value(both),
               passage.share,
               Value(),
               Value(),
               Value(),
               Value(),
               passage.share};
  row.points = {point(network[first.from].position)};
  return row;
}

Answer answer(const Options& options, const Context& context) {
  Stopwatch watch;
  const Inputs inputs = read_inputs(context.flags);
  const Network& network = inputs.network;
  const double loaded = watch.lap();
  const std::vector<PricedClass> classes =
      price_classes_as_asked(inputs, options.ranking.pricing, context.flags);
  const Priced& priced = classes.front().priced;
  const AskedDemand demand = demand_as_asked(inputs, options.ranking, context);
  const double prepared = watch.lap();
  Document document;
  document.command = "hubs";
  document.provenance = provenance_of(inputs, priced);
  document.provenance.scale = "fraction";
  document.columns = columns(options.draws);
  document.has_points = true;
  document.summary = {{"measure", options.kind == "passage" ? "through" : options.measure}};
  tell_pricing(inputs, options.ranking.pricing, document.summary);
  const std::size_t top =
      options.ranking.top == 0 ? network.links().size() + network.hubs().size() : options.ranking.top;
  const bool passages = options.kind == "passage";
  const auto by =
      std::ranges::find(measures, options.measure, [](HubMeasure measure) { return name(measure); });
  const Rankings rankings =
      rank_as_asked(inputs, options.draws, options.ranking, priced, demand, *by,
                    {.hubs = !passages, .links = false, .passages = passages}, context.run);
  const auto add = [&](Row row, const OverDraws& over) {
    add_draw_cells(options.draws, over, row.cells);
    document.rows.push_back(std::move(row));
  };
  tell_draws(options.draws, options.ranking, context.run, document);
  if (passages) {
    const PassageRanking& ranking = rankings.passages;
    for (const PassageShare& passage : ranking.rows)
      if (document.rows.size() < top) add(row_of(network, passage), passage.over);
    tell_demand(network, demand, ranking.served, ranking.total, ranking.unserved, document.summary);
  } else {
    const HubRanking& ranking = rankings.hubs;
    for (const HubShare& share : ranking.rows)
      if (document.rows.size() < top && share.handled() + share.through > 0 &&
          (options.kind == "any" || has_kind(network, share.hub, options.kind)))
        add(row_of(network, share), share.over);
    tell_demand(network, demand, ranking.served, ranking.total, ranking.unserved, document.summary);
  }
  tell_corridors(network, priced.options, context.flags, document.summary);
  document.run = run_figures({loaded, prepared, watch.lap()}, context.run.worker_count());
  return {std::move(document)};
}

}  // namespace

Command hubs_command() {
  return make_command<Options>(
      {.name = "hubs", .help = "Hubs ranked by the share of the demand that they handle"},
      [](Flags& flags, Options& options) {
        std::vector<std::string> words;
        for (const HubMeasure measure : measures) words.emplace_back(name(measure));
        flags.choice("--measure", options.measure, words,
                     "handled = own + exchanged + cleared; through is what only passes");
        flags.choice("--kind", options.kind, {"any", "rail", "port", "river", "airport", "border", "passage"},
                     "hubs that have such a place; passage: straits, canals and borders instead of hubs");
        declare(flags, options.draws);
        declare(flags, options.ranking);
      },
      answer);
}

}  // namespace landbridge::cli
