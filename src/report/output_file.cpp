#include "landbridge/report/output_file.hpp"

#include "landbridge/base/error.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <deque>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace landbridge {

namespace {

[[noreturn]] void fail(const std::string& path) {
  throw Error("cannot write " + path + ": " + std::strerror(errno));
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const noexcept { return number_; }
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

bool write_all(int file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t count = ::write(file, content.data(), content.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    content.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

/// Content beside its place, to be moved into it; removed unless it was.
class Pending {
 public:
  Pending(const std::string& path, std::string_view content) : path_(path) {
    struct stat status {};
    const bool exists = ::stat(path.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) {
      errno = EISDIR;
      fail(path);
    }
    if (exists && !S_ISREG(status.st_mode)) {
      direct_ = content;
      return;
    }
    std::error_code resolved;
    const std::filesystem::path real = std::filesystem::canonical(path, resolved);
    target_ = exists && !resolved ? real.string() : path;
    const std::string temporary = target_ + ".part" + std::to_string(::getpid());
    Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (file.number() < 0) fail(path);
    temporary_ = temporary;
    if ((exists && ::fchmod(file.number(), status.st_mode & 07777) != 0) || !write_all(file.number(), content) ||
        !file.close()) {
      discard();
      fail(path);
    }
  }
  ~Pending() { discard(); }
  Pending(const Pending&) = delete;
  Pending& operator=(const Pending&) = delete;

  void finish() {
    if (temporary_.empty()) {
      Descriptor file(::open(path_.c_str(), O_WRONLY | O_CLOEXEC));
      if (file.number() < 0 || !write_all(file.number(), direct_) || !file.close()) fail(path_);
      return;
    }
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0) fail(path_);
    temporary_.clear();
  }

 private:
  void discard() noexcept {
    if (temporary_.empty()) return;
    const int cause = errno;
    ::unlink(temporary_.c_str());
    temporary_.clear();
    errno = cause;
  }

  std::string path_, target_, temporary_;  // no temporary one for a device or a pipe, which is written to directly
  std::string_view direct_;
};

}  // namespace

void write_file(const std::string& path, std::string_view content) {
  Pending(path, content).finish();
}

void write_files(const std::vector<NamedContent>& files) {
  std::deque<Pending> pending;
  for (const auto& [path, content] : files) pending.emplace_back(path, content);
  for (Pending& one : pending) one.finish();
}

}  // namespace landbridge
