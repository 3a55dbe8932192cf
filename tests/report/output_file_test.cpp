#include "landbridge/report/output_file.hpp"

#include "landbridge/base/error.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace landbridge {
namespace {

namespace fs = std::filesystem;

class OutputFile : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("landbridge_output_" + std::to_string(::getpid()));
    fs::create_directory(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  static std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  fs::path folder_;
};

TEST_F(OutputFile, ReplacesTheFileAndKeepsItsMode) {
  write_file(path("a"), "one");
  EXPECT_EQ(read(path("a")), "one");
  ::chmod(path("a").c_str(), 0640);
  write_file(path("a"), "two");
  EXPECT_EQ(read(path("a")), "two");
  struct stat status {};
  ASSERT_EQ(::stat(path("a").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777u, 0640u);
  EXPECT_EQ(files(), 1u);
}

TEST_F(OutputFile, FollowsASymbolicLink) {
  write_file(path("a"), "one");
  fs::create_symlink("a", path("link"));
  write_file(path("link"), "two");
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_EQ(read(path("a")), "two");
}

TEST_F(OutputFile, LeavesNothingBehindWhenItFails) {
  fs::create_directory(path("folder"));
  EXPECT_THROW(write_file(path("folder"), "x"), Error);
  EXPECT_THROW(write_file(path("absent/a"), "x"), Error);
  EXPECT_EQ(files(), 1u);
}

TEST_F(OutputFile, WritesToADeviceWithoutReplacingIt) {
  write_file("/dev/null", "x");
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  if (fs::exists("/dev/full")) {
    EXPECT_THROW(write_file("/dev/full", "x"), Error);
  }
}

}  // namespace
}  // namespace landbridge
