# cmake -DMODE=... -DSOURCE=... -DWORK=... -DBUILD_ARGUMENTS=... -P build_and_run.cmake
# Builds a stranger's project and runs its program, which has to print a line that begins with "route:".
#   static, shared   Landbridge is built and installed first; its build tree is deleted and its prefix moved
#   subdirectory     the stranger's project builds Landbridge from source
#   find_modules     our Find modules alone
foreach(variable IN ITEMS MODE SOURCE WORK)
  if(NOT ${variable})
    message(FATAL_ERROR "${variable} is not set")
  endif()
endforeach()

function(run)
  list(JOIN ARGV " " line)
  message(STATUS "${line}")
  execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE ${WORK})
set(folder ${MODE})
set(arguments ${BUILD_ARGUMENTS})
if(MODE MATCHES "^(static|shared)$")
  set(folder installed)
  set(shared OFF)
  if(MODE STREQUAL shared)
    set(shared ON)
  endif()
  run(${CMAKE_COMMAND} -S ${SOURCE} -B ${WORK}/landbridge ${BUILD_ARGUMENTS}
      -DBUILD_SHARED_LIBS=${shared} -DLANDBRIDGE_BUILD_CLI=OFF)
  run(${CMAKE_COMMAND} --build ${WORK}/landbridge)
  run(${CMAKE_COMMAND} --install ${WORK}/landbridge --prefix ${WORK}/installed_first)
  file(REMOVE_RECURSE ${WORK}/landbridge)
  file(RENAME ${WORK}/installed_first ${WORK}/prefix)
  list(APPEND arguments -DCMAKE_PREFIX_PATH=${WORK}/prefix)

  file(GLOB_RECURSE package ${WORK}/prefix/*.cmake)
  foreach(file IN LISTS package)
    file(READ ${file} text)
    if(text MATCHES "${WORK}" OR text MATCHES "${SOURCE}/")
      message(FATAL_ERROR "${file} names a folder of this machine")
    endif()
  endforeach()
else()
  list(APPEND arguments -DLANDBRIDGE_SOURCE=${SOURCE})
endif()

run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/${folder} -B ${WORK}/planner ${arguments})
run(${CMAKE_COMMAND} --build ${WORK}/planner)
execute_process(COMMAND ${WORK}/planner/planner OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
message(STATUS "${output}")
if(NOT output MATCHES "(^|\n)route:")
  message(FATAL_ERROR "no line of the output begins with \"route:\"")
endif()
file(REMOVE_RECURSE ${WORK})
