// What does a question give back? Rows under typed columns, a summary, and where both come from.
#pragma once

#include "landbridge/base/quantity.hpp"
#include "landbridge/report/provenance.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace landbridge {

class Value;

/// One row of a table within a cell (the legs of a route): values in the order of the column's own columns.
using Record = std::vector<Value>;

/// What a cell holds: nothing, a yes or no, a whole number, a number, text, a list of texts, or rows of its
/// own. NaN and infinity are written as nothing.
class Value {
 public:
  using List = std::vector<std::string>;
  using Records = std::vector<Record>;
  using Content = std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Records>;

  Value() = default;
  Value(bool value) : content_(value) {}
  template <std::integral Integer>
  Value(Integer value) : content_(static_cast<std::int64_t>(value)) {}
  Value(double value) : content_(value) {}
  Value(std::string value) : content_(std::move(value)) {}
  Value(std::string_view value) : content_(std::string(value)) {}
  Value(const char* value) : content_(std::string(value)) {}
  Value(List value) : content_(std::move(value)) {}
  Value(Records value) : content_(std::move(value)) {}
  /// In the quantity's unit, which the column states.
  template <class Dim>
  Value(Quantity<Dim> value) : content_(value.value()) {}
  template <class T>
  Value(const std::optional<T>& value) : Value(value ? Value(*value) : Value()) {}

  const Content& content() const noexcept { return content_; }
  bool is_absent() const noexcept { return std::holds_alternative<std::monostate>(content_); }

  friend bool operator==(const Value&, const Value&) = default;

 private:
  Content content_;
};

enum class ColumnKind { text, number, whole, flag, list, records };

/// One column. Its name is the field of the JSON and the heading of the CSV; a name that ends in its unit
/// (`distance_km`, unit `km`) is shown to people as `distance (km)`.
struct Column {
  std::string name;
  ColumnKind kind = ColumnKind::text;
  std::string unit = {};
  int decimals = -1;                 ///< of a number in tables for people; -1: as many as needed, at most 6
  bool in_table = true;              ///< false: left out of tables for people
  std::vector<Column> columns = {};  ///< of a column of records
  std::string record_prefix = {};    ///< before the names of `columns` in CSV: `leg_`
};

/// Where a row lies: degrees, WGS 84.
struct GeoPoint {
  double longitude = 0;
  double latitude = 0;
  friend bool operator==(const GeoPoint&, const GeoPoint&) = default;
};

/// One value for each column, and where the row lies: one point, or the points of a line; none when it lies
/// nowhere.
struct Row {
  std::vector<Value> cells;
  std::vector<GeoPoint> points = {};
};

struct NamedValue {
  std::string name;
  Value value;
};

/// The answer to one question, ready to be written in any format.
struct Document {
  std::string command;  ///< `route`, `graph-betweenness`: the schema is landbridge/<command>/1
  Provenance provenance = {};
  std::vector<NamedValue> summary = {};
  std::vector<Column> columns = {};  ///< at most one of kind records
  std::vector<Row> rows = {};
  std::vector<NamedValue> run = {};  ///< timings and the like: what differs from run to run
  bool has_points = false;           ///< rows have coordinates: GeoJSON can be written

  std::string schema() const { return "landbridge/" + command + "/1"; }
};

}  // namespace landbridge
