// What names one item of a kind? A strong 32-bit number: ids of different kinds do not mix.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <limits>

namespace landbridge {

/// Number of one item of the kind `Tag`, counted from 0. A default-constructed id is `none()`.
/// Shape: 4 bytes, trivially copyable. Range: 0 .. 2^32 - 2; 2^32 - 1 is `none()`. Ordered by number.
template <class Tag>
class Id {
 public:
  using value_type = std::uint32_t;
  static constexpr value_type none_value = std::numeric_limits<value_type>::max();

  constexpr Id() noexcept = default;
  constexpr explicit Id(value_type value) noexcept : value_(value) {}

  static constexpr Id none() noexcept { return Id(); }
  /// The id that indexes position `index`; the caller keeps `index` below 2^32 - 1.
  static constexpr Id at(std::size_t index) noexcept { return Id(static_cast<value_type>(index)); }

  constexpr value_type value() const noexcept { return value_; }
  constexpr std::size_t index() const noexcept { return value_; }
  constexpr bool is_none() const noexcept { return value_ == none_value; }

  friend constexpr auto operator<=>(Id, Id) noexcept = default;

 private:
  value_type value_ = none_value;
};

/// All ids from `first` up to, not including, `last`; a random-access range of values.
template <class IdType>
class IdRange {
 public:
  class iterator {
   public:
    using iterator_concept = std::random_access_iterator_tag;
    using iterator_category = std::input_iterator_tag;
    using value_type = IdType;
    using difference_type = std::ptrdiff_t;
    using reference = IdType;
    using pointer = void;

    constexpr iterator() noexcept = default;
    constexpr explicit iterator(typename IdType::value_type at) noexcept : at_(at) {}

    constexpr IdType operator*() const noexcept { return IdType(at_); }
    constexpr IdType operator[](difference_type n) const noexcept { return *(*this + n); }
    constexpr iterator& operator++() noexcept { return ++at_, *this; }
    constexpr iterator operator++(int) noexcept { return iterator(at_++); }
    constexpr iterator& operator--() noexcept { return --at_, *this; }
    constexpr iterator operator--(int) noexcept { return iterator(at_--); }
    constexpr iterator& operator+=(difference_type n) noexcept {
      at_ = static_cast<typename IdType::value_type>(static_cast<difference_type>(at_) + n);
      return *this;
    }
    constexpr iterator& operator-=(difference_type n) noexcept { return *this += -n; }
    friend constexpr iterator operator+(iterator it, difference_type n) noexcept { return it += n; }
    friend constexpr iterator operator+(difference_type n, iterator it) noexcept { return it += n; }
    friend constexpr iterator operator-(iterator it, difference_type n) noexcept { return it -= n; }
    friend constexpr difference_type operator-(iterator a, iterator b) noexcept {
      return static_cast<difference_type>(a.at_) - static_cast<difference_type>(b.at_);
    }
    friend constexpr auto operator<=>(iterator, iterator) noexcept = default;

   private:
    typename IdType::value_type at_ = 0;
  };

  constexpr IdRange() noexcept = default;
  constexpr IdRange(IdType first, IdType last) noexcept : first_(first.value()), last_(last.value()) {}
  /// Ids 0 .. count - 1.
  static constexpr IdRange first(std::size_t count) noexcept { return IdRange(IdType(0), IdType::at(count)); }

  constexpr iterator begin() const noexcept { return iterator(first_); }
  constexpr iterator end() const noexcept { return iterator(last_); }
  constexpr std::size_t size() const noexcept { return last_ - first_; }
  constexpr bool empty() const noexcept { return first_ == last_; }
  constexpr IdType operator[](std::size_t i) const noexcept { return IdType::at(first_ + i); }

 private:
  typename IdType::value_type first_ = 0;
  typename IdType::value_type last_ = 0;
};

}  // namespace landbridge

template <class Tag>
struct std::hash<landbridge::Id<Tag>> {
  std::size_t operator()(landbridge::Id<Tag> id) const noexcept {
    return std::hash<std::uint32_t>()(id.value());
  }
};
