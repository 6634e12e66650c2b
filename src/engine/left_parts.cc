// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/left_parts.h"

#include "ficsearch/error.h"
#include "store/segments.h"
#include "store/writer.h"
#include "text/keys.h"

namespace ficsearch::engine {
namespace {

// Of parts that are not what was written.
bool is_damage(ErrorCode code) {
  return code == ErrorCode::index_corrupt || code == ErrorCode::no_index ||
         code == ErrorCode::format_unknown;
}

std::uint64_t publish_left(const std::filesystem::path& index, const store::Writer& writer) {
  const auto left = store::Segments::find_left(index, writer.base());
  if (!left) return 0;
  const std::uint64_t works = left->last_document() - writer.last_document();
  try {
    left->publish();
  } catch (const Error& error) {
    // Parts are only what the same sources give again: damaged ones must not stop every import.
    if (!is_damage(error.code())) throw;
    return 0;
  }
  return works;
}

}  // namespace

std::uint64_t take_left_parts(const std::filesystem::path& index) {
  if (!store::Segments::has_left(index)) return 0;
  const store::Writer writer(index, text::normalizer_version());
  const std::uint64_t works = publish_left(index, writer);
  store::Segments::remove_left(index);
  return works;
}

}  // namespace ficsearch::engine
