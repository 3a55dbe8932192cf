#include "landbridge/analysis/links.hpp"

#include "cli/commands/all.hpp"
#include "cli/draws.hpp"
#include "cli/measure.hpp"
#include "cli/ranking.hpp"

namespace landbridge::cli {

namespace {

struct Options {
  RankingFlags ranking;
  DrawFlags draws;
};

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
  const LinkRanking ranking = rank_as_asked(inputs, options.draws, options.ranking, priced, demand, {},
                                            {.hubs = false, .links = true, .passages = false}, context.run)
                                  .links;
  Document document;
  document.command = "links";
  document.provenance = provenance_of(inputs, priced);
  document.provenance.scale = "fraction";
  document.columns = {{.name = "rank", .kind = ColumnKind::whole},
                      {.name = "link"},
                      {.name = "from"},
                      {.name = "to"},
                      {.name = "mode"},
                      {.name = "corridors", .kind = ColumnKind::list},
                      {.name = "score", .kind = ColumnKind::number, .decimals = 1},
                      {.name = "share", .kind = ColumnKind::number, .decimals = 4},
                      {.name = "distance_km", .kind = ColumnKind::number, .unit = "km", .decimals = 0}};
  add_draw_columns(options.draws, document.columns);
  document.has_points = true;
  const std::size_t top = options.ranking.top == 0 ? ranking.rows.size() : options.ranking.top;
  for (const LinkShare& share : ranking.rows) {
    if (document.rows.size() == top || share.score <= 0) break;
    const Link& link = network[share.link];
    Row row{{share.rank, link.key, network[link.from].key, network[link.to].key, name(link.mode),
             Value::List(link.corridors), share.score, share.share, link.length},
            {point(network[link.from].position), point(network[link.to].position)}};
    add_draw_cells(options.draws, share.over, row.cells);
    document.rows.push_back(std::move(row));
  }
  tell_pricing(inputs, options.ranking.pricing, document.summary);
  tell_draws(options.draws, options.ranking, context.run, document);
  tell_demand(network, demand, ranking.served, ranking.total, ranking.unserved, document.summary);
  tell_corridors(network, priced.options, context.flags, document.summary);
  document.run = run_figures({loaded, prepared, watch.lap()}, context.run.worker_count());
  return {std::move(document)};
}

}  // namespace

Command links_command() {
  return make_command<Options>(
      {.name = "links", .help = "Corridor sections ranked by the share of the demand that uses them"},
      [](Flags& flags, Options& options) {
        declare(flags, options.draws);
        declare(flags, options.ranking);
      },
      answer);
}

}  // namespace landbridge::cli
