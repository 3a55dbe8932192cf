# Finds METIS (graph partitioning and orders), which Debian ships without a CMake config file.
#
# Defines the target METIS::METIS and the variables METIS_FOUND, METIS_VERSION.

find_path(METIS_INCLUDE_DIR metis.h)
find_library(METIS_LIBRARY metis)

if(METIS_INCLUDE_DIR AND EXISTS ${METIS_INCLUDE_DIR}/metis.h)
  file(STRINGS ${METIS_INCLUDE_DIR}/metis.h METIS_version_lines REGEX "#define METIS_VER_(MAJOR|MINOR|SUBMINOR)")
  string(REGEX REPLACE ".*VER_MAJOR +([0-9]+).*VER_MINOR +([0-9]+).*VER_SUBMINOR +([0-9]+).*" "\\1.\\2.\\3"
                       METIS_VERSION "${METIS_version_lines}")
  unset(METIS_version_lines)
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(METIS REQUIRED_VARS METIS_LIBRARY METIS_INCLUDE_DIR VERSION_VAR METIS_VERSION)
mark_as_advanced(METIS_INCLUDE_DIR METIS_LIBRARY)

if(METIS_FOUND AND NOT TARGET METIS::METIS)
  add_library(METIS::METIS UNKNOWN IMPORTED)
  set_target_properties(METIS::METIS PROPERTIES
    IMPORTED_LOCATION ${METIS_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${METIS_INCLUDE_DIR})
endif()
