// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <mecab.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>
#include <xxhash.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "ficsearch/error.h"
#include "text/kanji.h"
#include "text/keys.h"

// What the terms of an index depend on. Tables that only queries use (romaji, English plurals) are
// left out, since a change of them needs no new index; the rules number covers all that is code.
namespace ficsearch::text {
namespace {

// Goes up with every change of a rule that makes a surface or folded key or a token differ.
constexpr int kRulesNumber = 1;

#ifdef FICSEARCH_WORD_FORMS_HASH
constexpr const char* kWordFormsHash = FICSEARCH_WORD_FORMS_HASH;
#else
constexpr const char* kWordFormsHash = "none";
#endif
#ifdef FICSEARCH_EDICT_HASH
constexpr const char* kEdictHash = FICSEARCH_EDICT_HASH;
#else
constexpr const char* kEdictHash = "none";
#endif

// The files of a compiled MeCab dictionary that decide how text is cut.
constexpr std::array kDictionaryFiles{"char.bin", "matrix.bin", "sys.dic", "unk.dic"};

std::uint64_t hash(const void* data, std::size_t size, std::uint64_t seed = 0) {
  return XXH3_64bits_withSeed(data, size, seed);
}

std::uint64_t table_hash() {
  const std::u32string_view table = kanji_variant_table();
  return hash(table.data(), table.size() * sizeof(char32_t));
}

// Adds the size of a file and samples spread over it to `seed`. Hashing all 53 MB would cost every
// start 10 ms or more. A dictionary that was compiled from other words differs in size and in its
// trie, which is laid out anew; one with nothing but a few costs edited may go unnoticed.
std::uint64_t sampled_hash(const std::filesystem::path& file, std::uint64_t seed) {
  constexpr std::uintmax_t kSamples = 64;
  std::array<char, 4096> sample{};
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  const auto size = in ? static_cast<std::uintmax_t>(in.tellg()) : 0;
  seed = hash(&size, sizeof size, seed);
  for (std::uintmax_t i = 0; i < kSamples && i * sample.size() < size; ++i) {
    const std::uintmax_t spread = size > sample.size() ? size - sample.size() : 0;
    in.seekg(static_cast<std::streamoff>(spread * i / (kSamples - 1)));
    const auto wanted = static_cast<std::streamsize>(size < sample.size() ? size : sample.size());
    in.read(sample.data(), wanted);
    seed = hash(sample.data(), static_cast<std::size_t>(wanted), seed);
  }
  if (!in)
    throw Error(ErrorCode::io, "MeCab's dictionary file " + file.string() + " cannot be read",
                Place{.file = file.string()}, "install the Debian package mecab-ipadic-utf8");
  return seed;
}

std::uint64_t dictionary_hash() {
  std::uint64_t seed = 0;
  for (const char* name : kDictionaryFiles)
    seed = sampled_hash(std::filesystem::path(FICSEARCH_IPADIC_DIR) / name, seed);
  return seed;
}

std::string version_text(void (*get)(UVersionInfo)) {
  UVersionInfo version;
  get(version);
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  u_versionToString(version, text.data());
  return text.data();
}

}  // namespace

std::string normalizer_version() {
  static const std::string version = fmt::format(
      "rules={} icu={} unicode={} mecab={} tables={:016x} dictionary={:016x} words={} edict={} "
      "forms={}",
      kRulesNumber, version_text(u_getVersion), version_text(u_getUnicodeVersion),
      MeCab::Model::version(), table_hash(), dictionary_hash(), FICSEARCH_USER_WORDS_HASH,
      kEdictHash, kWordFormsHash);
  return version;
}

}  // namespace ficsearch::text
