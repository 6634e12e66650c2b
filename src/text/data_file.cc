// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/data_file.h"

#include <dlfcn.h>

#include <system_error>
#include <vector>

#include "ficsearch/error.h"

namespace ficsearch::text {
namespace {

namespace fs = std::filesystem;

// Where share may stand above a program: bin, lib, lib/x86_64-linux-gnu, a folder of a build tree.
constexpr int kParents = 4;

// The files that this code may have been loaded from.
std::vector<fs::path> own_files() {
  std::vector<fs::path> files;
  Dl_info info{};
  // For a program, the name is what it was called by, which may be relative to another folder.
  if (dladdr(reinterpret_cast<const void*>(&data_file), &info) != 0 && info.dli_fname &&
      fs::path(info.dli_fname).is_absolute())
    files.emplace_back(info.dli_fname);
  std::error_code error;
  if (fs::path program = fs::read_symlink("/proc/self/exe", error); !error)
    files.push_back(std::move(program));
  return files;
}

std::vector<fs::path> folders() {
  std::vector<fs::path> found;
  for (const fs::path& file : own_files()) {
    fs::path folder = file.parent_path();
    for (int i = 0; i < kParents && folder.has_relative_path(); ++i) {
      folder = folder.parent_path();
      found.push_back(folder / "share" / "ficsearch");
    }
  }
  found.emplace_back(FICSEARCH_DATA_DIR);
  return found;
}

}  // namespace

fs::path data_file(const std::string& name) {
  std::error_code error;
  for (const fs::path& folder : folders())
    if (fs::is_regular_file(folder / name, error)) return folder / name;
  throw Error(ErrorCode::io,
              name + " is not installed, and without it words would be cut otherwise",
              Place{.file = (fs::path(FICSEARCH_DATA_DIR) / name).string()},
              "install ficsearch whole: its share/ficsearch folder belongs beside bin and lib");
}

}  // namespace ficsearch::text
