// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/text_reader.h"

#include <simdjson.h>

#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/utf8.h"
#include "ficsearch/error.h"
#include "ingest/decoded_text.h"
#include "ingest/work_fields.h"
#include "ingest/work_file.h"
#include "ingest/work_record.h"

namespace ficsearch::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTextExtension = ".txt";

// The work that the file at `path` describes, without its text.
ReadWork read_description(const std::string& path, const std::string& id) {
  InputFile file = InputFile::open(path);
  std::string_view record = whole_file(file);
  if (record.starts_with(base::kByteOrderMark)) record.remove_prefix(base::kByteOrderMark.size());
  const simdjson::padded_string padded(record);
  simdjson::ondemand::parser parser;
  try {
    return read_work_record(parser, padded, {.id_if_missing = id});
  } catch (const Error& error) {
    // The message is about another file than the one that is being imported.
    if (error.code() == ErrorCode::io) throw;
    throw Error(error.code(), path + ": " + error.what(), error.where(), error.hint());
  }
}

ReadWork read_described(InputFile& file) {
  const auto sidecar = find_sidecar(file.source());
  if (!sidecar)
    throw Error(ErrorCode::missing_title, "no JSON file beside the text describes it", {},
                "name it as the text, with .json behind it or for its extension");
  ReadWork result = read_description(*sidecar, stem_of(file.source()));
  if (!result.work.text.empty())
    throw Error(ErrorCode::duplicate_parameter,
                *sidecar + ": \"text\" is given, but the text stands in a file of its own");
  DecodedText decoded = decode_text(whole_file(file));
  result.work.text = std::move(decoded.utf8);
  result.replaced_bytes += decoded.replaced_bytes;
  if (!decoded.note.empty()) result.notes.push_back(std::move(decoded.note));
  return result;
}

}  // namespace

std::unique_ptr<WorkReader> read_text(InputFile file) {
  return read_work_file(std::move(file), {}, read_described);
}

std::optional<std::string> find_sidecar(const SourceFile& text) {
  const std::string& path = text.path;
  if (!path.ends_with(kTextExtension)) return std::nullopt;
  const std::string stem = path.substr(0, path.size() - kTextExtension.size());
  std::error_code ignored;
  for (const std::string& candidate : {path + ".json", stem + ".json"})
    if (fs::is_regular_file(candidate, ignored) &&
        (text.root.empty() || !fs::is_symlink(candidate, ignored) ||
         is_inside(candidate, text.root)))
      return candidate;
  return std::nullopt;
}

}  // namespace ficsearch::ingest
