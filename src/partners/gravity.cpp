#include "landbridge/partners/gravity.hpp"

#include "landbridge/base/contract.hpp"
#include "landbridge/base/error.hpp"

#include <cmath>

#include <fmt/format.h>

namespace landbridge {

Eigen::MatrixXd power_deterrence(const Eigen::MatrixXd& costs, double exponent) {
  if (!(exponent >= 0) || !std::isfinite(exponent))
    throw OptionError("exponent", fmt::format("{}", exponent), "0 or more");
  Eigen::MatrixXd result(costs.rows(), costs.cols());
  for (Eigen::Index column = 0; column < costs.cols(); ++column)
    for (Eigen::Index row = 0; row < costs.rows(); ++row) {
      expects(costs(row, column) > 0, "a cost that deters is above 0");
      result(row, column) = std::pow(costs(row, column), -exponent);
    }
  return result;
}

Eigen::MatrixXd gravity_seed(const Eigen::VectorXd& leaving, const Eigen::VectorXd& arriving,
                             const Eigen::MatrixXd& deterrence) {
  expects(deterrence.rows() == leaving.size() && deterrence.cols() == arriving.size(),
          "the deterrence has a row for each origin and a column for each destination");
  double total = 0;
  for (Eigen::Index row = 0; row < leaving.size(); ++row) total += leaving[row];
  Eigen::MatrixXd seed = Eigen::MatrixXd::Zero(deterrence.rows(), deterrence.cols());
  if (total == 0) return seed;
  for (Eigen::Index column = 0; column < seed.cols(); ++column)
    for (Eigen::Index row = 0; row < seed.rows(); ++row) {
      const double value = leaving[row] / total * arriving[column] * deterrence(row, column);
      expects(std::isfinite(value) && value >= 0, "sums and deterrence are finite and not negative");
      seed(row, column) = value;
    }
  return seed;
}

Balanced doubly_constrained_gravity(const Eigen::VectorXd& leaving, const Eigen::VectorXd& arriving,
                                    const Eigen::MatrixXd& deterrence, const BalanceOptions& options) {
  return balance(gravity_seed(leaving, arriving, deterrence), {.rows = leaving, .columns = arriving},
                 options);
}

}  // namespace landbridge
