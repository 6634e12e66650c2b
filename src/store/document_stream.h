// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ficsearch/profile.h"
#include "store/document.h"
#include "store/reader.h"

namespace ficsearch::store {

// Every document of one commit of an index, in the order in which the works were added, with what
// stands beside the documents: for what reads an index whole. It does not ask for the normalizer,
// as records are the same under any.
//
// Threads: one. Throws Error: `no_index`, `format_unknown`, `index_corrupt`, `snapshot_expired`,
// `io`.
class DocumentStream {
 public:
  explicit DocumentStream(const std::filesystem::path& directory);
  DocumentStream(DocumentStream&&) noexcept;
  ~DocumentStream();

  std::uint64_t works() const;
  std::string normalizer() const;
  std::string vocabulary() const;
  std::vector<std::pair<std::string, Profile>> profiles() const;
  std::optional<Profile> enforced_profile() const;

  // Goes to the next document, the first at first; nullopt: there are no more.
  std::optional<DocumentId> next();

  // Of the document it has come to.
  std::string record() const;
  std::string value(Slot slot) const;
  // Its own list of terms, sorted, with sorted positions.
  std::vector<Posting> postings() const;
  // Whether the term of this id leads to it and to no other.
  bool is_found_by(std::string_view work_id) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// One number for "this document bears this term with this count". Sums of them tell whether two
// sets of postings are the same, in whatever order they come.
std::uint64_t posting_number(std::string_view term, DocumentId document, std::uint32_t count);

// The sum over all posting lists of an index. `on_list` is called after each list.
std::uint64_t sum_of_posting_lists(const std::filesystem::path& directory,
                                   const std::function<void()>& on_list);

}  // namespace ficsearch::store
