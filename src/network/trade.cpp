#include "landbridge/network/trade.hpp"

namespace landbridge {

std::string_view name(TradeDirection direction) noexcept {
  switch (direction) {
    case TradeDirection::exports:
      return "exports";
    case TradeDirection::imports:
      return "imports";
    case TradeDirection::total:
      break;
  }
  return "total";
}

}  // namespace landbridge
