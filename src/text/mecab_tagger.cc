// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/mecab_tagger.h"

#include <mecab.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <string>

#include "ficsearch/error.h"
#include "text/data_file.h"

namespace ficsearch::text {
namespace {

Error mecab_error(const std::string& message, const char* reason) {
  return Error(ErrorCode::io, message + ": " + (reason ? reason : "no reason given"),
               Place{.file = FICSEARCH_IPADIC_DIR},
               "install the Debian packages mecab-ipadic-utf8 and libmecab2");
}

// IPADIC and the user dictionary, opened once for all taggers. No resource file of the user or
// system is read: it could change how text is cut, and with it the index.
std::shared_ptr<const MeCab::Model> shared_model() {
  static const std::shared_ptr<const MeCab::Model> model = [] {
    std::array<std::string, 7> words{"mecab",
                                     "-r",
                                     "/dev/null",
                                     "-d",
                                     FICSEARCH_IPADIC_DIR,
                                     "-u",
                                     data_file("words-" FICSEARCH_USER_WORDS_HASH ".dic").string()};
    std::array<char*, words.size()> arguments{};
    std::transform(words.begin(), words.end(), arguments.begin(),
                   [](std::string& word) { return word.data(); });
    std::shared_ptr<const MeCab::Model> opened(
        MeCab::Model::create(static_cast<int>(arguments.size()), arguments.data()));
    if (!opened) throw mecab_error("MeCab cannot open its dictionaries", MeCab::getLastError());
    return opened;
  }();
  return model;
}

}  // namespace

struct MecabTagger::Impl {
  std::shared_ptr<const MeCab::Model> model = shared_model();  // outlives what it made
  std::unique_ptr<MeCab::Tagger> tagger{model->createTagger()};
  std::unique_ptr<MeCab::Lattice> lattice{model->createLattice()};
  std::vector<Morpheme> morphemes;
};

MecabTagger::MecabTagger() : impl_(std::make_unique<Impl>()) {
  if (!impl_->tagger || !impl_->lattice)
    throw mecab_error("MeCab cannot make a tagger", MeCab::getLastError());
}

MecabTagger::~MecabTagger() = default;
MecabTagger::MecabTagger(MecabTagger&&) noexcept = default;
MecabTagger& MecabTagger::operator=(MecabTagger&&) noexcept = default;

std::span<const Morpheme> MecabTagger::parse(std::string_view sentence) {
  assert(sentence.size() <= kMaxSentenceBytes);
  impl_->morphemes.clear();
  if (sentence.empty()) return {};
  MeCab::Lattice& lattice = *impl_->lattice;
  lattice.set_sentence(sentence.data(), sentence.size());
  if (!impl_->tagger->parse(&lattice))
    throw mecab_error("MeCab cannot cut a sentence", lattice.what());
  for (const MeCab::Node* node = lattice.bos_node(); node; node = node->next) {
    if (node->stat == MECAB_BOS_NODE || node->stat == MECAB_EOS_NODE) continue;
    const auto begin = static_cast<std::size_t>(node->surface - sentence.data());
    impl_->morphemes.push_back({begin, begin + node->length, node->feature});
  }
  return impl_->morphemes;
}

}  // namespace ficsearch::text
