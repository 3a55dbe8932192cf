# Compiles text tables into a target, as they stand.
#
# landbridge_embed_tables(<target> <header to implement> <table>...)
#   generates one source for each table (made anew when the table changes) and one that lists them.
# As a script (cmake -D IN=... -D OUT=... -D SYMBOL=... -P EmbedTables.cmake) it writes one table's source.

if(CMAKE_SCRIPT_MODE_FILE)
  file(READ "${IN}" text)
  # A raw string literal: nothing in the table needs escaping.
  file(WRITE "${OUT}" "// Generated from ${NAME}.\n#include <string_view>\n\nnamespace landbridge::detail {\n"
                      "extern const std::string_view ${SYMBOL};\n"
                      "namespace {\nconstexpr char text[] = R\"landbridge(${text})landbridge\";\n}\n"
                      "const std::string_view ${SYMBOL}(text, sizeof text - 1);\n"
                      "}  // namespace landbridge::detail\n")
  return()
endif()

set(landbridge_embed_script ${CMAKE_CURRENT_LIST_FILE})

function(landbridge_embed_tables target header)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/tables)
  set(declarations)
  set(entries)
  foreach(table IN LISTS ARGN)
    get_filename_component(file ${table} NAME)
    get_filename_component(stem ${table} NAME_WE)
    set(symbol table_${stem})
    set(source ${folder}/${stem}.cpp)
    add_custom_command(OUTPUT ${source}
      COMMAND ${CMAKE_COMMAND} -D IN=${table} -D OUT=${source} -D SYMBOL=${symbol} -D NAME=${file}
              -P ${landbridge_embed_script}
      DEPENDS ${table} ${landbridge_embed_script} VERBATIM)
    target_sources(${target} PRIVATE ${source})
    set_source_files_properties(${source} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
    string(APPEND declarations "extern const std::string_view ${symbol};\n")
    string(APPEND entries "      {\"${file}\", ${symbol}},\n")
  endforeach()
  file(CONFIGURE OUTPUT ${folder}/all_tables.cpp @ONLY CONTENT
"// Generated: the tables that are compiled in.
#include \"${header}\"

namespace landbridge::detail {

${declarations}
std::vector<EmbeddedTable> embedded_tables() {
  return {
${entries}  };
}

}  // namespace landbridge::detail
")
  target_sources(${target} PRIVATE ${folder}/all_tables.cpp)
endfunction()
