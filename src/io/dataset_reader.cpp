#include "io/dataset_reader.hpp"

#include "io/cell_forms.hpp"
#include "landbridge/network/cost_model.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace landbridge::detail {

namespace {

constexpr std::array modes{Mode::rail, Mode::road, Mode::ferry, Mode::sea, Mode::river, Mode::air};
constexpr std::array purposes{LinkPurpose::line, LinkPurpose::exchange, LinkPurpose::hinterland};
constexpr std::array statuses{LinkStatus::active, LinkStatus::seasonal, LinkStatus::under_construction,
                              LinkStatus::planned};
constexpr std::array lanes{SeaLane::none,   SeaLane::europe,  SeaLane::pacific,      SeaLane::atlantic,
                           SeaLane::africa, SeaLane::oceania, SeaLane::latin_america};

/// The value of that name; the first where the cell is empty, for columns that may be.
template <class Values>
auto named(const Values& values, std::string_view word) {
  const auto found =
      std::find_if(values.begin(), values.end(), [&](auto value) { return name(value) == word; });
  return found == values.end() ? values.front() : *found;
}

std::vector<std::string> texts(const std::vector<std::string_view>& parts) {
  return {parts.begin(), parts.end()};
}

std::vector<Gauge> gauges(const RowView& row) {
  std::vector<Gauge> result;
  for (const std::string_view part : row.list("gauges_mm")) {
    std::uint16_t millimetres = 0;
    std::from_chars(part.data(), part.data() + part.size(), millimetres);
    result.push_back({millimetres});
  }
  return result;
}

template <class Figure>
std::optional<Figure> figure(const RowView& row, std::string_view column) {
  const std::optional<double> number = row.optional_number(column);
  return number ? std::optional<Figure>(Figure(*number)) : std::nullopt;
}

Validity validity(const RowView& row) {
  return {parse_date(row.optional_text("valid_from")), parse_date(row.optional_text("valid_to"))};
}

Position position(const RowView& row) {
  return {row.number("lat", NumberRange::any()), row.number("lon", NumberRange::any())};
}

Origin origin(const RowView& row, const CheckedTable& table, std::string_view column) {
  const Table::Cell cell = row.cell(column);
  return {table.table.name(), cell.line, cell.column};
}

class Reader {
 public:
  explicit Reader(const DatasetTables& tables) : tables_(tables) {}

  NetworkBuilder read() {
    each("places", &Reader::read_place);
    each("hubs", &Reader::read_hub);
    each("provinces", &Reader::read_province);
    each("partners", &Reader::read_partner);
    each("corridors", &Reader::read_corridor);
    each("customs_unions", &Reader::read_union_member);
    each("links", &Reader::read_link);
    each("access", &Reader::read_access);
    each("connectivity", &Reader::read_connectivity);
    each("conditions", &Reader::read_condition);
    for (auto& [conditions, at] : conditions_) builder_.add_conditions(std::move(conditions), std::move(at));
    warn_of_feeders();
    // What is told of a country is not blamed for one whose rows could not be read.
    if (is_whole("places") && is_whole("partners")) each("handling", &Reader::read_handling);
    // What runs over a link, or is told of it, is not blamed for one that could not be read.
    if (is_whole("places") && is_whole("links")) {
      each("borders", &Reader::read_border);
      each("services", &Reader::read_service);
    }
    return std::move(builder_);
  }

 private:
  void each(std::string_view name, void (Reader::*read_row)(const RowView&, const CheckedTable&)) {
    const CheckedTable* table = tables_.find(name);
    if (table == nullptr) return;
    for (std::size_t row = 0; row < table->table.row_count(); ++row)
      if (table->is_sound[row]) (this->*read_row)((*table->rows)[row], *table);
  }

  bool is_whole(std::string_view name) const {
    const CheckedTable* table = tables_.find(name);
    return table == nullptr ||
           (table->is_complete &&
            std::find(table->is_sound.begin(), table->is_sound.end(), false) == table->is_sound.end());
  }

  void warn_of_feeders() const {
    const CheckedTable* links = tables_.find("links");
    if (!has_sea_links_ || tables_.find("connectivity") != nullptr) return;
    tables_.findings().warning(
        links->table.name(), 0, 0,
        "there are sea links but no connectivity.csv: feeders alone are taken to call at "
        "ports, which is slower and dearer than deep-sea ships");
  }

  void read_place(const RowView& row, const CheckedTable& table) {
    Place place;
    place.key = row.text("id");
    const std::size_t colon = place.key.find(':');
    place.kind = *parse_place_kind(std::string_view(place.key).substr(0, colon));
    place.slug = place.key.substr(colon + 1);
    place.hub = row.optional_text("hub");
    place.name = row.text("name");
    place.country = row.optional_text("country");
    place.province = row.optional_text("province");
    place.position = position(row);
    place.gauges = gauges(row);
    place.role = row.optional_text("role");
    place.note = row.optional_text("note");
    place.source = row.optional_text("source");
    if (place.country.empty() && place.kind != PlaceKind::waypoint)
      row.error("country", fmt::format("{} needs its country", quoted(place.key)));
    builder_.add_place(std::move(place), origin(row, table, "id"));
  }

  void read_hub(const RowView& row, const CheckedTable& table) {
    Hub hub;
    hub.slug = row.text("id");
    hub.name = row.text("name");
    hub.country = row.optional_text("country");
    hub.population = row.optional_number("population");
    builder_.add_hub(std::move(hub), origin(row, table, "id"));
  }

  void read_province(const RowView& row, const CheckedTable& table) {
    read_region(row, table, RegionKind::province, "id", "capital");
  }
  void read_partner(const RowView& row, const CheckedTable& table) {
    read_region(row, table, RegionKind::country, "iso3", "");
  }
  void read_region(const RowView& row, const CheckedTable& table, RegionKind kind, std::string_view code,
                   std::string_view capital) {
    Region region;
    region.kind = kind;
    region.code = row.text(code);
    region.name = row.text("name");
    region.group = row.optional_text("region");
    if (!capital.empty()) region.capital = row.optional_text(capital);
    region.position = position(row);
    region.source = row.optional_text("source");
    builder_.add_region(std::move(region), origin(row, table, code));
  }

  void read_corridor(const RowView& row, const CheckedTable& table) {
    Corridor corridor;
    corridor.id = row.text("id");
    corridor.name = row.text("name");
    corridor.kind = row.optional_text("kind");
    corridor.description = row.optional_text("description");
    corridor.stages = texts(row.list("nodes"));
    corridor.source = row.optional_text("source");
    builder_.add_corridor(std::move(corridor), origin(row, table, "id"));
  }

  void read_union_member(const RowView& row, const CheckedTable& table) {
    builder_.add_customs_union_member(std::string(row.text("id")), std::string(row.text("country")),
                                      origin(row, table, "country"));
  }

  void read_link(const RowView& row, const CheckedTable& table) {
    LinkFacts draft;
    Link& link = draft.facts;
    link.mode = named(modes, row.text("mode"));
    has_sea_links_ = has_sea_links_ || link.mode == Mode::sea;
    link.purpose = named(purposes, row.optional_text("purpose"));
    draft.from = row.text("from");
    draft.to = row.text("to");
    link.length = Kilometres(row.number("length_km"));
    link.gauges = gauges(row);
    link.countries = texts(row.list("countries"));
    link.passes = texts(row.list("passes"));
    link.corridors = texts(row.list("corridors"));
    link.lane = named(lanes, row.optional_text("lane"));
    const std::string_view headhaul = row.optional_text("headhaul");
    if (!headhaul.empty()) link.headhaul = headhaul == "forward" ? Direction::forward : Direction::backward;
    link.status = named(statuses, row.optional_text("status"));
    link.validity = validity(row);
    link.season = row.optional_text("season");
    link.capacity = row.optional_number("capacity");
    link.capacity_unit = row.optional_text("capacity_unit");
    link.basis = row.optional_text("basis");
    link.year = row.optional_text("year");
    link.note = row.optional_text("note");
    link.source = row.optional_text("source");
    builder_.add_link(std::move(draft), {origin(row, table, "from"), origin(row, table, "to"),
                                         origin(row, table, "length_km")});
  }

  static std::optional<Gauge> gauge(const RowView& row, std::string_view column) {
    const std::optional<std::int64_t> millimetres = row.optional_whole(column, 500, 2000);
    return millimetres ? std::optional(Gauge{static_cast<std::uint16_t>(*millimetres)}) : std::nullopt;
  }

  void read_border(const RowView& row, const CheckedTable& table) {
    BorderFacts border;
    border.mode = named(modes, row.text("mode"));
    border.from = row.text("from");
    border.to = row.text("to");
    BorderRecord& record = border.figures;
    record.time = figure<Hours>(row, "time_h");
    record.clearance_money = figure<Usd>(row, "clearance_usd_per_teu");
    record.gauge_change_money = figure<Usd>(row, "gauge_change_usd_per_teu");
    record.from_gauge = gauge(row, "from_gauge_mm");
    record.to_gauge = gauge(row, "to_gauge_mm");
    record.capacity = row.optional_number("capacity");
    record.capacity_unit = row.optional_text("capacity_unit");
    record.time_basis = row.optional_text("time_basis");
    record.time_year = row.optional_text("time_year");
    record.time_source = row.optional_text("time_source");
    record.money_basis = row.optional_text("money_basis");
    record.money_year = row.optional_text("money_year");
    record.money_source = row.optional_text("money_source");
    builder_.add_border_record(std::move(border), origin(row, table, "from"));
  }

  void read_handling(const RowView& row, const CheckedTable& table) {
    HandlingFacts handling;
    handling.subject = row.text("subject");
    handling.figures.kind = named(std::to_array(all_handling_kinds), row.text("kind"));
    handling.figures.time = figure<Hours>(row, "time_h");
    handling.figures.money = figure<Usd>(row, "money_usd_per_teu");
    handling.figures.basis = row.optional_text("basis");
    handling.figures.year = row.optional_text("year");
    handling.figures.source = row.optional_text("source");
    builder_.add_handling(std::move(handling), origin(row, table, "subject"));
  }

  void read_service(const RowView& row, const CheckedTable& table) {
    ServiceFacts draft;
    draft.stops = texts(row.list("stops"));
    draft.via = texts(row.list("via"));
    Service& service = draft.facts;
    service.id = row.text("id");
    service.name = row.text("name");
    service.mode = named(modes, row.text("mode"));
    service.kind = row.optional_text("kind");
    service.per_week = row.optional_number("frequency_per_week");
    for (const std::string_view departure : row.list("departures"))
      service.departures.push_back(*parse_departure(departure));
    service.days = row.optional_number("days");
    service.validity = validity(row);
    service.corridors = texts(row.list("corridors"));
    service.carrier = row.optional_text("operator");
    service.frequency_basis = row.optional_text("frequency_basis");
    service.year = row.optional_text("year");
    service.note = row.optional_text("note");
    service.source = row.optional_text("source");
    builder_.add_service(std::move(draft), origin(row, table, "stops"));
  }

  void read_access(const RowView& row, const CheckedTable& table) {
    AccessFacts access;
    access.region = row.text("region");
    access.hub = row.text("hub");
    access.distance = figure<Kilometres>(row, "distance_km");
    access.facts.weight = row.number("weight");
    access.facts.weight_basis = row.optional_text("weight_basis");
    access.facts.source = row.optional_text("source");
    builder_.add_access(std::move(access), origin(row, table, "hub"));
  }

  void read_connectivity(const RowView& row, const CheckedTable& table) {
    if (row.text("measure") != "plsci") return;
    builder_.add_connectivity(std::string(row.text("subject")), *parse_quarter(row.text("quarter")),
                              row.number("value"), origin(row, table, "subject"));
  }

  void read_condition(const RowView& row, const CheckedTable& table) {
    Conditions& conditions = conditions_of(row, table);
    const std::string_view what = row.text("what");
    std::string basis(row.optional_text("basis")), source(row.optional_text("source"));
    if (what.starts_with("close:")) {
      conditions.closures.push_back({std::string(what.substr(6)), std::move(basis), std::move(source)});
      return;
    }
    const std::optional<double> value = row.optional_number("value", NumberRange::any());
    if (!value) return row.error("value", fmt::format("{} needs a value", quoted(what)));
    try {
      set_field(trial_, what.substr(4), *value);
      conditions.fields.push_back({std::string(what.substr(4)), *value, std::move(basis), std::move(source)});
    } catch (const OptionError& error) {
      row.error("what", error.what());
    }
  }

  Conditions& conditions_of(const RowView& row, const CheckedTable& table) {
    const std::string_view name = row.text("condition");
    const Validity told = validity(row);
    const auto known = std::find_if(conditions_.begin(), conditions_.end(),
                                    [&](const auto& other) { return other.first.name == name; });
    if (known == conditions_.end()) {
      conditions_.push_back({{.name = std::string(name), .validity = told}, origin(row, table, "condition")});
      return conditions_.back().first;
    }
    if (known->first.validity != told)
      row.error("valid_from",
                fmt::format("{} holds at other times in line {}", quoted(name), known->second.line));
    return known->first;
  }

  const DatasetTables& tables_;
  NetworkBuilder builder_;
  CostModel trial_;
  std::vector<std::pair<Conditions, Origin>> conditions_;
  bool has_sea_links_ = false;
};

}  // namespace

NetworkBuilder read_network(const DatasetTables& tables) {
  return Reader(tables).read();
}

}  // namespace landbridge::detail
