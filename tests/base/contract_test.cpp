#include "landbridge/base/contract.hpp"

#include <string>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Contract, IsSilentWhenItHolds) {
  EXPECT_NO_THROW(expects(true, "never said"));
}

TEST(Contract, SaysWhatWasBroken) {
  try {
    expects(false, "a cost is not negative");
    FAIL() << "nothing was thrown";
  } catch (const ContractError& error) {
    EXPECT_EQ(std::string(error.what()), "precondition broken: a cost is not negative");
  }
}

}  // namespace
}  // namespace landbridge
