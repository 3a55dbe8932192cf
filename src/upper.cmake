# The upper storey: places, links, hours, dollars; reading, answering, reporting.
find_package(GeographicLib REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(ZLIB REQUIRED)
find_package(FastFloat REQUIRED)

landbridge_library(landbridge_landbridge landbridge "${upper_sources}" "${upper_headers}")
include(${PROJECT_SOURCE_DIR}/cmake/EmbedText.cmake)
landbridge_embed_text(landbridge_landbridge page_style ${PROJECT_SOURCE_DIR}/src/report/page.css)

target_link_libraries(landbridge_landbridge
  PUBLIC landbridge_graph
  PRIVATE $<BUILD_INTERFACE:fmt::fmt-header-only> $<BUILD_INTERFACE:nlohmann_json::nlohmann_json>
          $<BUILD_INTERFACE:tomlplusplus::tomlplusplus> $<BUILD_INTERFACE:FastFloat::fast_float> GeographicLib::GeographicLib ZLIB::ZLIB)
set_target_properties(landbridge_landbridge PROPERTIES OUTPUT_NAME landbridge)

# The default data set, as raw tables.
include(${PROJECT_SOURCE_DIR}/cmake/EmbedTables.cmake)
file(GLOB landbridge_tables CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/*.csv)
landbridge_embed_tables(landbridge_landbridge io/detail/embedded.hpp ${landbridge_tables})
