// A second translation unit with every public header: what is not inline in a header would be defined twice.
#include <landbridge/landbridge.hpp>

#include <string>

std::string library_version() {
  return std::string(landbridge::version());
}
