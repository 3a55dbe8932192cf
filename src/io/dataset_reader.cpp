#include "io/dataset_reader.hpp"

#include "landbridge/io/table_reader.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace landbridge::detail {

namespace {

constexpr double mile_factor = 1.852;  // kilometres in a nautical mile

/// The tables of one data set, turned into facts for the builder.
class DatasetReader {
 public:
  DatasetReader(const TableSource& source, Findings& findings) : source_(source), findings_(findings) {}

  NetworkBuilder read() {
    rail_keys_.complete = is_sound([&] { read_stations(); });
    sea_keys_.complete = is_sound([&] { read_ports(), read_chokepoints(); });
    read_rail_links();
    read_sea_links();
    read_borders();
    read_transfers();
    read_provinces();
    read_partners();
    read_corridors();
    read_customs_unions();
    return std::move(builder_);
  }

 private:
  template <class Read>
  bool is_sound(Read&& read) {
    const std::size_t before = findings_.error_count();
    read();
    return findings_.error_count() == before;
  }

  Table table(std::string_view name) { return read_table(source_(name), findings_); }

  static Origin origin(const TableReader& rows, const RowView& row, std::string_view column) {
    const Table::Cell cell = row.cell(column);
    return {rows.table().name(), cell.line, cell.column};
  }

  static Position position(const RowView& row) {
    return {row.number("lat", NumberRange::between(-90, 90)),
            row.number("lon", NumberRange::between(-180, 180))};
  }

  Position place_position(const RowView& row, const std::string& slug) {
    Position read;
    if (!is_sound([&] { read = position(row); })) unplaced_.insert(slug);
    return read;
  }

  static std::vector<std::string> texts(const std::vector<std::string_view>& parts) {
    return {parts.begin(), parts.end()};
  }

  static std::vector<Gauge> gauges(const RowView& row) {
    std::vector<Gauge> result;
    for (const std::string_view part : row.list("gauge_mm")) {
      std::uint16_t millimetres = 0;
      const auto [end, fault] = std::from_chars(part.data(), part.data() + part.size(), millimetres);
      if (fault != std::errc() || end != part.data() + part.size() || millimetres < 500 || millimetres > 2000)
        row.error(
            "gauge_mm",
            fmt::format("gauge {} is not a whole number of millimetres between 500 and 2000", quoted(part)));
      result.push_back({millimetres});
    }
    return result;
  }

  /// A slug: lower case letters, digits and hyphens.
  static std::string slug(const RowView& row, std::string_view column) {
    const std::string_view text = row.text(column);
    if (text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string_view::npos)
      row.error(column, fmt::format("{} is not a slug (lower case letters, digits, hyphens)", quoted(text)));
    return std::string(text);
  }

  static std::string country(const RowView& row, std::string_view column) {
    const std::string_view text = row.text(column);
    if (!text.empty() &&
        (text.size() != 3 || text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string_view::npos))
      row.error(column, fmt::format("{} is not a country code of three capital letters", quoted(text)));
    return std::string(text);
  }

  void read_stations() {
    const Table text = table("rail_nodes.csv");
    const TableReader rows(text, findings_, {"id", "name", "kind", "country_iso3", "lat", "lon", "gauge_mm"},
                           {"province", "note", "source_url"});
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const RowView row = rows[i];
      Place place;
      place.slug = slug(row, "id");
      if (place.slug.empty()) continue;
      place.name = row.text("name");
      place.role = row.text("kind");
      place.kind = place.role == "border_crossing" ? PlaceKind::border : PlaceKind::rail;
      place.country = country(row, "country_iso3");
      place.province = row.optional_text("province");
      place.position = place_position(row, place.slug);
      place.gauges = gauges(row);
      place.note = row.optional_text("note");
      place.source = row.optional_text("source_url");
      rail_keys_.by_slug[place.slug] = fmt::format("{}:{}", name(place.kind), place.slug);
      builder_.add_place(std::move(place), origin(rows, row, "id"));
    }
  }

  void read_ports() {
    const Table text = table("ports.csv");
    const TableReader rows(text, findings_, {"id", "name", "country_iso3", "lat", "lon", "kind"},
                           {"province", "note", "source_url"});
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const RowView row = rows[i];
      Place place;
      place.slug = slug(row, "id");
      if (place.slug.empty()) continue;
      place.name = row.text("name");
      row.choice("kind", {"seaport", "river_port", "caspian_port"});
      place.role = row.text("kind");
      place.kind = place.role == "river_port" ? PlaceKind::river : PlaceKind::port;
      place.country = country(row, "country_iso3");
      place.province = row.optional_text("province");
      place.position = place_position(row, place.slug);
      place.note = row.optional_text("note");
      place.source = row.optional_text("source_url");
      sea_keys_.by_slug[place.slug] = fmt::format("{}:{}", name(place.kind), place.slug);
      builder_.add_place(std::move(place), origin(rows, row, "id"));
    }
  }

  void read_chokepoints() {
    const Table text = table("chokepoints.csv");
    const TableReader rows(text, findings_, {"id", "name", "lat", "lon", "kind"},
                           {"position_basis", "source_url"});
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const RowView row = rows[i];
      Place place;
      place.slug = slug(row, "id");
      if (place.slug.empty()) continue;
      place.name = row.text("name");
      place.role = row.text("kind");
      place.kind = PlaceKind::waypoint;
      place.position = place_position(row, place.slug);
      place.note = row.optional_text("position_basis");
      place.source = row.optional_text("source_url");
      sea_keys_.by_slug.try_emplace(place.slug, fmt::format("waypoint:{}", place.slug));
      builder_.add_place(std::move(place), origin(rows, row, "id"));
    }
  }

  /// Keys of places by slug. Where their table has faults, a slug that is missing may be one of them: no
  /// second finding.
  struct Keys {
    std::map<std::string, std::string, std::less<>> by_slug;
    bool complete = true;
  };

  /// Empty when the place cannot be named and a finding about that exists.
  static std::string key(const Keys& keys, std::string_view slug, std::string_view otherwise) {
    const auto found = keys.by_slug.find(slug);
    if (found != keys.by_slug.end()) return found->second;
    return slug.empty() || !keys.complete ? std::string() : fmt::format("{}:{}", otherwise, slug);
  }

  /// Reads the length on the way.
  LinkOrigin read_length(const TableReader& rows, const RowView& row, LinkFacts& link) {
    LinkOrigin at{origin(rows, row, "from"), origin(rows, row, "to"), origin(rows, row, "distance_km")};
    const bool sound = is_sound([&] { link.length = Kilometres(row.number("distance_km")); });
    at.length_unread = !sound || !row.has("distance_km") || unplaced_.contains(row.optional_text("from")) ||
                       unplaced_.contains(row.optional_text("to"));
    return at;
  }

  void read_rail_links() {
    const Table text = table("rail_links.csv");
    const TableReader rows(text, findings_, {"from", "to", "mode", "distance_km", "gauge_mm", "status"},
                           {"corridor", "basis", "source_url"});
    static constexpr std::array modes{Mode::rail, Mode::road, Mode::ferry};
    static constexpr std::array statuses{LinkStatus::active, LinkStatus::under_construction,
                                         LinkStatus::planned};
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const RowView row = rows[i];
      LinkFacts link;
      link.mode = modes[row.choice("mode", {"rail", "road", "ferry"})];
      link.from = key(rail_keys_, row.text("from"), "rail");
      link.to = key(rail_keys_, row.text("to"), "rail");
      LinkOrigin at = read_length(rows, row, link);
      link.gauges = gauges(row);
      link.corridors = texts(row.list("corridor"));
      link.status = statuses[row.choice("status", {"operating", "under_construction", "planned"})];
      link.basis = row.optional_text("basis");
      link.source = row.optional_text("source_url");
      link_corridors_.insert(link.corridors.begin(), link.corridors.end());
      if (!link.from.empty() && !link.to.empty()) builder_.add_link(std::move(link), std::move(at));
    }
  }

  void read_sea_links() {
    const Table text = table("sea_links.csv");
    const TableReader rows(text, findings_, {"from", "to", "mode", "distance_km", "status"},
                           {"distance_nm", "passes", "basis", "source_url", "note"});
    static constexpr std::array modes{Mode::sea, Mode::river};
    static constexpr std::array statuses{LinkStatus::active, LinkStatus::seasonal,
                                         LinkStatus::under_construction, LinkStatus::planned};
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const RowView row = rows[i];
      LinkFacts link;
      link.mode = modes[row.choice("mode", {"sea", "inland_waterway"})];
      link.from = key(sea_keys_, row.text("from"), "port");
      link.to = key(sea_keys_, row.text("to"), "port");
      // A waterway that ends in open water is a ship canal: sea ships sail it without being handled.
      if (link.from.starts_with("waypoint:") || link.to.starts_with("waypoint:")) link.mode = Mode::sea;
      LinkOrigin at = read_length(rows, row, link);
      check_miles(row, link.length, at);
      link.passes = texts(row.list("passes"));
      link.status = statuses[row.choice("status", {"open", "seasonal", "under_construction", "planned"})];
      link.basis = row.optional_text("basis");
      link.note = row.optional_text("note");
      link.source = row.optional_text("source_url");
      if (!link.from.empty() && !link.to.empty()) builder_.add_link(std::move(link), std::move(at));
    }
  }

  static void check_miles(const RowView& row, Kilometres length, LinkOrigin& at) {
    const std::optional<double> miles = row.optional_number("distance_nm");
    if (!miles || at.length_unread) return;
    const double expected = *miles * mile_factor;
    at.length_unread = std::abs(expected - length.value()) > 0.5 + 0.005 * expected;
    if (at.length_unread)
      row.error("distance_km",
                fmt::format("distance_km {} does not agree with distance_nm {}, which is {:.1f} km",
                            length.value(), *miles, expected));
  }

  template <class Figure>
  static std::optional<Figure> optional_figure(const RowView& row, std::string_view column) {
    const std::optional<double> number = row.optional_number(column);
    return number ? std::optional<Figure>(Figure(*number)) : std::nullopt;
  }

  void read_borders() {
    const Table text = table("borders.csv");
    const TableReader rows(
        text, findings_,
        {"from", "to", "mode", "time_h", "clearance_usd_per_teu", "gauge_change_usd_per_teu"},
        {"time_basis", "time_year", "time_source_url", "money_basis", "money_year", "money_source_url"});
    static constexpr std::array modes{Mode::rail, Mode::road, Mode::ferry};
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const RowView row = rows[i];
      BorderFacts border;
      border.mode = modes[row.choice("mode", {"rail", "road", "ferry"})];
      border.from = key(rail_keys_, row.text("from"), "border");
      border.to = key(rail_keys_, row.text("to"), "border");
      border.figures.time = optional_figure<Hours>(row, "time_h");
      border.figures.clearance_money = optional_figure<Usd>(row, "clearance_usd_per_teu");
      border.figures.gauge_change_money = optional_figure<Usd>(row, "gauge_change_usd_per_teu");
      border.figures.time_basis = row.optional_text("time_basis");
      border.figures.time_source = row.optional_text("time_source_url");
      border.figures.money_basis = row.optional_text("money_basis");
      border.figures.money_source = row.optional_text("money_source_url");
      if (!border.from.empty() && !border.to.empty())
        builder_.add_border_record(std::move(border), origin(rows, row, "from"));
    }
  }

  void read_transfers() {
    const Table text = table("transfers.csv");
    const TableReader rows(text, findings_, {"node_id", "from", "to", "time_h", "cost_usd_per_teu"},
                           {"basis", "source_url"});
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const RowView row = rows[i];
      TransferFact transfer;
      transfer.from = row.text("from");
      transfer.to = row.text("to");
      transfer.time = optional_figure<Hours>(row, "time_h");
      transfer.money = optional_figure<Usd>(row, "cost_usd_per_teu");
      transfer.basis = row.optional_text("basis");
      transfer.source = row.optional_text("source_url");
      std::string place = key(rail_keys_, row.text("node_id"), "rail");
      if (!place.empty())
        builder_.add_transfer(std::move(place), std::move(transfer), origin(rows, row, "node_id"));
    }
  }

  void read_provinces() {
    const Table text = table("provinces.csv");
    const TableReader rows(text, findings_, {"id", "name", "capital", "lat", "lon"},
                           {"region", "source_url"});
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const RowView row = rows[i];
      Province province;
      province.slug = slug(row, "id");
      if (province.slug.empty()) continue;
      province.name = row.text("name");
      province.region = row.optional_text("region");
      province.capital = row.text("capital");
      province.position = position(row);
      province.source = row.optional_text("source_url");
      builder_.add_province(std::move(province), origin(rows, row, "id"));
    }
  }

  void read_partners() {
    const Table text = table("partners.csv");
    const TableReader rows(text, findings_, {"iso3", "name", "region", "lat", "lon", "main_hub_ids"},
                           {"source_url"});
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const RowView row = rows[i];
      Partner partner;
      partner.country = country(row, "iso3");
      if (partner.country.empty()) continue;
      partner.name = row.text("name");
      partner.region = row.text("region");
      partner.position = position(row);
      partner.source = row.optional_text("source_url");
      builder_.add_partner(std::move(partner), texts(row.list("main_hub_ids")), origin(rows, row, "iso3"));
    }
  }

  /// The links' own names of corridors are written with underscores, and four differ altogether.
  std::string link_slug(std::string_view id) const {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> renamed{
        {{"titr", "middle_corridor"},
         {"cmrec", "cmr_corridor"},
         {"ccwaec", "china_ca_wa"},
         {"cicpec", "indochina"}}};
    std::string slug(id);
    for (char& letter : slug) letter = letter == '-' ? '_' : letter;
    for (const auto& [from, to] : renamed)
      if (id == from) slug = to;
    return link_corridors_.contains(slug) ? slug : std::string();
  }

  void read_corridors() {
    const Table text = table("corridors.csv");
    const TableReader rows(text, findings_, {"id", "name", "kind"}, {"description", "source_url"});
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const RowView row = rows[i];
      Corridor corridor;
      corridor.id = slug(row, "id");
      if (corridor.id.empty()) continue;
      corridor.link_slug = link_slug(corridor.id);
      corridor.name = row.text("name");
      corridor.kind = row.text("kind");
      corridor.description = row.optional_text("description");
      corridor.source = row.optional_text("source_url");
      builder_.add_corridor(std::move(corridor), origin(rows, row, "id"));
    }
  }

  void read_customs_unions() {
    const Table text = table("customs_unions.csv");
    const TableReader rows(text, findings_, {"customs_union", "country_iso3"});
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const RowView row = rows[i];
      std::string member = country(row, "country_iso3");
      if (!member.empty())
        builder_.add_customs_union_member(std::string(row.text("customs_union")), std::move(member),
                                          origin(rows, row, "country_iso3"));
    }
  }

  const TableSource& source_;
  Findings& findings_;
  NetworkBuilder builder_;
  Keys rail_keys_;
  Keys sea_keys_;
  std::set<std::string, std::less<>> link_corridors_;
  std::set<std::string, std::less<>> unplaced_;  // slugs whose position could not be read
};

}  // namespace

NetworkBuilder read_dataset(const TableSource& source, Findings& findings) {
  return DatasetReader(source, findings).read();
}

}  // namespace landbridge::detail
