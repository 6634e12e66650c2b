// SPDX-License-Identifier: GPL-3.0-or-later
// NAME_fuzz FOLDER...: runs a fuzz target over the files of folders, in the order of their names.
// Stands in for libFuzzer where the inputs of a corpus are run as tests.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
  const std::filesystem::directory_iterator entries(folder);
  std::vector<std::filesystem::path> files(begin(entries), end(entries));
  std::sort(files.begin(), files.end());
  return files;
}

void replay(const std::filesystem::path& path) {
  // Named before it runs: a broken property ends the program.
  std::fprintf(stderr, "%s\n", path.c_str());
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t replayed = 0;
  for (int i = 1; i < argc; ++i)
    for (const std::filesystem::path& path : files_of(argv[i])) {
      replay(path);
      ++replayed;
    }
  if (replayed == 0) {
    std::fprintf(stderr, "usage: %s FOLDER... (with files in them)\n", argv[0]);
    return 2;
  }
  return 0;
}
