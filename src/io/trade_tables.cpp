#include "landbridge/io/trade_tables.hpp"

#include "landbridge/io/dataset.hpp"
#include "landbridge/io/table_reader.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace landbridge {

namespace {

constexpr double billion = 1e9;
// More than the world's product; keeps sums finite.
constexpr NumberRange money_range = NumberRange::between(0, 1e9);

bool is_region(std::string_view text) {
  return text.starts_with("province:") || text.starts_with("country:");
}

std::string group_key(std::string_view text) {
  std::string key(text);
  std::ranges::replace(key, '_', '-');
  return key;
}

class TradeReader {
 public:
  explicit TradeReader(const std::string& folder) : folder_(folder) {}

  TradeTables read() {
    each_row("memberships.csv", {"bloc", "country"}, {}, [&](const RowView& row) {
      const std::string country = fmt::format("country:{}", row.text("country"));
      result_.groups[group_key(row.text("bloc"))].push_back(country);
    });
    each_row("margins.csv", {"region", "direction", "value_bn_usd", "basis"}, {},
             [&](const RowView& row) { read_margin(row); });
    each_row("trade_shares.csv", {"province", "partner", "direction", "share", "use"},
             {"year", "period", "source"}, [&](const RowView& row) { read_share(row); });
    each_row("containers.csv", {"partner", "direction", "containerisable_share", "usd_per_teu"}, {"basis"},
             [&](const RowView& row) { read_containers(row); });
    each_row("first_partners.csv", {"province", "partner", "rank"}, {"year", "period", "source"},
             [&](const RowView& row) { read_rank(row); });
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
    file_ = source->name();
    const Table table = read_table(*source, findings_);
    const TableReader rows(table, findings_, required, optional);
    first_lines_.clear();
    for (std::size_t i = 0; i < rows.size(); ++i) read(rows[i]);
  }

  TableLine at(const RowView& row, std::string_view column) const {
    const Table::Cell cell = row.cell(column);
    return {file_, cell.line, cell.column};
  }

  /// A region's key; ids of provinces and codes of countries may lack their kind.
  std::string region(const RowView& row, std::string_view column, std::string_view kind) const {
    const std::string_view text = row.text(column);
    if (text.empty() || is_region(text)) return std::string(text);
    return fmt::format("{}:{}", kind, text);
  }

  std::vector<std::string> provinces(const RowView& row) const {
    row.text("province");
    std::vector<std::string> result;
    for (const std::string_view text : row.list("province"))
      result.push_back(is_region(text) ? std::string(text) : fmt::format("province:{}", text));
    return result;
  }

  /// Countries, or groups that memberships has, joined by semicolons.
  std::vector<std::string> partners(const RowView& row) const {
    row.text("partner");
    std::vector<std::string> result;
    for (const std::string_view text : row.list("partner")) {
      const bool is_country = text.starts_with("country:");
      result.push_back(is_country ? std::string(text) : group_key(text));
      if (!is_country && !result_.groups.contains(result.back()))
        row.error("partner",
                  fmt::format("{} is neither a country such as country:POL nor a group of memberships.csv",
                              quoted(text)));
    }
    return result;
  }

  void once(const RowView& row, std::string_view column, const std::string& key) {
    const auto [first, fresh] = first_lines_.try_emplace(key, row.line());
    if (!fresh)
      row.error(column, fmt::format("{} is given twice, first in line {}", quoted(std::string_view(key)),
                                    first->second));
  }

  void read_margin(const RowView& row) {
    TradeMargin one;
    one.region = row.text("region");
    if (!one.region.empty() && !is_region(one.region))
      row.error("region", fmt::format("{} is not a region such as province:gansu or country:POL",
                                      quoted(std::string_view(one.region))));
    one.direction = row.choice("direction", {"exports", "imports"}) == 0 ? TradeDirection::exports
                                                                         : TradeDirection::imports;
    one.value = Usd(billion * row.number("value_bn_usd", money_range));
    one.basis = row.text("basis");
    one.at = at(row, "value_bn_usd");
    once(row, "region", fmt::format("{} {}", one.region, name(one.direction)));
    result_.margins.push_back(std::move(one));
  }

  void read_share(const RowView& row) {
    TradeShare one;
    one.provinces = provinces(row);
    one.partners = partners(row);
    one.direction = static_cast<TradeDirection>(row.choice("direction", {"exports", "imports", "total"}));
    // Published values without the total that they are part of are of no use here.
    const std::optional<double> share = row.optional_number("share", NumberRange::between(0, 1));
    one.share = share.value_or(0);
    one.constraint = row.choice("use", {"constraint", "check"}) == 0;
    if (one.constraint) row.text("share");
    one.year = row.optional_text("year");
    one.period = row.optional_text("period");
    one.source = row.optional_text("source");
    one.at = at(row, "share");
    if (one.constraint)
      once(row, "province",
           fmt::format("{} {} {} as constraint", fmt::join(one.provinces, ";"), fmt::join(one.partners, ";"),
                       name(one.direction)));
    if (share) result_.shares.push_back(std::move(one));
  }

  void read_containers(const RowView& row) {
    ContainerShare one;
    one.partner = region(row, "partner", "country");
    one.direction = row.choice("direction", {"exports", "imports"}) == 0 ? TradeDirection::exports
                                                                         : TradeDirection::imports;
    one.share = row.number("containerisable_share", NumberRange::between(0, 1));
    one.value = Rate<Usd, Teu>(row.number("usd_per_teu", NumberRange::between(1, 1e9)));
    one.basis = row.optional_text("basis");
    one.at = at(row, "containerisable_share");
    once(row, "partner", fmt::format("{} {}", one.partner, name(one.direction)));
    result_.containers.push_back(std::move(one));
  }

  void read_rank(const RowView& row) {
    RankedPartner one;
    one.province = region(row, "province", "province");
    one.partners = partners(row);
    one.rank = static_cast<int>(row.whole("rank", 1, 1000));
    one.year = row.optional_text("year");
    one.period = row.optional_text("period");
    one.source = row.optional_text("source");
    one.at = at(row, "rank");
    result_.first_partners.push_back(std::move(one));
  }

  std::string folder_;
  std::string file_;
  Findings findings_;
  std::map<std::string, std::size_t> first_lines_;
  TradeTables result_;
};

}  // namespace

TradeTables load_trade_tables(const std::string& folder) {
  return TradeReader(folder).read();
}

}  // namespace landbridge
