// How is an attribute of every item kept? In an array that only the item's own kind of id can index.
#pragma once

#include "landbridge/base/id.hpp"

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace landbridge {

/// One value of type `T` for each id 0 .. size - 1. A vector that only `IdType` can index.
/// Indexing past the end is the caller's bug (checked by the standard library's assertions in debug builds).
template <class IdType, class T>
class IdMap {
  static_assert(!std::is_same_v<T, bool>, "use Mask for one bit per id");

 public:
  using id_type = IdType;
  using value_type = T;

  IdMap() = default;
  explicit IdMap(std::size_t size) : values_(size) {}
  IdMap(std::size_t size, const T& value) : values_(size, value) {}
  IdMap(std::initializer_list<T> values) : values_(values) {}
  explicit IdMap(std::vector<T> values) noexcept : values_(std::move(values)) {}

  T& operator[](IdType id) { return values_[id.index()]; }
  const T& operator[](IdType id) const { return values_[id.index()]; }

  std::size_t size() const noexcept { return values_.size(); }
  bool empty() const noexcept { return values_.empty(); }
  IdRange<IdType> ids() const noexcept { return IdRange<IdType>::first(values_.size()); }

  IdType push_back(T value) {
    values_.push_back(std::move(value));
    return IdType::at(values_.size() - 1);
  }
  void reserve(std::size_t size) { values_.reserve(size); }
  void assign(std::size_t size, const T& value) { values_.assign(size, value); }

  auto begin() noexcept { return values_.begin(); }
  auto end() noexcept { return values_.end(); }
  auto begin() const noexcept { return values_.begin(); }
  auto end() const noexcept { return values_.end(); }
  T* data() noexcept { return values_.data(); }
  const T* data() const noexcept { return values_.data(); }

  const std::vector<T>& values() const& noexcept { return values_; }
  std::vector<T> values() && noexcept { return std::move(values_); }

  friend bool operator==(const IdMap&, const IdMap&) = default;

 private:
  std::vector<T> values_;
};

/// A view of somebody else's IdMap (or of plain memory known to be indexed by `IdType`).
template <class IdType, class T>
class IdSpan {
 public:
  using id_type = IdType;
  using value_type = std::remove_cv_t<T>;

  constexpr IdSpan() noexcept = default;
  constexpr explicit IdSpan(std::span<T> values) noexcept : values_(values) {}
  IdSpan(IdMap<IdType, std::remove_const_t<T>>& map) noexcept : values_(map.data(), map.size()) {}
  IdSpan(const IdMap<IdType, std::remove_const_t<T>>& map) noexcept requires std::is_const_v<T>
      : values_(map.data(), map.size()) {}

  constexpr T& operator[](IdType id) const { return values_[id.index()]; }
  constexpr std::size_t size() const noexcept { return values_.size(); }
  constexpr bool empty() const noexcept { return values_.empty(); }
  IdRange<IdType> ids() const noexcept { return IdRange<IdType>::first(values_.size()); }
  constexpr auto begin() const noexcept { return values_.begin(); }
  constexpr auto end() const noexcept { return values_.end(); }
  constexpr T* data() const noexcept { return values_.data(); }

 private:
  std::span<T> values_;
};

}  // namespace landbridge
