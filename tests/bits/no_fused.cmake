# cmake -DOBJDUMP=... -DLIBRARY=... -P no_fused.cmake : no fused multiply-add in the compiled library, whatever the loops
# for newer processors may use: contraction would change the last digits.
function(count result pattern)
  execute_process(COMMAND ${OBJDUMP} -d --no-show-raw-insn ${LIBRARY} COMMAND grep -cE ${pattern} OUTPUT_VARIABLE lines)
  string(STRIP "${lines}" lines)
  set(${result} "${lines}" PARENT_SCOPE)
endfunction()

count(products "[[:space:]](v?mulpd|fmul)[[:space:]]")
count(fused "[[:space:]](vfn?m(add|sub)|fn?madd|fn?msub|fmla|fmls)")
message(STATUS "${products} products of doubles, ${fused} fused")
if(NOT products GREATER 0)
  message(FATAL_ERROR "the loops were not found in ${LIBRARY}")
endif()
if(NOT fused EQUAL 0)
  message(FATAL_ERROR "${fused} fused multiply-adds in ${LIBRARY}")
endif()
