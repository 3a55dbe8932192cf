#include "landbridge/network/service.hpp"

#include <initializer_list>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

Service timetable(std::initializer_list<double> hours) {
  Service service;
  for (const double hour : hours) service.departures.push_back({Hours(hour)});
  return service;
}

TEST(Service, WaitsHalfItsHeadway) {
  Service service;
  EXPECT_FALSE(mean_wait(service));
  EXPECT_FALSE(wait_from(service, Hours(10)));
  service.per_week = 2;
  EXPECT_EQ(mean_wait(service), Hours(42));
  EXPECT_EQ(wait_from(service, Hours(10)), Hours(42));
  service.per_week = 0.25;
  EXPECT_EQ(mean_wait(service), Hours(336));
}

TEST(Service, EvenDeparturesWaitHalfTheGapUnevenOnesLonger) {
  EXPECT_DOUBLE_EQ(mean_wait(timetable({0, 84}))->value(), 42);
  // Gaps of 24 and 144 h: (24 x 24 + 144 x 144) / 2 / 168.
  EXPECT_DOUBLE_EQ(mean_wait(timetable({24, 48}))->value(), (24.0 * 24 + 144.0 * 144) / 336);
  EXPECT_EQ(mean_wait(timetable({100})), Hours(84));
  Service both = timetable({100});
  both.per_week = 7;
  EXPECT_EQ(mean_wait(both), Hours(84));  // the timetable goes first
}

TEST(Service, TheNextDepartureMayBeNextWeek) {
  const Service service = timetable({24, 48});
  EXPECT_EQ(wait_from(service, Hours(0)), Hours(24));
  EXPECT_EQ(wait_from(service, Hours(24)), Hours(0));
  EXPECT_EQ(wait_from(service, Hours(24.5)), Hours(23.5));
  EXPECT_EQ(wait_from(service, Hours(49)), Hours(143));
  EXPECT_EQ(wait_from(service, Hours(168 + 30)), Hours(18));
  EXPECT_EQ(wait_from(service, Hours(-1)), Hours(25));
}

/// The mean of what `wait_from` says over the week is what `mean_wait` says.
TEST(Service, TheMeanIsThatOfAllMoments) {
  const Service service = timetable({5, 29, 31, 150});
  double total = 0;
  constexpr int moments = 168 * 20;
  for (int i = 0; i < moments; ++i) total += wait_from(service, Hours((i + 0.5) / 20))->value();
  EXPECT_NEAR(total / moments, mean_wait(service)->value(), 1e-3);
}

}  // namespace
}  // namespace landbridge
