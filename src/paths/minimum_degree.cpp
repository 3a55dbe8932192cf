#include "paths/minimum_degree.hpp"

#include <algorithm>
#include <bit>

namespace landbridge::detail {

namespace {

constexpr std::uint32_t none = ~std::uint32_t{0};

void insert(std::vector<std::uint32_t>& row, std::uint32_t node) {
  const auto at = std::ranges::lower_bound(row, node);
  if (at == row.end() || *at != node) row.insert(at, node);
}
void remove(std::vector<std::uint32_t>& row, std::uint32_t node) {
  row.erase(std::ranges::lower_bound(row, node));
}

}  // namespace

Thinned thin_out(const SimpleGraph& graph) {
  std::vector<std::vector<std::uint32_t>> rows(graph.size());
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    const auto row = graph.row(node);
    rows[node].assign(row.begin(), row.end());
  }
  Thinned thinned;
  std::vector<std::uint8_t> gone(graph.size(), 0);
  std::vector<std::uint32_t> touched(graph.size(), none);  // the round in which a neighbour was eliminated
  std::vector<std::uint32_t> pendants, wave, next;
  const auto sort_in = [&](std::uint32_t node) {
    if (rows[node].size() <= 1)
      pendants.push_back(node);
    else if (rows[node].size() == 2)
      next.push_back(node);
  };
  const auto eliminate = [&](std::uint32_t node, std::uint32_t round) {
    gone[node] = 1;
    thinned.eliminated.push_back(node);
    const std::vector<std::uint32_t> row = std::move(rows[node]);
    for (const std::uint32_t other : row) {
      remove(rows[other], node);
      for (const std::uint32_t third : row)
        if (third != other) insert(rows[other], third);
      touched[other] = round;
      sort_in(other);
    }
  };
  // A pendant adds nothing, so pendants go before nodes with two neighbours.
  const auto eliminate_pendants = [&] {
    for (std::size_t at = 0; at < pendants.size(); ++at)
      if (gone[pendants[at]] == 0) eliminate(pendants[at], none);
    pendants.clear();
  };
  for (std::uint32_t node = 0; node < graph.size(); ++node) sort_in(node);
  eliminate_pendants();
  for (std::uint32_t round = 0; !next.empty(); ++round) {
    std::ranges::sort(next);
    next.erase(std::unique(next.begin(), next.end()), next.end());
    std::swap(wave, next);
    next.clear();
    for (const std::uint32_t node : wave) {
      if (gone[node] != 0) continue;
      if (touched[node] == round)
        next.push_back(node);
      else
        eliminate(node, round);
      eliminate_pendants();
    }
  }
  std::vector<std::uint32_t> numbers(graph.size(), none);
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    if (gone[node] != 0) continue;
    numbers[node] = static_cast<std::uint32_t>(thinned.kept.size());
    thinned.kept.push_back(node);
  }
  for (const std::uint32_t node : thinned.kept) {
    for (const std::uint32_t other : rows[node]) thinned.core.neighbours.push_back(numbers[other]);
    thinned.core.first.push_back(static_cast<std::uint32_t>(thinned.core.neighbours.size()));
  }
  return thinned;
}

void order_by_degree(const SimpleGraph& graph, std::span<const std::uint32_t> part,
                     std::vector<std::uint32_t>& local, std::vector<std::uint32_t>& order) {
  // Rows of bits over the nodes of the part, then their neighbours outside.
  std::vector<std::uint32_t> named(part.begin(), part.end());
  for (std::uint32_t i = 0; i < part.size(); ++i) local[part[i]] = i;
  for (const std::uint32_t node : part)
    for (const std::uint32_t other : graph.row(node))
      if (local[other] == none) {
        local[other] = static_cast<std::uint32_t>(named.size());
        named.push_back(other);
      }
  const std::size_t words = (named.size() + 63) / 64;
  std::vector<std::uint64_t> bits(part.size() * words, 0);
  const auto row = [&](std::size_t node) { return std::span(bits).subspan(node * words, words); };
  const auto degree = [&](std::size_t node) {
    std::uint32_t count = 0;
    for (const std::uint64_t word : row(node)) count += static_cast<std::uint32_t>(std::popcount(word));
    return count;
  };
  const auto clear = [&](std::size_t node, std::size_t bit) {
    row(node)[bit / 64] &= ~(std::uint64_t{1} << bit % 64);
  };
  std::vector<std::uint32_t> degrees(part.size());
  for (std::size_t i = 0; i < part.size(); ++i) {
    for (const std::uint32_t other : graph.row(part[i]))
      row(i)[local[other] / 64] |= std::uint64_t{1} << local[other] % 64;
    degrees[i] = degree(i);
  }
  for (std::size_t done = 0; done < part.size(); ++done) {
    const auto least = static_cast<std::size_t>(std::ranges::min_element(degrees) - degrees.begin());
    order.push_back(part[least]);
    degrees[least] = none;
    for (std::size_t other = 0; other < part.size(); ++other) {
      if ((row(least)[other / 64] >> other % 64 & 1) == 0) continue;
      for (std::size_t word = 0; word < words; ++word) row(other)[word] |= row(least)[word];
      clear(other, least);
      clear(other, other);
      degrees[other] = degree(other);
    }
  }
  for (const std::uint32_t node : named) local[node] = none;
}

}  // namespace landbridge::detail
