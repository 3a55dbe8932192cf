#include "landbridge/base/utf8.hpp"

#include <string>

#include <gtest/gtest.h>

namespace landbridge {
namespace {

TEST(Utf8, LengthOfWellFormedCodePoints) {
  EXPECT_EQ(utf8_length("a", 0), 1u);
  EXPECT_EQ(utf8_length("\xc3\xa9", 0), 2u);
  EXPECT_EQ(utf8_length("\xe9\x87\x8d", 0), 3u);
  EXPECT_EQ(utf8_length("\xf0\x9f\x9a\x82", 0), 4u);
  EXPECT_EQ(utf8_length("\xed\x9f\xbf", 0), 3u);
  EXPECT_EQ(utf8_length("\xf4\x8f\xbf\xbf", 0), 4u);
}

TEST(Utf8, RefusesWhatIsNotWellFormed) {
  for (const std::string_view bad :
       {"\x80", "\xc0\xaf", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf",
        "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "\xe9\x87", "\xc3", "\xc3("})
    EXPECT_EQ(utf8_length(bad, 0), 0u);
  EXPECT_EQ(utf8_length("a", 1), 0u);
}

TEST(Utf8, FindsTheFirstBadByteAtAnyAlignment) {
  for (std::size_t before = 0; before < 20; ++before)
    for (std::size_t after = 0; after < 20; ++after) {
      std::string text = std::string(before, 'x') + "\xc3\xa9";
      EXPECT_EQ(first_non_utf8(text + std::string(after, 'y')), std::string_view::npos);
      EXPECT_EQ(first_non_utf8(text + '\xe9' + std::string(after, 'y')), before + 2);
    }
  EXPECT_EQ(first_non_utf8(""), std::string_view::npos);
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(utf8_count("Xi'an"), 5u);
  EXPECT_EQ(utf8_count("\xe9\x87\x8d\xe5\xba\x86"), 2u);
}

}  // namespace
}  // namespace landbridge
