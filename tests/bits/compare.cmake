# cmake -DOPTIMISED=... -DPLAIN=... -P compare.cmake : both programs print the same hashes, for all numbers of threads, twice.
execute_process(COMMAND ${OPTIMISED} 2 1 2 3 7 OUTPUT_VARIABLE optimised COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${PLAIN} 1 1 3 OUTPUT_VARIABLE plain COMMAND_ERROR_IS_FATAL ANY)
message(STATUS "optimised:\n${optimised}without optimisation:\n${plain}")
if(optimised STREQUAL "" OR NOT optimised STREQUAL plain)
  message(FATAL_ERROR "the two builds give other bits")
endif()
