#include "landbridge/report/corridor_page.hpp"
#include "landbridge/report/html.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace landbridge {
namespace {

constexpr std::string_view land_modes[] = {"rail", "river", "road", "ferry"};

template <class Key>
const PageHub* largest(const std::vector<PageHub>& hubs, Key key) {
  const PageHub* best = nullptr;
  for (const auto& hub : hubs)
    if (key(hub) > 0 && (best == nullptr || key(hub) > key(*best))) best = &hub;
  return best;
}

std::string section_in_words(const PageLink& link) {
  return fmt::format("{}\u2013{} ({})", link.from, link.to, percent(link.share));
}

void tell_hubs(const CorridorPage& page, std::string_view demand, std::vector<std::string>& sentences) {
  if (page.hubs.empty() || page.hubs.front().handled() <= 0) return;
  const PageHub& first = page.hubs.front();
  std::vector<std::string> tied, next;
  for (const PageHub& hub : page.hubs) {
    if (hub.rank == first.rank)
      tied.push_back(hub.name);
    else if (next.size() < 2 && hub.handled() > 0)
      next.push_back(fmt::format("{} ({})", hub.name, percent(hub.handled())));
  }
  const bool alone = tied.size() == 1;
  if (tied.size() > 4) tied = {fmt::format("{} hubs", tied.size())};
  std::string sentence =
      alone ? fmt::format("{} handles {} of {}, more than any other hub", first.name,
                          percent(first.handled()), demand)
            : fmt::format("{} handle most, {} of {} each", in_words(tied), percent(first.handled()), demand);
  if (!next.empty()) sentence += "; " + in_words(next) + (next.size() > 1 ? " follow" : " follows");
  sentences.push_back(sentence + ".");
  if (!page.unit.empty() && page.served_amount > 0)
    sentences.push_back(fmt::format("That is {}{}, of {} that can be served.",
                                    amount_in_words(first.handled() * page.served_amount, page.unit),
                                    alone ? "" : " each", amount_in_words(page.served_amount, page.unit)));

  const auto others = [](const PageHub& hub) { return hub.exchanged + hub.cleared; };
  const PageHub* const most = largest(page.hubs, others);
  if (most != nullptr && most->rank != first.rank)
    sentences.push_back(fmt::format("Of what neither begins nor ends there, {} handles most: {}.", most->name,
                                    percent(others(*most))));
  else if (most == &first && alone && first.own > 0)
    sentences.push_back(fmt::format("Of what neither begins nor ends there it handles most, too: {}.",
                                    percent(others(first))));
  if (const PageHub* hub = largest(page.hubs, [](const PageHub& h) { return h.passed; }))
    sentences.push_back(
        fmt::format("{} is passed most without a stop: by {}.", hub->name, percent(hub->passed)));
}

const PagePassage* first_passage(const CorridorPage& page, bool border) {
  for (const PagePassage& passage : page.passages)
    if (passage.kind.starts_with("border") == border) return &passage;
  return nullptr;
}

void tell_sections(const CorridorPage& page, std::vector<std::string>& sentences) {
  std::vector<const PageLink*> busiest;  // of each mode; the sea has its straits
  for (const std::string_view mode : land_modes) {
    const auto found = std::find_if(page.links.begin(), page.links.end(),
                                    [&](const PageLink& link) { return link.mode == mode; });
    if (found != page.links.end()) busiest.push_back(&*found);
  }
  std::stable_sort(busiest.begin(), busiest.end(),
                   [](const PageLink* a, const PageLink* b) { return a->share > b->share; });
  std::vector<std::string> told;
  for (const PageLink* link : busiest)
    if (told.size() < 2 && link->share >= 0.2 * busiest.front()->share)
      told.push_back(fmt::format("by {} {}", link->mode, section_in_words(*link)));
  if (told.empty()) return;
  sentences.push_back(fmt::format("Away from the sea the busiest section{} {}.",
                                  told.size() > 1 ? "s are" : " is", in_words(told)));
}

}  // namespace

std::string findings(const CorridorPage& page) {
  const std::string_view demand = page.unserved > 0 ? "the demand served" : "the demand";
  std::vector<std::string> sentences;
  if (page.hubs.empty() && page.unserved == 0) sentences.push_back("There is no demand.");
  tell_hubs(page, demand, sentences);
  tell_sections(page, sentences);
  const PagePassage *const strait = first_passage(page, false), *const border = first_passage(page, true);
  if (strait != nullptr)
    sentences.push_back(fmt::format("Of straits, canals and capes the {} is used most: by {}.", strait->name,
                                    percent(strait->share)));
  if (border != nullptr && strait != nullptr)
    sentences.push_back(
        fmt::format("Of border crossings it is {}: {}.", border->name, percent(border->share)));
  else if (border != nullptr)
    sentences.push_back(
        fmt::format("Of border crossings {} is used most: by {}.", border->name, percent(border->share)));
  if (page.checks.land_share)
    sentences.push_back(fmt::format("Between China\u2019s provinces and the EU {} goes by land alone.",
                                    percent(*page.checks.land_share)));
  if (page.unserved >= 1)
    sentences.push_back("No demand has a way.");
  else if (page.unserved > 0)
    sentences.push_back(fmt::format("{} of all demand is not served.", percent(page.unserved)));
  return fmt::format("{}", fmt::join(sentences, " "));
}

}  // namespace landbridge
