// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/sources.h"

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "ingest/open_source.h"
#include "support/temporary_directory.h"

namespace ficsearch::test {

void write_file(const std::string& path, std::string_view bytes) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + path);
}

std::vector<ingest::ReadResult> read_all(const std::string& path, Format format) {
  std::vector<ingest::ReadResult> results;
  const auto reader = ingest::open_source({path}, {.format = format});
  while (auto result = reader->next()) results.push_back(*std::move(result));
  return results;
}

std::vector<ingest::ReadResult> read_bytes(std::string_view bytes, Format format) {
  const TemporaryDirectory folder;
  const std::string path = folder.path() / "source";
  write_file(path, bytes);
  return read_all(path, format);
}

std::vector<std::string> listed(const std::vector<std::string>& sources) {
  std::vector<std::string> paths;
  for (const ingest::SourceFile& file : ingest::list_files(sources).files)
    paths.push_back(file.path);
  return paths;
}

Work read_work(std::string_view record) {
  const auto results = read_bytes(record);
  if (results.size() != 1) throw std::runtime_error("not one record");
  if (const auto* reject = std::get_if<Reject>(&results.front()))
    throw std::runtime_error(reject->message);
  return std::get<ingest::ReadWork>(results.front()).work;
}

std::string to_string(const std::vector<Reading>& readings) {
  std::string text;
  for (const Reading& reading : readings)
    text.append(text.empty() ? "" : "; ").append(reading.surface + "=" + reading.kana);
  return text;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string text;
  for (const std::string& one : texts) text.append(text.empty() ? "" : "; ").append(one);
  return text;
}

}  // namespace ficsearch::test
