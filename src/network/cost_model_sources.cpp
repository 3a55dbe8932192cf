#include "landbridge/network/cost_model.hpp"

#include <array>

namespace landbridge {

namespace {

constexpr std::string_view transport_costs =
    "https://github.com/sashatrubetskoy/bri_market_access/blob/cc6752f00fbaaefb8d5b6800c980837b8915fcb3/"
    "parameters/transport_costs.csv";
constexpr std::string_view cost_sources =
    "https://github.com/sashatrubetskoy/bri_market_access/blob/cc6752f00fbaaefb8d5b6800c980837b8915fcb3/code/"
    "tables_and_figures/table_transport_cost_sources.py";
constexpr std::string_view cost_parameters =
    "https://github.com/sashatrubetskoy/bri_market_access/blob/cc6752f00fbaaefb8d5b6800c980837b8915fcb3/"
    "parameters/cost_parameters.csv";
constexpr std::string_view open_gira =
    "https://github.com/nismod/open-gira/blob/3acb87d7d7d2e4edb103c8348e189813ef8afe90/config/config.yaml";
constexpr std::string_view uk_factors =
    "https://github.com/scope3emissiontest-oss/JulesProject/tree/0c3571d4d23ab7ead2c2b2fb1bf212a6d90d2b81/"
    "defra_factors_2025_v2";
constexpr std::string_view scfi = "https://www.jiffa.or.jp/en/news/entry-8450.html";
constexpr std::string_view drewry =
    "https://www.hellenicshippingnews.com/"
    "drewry-world-container-index-down-0-7-but-107-6-higher-versus-same-week-of-2019/";
constexpr std::string_view port_calls = "https://unctadstat.unctad.org/datacentre/dataviewer/US.PortCalls";
constexpr std::string_view german_factors =
    "https://www.railfreight.com/policy/2020/01/08/rail-freight-produces-6-times-less-co2-than-truck/"
    "?gdpr=deny";
constexpr std::string_view erai =
    "https://e1-card.ru/blog/logistika/"
    "rossiya-belarus-i-kazakhstan-planiruyut-razvivat-sovmestnye-zheleznodorozhnye-gruzoperevozki";

using enum FigureBasis;
constexpr std::array sources{
    FieldSource{"value_of_time", judgement, "2016",
                "official Dutch shipper value for containers, 0.5-1.5 EUR/TEU-h of 2016: 0.7-2.1 USD of "
                "2023, between which this lies",
                "http://leobus.nl/facts-figures/"},
    FieldSource{"carbon_price", judgement, "", "no carbon price is charged unless one is set", ""},
    FieldSource{"load", sourced, "2025", "default of a routing and emissions service for full containers",
                "https://developer.searoutes.com/docs/weight-and-containers-size-and-type"},
    FieldSource{"rail_speed_broad", derived, "2015-2024",
                "fitted to 28 published China-Europe and China-Russia runs with 1.9 days of terminals; "
                "Dostyk-Brest is published at 743 km/day",
                erai},
    FieldSource{"rail_speed_china", judgement, "2017-2022",
                "Chongqing-Qinzhou trains are published at 660-820 km/day",
                "http://www.gcjswp.com/news/7016.html"},
    FieldSource{"rail_speed_other", judgement, "", "below the speed on 1520 mm; no published figure", ""},
    FieldSource{"road_speed", derived, "2015-2024",
                "median of published door-to-door road times over their distances", ""},
    FieldSource{"ferry_speed", derived, "2009-2017",
                "median of three sailings over the ferry links: Baku-Turkmenbashi 12 h, Alat-Kuryk 24 h, "
                "Baku-Aktau 20 h",
                "http://eurasia.travel/azerbaijan/transport/caspian_ferry/"},
    FieldSource{"river_speed", judgement, "",
                "about ten days for the 2,400 km from Chongqing to Shanghai, locks included", ""},
    FieldSource{"sea_speed", sourced, "2024", "reference speed of a container ship",
                "https://porteconomicsmanagement.org/pemp/contents/part1/interoceanic-passages/"
                "routing-options-shanghai-rotterdam"},
    FieldSource{
        "feeder_speed", judgement, "",
        "published average of all container ships, year not stated; small ones are no faster",
        "https://casualnavigation.com/how-long-does-it-take-for-a-cargo-ship-to-get-from-china-to-the-usa/"},
    FieldSource{"air_speed", judgement, "", "800 km/h from gate to gate of a long-haul freighter", ""},
    FieldSource{"rail_tariff", derived, "2018",
                "double track or electrified railway 0.23, median of studies (Reed and Trubetskoy 2019; "
                "single track 0.47), in dollars of 2023: times 1.213",
                transport_costs},
    FieldSource{"rail_tariff_china", derived, "2017",
                "Ningbo-Chongqing 1.61 CNY/TEU-km (Sun 2017) at 6.76 CNY/USD, the year's mean, in dollars of "
                "2023: times 1.243",
                cost_sources},
    FieldSource{"rail_tariff_broad", derived, "2018",
                "as for other railways (Reed and Trubetskoy 2019), since those of 1520 mm on the main routes "
                "are double track or electrified; not the Eurasian rail index, a price of whole routes",
                transport_costs},
    FieldSource{"rail_tariff_europe", derived, "2017",
                "Duisburg-Rotterdam 0.749 USD/FEU-km (Seo 2017), half of it for a TEU, in dollars of 2023: "
                "times 1.243",
                cost_sources},
    FieldSource{"road_tariff", derived, "2018",
                "undivided highway 0.85, median of studies (Reed and Trubetskoy 2019; motorway 0.63), in "
                "dollars of 2023: times 1.213",
                transport_costs},
    FieldSource{"ferry_tariff", judgement, "2018",
                "no Caspian tariff in dollars was found: as a truck on a motorway, 0.63 in dollars of 2023",
                transport_costs},
    FieldSource{"river_tariff", derived, "2017",
                "Ningbo-Chongqing 0.70 CNY/TEU-km (Sun 2017) at 6.76 CNY/USD, the year's mean, in dollars of "
                "2023: times 1.243",
                cost_sources},
    FieldSource{"sea_tariff", derived, "2018-2023",
                "middle of the 0.04 and 0.05 of Reed and Trubetskoy 2019; not brought to dollars of 2023, "
                "since rates at sea do not follow consumer prices: the Shanghai index of August 2023 gives "
                "0.035 to Singapore and 0.049 to Europe",
                transport_costs},
    FieldSource{"sea_tariff_europe_headhaul", derived, "2023",
                "Shanghai-Europe 947 USD/TEU without terminal handling (Shanghai index, week 31) over the "
                "19,379 km to Rotterdam, the canal's toll taken off",
                scfi},
    FieldSource{"sea_tariff_europe_backhaul", derived, "2020-2023",
                "947 USD/TEU times 1,100 over 2,186, the rates Rotterdam-Shanghai and Shanghai-Rotterdam of "
                "October 2020 (Drewry): a ratio, so no deflation; the canal's toll taken off",
                drewry},
    FieldSource{"sea_tariff_pacific_headhaul", derived, "2023",
                "Shanghai-North America west coast 2,002 USD/FEU without terminal handling (Shanghai index, "
                "week 31), half of it for a TEU, over the 10,620 km of sea links to Los Angeles",
                scfi},
    FieldSource{"sea_tariff_pacific_backhaul", derived, "2020-2023",
                "the headhaul times 518 over 4,038, the rates Los Angeles-Shanghai and Shanghai-Los Angeles "
                "of October 2020 (Drewry): a ratio, so no deflation",
                drewry},
    FieldSource{"feeder_tariff", judgement, "2023",
                "twice the deep-sea tariff: ships of 1,000-2,000 TEU burn 2.6 times as much for a t-km, fuel "
                "is about half of a ship's cost, and short lanes are published from 0.035 "
                "(Shanghai-South-East Asia) to 0.2 (Shanghai-Japan)",
                scfi},
    FieldSource{"air_tariff", derived, "2015",
                "37,000 USD/FEU China-Europe door to door, half of it for a TEU, over about 8,500 km, in "
                "dollars of 2023: times 1.286; that FEU held 9.6 t, so heavy cargo costs more",
                "https://grp1businesslogistics.wordpress.com/2015/11/09/transportation-modes/"},
    FieldSource{
        "port_dwell", sourced, "2022",
        "mean stay of containers in India's ports; Shanghai is published at about as long, the Gulf and "
        "South Africa at four days",
        "https://indianarrative.com/economy-news/"
        "indias-sea-ports-surpass-usa-germany-uae-ports-in-speed-of-handling-ship-containers-137228.html"},
    FieldSource{"ship_call_time", sourced, "2023",
                "median time of container ships in port, world, second half of the year: 0.71 days",
                port_calls},
    FieldSource{"port_money", judgement, "2023",
                "terminal charge of Ningbo and Taicang, 850 CNY/TEU at 7.08 CNY/USD; the sheet states no "
                "year; Reed and Trubetskoy 2019 take 200",
                "https://kcnshipping.com/en/china-2/"},
    FieldSource{"rail_terminal_time", sourced, "2019",
                "road-rail transfer of Reed and Trubetskoy 2019; published exchange sequences take 4-6 h; "
                "the wait for the train comes on top",
                cost_parameters},
    FieldSource{"rail_terminal_money", derived, "2024",
                "5 USD/t at 10 t/TEU, an open multimodal flow model, in dollars of 2023: times 0.971; Reed "
                "and Trubetskoy 2019 take 25",
                open_gira},
    FieldSource{"road_terminal_time", judgement, "", "lifting and gate; a truck waits for no timetable", ""},
    FieldSource{"road_terminal_money", derived, "2019",
                "road-rail transfer of Reed and Trubetskoy 2019, 25 USD/TEU, in dollars of 2023: times 1.192",
                cost_parameters},
    FieldSource{"river_terminal_time", judgement, "2023",
                "as a container ship's call in China (14.6 h), since nothing is published of barges",
                port_calls},
    FieldSource{"river_terminal_money", judgement, "2023",
                "as a Chinese seaport's terminal charge: Taicang's is the same sheet's",
                "https://kcnshipping.com/en/china-2/"},
    FieldSource{"air_terminal_time", judgement, "",
                "cut-off some hours before departure and as long after landing; no published figure", ""},
    FieldSource{"air_terminal_money", judgement, "", "about 0.02 USD/kg; no published figure for a TEU", ""},
    FieldSource{"rail_headway", judgement, "",
                "a train a day; holds only where the data know no service's frequency", ""},
    FieldSource{"deep_sea_headway", sourced, "2025",
                "liners sail weekly, as the Gemini India-Europe service does",
                "https://hansa.news/gemini-redirects-service-from-bremerhaven-to-hamburg/"},
    FieldSource{"feeder_headway", judgement, "",
                "weekly as the liners they serve; connectivity makes it shorter at busy ports", ""},
    FieldSource{"river_headway", judgement, "", "a barge every other day; no published figure", ""},
    FieldSource{"ferry_headway", judgement, "",
                "Baku-Turkmenbashi is nominally daily, without a timetable; year not stated",
                "http://eurasia.travel/azerbaijan/transport/caspian_ferry/"},
    FieldSource{"air_headway", judgement, "", "a flight a day; no published figure", ""},
    FieldSource{"gauge_change_time", sourced, "2015",
                "processing of a container train with reloading at Brest",
                "https://en.cfts.org.ua/news/transit_of_chinese_goods_via_belarus_to_eu_increases_by_40"},
    FieldSource{"gauge_change_money", derived, "2020",
                "median of the fees at Dostyk (329) and Erenhot (120) per shipment of 20 t, taken as one "
                "TEU, in dollars of 2023: times 1.177",
                "https://cpmm.carecprogram.org/2020-report/rail-transport"},
    FieldSource{"border_time", judgement, "2022",
                "block train between China and 1520 mm; used only where the data record no crossing time",
                "https://cpmm.carecprogram.org/?p=133"},
    FieldSource{"border_money", derived, "2022",
                "middle of China's rail border costs outbound (53) and inbound (130), in dollars of 2023: "
                "times 1.041; used only where the data record none",
                "https://cpmm.carecprogram.org/2022-report/peoples-republic-of-china"},
    FieldSource{"wagonload_border_time", derived, "2023",
                "CAREC CPMM, means of conventional wagonloads in China (14.4) and Kazakhstan (69.7), both sides of "
                "the border, less the 24 of a block train; borders elsewhere are taken alike",
                "https://cpmm.carecprogram.org/?p=466"},
    FieldSource{"canal_time", sourced, "2021",
                "transit of the Suez Canal, 13 to 15 hours; the same at Panama is judgement",
                "https://wahananews.co/internasional/"
                "trending--ini-letak-terusan-sues-dan-perannya-bagi-perdagangan-dunia/2"},
    FieldSource{
        "canal_money", derived, "2025",
        "Panama Canal tariff for a ship of 12,000 TEU: (300,000 + 30 x 12,000 + 40 x 10,800 + 5 x 1,200) / "
        "12,000; in dollars of 2025; no toll per TEU of the Suez Canal is published, so the same is taken",
        "https://portnews.it/canale-di-panama-tariffe-riviste"},
    FieldSource{"rail_emission", sourced, "2025",
                "UK conversion factors, freight train; not China's or Kazakhstan's power mix", uk_factors},
    FieldSource{"road_emission", sourced, "2025", "UK conversion factors, articulated truck above 33 t",
                uk_factors},
    FieldSource{"ferry_emission", sourced, "2025", "UK conversion factors, ro-ro ferry", uk_factors},
    FieldSource{"river_emission", sourced, "2018", "German Environment Agency, average mix", german_factors},
    FieldSource{"sea_emission", sourced, "2025",
                "UK conversion factors, container ship of 8,000 TEU and more", uk_factors},
    FieldSource{"feeder_emission", sourced, "2025",
                "UK conversion factors, container ship of 1,000-1,999 TEU", uk_factors},
    FieldSource{"air_emission", sourced, "2025",
                "UK conversion factors, long-haul freighter, without radiative forcing", uk_factors},
    FieldSource{"rail_spread", derived, "2017",
                "six published tariffs of containers by rail within China, 0.93 to 1.95 CNY/TEU-km (two in USD/FEU, "
                "halved, at 6.76): standard deviation over mean",
                cost_sources},
    FieldSource{"road_spread", derived, "2017",
                "five published tariffs of containers by road within China, 2.9 to 6.0 CNY/TEU-km (two in USD/FEU, "
                "halved, at 6.76): standard deviation over mean",
                cost_sources},
    FieldSource{"ferry_spread", judgement, "", "as of roads, whose tariff is taken too", ""},
    FieldSource{"river_spread", judgement, "", "as of railways; one tariff alone is published", ""},
    FieldSource{"sea_spread", derived, "2009-2015",
                "standard deviation over mean of four rates per km of 2015 from Chinese ports to Hamburg and "
                "Gdynia (0.15), and of five of 2009 from Shanghai to ports of Europe (0.21): their mean",
                cost_sources},
    FieldSource{"feeder_spread", judgement, "", "twice that of deep-sea ships, as the tariff is", ""},
    FieldSource{"air_spread", judgement, "", "as of roads; one price alone is known", ""},
    FieldSource{"terminal_spread", derived, "2021-2023",
                "terminal charges of seven seaports or economies, 120 to 160 USD/TEU, two of them from a sheet that "
                "states no year: standard deviation over mean",
                "http://www.cma-cgm.com/local/czech-republic/news/40/"
                "new-terminal-handling-charges-thc-and-updated-local-charges"},
    FieldSource{"border_spread", derived, "2019-2023",
                "mean hours at rail borders of five countries (CAREC): standard deviation over mean from year "
                "to year, 0.22 to 0.84; their mean. At road borders it is 0.38",
                "https://cpmm.carecprogram.org/?p=477"},
    FieldSource{"waiting_spread", derived, "2022",
                "six published mean stays of containers in ports, 72 to 240 h: standard deviation over mean",
                "https://indianarrative.com/economy-news/"
                "indias-sea-ports-surpass-usa-germany-uae-ports-in-speed-of-handling-ship-containers-137228.html"},
};
static_assert(sources.size() + FieldTable<CostModel>::others == member_count<CostModel>);

constexpr std::array ranges{
    EmissionRange{
        Mode::rail, ShipClass::none, EmissionFactor(11.3), EmissionFactor(34.7),
        "lowest: Netherlands 2014, four fifths electric (etrr.springeropen.com); highest: UK factors 2025"},
    EmissionRange{Mode::road, ShipClass::none, EmissionFactor(73.9), EmissionFactor(112),
                  "lowest: UK factors 2025, full articulated truck; highest: German Environment Agency 2018, "
                  "average mix"},
    EmissionRange{Mode::ferry, ShipClass::none, EmissionFactor(51.6), EmissionFactor(63.3),
                  "UK factors 2025, ro-ro ferry, without and with the making of the fuel"},
    EmissionRange{Mode::sea, ShipClass::deep_sea, EmissionFactor(15.5), EmissionFactor(20.6),
                  "UK factors 2025, container ships of 8,000 TEU and more, and of 3,000-7,999 TEU"},
    EmissionRange{Mode::sea, ShipClass::feeder, EmissionFactor(24.8), EmissionFactor(45.1),
                  "UK factors 2025, container ships of 2,000-2,999 TEU, and below 1,000 TEU"},
    EmissionRange{
        Mode::river, ShipClass::none, EmissionFactor(34), EmissionFactor(38.6),
        "lowest: German Environment Agency 2018; highest: Netherlands 2014 (etrr.springeropen.com)"},
    EmissionRange{Mode::air, ShipClass::none, EmissionFactor(666), EmissionFactor(1035),
                  "UK factors 2025, long-haul freighter, without and with radiative forcing"},
};

}  // namespace

std::string_view name(FigureBasis basis) noexcept {
  switch (basis) {
    case FigureBasis::sourced:
      return "sourced";
    case FigureBasis::derived:
      return "derived";
    case FigureBasis::judgement:
      return "judgement";
  }
  return "";
}

std::span<const FieldSource> cost_model_sources() noexcept {
  return sources;
}

std::span<const EmissionRange> emission_ranges() noexcept {
  return ranges;
}

}  // namespace landbridge
