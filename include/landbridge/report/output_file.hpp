// How does a file come to be whole or not at all? Written beside its place, then moved into it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace landbridge {

/// Writes `content` to a temporary file in the same folder and renames it to `path`: whoever looks sees the
/// old file or the whole new one. The mode of a file that was there is kept, a symbolic link is followed, and
/// what is no regular file (a device, a pipe) is written to directly. Throws Error, with nothing left behind,
/// when it cannot be done.
void write_file(const std::string& path, std::string_view content);

struct NamedContent {
  std::string path;
  std::string_view content;
};

/// The same for several: none is moved into its place before all are written beside theirs. Only when a move itself fails may
/// those moved before it be new.
void write_files(const std::vector<NamedContent>& files);

}  // namespace landbridge
