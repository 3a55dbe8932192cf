#include "report/legend.hpp"

#include <string>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

TEST(Legend, OneLineWhereItFits) {
  const Legend legend =
      set_legend({{"", {{"<path/>", 20, "rail"}, {"<path/>", 20, "A & B"}}}}, 1000, 10, 100);
  EXPECT_EQ(legend.height, 25);
  EXPECT_EQ(count(legend.svg, "<g transform"), 2u);
  EXPECT_NE(legend.svg.find("A &amp; B"), std::string::npos);
}

TEST(Legend, AGroupThatDoesNotFitBeginsALine) {
  const LegendGroup group{"title", {{"<path/>", 20, "one"}, {"<path/>", 20, "two"}}};
  EXPECT_EQ(set_legend({group, group}, 1000, 10, 0).height, 25);
  EXPECT_EQ(set_legend({group, group}, 200, 10, 0).height, 50);
}

TEST(Legend, ALineIsAsHighAsItsHighestMark) {
  EXPECT_EQ(set_legend({{"", {{"<circle/>", 40, "x", 40}}}}, 1000, 10, 0).height, 43);
}

TEST(Legend, OfNothingHasNoMarks) {
  EXPECT_EQ(set_legend({}, 1000, 10, 0).svg, "");
}

}  // namespace
}  // namespace landbridge
