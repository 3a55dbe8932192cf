#include "landbridge/report/provenance.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Provenance, StatesTheVersionByItself) {
  const Provenance provenance;
  EXPECT_EQ(provenance.version, version());
  EXPECT_FALSE(provenance.quantum);
  EXPECT_FALSE(provenance.seed);
}

}  // namespace
}  // namespace landbridge
