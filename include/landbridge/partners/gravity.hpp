// How much goes from each origin to each destination, when cost keeps them apart?
#pragma once

#include "landbridge/partners/balancing.hpp"

#include <Eigen/Core>

namespace landbridge {

/// cost^-exponent for each cell: how much a cost deters. An infinite cost gives 0 (1 where the exponent is
/// 0). Determinism: the power is the mathematical library's and may differ in the last digit between
/// machines. ContractError for a cost that is not above 0; OptionError for an exponent that is negative or
/// not finite.
Eigen::MatrixXd power_deterrence(const Eigen::MatrixXd& costs, double exponent);

/// What leaves i times what arrives at j times the deterrence of (i, j), over the total: the gravity model
/// before it is constrained. Balancing it to the same sums gives x(i, j) = a(i) O(i) b(j) D(j) f(i, j), the
/// doubly constrained gravity model. ContractError for shapes that do not fit or values that are negative or
/// not finite. Wilson 1971, 10.1068/a030001.
Eigen::MatrixXd gravity_seed(const Eigen::VectorXd& leaving, const Eigen::VectorXd& arriving,
                             const Eigen::MatrixXd& deterrence);

/// The doubly constrained gravity model: `gravity_seed` balanced to what leaves and arrives.
Balanced doubly_constrained_gravity(const Eigen::VectorXd& leaving, const Eigen::VectorXd& arriving,
                                    const Eigen::MatrixXd& deterrence, const BalanceOptions& options = {});

}  // namespace landbridge
