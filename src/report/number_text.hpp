// How is a number written?
#pragma once

#include <string>

namespace landbridge::detail {

/// The shortest text that reads back as the same double; nothing for NaN and infinity.
std::string exact_text(double value);
/// For people: `decimals` decimals, or as many as needed up to 6 when it is negative.
std::string rounded_text(double value, int decimals);

}  // namespace landbridge::detail
