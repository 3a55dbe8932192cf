#include "landbridge/network/passage.hpp"

namespace landbridge {

namespace {

struct PassageName {
  std::string_view slug, name, kind;
};

constexpr PassageName passage_names[] = {
    {"babelmandeb", "Bab-el-Mandeb", "strait"},
    {"bering", "Bering Strait", "strait"},
    {"bohai_strait", "Bohai Strait", "strait"},
    {"bosporus", "Bosporus", "strait"},
    {"cape_good_hope", "Cape of Good Hope", "cape"},
    {"cape_horn", "Cape Horn", "cape"},
    {"danish_straits", "Danish Straits", "strait"},
    {"dardanelles", "Dardanelles", "strait"},
    {"dover", "Strait of Dover", "strait"},
    {"gibraltar", "Strait of Gibraltar", "strait"},
    {"hormuz", "Strait of Hormuz", "strait"},
    {"kiel", "Kiel Canal", "canal"},
    {"korea_strait", "Korea Strait", "strait"},
    {"la_perouse", "La P\u00e9rouse Strait", "strait"},
    {"lombok", "Lombok Strait", "strait"},
    {"luzon_strait", "Luzon Strait", "strait"},
    {"malacca", "Strait of Malacca", "strait"},
    {"messina", "Strait of Messina", "strait"},
    {"nsr", "Northern Sea Route", "sea route"},
    {"panama", "Panama Canal", "canal"},
    {"qiongzhou", "Qiongzhou Strait", "strait"},
    {"singapore_strait", "Singapore Strait", "strait"},
    {"suez", "Suez Canal", "canal"},
    {"sunda", "Sunda Strait", "strait"},
    {"taiwan_strait", "Taiwan Strait", "strait"},
    {"torres", "Torres Strait", "strait"},
    {"tsugaru", "Tsugaru Strait", "strait"},
    {"volga_don", "Volga\u2013Don Canal", "canal"},
};

}  // namespace

PassageLabel passage_label(std::string_view slug) {
  for (const PassageName& known : passage_names)
    if (known.slug == slug) return {std::string(known.name), std::string(known.kind)};
  return {std::string(slug), "passage"};
}

}  // namespace landbridge
