#include "landbridge/base/run.hpp"

#include <algorithm>
#include <thread>

namespace landbridge {

unsigned Run::worker_count() const noexcept {
  return threads != 0 ? threads : std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace landbridge
