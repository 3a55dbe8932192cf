// What is known of trade: who sells and buys how much, which shares were observed, what goes in containers?
#pragma once

#include "landbridge/base/quantity.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace landbridge {

/// Of China: exports go from a province to a partner, imports from a partner to a province.
enum class TradeDirection { exports, imports, total };

/// "exports", "imports", "total".
std::string_view name(TradeDirection direction) noexcept;

/// Where a figure stands, for findings about it.
struct TableLine {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
};

/// All that a region sells or buys in a year.
struct TradeMargin {
  std::string region;  ///< province:gansu, country:POL
  TradeDirection direction = TradeDirection::exports;
  Usd value = {};
  std::string basis = {};  ///< observed, estimated, scaled
  TableLine at = {};
};

/// A partner's share, or that of several together, of the trade of a province, or of several, in that
/// direction.
struct TradeShare {
  std::vector<std::string> provinces;  ///< province:guangxi
  std::vector<std::string> partners;   ///< country:VNM, or groups of `TradeTables::groups`
  TradeDirection direction = TradeDirection::total;
  double share = 0;         ///< 0 .. 1
  bool constraint = false;  ///< else only to be compared with
  std::string year = {};
  std::string period = {};
  std::string source = {};
  TableLine at = {};
};

/// What of a partner's trade goes in containers.
struct ContainerShare {
  std::string partner;  ///< country:POL
  TradeDirection direction = TradeDirection::exports;
  double share = 0;  ///< of the value, 0 .. 1
  Rate<Usd, Teu> value = {};
  std::string basis = {};
  TableLine at = {};
};

/// A province's most important partners as published, the first with rank 1.
struct RankedPartner {
  std::string province;
  std::vector<std::string> partners;  ///< as in TradeShare
  int rank = 0;
  std::string year = {};
  std::string period = {};
  std::string source = {};
  TableLine at = {};
};

struct TradeTables {
  std::vector<TradeMargin> margins;
  std::vector<TradeShare> shares;
  std::vector<ContainerShare> containers;
  std::vector<RankedPartner> first_partners;
  std::map<std::string, std::vector<std::string>> groups;  ///< asean: country:VNM, ...; hyphens in names

  /// Nothing can be made of it without margins and containers.
  bool empty() const { return margins.empty() || containers.empty(); }
};

}  // namespace landbridge
