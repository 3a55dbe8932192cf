#include "landbridge/base/run.hpp"

#include <algorithm>
#include <thread>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Run, UsesTheWholeMachineByDefault) {
  EXPECT_EQ(landbridge::Run{}.worker_count(), std::max(1u, std::thread::hardware_concurrency()));
}

TEST(Run, UsesTheThreadsItIsGiven) {
  EXPECT_EQ(landbridge::Run{.threads = 1}.worker_count(), 1u);
  EXPECT_EQ(landbridge::Run{.threads = 7}.worker_count(), 7u);
}

TEST(Run, CannotBeStoppedUnlessATokenIsGiven) {
  EXPECT_FALSE(landbridge::Run{}.stop.stop_possible());
  std::stop_source source;
  const landbridge::Run run{.stop = source.get_token()};
  EXPECT_FALSE(run.stop.stop_requested());
  source.request_stop();
  EXPECT_TRUE(run.stop.stop_requested());
}

}  // namespace
}  // namespace landbridge
