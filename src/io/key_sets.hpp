// What does a data set hold that its cells can refer to?
#pragma once

#include "landbridge/io/dataset_schema.hpp"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

namespace landbridge::detail {

/// The keys of one table. Views of its text: the table must outlive this.
class KeySet {
 public:
  enum class State { unchecked, sound, faulty };

  bool is_there = false;    ///< the data set has the table
  bool is_complete = true;  ///< no key may be missing for a fault in the table
  std::string_view file = {};

  void insert(std::string_view key) { states_.try_emplace(key, State::unchecked); }
  void mark(std::string_view key, bool is_sound);
  const State* find(std::string_view key) const {
    const auto found = states_.find(key);
    return found == states_.end() ? nullptr : &found->second;
  }
  /// The most similar key, as a question; empty when none is near.
  std::string suggestion(std::string_view key) const;

 private:
  std::unordered_map<std::string_view, State> states_;
};

/// Whether a cell's text, or one part of a list, is as its column says.
struct Verdict {
  bool is_sound = true;
  std::string fault = {};  ///< empty when sound, or when the fault is told elsewhere
};

class KeySets {
 public:
  /// By the type of cell that refers to it.
  KeySet& operator[](CellType type) { return sets_[type]; }

  /// Judges all types but text and numbers.
  Verdict judge(const ColumnSchema& column, std::string_view text) const;

 private:
  Verdict refer(CellType type, std::string_view key, std::string_view shown) const;
  Verdict judge_region(std::string_view text) const;
  Verdict judge_subject(std::string_view text) const;
  Verdict judge_new_place(std::string_view text) const;

  std::map<CellType, KeySet> sets_;
};

}  // namespace landbridge::detail
