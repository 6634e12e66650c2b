// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/packed.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>

#include "ingest/archive_guard.h"

namespace ficsearch::test {
namespace {

struct WriterFree {
  void operator()(archive* writer) const noexcept { archive_write_free(writer); }
};
using Writer = std::unique_ptr<archive, WriterFree>;

void check(archive* writer, int result) {
  if (result != ARCHIVE_OK) throw std::runtime_error(archive_error_string(writer));
}

la_ssize_t append(archive*, void* to, const void* bytes, std::size_t size) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

void add(archive* writer, const std::string& name, std::string_view bytes) {
  const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry{archive_entry_new(),
                                                                       archive_entry_free};
  archive_entry_set_pathname_utf8(entry.get(), name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  check(writer, archive_write_header(writer, entry.get()));
  archive_write_data(writer, bytes.data(), bytes.size());
}

}  // namespace

std::string packed(std::string_view bytes, Packing packing) {
  std::string result;
  const Writer writer{archive_write_new()};
  check(writer.get(), archive_write_set_format_raw(writer.get()));
  if (packing == Packing::gzip) check(writer.get(), archive_write_add_filter_gzip(writer.get()));
  if (packing == Packing::zstd) check(writer.get(), archive_write_add_filter_zstd(writer.get()));
  if (packing == Packing::xz) check(writer.get(), archive_write_add_filter_xz(writer.get()));
  archive_write_set_bytes_in_last_block(writer.get(), 1);
  check(writer.get(), archive_write_open(writer.get(), &result, nullptr, append, nullptr));
  add(writer.get(), "data", bytes);
  check(writer.get(), archive_write_close(writer.get()));
  return result;
}

std::string zipped(const std::vector<std::pair<std::string, std::string>>& members) {
  const ingest::Utf8Names utf8_names;
  std::string result;
  const Writer writer{archive_write_new()};
  check(writer.get(), archive_write_set_format_zip(writer.get()));
  archive_write_set_bytes_in_last_block(writer.get(), 1);
  check(writer.get(), archive_write_open(writer.get(), &result, nullptr, append, nullptr));
  for (const auto& [name, bytes] : members) add(writer.get(), name, bytes);
  check(writer.get(), archive_write_close(writer.get()));
  return result;
}

}  // namespace ficsearch::test
