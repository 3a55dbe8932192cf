#include "report/write_json.hpp"

#include <cmath>
#include <cstddef>

#include <nlohmann/json.hpp>

namespace landbridge::detail {

namespace {

using Json = nlohmann::ordered_json;

Json record_json(const std::vector<Column>& columns, const std::vector<Value>& cells);

struct ContentJson {
  const std::vector<Column>& columns;
  Json operator()(std::monostate) const { return nullptr; }
  Json operator()(const Value::Records& records) const {
    Json array = Json::array();
    for (const Record& record : records) array.push_back(record_json(columns, record));
    return array;
  }
  Json operator()(double number) const { return std::isfinite(number) ? Json(number) : Json(nullptr); }
  Json operator()(const auto& content) const { return content; }
};

Json value_json(const Value& value, const std::vector<Column>& columns) {
  return std::visit(ContentJson{columns}, value.content());
}

Json record_json(const std::vector<Column>& columns, const std::vector<Value>& cells) {
  Json object = Json::object();
  for (std::size_t i = 0; i < columns.size(); ++i)
    object[columns[i].name] = value_json(cells[i], columns[i].columns);
  return object;
}

Json named_json(const std::vector<NamedValue>& values) {
  Json object = Json::object();
  for (const NamedValue& value : values) object[value.name] = value_json(value.value, {});
  return object;
}

Json provenance_json(const Provenance& provenance) {
  const auto text = [](const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); };
  Json object = Json::object();
  object["version"] = text(provenance.version);
  object["data"] = text(provenance.data);
  object["data_hash"] = text(provenance.data_hash);
  object["quantum"] = provenance.quantum ? Json(*provenance.quantum) : Json(nullptr);
  object["cost_model"] = text(provenance.cost_model);
  object["scenario"] = provenance.scenario.empty() ? Json(nullptr) : Json(provenance.scenario);
  object["seed"] = provenance.seed ? Json(*provenance.seed) : Json(nullptr);
  object["engine"] = text(provenance.engine);
  object["order_hash"] = text(provenance.order_hash);
  object["parallel_links"] = text(provenance.parallel_links);
  object["scale"] = text(provenance.scale);
  return object;
}

// Names from the command line need not be UTF-8; the answer is.
std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// One member a line and one row a line: small enough to read and to compare, and no row is kept as a tree.
class MembersText {
 public:
  void add(const char* name, const Json& value) { begin(name) += dump(value); }
  template <class RowJson>
  void add_rows(const char* name, const std::vector<Row>& rows, RowJson row_json) {
    std::string& text = begin(name) += '[';
    bool first = true;
    for (const Row& row : rows) {
      text += first ? "\n" : ",\n";
      text += dump(row_json(row));
      first = false;
    }
    text += "\n]";
  }
  std::string finish() && { return std::move(text_) + "\n}\n"; }

 private:
  std::string& begin(const char* name) {
    text_ += text_.empty() ? "{\n" : ",\n";
    return text_ += dump(Json(name)) + ": ";
  }
  std::string text_;
};

Json position(double longitude, double latitude) {
  return Json::array({longitude, latitude});
}

// RFC 7946, 3.1.9: a line that crosses the 180th meridian is cut there.
Json geometry(const std::vector<GeoPoint>& points) {
  if (points.empty()) return nullptr;
  Json object = Json::object();
  if (points.size() == 1) {
    object["type"] = "Point";
    object["coordinates"] = position(points[0].longitude, points[0].latitude);
    return object;
  }
  Json lines = Json::array();
  Json line = Json::array();
  for (std::size_t i = 0; i < points.size(); ++i) {
    const GeoPoint& to = points[i];
    if (i != 0) {
      const GeoPoint& from = points[i - 1];
      const double step = to.longitude - from.longitude;
      if (std::abs(step) > 180) {
        const double edge = step < 0 ? 180 : -180;
        const double width = 360 - std::abs(step);
        const double part = width == 0 ? 0 : std::abs(edge - from.longitude) / width;
        const double latitude = from.latitude + (to.latitude - from.latitude) * part;
        line.push_back(position(edge, latitude));
        lines.push_back(std::move(line));
        line = Json::array();
        line.push_back(position(-edge, latitude));
      }
    }
    line.push_back(position(to.longitude, to.latitude));
  }
  lines.push_back(std::move(line));
  object["type"] = lines.size() == 1 ? "LineString" : "MultiLineString";
  object["coordinates"] = lines.size() == 1 ? lines[0] : lines;
  return object;
}

}  // namespace

std::string write_json(const Document& document, const WriteOptions& options) {
  MembersText text;
  text.add("schema", document.schema());
  text.add("provenance", provenance_json(document.provenance));
  text.add("summary", named_json(document.summary));
  text.add_rows("rows", document.rows,
                [&](const Row& row) { return record_json(document.columns, row.cells); });
  if (options.timings) text.add("run", named_json(document.run));
  return std::move(text).finish();
}

std::string write_geojson(const Document& document, const WriteOptions& options) {
  MembersText text;
  text.add("type", "FeatureCollection");
  text.add("schema", document.schema());
  text.add("provenance", provenance_json(document.provenance));
  text.add("summary", named_json(document.summary));
  text.add_rows("features", document.rows, [&](const Row& row) {
    Json feature = Json::object();
    feature["type"] = "Feature";
    feature["geometry"] = geometry(row.points);
    feature["properties"] = record_json(document.columns, row.cells);
    return feature;
  });
  if (options.timings) text.add("run", named_json(document.run));
  return std::move(text).finish();
}

}  // namespace landbridge::detail
