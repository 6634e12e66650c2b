// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are a compressed dump that gives the same bytes, or the same error behind the same
// bytes, however they are asked for.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ficsearch/error.h"
#include "fuzz/expect.h"
#include "ingest/decompressor.h"

namespace {

using namespace ficsearch;
using fuzz::expect;

constexpr std::size_t kMostBytes = std::size_t{1} << 20;  // of a bomb, that is enough

class Bytes : public ingest::ByteSource {
 public:
  Bytes(std::string_view bytes, std::size_t most_at_once)
      : bytes_(bytes), most_at_once_(most_at_once) {}

  std::size_t read(char* buffer, std::size_t max_bytes) override {
    const std::size_t count = std::min({max_bytes, most_at_once_, bytes_.size() - taken_});
    bytes_.copy(buffer, count, taken_);
    taken_ += count;
    return count;
  }
  std::uint64_t bytes_taken() const noexcept override { return taken_; }

 private:
  std::string_view bytes_;
  std::size_t most_at_once_;
  std::size_t taken_ = 0;
};

struct Outcome {
  std::string bytes;
  std::optional<ErrorCode> error;
};

Outcome outcome_of(std::string_view compressed, std::size_t taken_at_once,
                   std::size_t read_at_once) {
  ingest::Decompressor dump(std::make_unique<Bytes>(compressed, taken_at_once));
  Outcome outcome;
  std::string buffer(read_at_once, '\0');
  try {
    while (outcome.bytes.size() < kMostBytes) {
      const std::size_t got = dump.read(buffer.data(), buffer.size());
      expect(got <= buffer.size(), "no more than there is room for");
      if (got == 0) break;
      outcome.bytes.append(buffer, 0, got);
    }
  } catch (const Error& error) {
    expect(error.code() == ErrorCode::bad_archive, "what is wrong is the archive");
    expect(*error.what() != '\0', "an error has a message");
    outcome.error = error.code();
  }
  outcome.bytes.resize(std::min(outcome.bytes.size(), kMostBytes));
  return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view compressed(reinterpret_cast<const char*>(data), size);
  if (!ingest::looks_compressed(compressed)) return 0;  // nobody would ask
  const Outcome whole = outcome_of(compressed, SIZE_MAX, std::size_t{1} << 16);
  const Outcome in_parts = outcome_of(compressed, 100, 1000);
  expect(whole.error == in_parts.error, "an error does not depend on how bytes are asked for");
  const std::size_t common = std::min(whole.bytes.size(), in_parts.bytes.size());
  expect(whole.bytes.compare(0, common, in_parts.bytes, 0, common) == 0,
         "bytes do not depend on how they are asked for");
  expect(whole.error || whole.bytes.size() == in_parts.bytes.size(), "all of them come");
  return 0;
}
