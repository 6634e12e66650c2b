// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "store/document.h"

namespace ficsearch::store {

// A document in the form in which the index takes it: made in any thread, to spare the one that
// writes.
//
// Threads: one at a time.
class PreparedDocument {
 public:
  // `content_hash` is that of document.record.
  PreparedDocument(const Document& document, std::string_view content_hash);
  PreparedDocument(PreparedDocument&&) noexcept;
  PreparedDocument& operator=(PreparedDocument&&) noexcept;
  ~PreparedDocument();

  const std::string& work_id() const noexcept;
  // Sets the value of a slot that the document had none for.
  void add_value(Slot slot, const std::string& value);

 private:
  friend class Writer;
  friend class Segments;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ficsearch::store
