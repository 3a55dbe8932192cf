#include "io/cell_forms.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace landbridge::detail {

namespace {

// ISO 3166-1 alpha-3, in order.
constexpr std::string_view country_codes =
    "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR "
    "BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG "
    "COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH "
    "FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY "
    "HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM "
    "KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL "
    "MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR "
    "NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU "
    "SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA "
    "TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB "
    "VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE ";

constexpr std::array<std::string_view, 7> weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

bool is_user_assigned(std::string_view code) {
  return (code >= "AAA" && code <= "AAZ") || (code >= "QMA" && code <= "QZZ") ||
         (code >= "XAA" && code <= "XZZ") || (code >= "ZZA" && code <= "ZZZ");
}

std::optional<int> digits(std::string_view text, int low, int high) {
  int value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size() || text.starts_with('-')) return std::nullopt;
  return value >= low && value <= high ? std::optional(value) : std::nullopt;
}

bool is_one_year(std::string_view text) {
  return text.size() == 4 && digits(text, 1000, 2100);
}

}  // namespace

bool is_id(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string_view::npos;
}

bool is_country(std::string_view text) {
  if (text.size() != 3 || text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string_view::npos)
    return false;
  std::size_t low = 0, high = country_codes.size() / 4;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const std::string_view code = country_codes.substr(4 * middle, 3);
    if (code == text) return true;
    (code < text ? low : high) = code < text ? middle + 1 : middle;
  }
  return is_user_assigned(text);
}

bool is_year(std::string_view text) {
  if (is_one_year(text)) return true;
  if (text.size() < 6 || text[4] != '-' || !is_one_year(text.substr(0, 4))) return false;
  const std::string_view part = text.substr(5);
  if (part.size() == 4) return is_one_year(part) && part >= text.substr(0, 4);
  if (part.size() != 2) return false;
  if (part[0] == 'S') return part[1] == '1' || part[1] == '2';
  if (part[0] == 'Q') return part[1] >= '1' && part[1] <= '4';
  return digits(part, 1, 12).has_value();
}

std::optional<Quarter> parse_quarter(std::string_view text) {
  if (text.size() != 7 || text.substr(4, 2) != "-Q") return std::nullopt;
  const std::optional<int> year = digits(text.substr(0, 4), 1000, 2100),
                           number = digits(text.substr(6), 1, 4);
  if (!year || !number) return std::nullopt;
  return Quarter{*year, *number};
}

bool are_months(std::string_view text) {
  return text.size() == 5 && text[2] == '-' && digits(text.substr(0, 2), 1, 12) &&
         digits(text.substr(3), 1, 12);
}

std::optional<Departure> parse_departure(std::string_view text) {
  if (text.size() != 9 || text[3] != ' ' || text[6] != ':') return std::nullopt;
  const auto day = std::find(weekdays.begin(), weekdays.end(), text.substr(0, 3));
  const std::optional<int> hour = digits(text.substr(4, 2), 0, 23), minute = digits(text.substr(7), 0, 59);
  if (day == weekdays.end() || !hour || !minute) return std::nullopt;
  return Departure{Hours(static_cast<double>(day - weekdays.begin()) * 24 + *hour + *minute / 60.0)};
}

std::optional<PlaceKind> parse_place_kind(std::string_view text) {
  for (const PlaceKind kind : {PlaceKind::rail, PlaceKind::port, PlaceKind::river, PlaceKind::airport,
                               PlaceKind::border, PlaceKind::waypoint})
    if (name(kind) == text) return kind;
  return std::nullopt;
}

}  // namespace landbridge::detail
