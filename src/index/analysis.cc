// SPDX-License-Identifier: GPL-3.0-or-later
// Fields and their terms (docs/format.md):
//   title, summary   words and CJK bigrams in one run of positions, where each CJK character takes
//                    one; MeCab's words besides, without positions, so that whole words rank above
//                    substrings
//   author, body     words at consecutive positions
// Pieces of a field (one title, one part) are kept apart by a gap, so that no phrase runs from one
// into the next. Names of tags are no text of a work: the tag registry has their words.
#include "index/analysis.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "store/slots.h"
#include "store/terms.h"
#include "tags/mentions.h"
#include "text/keys.h"

namespace ficsearch::index {
namespace {

using store::Slot;
using TermField = store::terms::Field;

// Not 0: of a term that stands at 0 and 1 alone, Xapian's position table keeps only the 1.
constexpr std::uint32_t kFirstPosition = 1;
constexpr std::uint32_t kPieceGap = 100;

// How much a term counts in each field; the body counts 1.
constexpr std::uint32_t kTitleWeight = 6;
constexpr std::uint32_t kAuthorWeight = 3;
constexpr std::uint32_t kSummaryWeight = 2;
constexpr std::uint32_t kBodyWeight = 1;

// A tag says "central" (3), "present" (2, or nothing said) or "minor" (1): this is its frequency in
// ranking.
constexpr std::uint32_t kUsualStrength = 2;

class Postings {
 public:
  explicit Postings(text::Tokenizer& tokenizer) : tokenizer_(tokenizer) {}

  // Words and bigrams at character positions: any two-character CJK substring finds.
  void add_grams(TermField field, std::string_view text, std::uint32_t weight) {
    std::uint32_t& next = next_position_.try_emplace(field, kFirstPosition).first->second;
    std::uint32_t end = next;
    for (text::Token& token : tokenizer_.grams_and_segments(text)) {
      const std::uint32_t position = next + token.position;
      if (token.kind != text::TokenKind::segment) end = std::max(end, position + 1);
      switch (token.kind) {
        case text::TokenKind::word:
          add(store::terms::of_word(field, token.term), weight, position);
          break;
        case text::TokenKind::bigram:
          add(store::terms::of_bigram(field, token.term), weight, position);
          break;
        case text::TokenKind::last_char:
          add(store::terms::of_last_char(field, token.term), 0, position);
          break;
        case text::TokenKind::segment:
          add(store::terms::of_word(field, token.term), weight);
          break;
      }
    }
    next = end + kPieceGap;
  }

  // Words at consecutive positions.
  void add_words(TermField field, std::string_view text, std::uint32_t weight) {
    std::uint32_t& next = next_position_.try_emplace(field, kFirstPosition).first->second;
    std::uint32_t end = next;
    for (text::Token& token : tokenizer_.words(text)) {
      add(store::terms::of_word(field, token.term), weight, next + token.position);
      end = std::max(end, next + token.position + 1);
    }
    next = end + kPieceGap;
  }

  void add(std::string term, std::uint32_t weight) { at(std::move(term)).count += weight; }

  // Sorted by term, so that equal works give equal documents.
  std::vector<store::Posting> finish() && {
    std::sort(postings_.begin(), postings_.end(),
              [](const auto& a, const auto& b) { return a.term < b.term; });
    return std::move(postings_);
  }

 private:
  void add(std::string term, std::uint32_t weight, std::uint32_t position) {
    store::Posting& posting = at(std::move(term));
    posting.count += weight;
    posting.positions.push_back(position);
  }

  store::Posting& at(std::string term) {
    const auto [found, is_new] = index_.try_emplace(std::move(term), postings_.size());
    if (is_new) postings_.push_back({found->first, 0, {}});
    return postings_[found->second];
  }

  text::Tokenizer& tokenizer_;
  std::vector<store::Posting> postings_;
  std::unordered_map<std::string, std::size_t> index_;
  std::unordered_map<TermField, std::uint32_t> next_position_;
};

void add_texts(Postings& postings, const Work& work) {
  postings.add_grams(TermField::title, work.title, kTitleWeight);
  for (const auto& [language, titles] : work.titles)
    for (const std::string& title : titles)
      if (title != work.title) postings.add_grams(TermField::title, title, kTitleWeight);
  postings.add_grams(TermField::summary, work.summary, kSummaryWeight);
  for (const std::string& author : work.authors)
    postings.add_words(TermField::author, author, kAuthorWeight);
  postings.add_words(TermField::body, work.text, kBodyWeight);
  for (const Part& part : work.parts) {
    postings.add_words(TermField::body, part.title, kBodyWeight);
    postings.add_words(TermField::body, part.text, kBodyWeight);
  }
}

bool has_censor_marks(const Work& work) {
  const auto is_marked = [](const std::string& text) {
    return tags::MentionFinder::may_be_censored(text);
  };
  const auto has_marked = [&](const auto& language) {
    return std::any_of(language.second.begin(), language.second.end(), is_marked);
  };
  return is_marked(work.title) || is_marked(work.summary) ||
         std::any_of(work.titles.begin(), work.titles.end(), has_marked);
}

// The one label of a facet of which a work has one; of several, what the work's own field says.
std::string single_label(Facet facet, const std::string& field, const std::vector<Label>& labels) {
  if (!field.empty()) return field;
  const auto found = std::find_if(labels.begin(), labels.end(),
                                  [&](const Label& label) { return label.facet == facet; });
  return found != labels.end() ? found->written : std::string();
}

std::vector<std::pair<Slot, std::string>> values_of(const Work& work,
                                                    const std::vector<Label>& labels) {
  std::vector<std::pair<Slot, std::string>> values;
  const auto add = [&](Field field, const auto& number) {
    if (number) values.emplace_back(store::slot_of(field), store::encode_value(field, *number));
  };
  add(Field::published, work.published);
  add(Field::updated, work.updated);
  add(Field::words, work.words);
  add(Field::kudos, work.kudos);
  add(Field::hits, work.hits);
  add(Field::comments, work.comments);
  add(Field::bookmarks, work.bookmarks);
  if (const Rating rating = rating_of(work.rating); rating != Rating::unrated)
    values.emplace_back(Slot::rating, store::encode_value(Field::rating, static_cast<int>(rating)));
  values.emplace_back(Slot::title, text::sort_key(work.title));
  values.emplace_back(Slot::work_id, work.id);
  values.emplace_back(Slot::language, single_label(Facet::language, work.language, labels));
  values.emplace_back(Slot::status, single_label(Facet::status, work.status, labels));
  return values;
}

bool bears_only(std::uint8_t places, std::uint8_t allowed) {
  return (places & ~allowed) == 0;
}

void add_tag(Postings& postings, const Label& label) {
  using store::terms::TagException;
  const store::TagHash tag = store::terms::tag_hash(label.facet, label.written);
  postings.add(store::terms::of_tag(tag), label.strength != 0 ? label.strength : kUsualStrength);
  const auto except = [&](TagException exception) {
    postings.add(store::terms::of_tag_exception(exception, tag), 0);
  };
  if (bears_only(label.places, store::kSpoilerInMain | store::kSpoilerInSide))
    except(TagException::spoiler_only);
  if (bears_only(label.places, store::kOpenInSide | store::kSpoilerInSide))
    except(TagException::side_part_only);
  if ((label.places & store::kOpenInMain) == 0) except(TagException::spoiler_or_side_part);
}

}  // namespace

AnalysedWork analyse(const Work& work, std::string record, text::Tokenizer& tokenizer) {
  AnalysedWork analysed;
  analysed.labels = labels_of(work);

  Postings postings(tokenizer);
  postings.add(store::terms::of_work(work.id), 0);
  if (has_censor_marks(work)) postings.add(store::terms::of_censor_marks(), 0);
  for (const Label& label : analysed.labels) add_tag(postings, label);
  add_texts(postings, work);
  analysed.document.work_id = work.id;
  analysed.document.postings = std::move(postings).finish();
  analysed.document.values = values_of(work, analysed.labels);
  analysed.document.record = std::move(record);
  return analysed;
}

std::string numbered_tags(const std::vector<Label>& labels,
                          const std::function<store::TagId(std::size_t place)>& number_of) {
  std::vector<store::PlacedTag> placed;
  for (std::size_t place = 0; place < labels.size(); ++place)
    placed.push_back({number_of(place), labels[place].places});
  std::sort(placed.begin(), placed.end(),
            [](const auto& a, const auto& b) { return a.tag < b.tag; });
  return store::encode_tags(placed);
}

}  // namespace ficsearch::index
