#include "landbridge/network/cost_draw.hpp"

#include "landbridge/base/contract.hpp"
#include "landbridge/base/random.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace landbridge {

namespace {

constexpr double ln2 = 0.693147180559945309417;
// ln2 in two parts, the first short enough to be multiplied by a small whole number without rounding.
constexpr double ln2_high = 0x1.62e42feep-1;
constexpr double ln2_low = 0x1.a39ef35793c76p-33;

/// x > 0. Series of the inverse hyperbolic tangent around 1.
double logarithm(double x) {
  int exponent = 0;
  double mantissa = std::frexp(x, &exponent);
  if (mantissa < 0.70710678118654752) mantissa *= 2, --exponent;
  const double s = (mantissa - 1) / (mantissa + 1);
  double sum = 0;
  for (int n = 27; n >= 1; n -= 2) sum = sum * (s * s) + 1.0 / n;
  return 2 * s * sum + exponent * ln2;
}

/// |x| below 700. Taylor's series within half a power of two.
double exponential(double x) {
  const double power = std::floor(x / ln2 + 0.5);
  const double rest = (x - power * ln2_high) - power * ln2_low;
  double sum = 1;
  for (int n = 17; n >= 1; --n) sum = 1 + sum * rest / n;
  return std::ldexp(sum, static_cast<int>(power));
}

template <std::size_t N>
double polynomial(const std::array<double, N>& coefficients, double x) {
  double sum = 0;
  for (std::size_t i = N; i-- > 0;) sum = sum * x + coefficients[i];
  return sum;
}

constexpr std::array middle_above{3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427,
                                  13731.693765509461125, 45921.953931549871457, 67265.770927008700853,
                                  33430.575583588128105, 2509.0809287301226727};
constexpr std::array middle_below{1.0,
                                  42.313330701600911252,
                                  687.18700749205790830,
                                  5394.1960214247511077,
                                  21213.794301586595867,
                                  39307.895800092710610,
                                  28729.085735721942674,
                                  5226.4952788528545610};
constexpr std::array near_above{
    1.42343711074968357734, 4.63033784615654529590,    5.76949722146069140550,    3.64784832476320460504,
    1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr std::array near_below{1.0,
                                2.05319162663775882187,
                                1.67638483018380384940,
                                6.89767334985100004550e-1,
                                1.48103976427480074590e-1,
                                1.51986665636164571966e-2,
                                5.47593808499534494600e-4,
                                1.05075007164441684324e-9};
constexpr std::array far_above{6.65790464350110377720,    5.46378491116411436990,
                               1.78482653991729133580,    2.96560571828504891230e-1,
                               2.65321895265761230930e-2, 1.24266094738807843860e-3,
                               2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr std::array far_below{1.0,
                               5.99832206555887937690e-1,
                               1.36929880922735805310e-1,
                               1.48753612908506148525e-2,
                               7.86869131145613259100e-4,
                               1.84631831751005468180e-5,
                               1.42151175831644588870e-7,
                               2.04426310338993978564e-15};

/// Sorts of items that are drawn; their numbers are part of the streams' keys.
enum class Sort : std::uint64_t { link = 1, access, handling, border, wait, yard };

/// FNV-1a (Fowler, Noll, Vo) over the bytes, from where another key left off.
constexpr std::uint64_t empty_key = 0xcbf29ce484222325u;
std::uint64_t key_of(std::string_view text, std::uint64_t key = empty_key) {
  for (const char each : text) key = (key ^ static_cast<unsigned char>(each)) * 0x100000001b3u;
  return (key ^ 0xff) * 0x100000001b3u;  // no text has this byte: "ab" and "c" are not "a" and "bc"
}
std::uint64_t key_of(std::size_t number, std::uint64_t key) {
  return (key ^ number) * 0x100000001b3u;
}

double drawn_normal(const CostDraw& draw, Sort sort, std::uint64_t key) {
  RandomStream stream(draw.seed, draw.number << 8 | static_cast<std::uint64_t>(sort), key);
  return normal_quantile((static_cast<double>(stream() >> 11) + 0.5) * 0x1.0p-53);
}

Spread spread_of(const CostModel& model, Mode mode) {
  switch (mode) {
    case Mode::rail:
      return model.rail_spread;
    case Mode::road:
      return model.road_spread;
    case Mode::ferry:
      return model.ferry_spread;
    case Mode::river:
      return model.river_spread;
    case Mode::air:
      return model.air_spread;
    case Mode::sea:
      break;
  }
  return model.sea_spread;
}

}  // namespace

double normal_quantile(double probability) {
  expects(probability > 0 && probability < 1, "a probability lies between 0 and 1");
  const double off = probability - 0.5;
  if (off >= -0.425 && off <= 0.425) {
    const double r = 0.180625 - off * off;
    return off * polynomial(middle_above, r) / polynomial(middle_below, r);
  }
  const double tail = std::sqrt(-logarithm(off < 0 ? probability : 1 - probability));
  const double size = tail <= 5 ? polynomial(near_above, tail - 1.6) / polynomial(near_below, tail - 1.6)
                                : polynomial(far_above, tail - 5) / polynomial(far_below, tail - 5);
  return off < 0 ? -size : size;
}

double spread_factor(Spread spread, double normal) {
  const double variance = logarithm(1 + spread.value() * spread.value());
  const double factor = exponential(std::sqrt(variance) * normal - variance / 2);
  return std::max(std::floor(factor * 0x1.0p20 + 0.5), 1.0) * 0x1.0p-20;
}

CostFactors::CostFactors(const Network& network, const CostModel& model, const CostDraw& draw)
    : network_(&network),
      draw_(draw),
      waiting_(model.waiting_spread),
      links_(network.links().size()),
      feeder_(network.links().size()),
      borders_{IdMap<LinkId, double>(network.links().size(), 1),
               IdMap<LinkId, double>(network.links().size(), 1)},
      accesses_(network.accesses().size()),
      yards_(network.places().size()),
      place_keys_(network.places().size()),
      service_keys_(network.services().size()) {
  expects(draw.number >> 56 == 0, "the number of a draw is below 2^56");
  for (const LinkId id : network.links().ids()) {
    const std::uint64_t key = key_of(network[id].key);
    const double normal = drawn_normal(draw, Sort::link, key);
    links_[id] = spread_factor(spread_of(model, network[id].mode), normal);
    feeder_[id] = network[id].mode == Mode::sea ? spread_factor(model.feeder_spread, normal) : links_[id];
    if (!network.is_border(id)) continue;
    for (const Direction direction : {Direction::forward, Direction::backward}) {
      const auto way = static_cast<std::size_t>(direction);
      borders_[way][id] =
          spread_factor(model.border_spread, drawn_normal(draw, Sort::border, key_of(way, key)));
    }
  }
  for (const AccessId id : network.accesses().ids()) {
    const Access& access = network[id];
    const std::uint64_t key = key_of(network[access.hub].slug, key_of(network[access.region].key));
    accesses_[id] = spread_factor(model.road_spread, drawn_normal(draw, Sort::access, key));
  }
  for (const PlaceId id : network.places().ids()) {
    place_keys_[id] = key_of(network[id].key);
    yards_[id] = spread_factor(model.waiting_spread, drawn_normal(draw, Sort::yard, place_keys_[id]));
  }
  for (const HandlingKind kind : all_handling_kinds) {
    IdMap<PlaceId, double>& factors = handling_[static_cast<std::size_t>(kind)];
    factors = IdMap<PlaceId, double>(network.places().size());
    for (const PlaceId id : network.places().ids())
      factors[id] = spread_factor(model.terminal_spread,
                                  drawn_normal(draw, Sort::handling, key_of(name(kind), place_keys_[id])));
  }
  for (const ServiceId id : network.services().ids()) service_keys_[id] = key_of(network[id].id);
}

double CostFactors::wait(PlaceId place, const Vehicle& vehicle) const {
  std::uint64_t key = key_of(name(vehicle.mode), place_keys_[place]);
  key = key_of(static_cast<std::size_t>(vehicle.ship), key);
  if (!vehicle.service.is_none()) key = key_of(std::size_t{1}, key) ^ service_keys_[vehicle.service];
  return spread_factor(waiting_, drawn_normal(draw_, Sort::wait, key));
}

}  // namespace landbridge
