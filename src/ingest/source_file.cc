// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/source_file.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <system_error>

namespace ficsearch::ingest {

std::string stem_of(const SourceFile& file) {
  std::string_view name = file.path;
  const std::size_t last_slash = name.rfind('/');
  const std::size_t file_begin = last_slash == std::string_view::npos ? 0 : last_slash + 1;
  // A dot at the beginning hides a file, and one in a folder's name is no extension.
  if (const std::size_t dot = name.rfind('.'); dot != std::string_view::npos && dot > file_begin)
    name = name.substr(0, dot);
  if (file.root.empty() || !name.starts_with(file.root))
    return std::string(name.substr(file_begin));
  name.remove_prefix(file.root.size());
  name.remove_prefix(std::min(name.find_first_not_of('/'), name.size()));
  return std::string(name);
}

bool is_inside(const std::string& path, const std::string& folder) {
  std::error_code failed;
  const std::filesystem::path inner = std::filesystem::canonical(path, failed);
  if (failed) return false;
  const std::filesystem::path outer = std::filesystem::canonical(folder, failed);
  if (failed) return false;
  const auto [rest_of_outer, rest_of_inner] =
      std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  return rest_of_outer == outer.end() && rest_of_inner != inner.end();
}

}  // namespace ficsearch::ingest
