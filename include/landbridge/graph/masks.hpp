// Which nodes or arcs are meant? A set of ids, one bit each.
#pragma once

#include "landbridge/base/contract.hpp"
#include "landbridge/graph/topology.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace landbridge {

/// A set of ids 0 .. size - 1. An id at or beyond `size()` is not in the set, so the empty mask is "none"
/// for a graph of any size.
template <class IdType>
class Mask {
 public:
  Mask() = default;
  explicit Mask(std::size_t size) : size_(size), words_((size + 63) / 64) {}
  Mask(std::size_t size, std::initializer_list<IdType> members) : Mask(size) {
    for (IdType id : members) set(id);
  }

  bool operator[](IdType id) const noexcept {
    return id.index() < size_ && (words_[id.index() / 64] >> (id.index() % 64) & 1) != 0;
  }
  /// Throws ContractError at or beyond `size()`.
  void set(IdType id, bool member = true) {
    expects(id.index() < size_, "a member of a mask lies below its size");
    const std::uint64_t bit = std::uint64_t{1} << (id.index() % 64);
    std::uint64_t& word = words_[id.index() / 64];
    word = member ? word | bit : word & ~bit;
  }

  std::size_t size() const noexcept { return size_; }
  std::size_t count() const noexcept {
    std::size_t members = 0;
    for (const std::uint64_t word : words_) members += static_cast<std::size_t>(std::popcount(word));
    return members;
  }
  bool none() const noexcept { return count() == 0; }

  /// The union; as large as the larger of the two.
  Mask& operator|=(const Mask& other) {
    size_ = size_ < other.size_ ? other.size_ : size_;
    words_.resize((size_ + 63) / 64);
    for (std::size_t i = 0; i < other.words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }

  friend bool operator==(const Mask&, const Mask&) = default;

 private:
  std::size_t size_ = 0;
  std::vector<std::uint64_t> words_;
};

using NodeMask = Mask<NodeId>;
using ArcMask = Mask<ArcId>;

}  // namespace landbridge
