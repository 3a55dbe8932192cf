#include "landbridge/report/corridor_page.hpp"

#include "landbridge/report/html.hpp"
#include "report/page_html.hpp"

#include <iterator>
#include <utility>

#include <fmt/format.h>

namespace landbridge {
namespace {

struct Section {
  std::string id;     ///< for links within the page
  std::string title;  ///< in the list of contents
  std::string html;
};

std::string contents_of(const std::vector<Section>& sections) {
  std::string html = "<nav aria-label=\"Contents\">\n<ul>";
  for (const Section& section : sections)
    fmt::format_to(std::back_inserter(html), "<li><a href=\"#{}\">{}</a></li>\n", escaped(section.id),
                   escaped(section.title));
  return html + "</ul>\n</nav>\n";
}

}  // namespace

std::string corridor_page(const CorridorPage& page, const Coastline& land,
                          const CorridorPageOptions& options) {
  std::vector<Section> sections;
  const auto add = [&](std::string id, std::string title, std::string html) {
    if (!html.empty()) sections.push_back({std::move(id), std::move(title), std::move(html)});
  };
  add("map", "Map", detail::map_section(page, land, options));
  add("hubs", "Hubs", detail::hub_section(page, options));
  add("links", "Links", detail::link_section(page, options));
  add("passages", "Passages", detail::passage_section(page, options));
  for (const PageCorridor& corridor : page.corridors)
    add("corridor-" + corridor.id, corridor.name, detail::corridor_section(corridor, land, options));
  add("flagships", "Journeys", detail::flagship_section(page));
  add("believable", "Is it believable?", detail::check_section(page));
  add("unserved", "Not served", detail::unserved_section(page, options));
  add("basis", "What it rests on", detail::basis_section(page));

  std::string body = fmt::format(
      "<main>\n<header>\n<h1>{}</h1>\n<p class=\"subject\">{}</p>\n<p class=\"findings\">{}</p>\n</header>\n",
      escaped(page.question), escaped(page.subject), escaped(findings(page)));
  body += contents_of(sections);
  for (const Section& section : sections)
    fmt::format_to(std::back_inserter(body), "<div id=\"{}\">\n{}</div>\n", escaped(section.id),
                   section.html);
  body +=
      "</main>\n<footer>\n<p>Coastline for orientation only; no boundaries are drawn. Names of countries and "
      "territories are those of the data and imply no position on their status. "
      "Partners are partner countries and territories.</p>\n";
  if (!page.files.empty()) body += detail::list_of(page.files);
  if (!page.provenance.empty()) body += detail::list_of(page.provenance);
  body += "</footer>\n";
  return html_page(page.question, body);
}

}  // namespace landbridge
