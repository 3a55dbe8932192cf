// What are the fields of an options or result struct? One table says it to flags, headings, reports and docs.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace landbridge {

/// The range a numeric field may take, both ends included.
struct FieldRange {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
};

/// One row: the field's name in every output, where it is kept, its unit, its range and one sentence of help.
template <class Struct, class Member>
struct Field {
  std::string_view name;
  Member Struct::*member;
  std::string_view unit;
  FieldRange range;
  std::string_view help;
};

template <class Struct, class Member>
Field(std::string_view, Member Struct::*, std::string_view, FieldRange, std::string_view)
    -> Field<Struct, Member>;

/// Specialised for each struct that has a table: `static constexpr auto rows = std::tuple{Field{...}, ...};`
/// Members that are no plain figure may stay outside it, counted: `static constexpr std::size_t others = 1;`
template <class Struct>
struct FieldTable;

namespace detail {

struct AnyValue {
  template <class T>
  operator T() const;
};

template <class Struct, std::size_t... I>
constexpr bool initialised_by(std::index_sequence<I...>) {
  return requires {
    Struct{(static_cast<void>(I), AnyValue{})...};
  };
}

template <class Struct, std::size_t N = 0>
constexpr std::size_t count_members() {
  if constexpr (initialised_by<Struct>(std::make_index_sequence<N + 1>{}))
    return count_members<Struct, N + 1>();
  else
    return N;
}

template <class Table>
constexpr std::size_t count_others() {
  if constexpr (requires { Table::others; })
    return Table::others;
  else
    return 0;
}

}  // namespace detail

/// Number of members of a plain aggregate without array members or bases.
template <class Struct>
inline constexpr std::size_t member_count = detail::count_members<Struct>();

/// `static_assert(table_is_complete<Options>)` beside each table: a row for every member but the `others`.
template <class Struct>
inline constexpr bool table_is_complete =
    std::tuple_size_v<std::remove_cvref_t<decltype(FieldTable<Struct>::rows)>> +
        detail::count_others<FieldTable<Struct>>() ==
    member_count<Struct>;

/// Calls `visit(row)` for each row of the table of `Struct`, in order.
template <class Struct, class Visit>
constexpr void for_each_field(Visit&& visit) {
  std::apply([&](const auto&... row) { (visit(row), ...); }, FieldTable<Struct>::rows);
}

}  // namespace landbridge
