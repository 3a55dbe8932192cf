# Settings that every one of our targets shares. The floating-point ones are part of the contract
# (same bits everywhere), so they are PUBLIC and travel with the exported targets.

set(LANDBRIDGE_WARNINGS -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
                        -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  list(APPEND LANDBRIDGE_WARNINGS -Wno-restrict)  # false alarms in std::string's operator+ (GCC bug 105329)
endif()

# landbridge_defaults(<target> [<scope of the floating-point settings>])
function(landbridge_defaults target)
  set(scope PRIVATE)
  if(ARGC GREATER 1)
    set(scope ${ARGV1})
  endif()
  target_compile_features(${target} ${scope} cxx_std_20)
  target_compile_options(${target} ${scope} $<$<COMPILE_LANGUAGE:CXX>:-ffp-contract=off>)
  target_compile_definitions(${target} ${scope} LANDBRIDGE_FP_CONTRACT_OFF)
  target_compile_options(${target} PRIVATE $<BUILD_INTERFACE:${LANDBRIDGE_WARNINGS}>)
  if(LANDBRIDGE_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON)
endfunction()
