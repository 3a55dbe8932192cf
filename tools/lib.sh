# What tools/report and tools/test share: where the project is, what it needs, how that is installed. Sourced, not run.

set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
cd "$root"

say() { printf '==> %s\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# What each command needs: command | Debian package | how to see that it is there | what for.
# `run:X` is a program on the path, `header:X` a header that the compiler finds, `file:X` a path that exists.
needs='
report | g++                  | run:g++                        | the C++20 compiler
report | cmake                | run:cmake                      | configures the build
report | ninja-build          | run:ninja                      | runs the build
report | libboost-dev         | header:boost/graph/graph_traits.hpp | Boost.Graph
report | libfmt-dev           | header:fmt/core.h              | text formatting
report | libcli11-dev         | header:CLI/CLI.hpp             | the command line
report | nlohmann-json3-dev   | header:nlohmann/json.hpp       | JSON
report | libtomlplusplus-dev  | header:toml++/toml.h           | TOML
report | libfast-float-dev    | header:fast_float/fast_float.h  | reading numbers
report | libgeographiclib-dev | header:GeographicLib/Geodesic.hpp | distances on the ellipsoid
report | zlib1g-dev           | header:zlib.h                  | compressed input
test   | ccache               | run:ccache                     | builds the library once for all tests of its installation
test   | libgtest-dev         | header:gtest/gtest.h           | the tests
test   | libbenchmark-dev     | header:benchmark/benchmark.h   | the benchmarks
test   | libmetis-dev         | header:metis.h                 | the test of the METIS find module
test   | python3              | run:python3                    | the checks of the source tree
'

trim() { local text=$1; text=${text#"${text%%[![:space:]]*}"}; printf '%s' "${text%"${text##*[![:space:]]}"}"; }

is_there() {
  case $1 in
    run:*) command -v "${1#run:}" >/dev/null 2>&1 ;;
    file:*) [ -e "${1#file:}" ] ;;
    header:*)
      command -v g++ >/dev/null 2>&1 &&
        printf '#include <%s>\n' "${1#header:}" | g++ -std=c++20 -E -M -x c++ - >/dev/null 2>&1 ;;
  esac
}

# install_needs report|test : installs what is missing, or says what to install and stops.
install_needs() {
  local packages=() reasons=() command package probe why
  while IFS='|' read -r command package probe why; do
    command=$(trim "$command")
    [ -n "$command" ] || continue
    [ "$command" = report ] || [ "$1" = test ] || continue
    package=$(trim "$package")
    is_there "$(trim "$probe")" || { packages+=("$package"); reasons+=("$package ($(trim "$why"))"); }
  done <<<"$needs"
  if [ ${#packages[@]} -eq 0 ]; then
    say "Everything needed is installed"
    return
  fi
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
  if ! command -v apt-get >/dev/null 2>&1 || { [ ${#as_root[@]} -gt 0 ] && ! command -v sudo >/dev/null 2>&1; }; then
    {
      if command -v apt-get >/dev/null 2>&1; then
        echo "error: installing needs root or sudo. Have these packages installed, then run this again:"
      else
        echo "error: there is no apt-get here. Install these (names are Debian's), then run this again:"
      fi
      printf '  %s\n' "${reasons[@]}"
    } >&2
    exit 1
  fi
  say "Installing ${#packages[@]} packages with ${as_root[*]:+${as_root[*]} }apt-get: $(printf '%s, ' "${reasons[@]}" | sed 's/, $//')"
  mkdir -p build
  {
    "${as_root[@]}" apt-get update &&
      "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${packages[@]}"
  } </dev/null >build/install.log 2>&1 ||
    { tail -n 20 build/install.log >&2; fail "apt-get could not install: ${packages[*]} (its output: build/install.log)"; }
}

# quietly <log> <command...> : runs it; its output is shown only when it fails.
quietly() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  "$@" </dev/null >"$log" 2>&1 || { tail -n 60 "$log" >&2; fail "failed: $* (its output: $log)"; }
}
