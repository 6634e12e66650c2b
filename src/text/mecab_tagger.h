// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace ficsearch::text {

// A word of a sentence at bytes [begin, end). White space before it is not part of it.
struct Morpheme {
  std::size_t begin;
  std::size_t end;
  std::string_view features;  // IPADIC's comma-separated line: part of speech, ..., reading
};

// Cuts Japanese sentences into words with MeCab, IPADIC and the user dictionary that is made from
// dict/readings.
//
// Give it surface keys (text/keys.h) with their spaces: the dictionary knows neither half-width
// kana nor full-width letters. Of the features, the base form (the seventh) is never to be used:
// it is one and the same for 寝取られ, 寝取り and 寝取らせ.
// Threads: a tagger belongs to one thread; all share one immutable dictionary.
class MecabTagger {
 public:
  // More bytes than this in one sentence would make the lattice slow and large.
  static constexpr std::size_t kMaxSentenceBytes = 4000;

  // Throws Error(`io`) if a dictionary cannot be opened; it never goes on with only one.
  MecabTagger();
  ~MecabTagger();
  MecabTagger(MecabTagger&&) noexcept;
  MecabTagger& operator=(MecabTagger&&) noexcept;

  // The words of `sentence`, in order. They and the span are valid until the next call.
  // Throws Error(`io`) if MeCab gives up.
  std::span<const Morpheme> parse(std::string_view sentence);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ficsearch::text
