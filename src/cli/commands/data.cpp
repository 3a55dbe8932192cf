#include "cli/commands/all.hpp"
#include "cli/pricing.hpp"
#include "landbridge/network/border_terms.hpp"

#include <map>
#include <optional>
#include <string>

namespace landbridge::cli {

namespace {

struct Options {
  std::string what = "places";
};

Value text(const std::string& value) {
  return value.empty() ? Value() : Value(value);
}

class Listing {
 public:
  explicit Listing(const Inputs& inputs) : inputs_(inputs), network_(inputs.network) {
    document.command = "data";
    document.provenance = inputs.provenance;
  }

  void places() {
    document.columns = {{.name = "place"},
                        {.name = "hub"},
                        {.name = "kind"},
                        {.name = "name"},
                        {.name = "country"},
                        {.name = "province"},
                        {.name = "role"},
                        {.name = "lat", .kind = ColumnKind::number},
                        {.name = "lon", .kind = ColumnKind::number},
                        {.name = "gauges_mm", .kind = ColumnKind::list},
                        {.name = "note", .in_table = false},
                        {.name = "source", .in_table = false}};
    document.has_points = true;
    for (const PlaceId id : network_.places().ids()) {
      const Place& place = network_[id];
      const HubId hub = network_.hub_of(id);
      document.rows.push_back(
          {{place.key, hub.is_none() ? Value() : Value(network_[hub].slug), name(place.kind), place.name,
            text(place.country), text(place.province), text(place.role), place.position.latitude,
            place.position.longitude, gauges(place.gauges), text(place.note), text(place.source)},
           {point(place.position)}});
    }
  }

  void links() {
    document.columns = {{.name = "link"},
                        {.name = "mode"},
                        {.name = "from"},
                        {.name = "to"},
                        {.name = "distance_km", .kind = ColumnKind::number, .unit = "km"},
                        {.name = "gauges_mm", .kind = ColumnKind::list},
                        {.name = "passes", .kind = ColumnKind::list},
                        {.name = "corridors", .kind = ColumnKind::list},
                        {.name = "status"},
                        {.name = "border", .kind = ColumnKind::flag},
                        {.name = "exchange", .kind = ColumnKind::flag, .in_table = false},
                        {.name = "basis", .in_table = false},
                        {.name = "note", .in_table = false},
                        {.name = "source", .in_table = false}};
    document.has_points = true;
    for (const LinkId id : network_.links().ids()) {
      const Link& link = network_[id];
      document.rows.push_back(
          {{link.key, name(link.mode), network_[link.from].key, network_[link.to].key, link.length,
            gauges(link.gauges), Value::List(link.passes), Value::List(link.corridors), name(link.status),
            network_.is_border(id), link.exchange, text(link.basis), text(link.note), text(link.source)},
           {point(network_[link.from].position), point(network_[link.to].position)}});
    }
  }

  void borders() {
    document.columns = {{.name = "link"},
                        {.name = "from"},
                        {.name = "to"},
                        {.name = "time_h", .kind = ColumnKind::number, .unit = "h"},
                        {.name = "time_recorded", .kind = ColumnKind::flag},
                        {.name = "clearance_usd", .kind = ColumnKind::number, .unit = "usd"},
                        {.name = "clearance_recorded", .kind = ColumnKind::flag},
                        {.name = "gauge_change_usd", .kind = ColumnKind::number, .unit = "usd"},
                        {.name = "gauge_change_recorded", .kind = ColumnKind::flag},
                        {.name = "time_basis", .in_table = false},
                        {.name = "time_source", .in_table = false},
                        {.name = "money_basis", .in_table = false},
                        {.name = "money_source", .in_table = false}};
    const BorderBook book(network_, inputs_.model);
    for (const LinkId id : network_.links().ids())
      for (const Direction direction : {Direction::forward, Direction::backward})
        if (network_.is_border(id))
          document.rows.push_back(border_row(book.terms(id, direction), id, direction));
  }

  void transfers() {
    document.columns = {{.name = "place"},
                        {.name = "from"},
                        {.name = "to"},
                        {.name = "time_h", .kind = ColumnKind::number, .unit = "h"},
                        {.name = "money_usd", .kind = ColumnKind::number, .unit = "usd"},
                        {.name = "basis"},
                        {.name = "source", .in_table = false}};
    for (const TransferFact& fact : network_.transfers())
      document.rows.push_back({{network_[fact.place].key, fact.from, fact.to, fact.time, fact.money,
                                text(fact.basis), text(fact.source)}});
  }

  void provinces() {
    document.columns = {{.name = "province"},
                        {.name = "name"},
                        {.name = "region"},
                        {.name = "capital"},
                        {.name = "hub"},
                        {.name = "lat", .kind = ColumnKind::number},
                        {.name = "lon", .kind = ColumnKind::number},
                        {.name = "source", .in_table = false}};
    document.has_points = true;
    for (const Province& province : network_.provinces())
      document.rows.push_back(
          {{province.slug, province.name, text(province.region), province.capital,
            province.hub.is_none() ? Value() : Value(network_[province.hub].slug), province.position.latitude,
            province.position.longitude, text(province.source)},
           {point(province.position)}});
  }

  void partners() {
    document.columns = {{.name = "country"},
                        {.name = "name"},
                        {.name = "region"},
                        {.name = "hubs", .kind = ColumnKind::list},
                        {.name = "unknown_hubs", .kind = ColumnKind::list},
                        {.name = "lat", .kind = ColumnKind::number},
                        {.name = "lon", .kind = ColumnKind::number},
                        {.name = "source", .in_table = false}};
    document.has_points = true;
    for (const Partner& partner : network_.partners()) {
      Value::List hubs;
      for (const HubId hub : partner.hubs) hubs.push_back(network_[hub].slug);
      document.rows.push_back(
          {{partner.country, partner.name, partner.region, hubs, Value::List(partner.unknown_hubs),
            partner.position.latitude, partner.position.longitude, text(partner.source)},
           {point(partner.position)}});
    }
  }

  void corridors() {
    document.columns = {{.name = "corridor"},
                        {.name = "name"},
                        {.name = "kind"},
                        {.name = "links", .kind = ColumnKind::whole},
                        {.name = "distance_km", .kind = ColumnKind::number, .unit = "km"},
                        {.name = "description", .in_table = false},
                        {.name = "source", .in_table = false}};
    for (const Corridor& corridor : network_.corridors()) {
      std::size_t count = 0;
      Kilometres length;
      for (const Link& link : network_.links())
        for (const std::string& slug : link.corridors)
          if (slug == corridor.link_slug) ++count, length += link.length;
      document.rows.push_back({{corridor.id, corridor.name, corridor.kind, count, length,
                                text(corridor.description), text(corridor.source)}});
    }
  }

  void services() {
    document.columns = {{.name = "service"}};
    document.summary.push_back({"reason", "the data hold no services"});
  }

  void sources() {
    document.columns = {
        {.name = "source"}, {.name = "table"}, {.name = "rows", .kind = ColumnKind::whole}, {.name = "what"}};
    std::map<std::pair<std::string, std::string>, std::size_t> cited;
    const auto cite = [&](const std::string& table, const std::string& source) {
      if (!source.empty()) ++cited[{source, table}];
    };
    for (const Place& place : network_.places()) cite("places", place.source);
    for (const Link& link : network_.links()) cite("links", link.source);
    for (const BorderRecord& border : network_.border_records())
      cite("borders", border.time_source), cite("borders", border.money_source);
    for (const TransferFact& fact : network_.transfers()) cite("transfers", fact.source);
    for (const Province& province : network_.provinces()) cite("provinces", province.source);
    for (const Partner& partner : network_.partners()) cite("partners", partner.source);
    for (const Corridor& corridor : network_.corridors()) cite("corridors", corridor.source);
    for (const auto& [key, rows] : cited) document.rows.push_back({{key.first, key.second, rows, Value()}});
    for (const FieldSource& source : cost_model_sources())
      document.rows.push_back({{source.address.empty() ? Value() : Value(source.address), "cost model", 1,
                                std::string(source.field) + " (" + std::string(name(source.basis)) +
                                    "): " + std::string(source.reason)}});
  }

  Document document;

 private:
  static Value::List gauges(const std::vector<Gauge>& list) {
    Value::List result;
    for (const Gauge gauge : list) result.push_back(std::to_string(gauge.millimetres));
    return result;
  }

  Row border_row(const BorderTerms& terms, LinkId id, Direction direction) const {
    const Link& link = network_[id];
    const BorderRecord* record = network_.find_border_record(id, direction);
    const BorderRecord nothing;
    const BorderRecord& known = record != nullptr ? *record : nothing;
    return {{link.key, network_[link.tail(direction)].key, network_[link.head(direction)].key, terms.time,
             terms.time_recorded, terms.clearance_money, terms.clearance_recorded, terms.gauge_change_money,
             terms.gauge_change_recorded, text(known.time_basis), text(known.time_source),
             text(known.money_basis), text(known.money_source)}};
  }

  const Inputs& inputs_;
  const Network& network_;
};

using Method = void (Listing::*)();
const std::vector<std::pair<std::string, Method>>& methods() {
  static const std::vector<std::pair<std::string, Method>> all{
      {"places", &Listing::places},       {"links", &Listing::links},
      {"borders", &Listing::borders},     {"services", &Listing::services},
      {"transfers", &Listing::transfers}, {"provinces", &Listing::provinces},
      {"partners", &Listing::partners},   {"corridors", &Listing::corridors},
      {"sources", &Listing::sources}};
  return all;
}

Answer answer(const Options& options, const Context& context) {
  const Inputs inputs = read_inputs(context.flags);
  Listing listing(inputs);
  for (const auto& [word, method] : methods())
    if (word == options.what) (listing.*method)();
  listing.document.summary.insert(listing.document.summary.begin(), {"rows", listing.document.rows.size()});
  return {std::move(listing.document)};
}

}  // namespace

Command data_command() {
  return make_command<Options>(
      {.name = "data", .help = "Show the data in use, with their sources"},
      [](Flags& flags, Options& options) {
        std::vector<std::string> words;
        for (const auto& [word, method] : methods()) words.push_back(word);
        flags.positional_choice("TABLE", options.what, words, "which part of it");
      },
      answer);
}

}  // namespace landbridge::cli
