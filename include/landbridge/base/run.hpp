// How is a computation run? Never what it computes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>

namespace landbridge {

/// How far a long computation has come.
struct Progress {
  std::size_t done = 0;
  std::size_t total = 0;
};

/// How to run: no field but `seed` may change a result.
struct Run {
  unsigned threads = 0;                                ///< workers; 0: as many as the machine has
  std::uint64_t seed = 1;                              ///< of every random stream; streams are keyed by item
  std::stop_token stop = {};                           ///< ask it to stop: the call throws Cancelled
  std::function<void(const Progress&)> progress = {};  ///< called now and then, from one thread at a time

  /// `threads`, with 0 replaced by the machine's number.
  unsigned worker_count() const noexcept;
};

}  // namespace landbridge
