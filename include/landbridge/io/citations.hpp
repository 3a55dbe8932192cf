// Which sources does each table of a data set cite, and of which years are its figures?
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace landbridge {

/// A row of the table of sources, and where it is cited.
struct CitedSource {
  std::string id;
  std::string title;
  std::string address = {};
  std::string licence = {};              ///< as the source states it; empty: it states none
  std::vector<std::string> tables = {};  ///< that cite it, ascending
  std::size_t rows = 0;                  ///< that cite it, over all tables
};

/// What one table cites.
struct TableCitations {
  std::string table;  ///< links
  std::size_t rows = 0;
  std::size_t cited_rows = 0;  ///< with a source
  std::size_t dated_rows = 0;  ///< with a year
  int first_year = 0;          ///< 0: no row has one
  int last_year = 0;
  std::vector<std::string> sources = {};  ///< ids, the one cited most first, ties by id
};

struct Citations {
  std::vector<TableCitations>
      tables;  ///< those with a column `source`, or several `..._source`, in the order of `dataset_tables`
  std::vector<CitedSource> sources;  ///< all of the table of sources, in its order
};

/// Counted over every table of a folder, or of the built-in data set where the folder's name is empty. Years
/// are read from the first of the columns `year`, `quarter` and `..._year`, the four digits that each begins
/// and ends with (2013-2023). An id that the table of sources does not have is left out of `sources`. Throws
/// DataError for a table that cannot be read.
Citations load_citations(const std::string& folder = {});

}  // namespace landbridge
