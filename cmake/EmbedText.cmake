# landbridge_embed_text(<target> <name> <file>)
#
# Compiles a text file into the target as `const std::string_view landbridge::embedded::<name>`.
# The bytes are written as numbers: compilers promise no more than 65,536 characters for a string literal.
function(landbridge_embed_text target name file)
  cmake_path(ABSOLUTE_PATH file)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded/${name}.cpp)
  if(NOT EXISTS ${output} OR ${file} IS_NEWER_THAN ${output})
    file(READ ${file} bytes HEX)
    string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
    file(WRITE ${output} "#include <string_view>\n\nnamespace landbridge::embedded {\n"
      "namespace {\nconstexpr char bytes[] = {${bytes}};\n}\n"
      "extern const std::string_view ${name};\nconst std::string_view ${name}(bytes, sizeof bytes);\n}\n")
  endif()
  target_sources(${target} PRIVATE ${output})
endfunction()
