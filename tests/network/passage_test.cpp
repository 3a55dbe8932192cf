#include "landbridge/network/passage.hpp"

#include "landbridge/io/dataset.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Passage, HasANameForEveryPassageOfTheDefaultData) {
  const Network network = load_default_network();
  std::size_t seen = 0;
  for (const Link& link : network.links())
    for (const std::string& slug : link.passes) {
      ++seen;
      EXPECT_NE(passage_label(slug).name, slug);
      EXPECT_NE(passage_label(slug).kind, "passage");
    }
  EXPECT_GT(seen, 100u);
}

TEST(Passage, ShowsTheSlugWhereNoNameIsKnown) {
  EXPECT_EQ(passage_label("my_strait").name, "my_strait");
  EXPECT_EQ(passage_label("my_strait").kind, "passage");
  EXPECT_EQ(passage_label("suez").name, "Suez Canal");
  EXPECT_EQ(passage_label("suez").kind, "canal");
}

}  // namespace
}  // namespace landbridge
