// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/openly_borne.h"

#include <xapian.h>

#include "search/plain_query.h"
#include "search/tag_selection.h"
#include "store/xapian_guard.h"
#include "text/tokenizer.h"

namespace ficsearch::search {

std::vector<std::string> openly_borne(const std::vector<std::string>& names, std::size_t limit,
                                      const query::Plan& filters, const store::Reader& reader,
                                      const tags::MentionFinder& mentions,
                                      const Deadline& deadline) {
  std::vector<std::string> borne;
  if (names.empty()) return borne;
  return store::guarded(reader.directory(), [&] {
    const TagSelector selector(mentions.dictionary(), reader.registry());
    text::Tokenizer tokenizer;
    const SearchRequest request;  // spoilers hidden, and every part
    PlainQuery query(reader, selector, mentions, tokenizer, deadline, request);
    const Xapian::Query left = query.whole(filters, {});
    Xapian::Enquire enquire(reader.database());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    for (const std::string& name : names) {
      if (borne.size() == limit) break;
      deadline.check();
      const std::vector<store::TagId> tags = selector.select(query::WrittenTag{std::nullopt, name});
      enquire.set_query(
          Xapian::Query(Xapian::Query::OP_FILTER, query.of_tags(tags, Side::include), left));
      if (!enquire.get_mset(0, 1).empty()) borne.push_back(name);
    }
    return borne;
  });
}

}  // namespace ficsearch::search
