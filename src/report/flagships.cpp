#include "report/flagships.hpp"

#include "landbridge/base/parallel.hpp"
#include "report/validation_tables.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace landbridge::detail {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> names{{{"chongqing", "duisburg"},
                                                                               {"zhengzhou", "hamburg"},
                                                                               {"yiwu", "madrid"},
                                                                               {"xian", "budapest"},
                                                                               {"chengdu", "lodz"},
                                                                               {"guiyang", "singapore"},
                                                                               {"kunming", "bangkok"},
                                                                               {"nanning", "hanoi"},
                                                                               {"harbin", "moscow"},
                                                                               {"ningbo", "piraeus"},
                                                                               {"shanghai", "rotterdam"},
                                                                               {"xian", "tashkent"},
                                                                               {"yiwu", "tehran"},
                                                                               {"xian", "almaty"}}};

}  // namespace

std::span<const std::pair<std::string_view, std::string_view>> flagship_names() noexcept {
  return names;
}

std::vector<Flagship> flagships(std::shared_ptr<const Staircase> staircase, const CostModel& model,
                                PriceOptions options, std::size_t count, const Run& run) {
  options.by = Objective::cost;
  const Network& network = staircase->network();
  std::vector<Priced> priced;
  for (const CargoClass& cargo : model.classes)
    priced.push_back(price(staircase, for_class(model, cargo.name), options));
  std::vector<std::optional<Flagship>> found(std::min(count, names.size()));
  for_each_item(
      found.size(), run, [] { return 0; },
      [&](int, std::size_t i) {
        const auto from = endpoint_or_none(network, std::string(names[i].first));
        const auto to = endpoint_or_none(network, std::string(names[i].second));
        if (!from || !to) return;
        Flagship one{std::string(names[i].first), std::string(names[i].second), *from, *to, {}, {}};
        for (std::size_t c = 0; c < priced.size(); ++c)
          one.routes.push_back(
              {model.classes[c].name, model.classes[c].value_of_time, route(priced[c], *from, *to)});
        one.even = break_even(staircase, model, options, *from, *to);
        found[i] = std::move(one);
      });
  std::vector<Flagship> result;
  for (std::optional<Flagship>& one : found)
    if (one) result.push_back(std::move(*one));
  return result;
}

}  // namespace landbridge::detail
