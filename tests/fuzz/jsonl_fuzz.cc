// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are a dump of works: each record is read or rejected, in order and with its place, and
// a work that was read is read as the same work from what ficsearch writes.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "ficsearch/json.h"
#include "fuzz/expect.h"
#include "fuzz/memory_file.h"
#include "ingest/input_file.h"
#include "ingest/jsonl_reader.h"

namespace {

using namespace ficsearch;
using fuzz::expect;
using fuzz::MemoryFile;

void check_reject(const Reject& reject, std::uint64_t begin, std::uint64_t end) {
  expect(!reject.message.empty(), "a reject says why");
  expect(reject.line > 0, "a reject names its line");
  expect(reject.byte_offset >= begin && reject.byte_offset < end, "a reject names its place");
}

void check_work(const Work& work) {
  expect(!work.id.empty(), "a work has an id");
  const MemoryFile file(to_json(work));
  const auto reader = ingest::read_jsonl(ingest::InputFile::open(file.path()));
  const auto again = reader->next();
  expect(again.has_value(), "what is written can be read");
  const auto* read = std::get_if<ingest::ReadWork>(&*again);
  expect(read != nullptr && read->work == work, "what is written is read as the same work");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const MemoryFile file({reinterpret_cast<const char*>(data), size});
  const auto reader = ingest::read_jsonl(ingest::InputFile::open(file.path()));
  std::uint64_t begin = 0;
  while (const auto result = reader->next()) {
    const std::uint64_t end = reader->bytes_read();
    expect(end > begin && end <= size, "each record moves the reader on, inside the dump");
    if (const auto* reject = std::get_if<Reject>(&*result))
      check_reject(*reject, begin, end);
    else
      check_work(std::get<ingest::ReadWork>(*result).work);
    begin = end;
  }
  expect(reader->bytes_read() == size, "the reader reaches the end of the dump");
  return 0;
}
