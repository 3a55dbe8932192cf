#include "landbridge/base/content_hash.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(ContentHash, PublishedValues) {
  ContentHash hash;
  EXPECT_EQ(hash.text(), "cbf29ce484222325");
  hash.add("a");
  EXPECT_EQ(hash.text(), "af63dc4c8601ec8c");
}

TEST(ContentHash, PartsMakeNoDifference) {
  ContentHash whole, parts;
  whole.add("foobar");
  parts.add("foo");
  parts.add("");
  parts.add("bar");
  EXPECT_EQ(whole.text(), "85944171f73967e8");
  EXPECT_EQ(parts.value(), whole.value());
}

}  // namespace
}  // namespace landbridge
