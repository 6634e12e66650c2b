// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/plan.h"
#include "search/deadline.h"
#include "store/reader.h"
#include "tags/mentions.h"
#include "text/tokenizer.h"

namespace Xapian {
class Query;
}

namespace ficsearch::search {

// A request that has to read more records than this to learn what they mention is refused.
inline constexpr std::size_t kMaxMentionRecords = 100'000;

// The works that the Mentioneds of one request mean.
//
// Looks up the spellings of their concepts, each concept once, and reads the record of every work
// that has one, or that has censor marks; each record once, whatever the number of entries. So its
// cost grows with those works. Threads: one. Throws what Xapian throws, and Error: `timeout`;
// `query_limit` above kMaxMentionRecords, or `most_records`.
class MentionedWorks {
 public:
  // All must outlive it.
  MentionedWorks(const store::Reader& reader, const tags::MentionFinder& finder,
                 text::Tokenizer& tokenizer, const Deadline& deadline,
                 std::size_t most_records = kMaxMentionRecords)
      : reader_(reader),
        finder_(finder),
        tokenizer_(tokenizer),
        deadline_(deadline),
        most_records_(most_records) {}

  // Ascending.
  std::vector<std::uint32_t> documents(const query::Mentioned& mentioned);
  // The same works for Xapian's matcher.
  Xapian::Query query(const query::Mentioned& mentioned);
  // How many records were read.
  std::size_t records() const noexcept { return ids_.size(); }

 private:
  std::vector<tags::ConceptRef> refs_of(const query::Mentioned& mentioned) const;
  Xapian::Query candidates(tags::ConceptRef ref) const;
  void judge_all(const Xapian::Query& query);
  void judge(std::uint32_t document);

  const store::Reader& reader_;
  const tags::MentionFinder& finder_;
  text::Tokenizer& tokenizer_;
  const Deadline& deadline_;
  std::size_t most_records_;

  bool are_censored_judged_ = false;
  std::set<tags::ConceptRef> looked_up_;
  std::unordered_map<std::uint32_t, std::string> ids_;             // of the works that were judged
  std::map<tags::ConceptRef, std::vector<std::uint32_t>> naming_;  // those that name a concept
};

}  // namespace ficsearch::search
