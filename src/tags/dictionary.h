// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/concept.h"
#include "ficsearch/facet.h"

namespace ficsearch::tags {

// A concept of one loaded dictionary: its place in the list sorted by id. Meaningless in another
// dictionary.
enum class ConceptRef : std::uint32_t {};

struct Vocabulary;

// One text of a dictionary: TOML, with the name that errors show.
struct DictionarySource {
  std::string name;
  std::string toml;
};

// Maps what authors typed to the concepts that they meant.
//
// Only written aliases are followed: no edit distance, stem, reading or base form ever joins two
// spellings here, because netorare, netori and netorase differ by so little. Every spelling, label
// and id of a concept is an alias of it. Format: dict/README.md. Threads: const members may run in
// any number of threads at once.
class Dictionary {
 public:
  // Reads and checks the records. Throws Error(`bad_dictionary`) with source and line: a malformed
  // or unknown key, an id given twice, an alias to two concepts (two concepts that meet at S or F),
  // a spelling that normalizes to nothing or stands under another script, a reference to nothing,
  // to itself or to a concept of the wrong facet, an alias that names another concept's id (a
  // chain), a cycle of implications, two distinct concepts of which one implies the other,
  // transitively, or a distinct pair explained in two ways.
  static Dictionary parse(std::span<const DictionarySource> sources);
  // Every *.toml of a folder, in the order of names. Throws Error: `io` if one cannot be read;
  // `bad_dictionary` for what parse refuses, and if there is none.
  static Dictionary load(const std::filesystem::path& folder);
  // The shipped one, read once.
  static std::shared_ptr<const Dictionary> builtin();
  // The shipped one with an archive's own vocabulary on top; its version names both. Throws
  // Error(`bad_dictionary`) if the two do not fit together. An empty vocabulary gives builtin().
  static std::shared_ptr<const Dictionary> builtin_with(const Vocabulary& own);

  // All concepts, sorted by id; ConceptRef indexes it.
  std::span<const Concept> concepts() const noexcept;
  const Concept& operator[](ConceptRef ref) const noexcept;
  std::optional<ConceptRef> find(std::string_view id) const noexcept;

  // The concept that a folded key (text/keys.h) is an alias of. With a facet other than freeform:
  // only a concept of that facet. An unknown key is ordinary.
  std::optional<ConceptRef> resolve(std::string_view fold_key,
                                    std::optional<Facet> facet) const noexcept;

  // The folded keys of every alias of a concept, sorted. The span is valid as long as the
  // dictionary.
  std::span<const std::string> alias_keys(ConceptRef ref) const noexcept;

  // The concept and everything that implies it, transitively: what excluding it excludes. For an
  // advisory, perspective or medium that is also every concept that calls for it, with their
  // narrower ones. Sorted, each once.
  std::span<const ConceptRef> with_narrower(ConceptRef ref) const noexcept;
  // The concept and everything it implies, transitively. Sorted, each once.
  std::span<const ConceptRef> with_broader(ConceptRef ref) const noexcept;
  // Advisory, perspective and medium concepts that bearing this concept derives: those that it and
  // its broader ones call for (advisories: always and commonly due), with their broader ones, and
  // itself if it is one. So `a` is in derived(c) if and only if c is in with_narrower(a): counting
  // a derived facet and excluding by it agree. Sorted, each once.
  std::span<const ConceptRef> derived(ConceptRef ref) const noexcept;
  // Direct narrower concepts, sorted.
  std::span<const ConceptRef> narrower(ConceptRef ref) const noexcept;
  // Whether a and b are a `distinct` pair.
  bool are_distinct(ConceptRef a, ConceptRef b) const noexcept;

  // Every alias as written with its concept, sorted by text, each once: for suggestions and lint.
  struct Alias {
    std::string text;
    ConceptRef target = {};

    friend bool operator==(const Alias&, const Alias&) = default;
  };
  std::span<const Alias> aliases() const noexcept;

  // The keys of a written form or reading as tags/spelling_digest.h has them, if they were worked
  // out when the program was built, for the dictionaries that MeCab and ICU have now.
  std::optional<std::string_view> spelling_digest(std::string_view written) const noexcept;

  // Number of concepts and a hash of all sources and of the rules of joining, such as
  // "builtin-203-1a2b3c4d5e6f7081"; what did not come with the program begins with "custom".
  const std::string& version() const noexcept;

  struct Tables;

 private:
  explicit Dictionary(std::shared_ptr<const Tables> tables);
  std::shared_ptr<const Tables> tables_;
};

}  // namespace ficsearch::tags
