# What `cmake --install` puts into a prefix. The prefix may be moved afterwards: no path of this machine is written into it.
include(CMakePackageConfigHelpers)

set(landbridge_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/landbridge)
set(landbridge_installed landbridge_graph)
if(TARGET landbridge_landbridge)
  list(APPEND landbridge_installed landbridge_landbridge)
endif()

install(TARGETS ${landbridge_installed} EXPORT landbridgeTargets FILE_SET HEADERS)
install(EXPORT landbridgeTargets NAMESPACE landbridge:: DESTINATION ${landbridge_package_dir})
set_target_properties(${landbridge_installed} PROPERTIES INSTALL_RPATH $ORIGIN)
if(TARGET landbridge_cli)
  install(TARGETS landbridge_cli)
  file(RELATIVE_PATH landbridge_lib_from_bin ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR})
  set_target_properties(landbridge_cli PROPERTIES INSTALL_RPATH $ORIGIN/${landbridge_lib_from_bin})
endif()

# A static library needs what it links privately when a program is linked; a shared one has it.
get_target_property(landbridge_library_type landbridge_graph TYPE)
configure_package_config_file(cmake/landbridgeConfig.cmake.in ${PROJECT_BINARY_DIR}/landbridgeConfig.cmake
                              INSTALL_DESTINATION ${landbridge_package_dir} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/landbridgeConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/landbridgeConfig.cmake ${PROJECT_BINARY_DIR}/landbridgeConfigVersion.cmake
              cmake/FindGeographicLib.cmake cmake/FindMETIS.cmake
        DESTINATION ${landbridge_package_dir})
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
