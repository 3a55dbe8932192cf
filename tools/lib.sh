# What tools/report and tools/test share: where the project is, what it needs, how that is installed. Sourced, not run.

set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
cd "$root"

say() { printf '==> %s\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# What each command needs: command | Debian package | how to see that it is there | what for.
# `run:X` is a program on the path, `header:X` a header that the compiler finds, `file:X` a path that exists.
# `test?`: installed where the distribution has such a package; without it a test says so and is skipped.
needs='
report | g++                  | run:g++                        | the C++20 compiler
report | cmake                | run:cmake                      | configures the build
report | ninja-build          | run:ninja                      | runs the build
report | libboost-dev         | header:boost/graph/graph_traits.hpp | Boost.Graph
report | libeigen3-dev        | header:eigen3/Eigen/Core      | matrices
report | libfmt-dev           | header:fmt/core.h              | text formatting
report | libcli11-dev         | header:CLI/CLI.hpp             | the command line
report | nlohmann-json3-dev   | header:nlohmann/json.hpp       | JSON
report | libtomlplusplus-dev  | header:toml++/toml.h           | TOML
report | libfast-float-dev    | header:fast_float/fast_float.h  | reading numbers
report | libgeographiclib-dev | header:GeographicLib/Geodesic.hpp | distances on the ellipsoid
report | zlib1g-dev           | header:zlib.h                  | compressed input
report | libxxhash-dev        | header:xxhash.h                | the short name of the data in provenance
test   | ccache               | run:ccache                     | builds the library once for all tests of its installation
test   | libgtest-dev         | header:gtest/gtest.h           | the tests
test   | libbenchmark-dev     | header:benchmark/benchmark.h   | the benchmarks
test   | libmetis-dev         | header:metis.h                 | the test of the METIS find module
test   | python3              | run:python3                    | the checks of the source tree
test?  | chromium             | run:chromium                   | opens the report page
test?  | fonts-liberation     | file:/usr/share/fonts/truetype/liberation | letters for the page
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

# missing report|test|test? : what it needs and is not there, a line each: package, tab, what for.
missing() {
  local command package probe why
  while IFS='|' read -r command package probe why; do
    command=$(trim "$command")
    if [ "$command" = "$1" ] || { [ "$command" = report ] && [ "$1" = test ]; }; then
      is_there "$(trim "$probe")" || printf '%s\t%s\n' "$(trim "$package")" "$(trim "$why")"
    fi
  done <<<"$needs"
}

# as_root <command...>
as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# apt_install <lines of missing> : asks apt-get for them.
apt_install() {
  local packages
  mapfile -t packages < <(cut -f 1 <<<"$1")
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${packages[@]}"
}

# with_reasons <lines of missing> : "package (what for), package (what for)"
with_reasons() { sed -e 's/\t\(.*\)/ (\1)/' <<<"$1" | paste -s -d ';' | sed 's/;/, /g'; }

# install_needs report|test : installs what is missing, or says what to install and stops.
install_needs() {
  local needed wanted='' package why
  needed=$(missing "$1")
  if [ -n "$needed" ]; then
    if ! command -v apt-get >/dev/null 2>&1 || { [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; }; then
      {
        if command -v apt-get >/dev/null 2>&1; then
          echo "error: installing needs root or sudo. Have these packages installed, then run this again:"
        else
          echo "error: there is no apt-get here. Install these (names are Debian's), then run this again:"
        fi
        sed -e 's/^/  /' -e 's/\t\(.*\)/ (\1)/' <<<"$needed"
      } >&2
      exit 1
    fi
    say "Installing with apt-get$([ "$(id -u)" -eq 0 ] || echo ' (sudo)'): $(with_reasons "$needed")"
    mkdir -p build
    { as_root apt-get update && apt_install "$needed"; } </dev/null >build/install.log 2>&1 ||
      { tail -n 20 build/install.log >&2; fail "apt-get could not install what is missing (its output: build/install.log)"; }
  fi
  # What is merely wanted never stops anything, nor asks the network whether it exists.
  while IFS=$'\t' read -r package why; do
    if [ -n "$package" ] && apt-cache show "$package" >/dev/null 2>&1; then wanted+="$package"$'\t'"$why"$'\n'; fi
  done < <(missing "$1?")
  wanted=${wanted%$'\n'}
  if [ -n "$wanted" ] && { [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null 2>&1; }; then
    say "Installing with apt-get$([ "$(id -u)" -eq 0 ] || echo ' (sudo)'): $(with_reasons "$wanted")"
    mkdir -p build
    apt_install "$wanted" </dev/null >build/install-wanted.log 2>&1 ||
      say "That did not work (build/install-wanted.log); tests that need it say so and are skipped"
  elif [ -z "$needed" ]; then
    say "Everything needed is installed"
  fi
}

# quietly <log> <command...> : runs it; its output is shown only when it fails.
quietly() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  "$@" </dev/null >"$log" 2>&1 || { tail -n 60 "$log" >&2; fail "failed: $* (its output: $log)"; }
}
