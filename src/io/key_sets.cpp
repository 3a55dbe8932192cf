#include "io/key_sets.hpp"

#include "io/cell_forms.hpp"
#include "landbridge/base/findings.hpp"
#include "landbridge/base/similar.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

namespace landbridge::detail {

namespace {

Verdict when(bool is_sound, std::string_view text, std::string_view what) {
  if (is_sound) return {};
  return {false, fmt::format("{} is not {}", quoted(text), what)};
}

/// Kinds of subjects that have no table of their own.
constexpr std::array<std::string_view, 4> free_kinds{"passage", "waterway", "airport-group", "port-group"};

struct Halves {
  std::string_view kind, rest;
};

Halves halves(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return {{}, text};
  return {text.substr(0, colon), text.substr(colon + 1)};
}

bool is_one_of(std::string_view words, std::string_view text) {
  for (std::size_t begin = 0; begin <= words.size();) {
    const std::size_t end = std::min(words.find(';', begin), words.size());
    if (words.substr(begin, end - begin) == text) return true;
    begin = end + 1;
  }
  return false;
}

std::string spaced(std::string_view words) {
  std::string result;
  for (const char c : words) c == ';' ? result += ", " : result += c;
  return result;
}

/// An organisation that is called by its initials; three letters are a country's code.
bool is_group(std::string_view text) {
  return text.size() > 3 && text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

bool is_date(std::string_view text) {
  return parse_date(text).has_value();
}

}  // namespace

void KeySet::mark(std::string_view key, bool is_sound) {
  State& state = states_[key];
  if (state != State::sound) state = is_sound ? State::sound : State::faulty;
}

std::string KeySet::suggestion(std::string_view key) const {
  std::vector<std::string_view> all;
  for (const auto& [known, state] : states_) all.push_back(known);
  std::sort(all.begin(), all.end());
  const std::vector<std::string_view> nearest = most_similar(key, all, 1);
  if (nearest.empty() || edit_distance(key, nearest.front()) > std::max<std::size_t>(2, key.size() / 4))
    return {};
  return fmt::format("; did you mean {}?", quoted(nearest.front()));
}

Verdict KeySets::refer(CellType type, std::string_view key, std::string_view shown) const {
  const auto set = sets_.find(type);
  if (set == sets_.end() || !set->second.is_there) return {};
  const KeySet::State* state = set->second.find(key);
  if (state != nullptr) return {*state != KeySet::State::faulty, {}};
  if (!set->second.is_complete) return {false, {}};
  return {false,
          fmt::format("{} is not in {}{}", quoted(shown), set->second.file, set->second.suggestion(key))};
}

Verdict KeySets::judge_region(std::string_view text) const {
  const auto [kind, rest] = halves(text);
  if (kind == "province") return refer(CellType::province, rest, text);
  if (kind == "country" && is_country(rest)) return refer(CellType::country, rest, text);
  return when(false, text, meaning(CellType::region));
}

Verdict KeySets::judge_subject(std::string_view text) const {
  const auto [kind, rest] = halves(text);
  if (kind.empty()) {
    if (is_id(rest) || is_group(rest)) return {};
    return when(is_country(rest), text, meaning(CellType::subject));
  }
  if (parse_place_kind(kind)) return refer(CellType::place, text, text);
  if (kind == "country") return when(is_country(rest), text, meaning(CellType::country));
  if (kind == "hub") return refer(CellType::hub, rest, text);
  if (kind == "province") return refer(CellType::province, rest, text);
  if (kind == "corridor") return refer(CellType::corridor, rest, text);
  if (kind == "service") return refer(CellType::service, rest, text);
  if (kind == "platform") return refer(CellType::platform, rest, text);
  if (std::find(free_kinds.begin(), free_kinds.end(), kind) != free_kinds.end())
    return when(is_id(rest), text, "an id after its kind");
  return when(false, text, "of a known kind, such as port:, hub:, province: or country:");
}

Verdict KeySets::judge_new_place(std::string_view text) const {
  const auto [kind, rest] = halves(text);
  return when(parse_place_kind(kind) && is_id(rest), text, meaning(CellType::new_place));
}

Verdict KeySets::judge(const ColumnSchema& column, std::string_view text) const {
  switch (column.type) {
    case CellType::text:
    case CellType::number:
    case CellType::whole:
      return {};
    case CellType::id:
      return when(is_id(text), text, meaning(CellType::id));
    case CellType::year:
      return when(is_year(text), text, meaning(CellType::year));
    case CellType::date:
      return when(is_date(text), text, meaning(CellType::date));
    case CellType::quarter:
      return when(parse_quarter(text).has_value(), text, meaning(CellType::quarter));
    case CellType::months:
      return when(are_months(text), text, meaning(CellType::months));
    case CellType::choice:
      return when(is_one_of(column.words, text), text, "one of: " + spaced(column.words));
    case CellType::departure:
      return when(parse_departure(text).has_value(), text, meaning(CellType::departure));
    case CellType::country:
      return when(is_country(text), text, meaning(CellType::country));
    case CellType::new_place:
      return judge_new_place(text);
    case CellType::setting:
      return when(
          (text.starts_with("set:") && text.size() > 4) || (text.starts_with("close:") && text.size() > 6),
          text, meaning(CellType::setting));
    case CellType::region:
      return judge_region(text);
    case CellType::subject:
      return judge_subject(text);
    case CellType::stage:
      return refer(text.find(':') == std::string_view::npos ? CellType::hub : CellType::place, text, text);
    case CellType::source:
    case CellType::place:
    case CellType::hub:
    case CellType::province:
    case CellType::corridor:
    case CellType::service:
    case CellType::platform:
      return refer(column.type, text, text);
  }
  return {};
}

}  // namespace landbridge::detail
