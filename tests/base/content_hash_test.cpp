#include "landbridge/base/content_hash.hpp"

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(ContentHash, PublishedValues) {
  ContentHash hash;
  EXPECT_EQ(hash.text(), "2d06800538d394c2");
  hash.add("a");
  EXPECT_EQ(hash.text(), "e6c632b61e964e1f");
}

TEST(ContentHash, PartsMakeNoDifference) {
  ContentHash whole, parts;
  whole.add("foobar");
  parts.add("foo");
  parts.add("");
  parts.add("bar");
  EXPECT_EQ(whole.text(), "d78fda63144c5c84");
  EXPECT_EQ(parts.value(), whole.value());
}

}  // namespace
}  // namespace landbridge
