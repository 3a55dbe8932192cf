#include "landbridge/partners/gravity.hpp"

#include "landbridge/base/error.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

TEST(Gravity, Deterrence) {
  MatrixXd costs(1, 3);
  costs << 1, 4, std::numeric_limits<double>::infinity();
  const MatrixXd found = power_deterrence(costs, 0.5);
  EXPECT_EQ(found(0, 0), 1);
  EXPECT_DOUBLE_EQ(found(0, 1), 0.5);
  EXPECT_EQ(found(0, 2), 0);
  EXPECT_EQ(power_deterrence(costs, 0), MatrixXd(MatrixXd::Ones(1, 3)));
  costs(0, 0) = 0;
  EXPECT_THROW(power_deterrence(costs, 1), ContractError);
  EXPECT_THROW(power_deterrence(costs, -1), OptionError);
  EXPECT_THROW(power_deterrence(costs, std::numeric_limits<double>::infinity()), OptionError);
}

TEST(Gravity, WithoutDeterrenceItIsProportional) {
  VectorXd leaving(2), arriving(2);
  leaving << 30, 10;
  arriving << 25, 15;
  const Balanced found = doubly_constrained_gravity(leaving, arriving, MatrixXd::Ones(2, 2));
  EXPECT_EQ(found.rounds, 0u);
  EXPECT_DOUBLE_EQ(found.matrix(0, 0), 18.75);
  EXPECT_DOUBLE_EQ(found.matrix(1, 1), 3.75);
}

TEST(Gravity, CostsKeepApart) {
  VectorXd leaving(2), arriving(2);
  leaving << 30, 10;
  arriving << 20, 20;
  MatrixXd costs(2, 2);
  costs << 1, 2, 2, 1;
  const Balanced near = doubly_constrained_gravity(leaving, arriving, power_deterrence(costs, 1));
  ASSERT_TRUE(near.met);
  // Odds ratio 4: the example of docs/methods/balancing.md.
  EXPECT_NEAR(near.matrix(0, 0), (190 - std::sqrt(7300)) / 6, 1e-8);
  // The more costs deter, the less is carried at the higher cost; costs of another unit change nothing.
  const Balanced nearer = doubly_constrained_gravity(leaving, arriving, power_deterrence(costs, 2));
  EXPECT_LT(nearer.matrix(1, 0), near.matrix(1, 0));
  const Balanced cents = doubly_constrained_gravity(leaving, arriving, power_deterrence(100 * costs, 1));
  EXPECT_LE((cents.matrix - near.matrix).cwiseAbs().maxCoeff(), 1e-7);
}

TEST(Gravity, NothingToMove) {
  EXPECT_EQ(gravity_seed(VectorXd::Zero(2), VectorXd::Zero(3), MatrixXd::Ones(2, 3)),
            MatrixXd(MatrixXd::Zero(2, 3)));
  EXPECT_THROW(gravity_seed(VectorXd::Zero(2), VectorXd::Zero(3), MatrixXd::Ones(3, 2)), ContractError);
}

}  // namespace
}  // namespace landbridge
