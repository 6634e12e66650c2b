// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are a source of the format FICSEARCH_FUZZED_FORMAT: it gives works and refusals with
// their reasons, or cannot be opened for a reason, and every work can be stored and shown.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>

#include "ficsearch/error.h"
#include "ficsearch/json.h"
#include "fuzz/expect.h"
#include "fuzz/library_file.h"
#include "fuzz/memory_file.h"
#include "ingest/open_source.h"

namespace {

using namespace ficsearch;
using fuzz::expect;

void check_work(const Work& work) {
  expect(!work.id.empty(), "a work has an id");
  expect(!work.title.empty(), "a work has a title");
  const fuzz::MemoryFile file(to_json(work));
  const auto reader = ingest::open_source({file.path()}, {.format = Format::jsonl});
  const auto again = reader->next();
  expect(again.has_value(), "what is written can be read");
  const auto* read = std::get_if<ingest::ReadWork>(&*again);
  expect(read != nullptr && read->work == work, "what is written is read as the same work");
}

void read_all(const std::string& path, Format format) {
  const auto reader = ingest::open_source({path}, {.format = format});
  while (const auto result = reader->next()) {
    if (const auto* reject = std::get_if<Reject>(&*result))
      expect(!reject->message.empty(), "a refusal says why");
    else
      check_work(std::get<ingest::ReadWork>(*result).work);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto format = find_import_format(FICSEARCH_FUZZED_FORMAT);
  expect(format.has_value(), "the format is one");
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    if (*format == Format::calibre)
      read_all(fuzz::LibraryFile(bytes).path(), *format);
    else
      read_all(fuzz::MemoryFile(bytes).path(), *format);
  } catch (const Error& error) {  // of a source that cannot be opened at all
    expect(error.code() == ErrorCode::io || error.code() == ErrorCode::unknown_format,
           "a source that cannot be opened says so");
  }
  return 0;
}
