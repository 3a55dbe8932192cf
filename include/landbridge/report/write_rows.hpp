// How is an answer written? As a table for people, CSV, JSON, Markdown or GeoJSON, the same bytes every time.
#pragma once

#include "landbridge/report/rows.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace landbridge {

enum class Format { table, csv, json, md, geojson };

std::optional<Format> format_named(std::string_view name);

struct WriteOptions {
  bool timings = true;  ///< write `run`, which only JSON and GeoJSON hold
  bool color = false;   ///< headings of a table in bold
};

/// The document as text that ends by a line end.
///
/// - table, md: numbers rounded for reading, absent values empty, then the summary. Records become a table of
/// their own
///   under the rows.
/// - csv (RFC 4180, LF): the rows alone; absent is empty, lists join by `;`; a row with records becomes one
/// line a record,
///   its other cells repeated.
/// - json: `schema`, `provenance`, `summary`, `rows`, `run`; numbers are numbers, absent is null.
/// - geojson (RFC 7946): a feature for each row, a line that crosses the 180th meridian cut there; the rest
/// of the
///   JSON as members of the collection.
///
/// Numbers in CSV and JSON are the shortest text that reads back as the same double.
/// Throws ContractError when a row has not one value a column, OptionError for GeoJSON of rows without
/// coordinates.
std::string write_rows(const Document& document, Format format, const WriteOptions& options = {});

}  // namespace landbridge
