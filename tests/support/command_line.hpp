// Runs the built command as a user does, and tells what came of it.
#pragma once

#include <string>
#include <vector>

namespace landbridge::test {

/// What refusing a file may cost at most. Sanitizers take memory of their own.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr double most_mb = 1000;
#else
inline constexpr double most_mb = 100;
#endif

struct Outcome {
  int exit_code = -1;  ///< 128 + the signal's number when one ended it
  std::string out;
  std::string err;
  double peak_mb = 0;  ///< the most memory it held

  std::vector<std::string> error_lines() const;
};

/// Runs `landbridge` with these arguments in `folder`.
Outcome run(const std::vector<std::string>& arguments, const std::string& folder = ".");
/// The same, sending it `signal` after `milliseconds`.
Outcome run_and_signal(const std::vector<std::string>& arguments, int signal, unsigned milliseconds,
                       const std::string& folder = ".");

/// The folder of the tables that are compiled in.
std::string built_in_data();

/// A folder of its own for a test, taken away at the end.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  const std::string& path() const { return path_; }
  /// Writes a file and returns its path.
  std::string write(const std::string& name, const std::string& content) const;
  std::string read(const std::string& name) const;
  /// Names of the files in it, sorted.
  std::vector<std::string> files() const;

 private:
  std::string path_;
};

}  // namespace landbridge::test
