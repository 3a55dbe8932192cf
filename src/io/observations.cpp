#include "landbridge/io/observations.hpp"

#include "landbridge/io/dataset.hpp"
#include "landbridge/io/table_reader.hpp"

#include <cmath>
#include <filesystem>

#include <fmt/format.h>

namespace landbridge {

namespace {

constexpr double mile_factor = 1.852;  // kilometres in a nautical mile

class ObservationReader {
 public:
  explicit ObservationReader(const std::string& folder) : folder_(folder) {}

  Observations read() {
    each_row("distances.csv", {"mode", "from", "to", "via", "published", "unit", "independent"}, {"source"},
             [&](const RowView& row) { read_distance(row); });
    each_row("transit_times.csv", {"from", "to", "mode", "days"}, {"year", "year_basis", "source"},
             [&](const RowView& row) { read_transit(row); });
    each_row("prices.csv", {"mode", "from", "to", "direction", "usd_per_teu", "year"},
             {"year_basis", "period", "basis", "source"}, [&](const RowView& row) { read_rate(row); });
    each_row("basins.csv", {"basin", "closure", "place"}, {"source"}, [&](const RowView& row) {
      result_.basins.push_back({std::string(row.text("basin")), std::string(row.text("closure")),
                                std::string(row.text("place")), std::string(row.optional_text("source"))});
    });
    each_row("market_ports.csv", {"market", "hub"}, {},
             [&](const RowView& row) { result_.market_ports.emplace(row.text("market"), row.text("hub")); });
    each_row("observed_rankings.csv", {"ranking", "subject", "value", "unit", "year"}, {"basis", "source"},
             [&](const RowView& row) { read_score(row); });
    each_row("measures.csv", {"subject", "measure", "year", "value", "unit"}, {"period", "definition", "source"},
             [&](const RowView& row) { read_measure(row); });
    each_row("memberships.csv", {"bloc", "country"}, {}, [&](const RowView& row) {
      result_.blocs[std::string(row.text("bloc"))].emplace_back(row.text("country"));
    });
    findings_.throw_if_errors();
    return std::move(result_);
  }

 private:
  template <class Read>
  void each_row(std::string_view name, std::initializer_list<std::string_view> required,
                std::initializer_list<std::string_view> optional, Read&& read) {
    std::optional<TextSource> source;
    if (folder_.empty()) {
      const std::string_view text = embedded_table(name);
      if (text.empty()) return;
      source = TextSource::memory(fmt::format("(built-in) {}", name), text);
    } else {
      const std::filesystem::path path = std::filesystem::path(folder_) / name;
      if (!std::filesystem::exists(path)) return;
      source = TextSource::file(path.string());
    }
    const Table table = read_table(*source, findings_);
    const TableReader rows(table, findings_, required, optional);
    for (std::size_t i = 0; i < rows.size(); ++i) read(rows[i]);
  }

  void read_distance(const RowView& row) {
    PublishedDistance one;
    one.mode = row.text("mode");
    one.from = row.text("from");
    one.to = row.text("to");
    for (const std::string_view part : row.list("via")) one.via.emplace_back(part);
    const bool miles = row.choice("unit", {"km", "nm"}) == 1;
    const double published = row.number("published", NumberRange::positive());
    one.kilometres = miles ? std::round(published * mile_factor * 1000) / 1000 : published;
    one.independent = row.choice("independent", {"no", "yes"}) == 1;
    one.source = row.optional_text("source");
    result_.distances.push_back(std::move(one));
  }

  /// The year that the figure describes. Of a page's date, of an edition and of the reading it is only known
  /// that the figure is no younger: they choose no conditions.
  static std::optional<int> year_described(const RowView& row) {
    const std::optional<std::int64_t> year = row.optional_whole("year", 1900, 2100);
    const std::string_view basis = row.optional_text("year_basis");
    if (!year || !(basis.empty() || basis == "stated" || basis == "judged")) return std::nullopt;
    return static_cast<int>(*year);
  }

  void read_transit(const RowView& row) {
    const std::optional<double> days = row.optional_number("days", NumberRange::positive());
    if (!days) return;
    PublishedTransit one;
    one.mode = row.text("mode");
    one.from = row.text("from");
    one.to = row.text("to");
    one.days = *days;
    one.year = year_described(row);
    one.source = row.optional_text("source");
    result_.transits.push_back(std::move(one));
  }

  void read_rate(const RowView& row) {
    const std::optional<double> money = row.optional_number("usd_per_teu", NumberRange::positive());
    const std::optional<int> year = year_described(row);
    if (!money || !year || !row.has("from") || !row.has("to")) return;
    PublishedRate one;
    one.mode = row.text("mode");
    one.from = row.text("from");
    one.to = row.text("to");
    one.direction = row.optional_text("direction");
    one.usd_per_teu = *money;
    one.year = *year;
    one.period = row.optional_text("period");
    one.basis = row.optional_text("basis");
    one.source = row.optional_text("source");
    result_.rates.push_back(std::move(one));
  }

  void read_score(const RowView& row) {
    ObservedScore one;
    one.ranking = row.text("ranking");
    for (const std::string_view part : row.list("subject")) one.subjects.emplace_back(part);
    one.value = row.number("value", NumberRange::non_negative());
    one.unit = row.text("unit");
    one.year = row.text("year");
    one.basis = row.optional_text("basis");
    one.source = row.optional_text("source");
    result_.scores.push_back(std::move(one));
  }

  void read_measure(const RowView& row) {
    const std::optional<double> value = row.optional_number("value", NumberRange::any());
    if (!value) return;
    PublishedMeasure one;
    one.subject = row.text("subject");
    one.measure = row.text("measure");
    one.year = row.optional_text("year");
    one.period = row.optional_text("period");
    one.value = *value;
    one.unit = row.optional_text("unit");
    one.definition = row.optional_text("definition");
    one.source = row.optional_text("source");
    result_.measures.push_back(std::move(one));
  }

  std::string folder_;
  Findings findings_;
  Observations result_;
};

}  // namespace

Observations load_observations(const std::string& folder) {
  return ObservationReader(folder).read();
}

}  // namespace landbridge
