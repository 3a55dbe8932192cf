#include "support/command_line.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace landbridge::test {

namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

pid_t start(const std::vector<std::string>& arguments, const std::string& folder, const std::string& out,
            const std::string& err) {
  std::vector<char*> argv{const_cast<char*>(LANDBRIDGE_COMMAND)};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  const pid_t child = ::fork();
  if (child != 0) return child;
  const int out_file = ::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int err_file = ::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (::dup2(out_file, 1) < 0 || ::dup2(err_file, 2) < 0 || ::chdir(folder.c_str()) != 0) ::_exit(126);
  ::execv(argv[0], argv.data());
  ::_exit(127);
}

Outcome wait_for(pid_t child, const std::string& out, const std::string& err) {
  int status = 0;
  rusage usage{};
  if (::wait4(child, &status, 0, &usage) != child)
    throw std::runtime_error("the command could not be waited for");
  Outcome outcome;
  outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  outcome.out = content_of(out);
  outcome.err = content_of(err);
  outcome.peak_mb = static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
  return outcome;
}

}  // namespace

std::vector<std::string> Outcome::error_lines() const {
  std::vector<std::string> lines;
  std::istringstream in(err);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

Outcome run(const std::vector<std::string>& arguments, const std::string& folder) {
  const TestFolder streams;
  const std::string out = streams.path() + "/out", err = streams.path() + "/err";
  return wait_for(start(arguments, folder, out, err), out, err);
}

Outcome run_and_signal(const std::vector<std::string>& arguments, int signal, unsigned milliseconds,
                       const std::string& folder) {
  const TestFolder streams;
  const std::string out = streams.path() + "/out", err = streams.path() + "/err";
  const pid_t child = start(arguments, folder, out, err);
  std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
  ::kill(child, signal);
  return wait_for(child, out, err);
}

std::string built_in_data() {
  return LANDBRIDGE_DATA;
}

TestFolder::TestFolder() {
  std::string name = (fs::temp_directory_path() / "landbridge_test_XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
  path_ = name;
}

TestFolder::~TestFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TestFolder::write(const std::string& name, const std::string& content) const {
  const fs::path path = fs::path(path_) / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
  return path.string();
}

std::string TestFolder::read(const std::string& name) const {
  return content_of(fs::path(path_) / name);
}

std::vector<std::string> TestFolder::files() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(path_)) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

}  // namespace landbridge::test
