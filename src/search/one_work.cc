// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/one_work.h"

#include <xapian.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>

#include "store/terms.h"
#include "store/xapian_guard.h"

namespace ficsearch::search {
namespace {

template <typename... Ts>
struct Overloaded : Ts... {
  using Ts::operator()...;
};
template <typename... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

// Every part of a work that mentions are looked for in, with the name of its field.
template <typename Visit>
void for_each_header_text(const Work& work, Visit visit) {
  visit("title", work.title);
  for (const auto& [language, titles] : work.titles)
    for (const std::string& title : titles) visit("titles", title);
  visit("summary", work.summary);
}

}  // namespace

OneWork::OneWork(store::DocumentId id, const SearchRequest& request, const store::Reader& reader,
                 const tags::MentionFinder& mentions, text::Tokenizer& tokenizer,
                 const Deadline& deadline)
    : id_(id),
      request_(request),
      reader_(reader),
      mentions_(mentions),
      deadline_(deadline),
      selector_(mentions.dictionary(), reader.registry()),
      query_(reader, selector_, mentions, tokenizer, deadline, request),
      work_(reader.work(id)) {
  reader.require_one_index("why a work is shown");
  const std::string tags = store::guarded(reader.directory(), [&] {
    return reader.database()
        .get_document(static_cast<Xapian::docid>(id))
        .get_value(static_cast<Xapian::valueno>(store::Slot::tags));
  });
  store::decode_tags(tags, placed_);
}

bool OneWork::meets(const query::PlanNode& node, Side side) {
  deadline_.check();
  const auto meets_below = [&](const query::PlanNode& below) { return meets(below, side); };
  const auto of_tags = [&](const std::vector<store::TagId>& selected) {
    return !borne_among(selected, side).empty();
  };
  return store::guarded(reader_.directory(), [&] {
    return std::visit(
        Overloaded{
            [&](const query::TagSet& set) { return of_tags(selector_.select(set, side)); },
            [&](const query::WrittenTag& tag) { return of_tags(selector_.select(tag)); },
            [&](const query::TagPrefix& prefix) { return of_tags(selector_.select(prefix, side)); },
            [&](const query::Mentioned&) { return !mentions_meeting(node).empty(); },
            [&](const query::PlanAnd& all) {
              return std::all_of(all.nodes.begin(), all.nodes.end(), meets_below);
            },
            [&](const query::PlanOr& any) {
              return std::any_of(any.nodes.begin(), any.nodes.end(), meets_below);
            },
            [&](const query::PlanNot& without) { return !meets(*without.node, Side::exclude); },
            [&](const query::TextPhrase&) {
              return matches(side == Side::exclude ? query_.excluding(node)
                                                   : query_.including(node));
            },
            [&](const query::ValueRange&) { return matches(query_.including(node)); },
        },
        node.value);
  });
}

std::vector<store::TagId> OneWork::tags_meeting(const query::PlanNode& node, Side side) const {
  return store::guarded(reader_.directory(),
                        [&] { return borne_among(selector_.select_below(node, side), side); });
}

// `selected` is sorted, and so are the tags of a document.
std::vector<store::TagId> OneWork::borne_among(const std::vector<store::TagId>& selected,
                                               Side side) const {
  const std::uint8_t counted = store::counted_places(
      side == Side::exclude ? Spoilers::all : request_.spoilers, request_.part_scope);
  std::vector<store::TagId> borne;
  for (const store::PlacedTag& placed : placed_)
    if ((placed.places & counted) != 0 &&
        std::binary_search(selected.begin(), selected.end(), placed.tag))
      borne.push_back(placed.tag);
  return borne;
}

std::vector<Evidence> OneWork::mentions_meeting(const query::PlanNode& node) const {
  std::vector<Evidence> evidence;
  if (const auto* any = std::get_if<query::PlanOr>(&node.value)) {
    for (const query::PlanNode& below : any->nodes) {
      const std::vector<Evidence> more = mentions_meeting(below);
      evidence.insert(evidence.end(), more.begin(), more.end());
    }
    return evidence;
  }
  const auto* mentioned = std::get_if<query::Mentioned>(&node.value);
  if (mentioned == nullptr) return evidence;
  for_each_header_text(work_, [&](std::string_view field, std::string_view text) {
    for (const tags::Mention& mention : mentions_.find(text)) {
      const std::string& id = mentions_.dictionary()[mention.target].id;
      if (mention.polarity != Polarity::absent &&
          std::binary_search(mentioned->concepts.begin(), mentioned->concepts.end(), id))
        evidence.push_back({std::string(field), id, mention.polarity,
                            std::string(text.substr(mention.range.begin,
                                                    mention.range.end - mention.range.begin))});
    }
  });
  return evidence;
}

bool OneWork::matches(const Xapian::Query& query) const {
  Xapian::Enquire enquire(reader_.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(
      Xapian::Query(Xapian::Query::OP_AND, Xapian::Query(store::terms::of_work(work_.id)), query));
  const Xapian::MSet found = enquire.get_mset(0, 1);
  return !found.empty() && *found.begin() == static_cast<Xapian::docid>(id_);
}

}  // namespace ficsearch::search
