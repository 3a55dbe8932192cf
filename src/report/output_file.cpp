#include "landbridge/report/output_file.hpp"

#include "landbridge/base/error.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
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

}  // namespace

void write_file(const std::string& path, std::string_view content) {
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    errno = EISDIR;
    fail(path);
  }
  if (exists && !S_ISREG(status.st_mode)) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.number() < 0 || !write_all(file.number(), content) || !file.close()) fail(path);
    return;
  }
  std::error_code resolved;
  const std::filesystem::path real = std::filesystem::canonical(path, resolved);
  const std::string target = exists && !resolved ? real.string() : path;
  const std::string temporary = target + ".part" + std::to_string(::getpid());
  Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (file.number() < 0) fail(path);
  const bool written = (!exists || ::fchmod(file.number(), status.st_mode & 07777) == 0) &&
                       write_all(file.number(), content) && file.close() &&
                       std::rename(temporary.c_str(), target.c_str()) == 0;
  if (written) return;
  const int cause = errno;
  ::unlink(temporary.c_str());
  errno = cause;
  fail(path);
}

}  // namespace landbridge
