// SPDX-License-Identifier: GPL-3.0-or-later
// dictionary_compiler FOLDER OUTPUT: checks the dictionary in FOLDER and writes it as C++ source
// that defines what builtin_records.h declares. Runs when ficsearch is built, so that a broken
// dictionary breaks the build, with file and line.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tags/dictionary_sources.h"
#include "tags/dictionary_spellings.h"
#include "tags/dictionary_tables.h"
#include "tags/record_digest.h"
#include "tags/spelling_digest.h"
#include "tags/spelling_keys.h"
#include "text/keys.h"

namespace ficsearch::tags {
namespace {

// A C++ string literal of these bytes.
std::string literal(std::string_view bytes) {
  std::string text = "\"";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      text += '\\';
      text += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      for (const char digit :
           {'\\', static_cast<char>('0' + (byte >> 6)), static_cast<char>('0' + (byte >> 3 & 7)),
            static_cast<char>('0' + (byte & 7))})
        text += digit;
    } else {
      text += c;
    }
  }
  return text + "\"sv";
}

// The keys of all that MeCab and the normalizer would otherwise read anew in every process.
std::map<std::string, std::string> spelling_digests(const std::vector<ConceptRecord>& records) {
  SpellingReader reader;
  std::map<std::string, std::string> digests;
  const auto add = [&](const std::string& written) {
    digests.try_emplace(written, digest_of(*reader.keys_of(written)));
  };
  for (const ConceptRecord& record : records) {
    for (const std::string& form : DictionarySpellings::written_forms(record.value)) add(form);
    for (const std::string& reading : record.value.readings) add(reading);
  }
  return digests;
}

void write_spellings(const std::map<std::string, std::string>& digests, std::ostream& out) {
  out << "constexpr std::array<SpellingDigest, " << digests.size() << "> kSpellingDigests{{\n";
  for (const auto& [written, digest] : digests)
    out << "    {" << literal(written) << ", " << literal(digest) << "},\n";
  out << "}};\n";
}

void write_source(const std::vector<ConceptRecord>& records, std::string_view version,
                  std::ostream& out) {
  out << "// SPDX-License-Identifier: GPL-3.0-or-later\n"
         "// Written by dictionary_compiler from the sources of the dictionary; edit those.\n"
         "#include <array>\n"
         "\n"
         "#include \"tags/builtin_records.h\"\n"
         "\n"
         "namespace ficsearch::tags {\n"
         "namespace {\n"
         "using namespace std::string_view_literals;\n"
         "constexpr std::array<std::string_view, "
      << records.size() << "> kRecords{\n";
  for (const ConceptRecord& record : records) out << "    " << literal(digest_of(record)) << ",\n";
  out << "};\n";
  write_spellings(spelling_digests(records), out);
  out << "}  // namespace\n"
         "std::span<const std::string_view> builtin_records() noexcept { return kRecords; }\n"
         "std::string_view builtin_version() noexcept { return "
      << literal(version)
      << "; }\n"
         "std::span<const SpellingDigest> builtin_spelling_digests() noexcept { return "
         "kSpellingDigests; }\n"
         "std::string_view builtin_normalizer_version() noexcept { return "
      << literal(text::normalizer_version())
      << "; }\n"
         "}  // namespace ficsearch::tags\n";
}

void compile(const std::filesystem::path& folder, const std::filesystem::path& output) {
  const std::vector<DictionarySource> sources = read_sources(folder);
  std::vector<ConceptRecord> records = read_records(sources);
  const std::string version = version_of("builtin", records.size(), sources);
  build_tables(records, version);  // for its checks
  // Where the sources were at build time is nobody's business.
  for (ConceptRecord& record : records)
    record.source = std::filesystem::path(record.source).filename().string();
  std::ofstream out(output, std::ios::binary);
  write_source(records, version, out);
  if (!out.flush())
    throw Error(ErrorCode::io, "cannot write", Place{.file = output.string()},
                "check the folder and the space left");
}

// As compilers do, so that editors find the line.
void report(const Error& error) {
  const Place& where = error.where();
  std::cerr << where.file;
  if (where.line) std::cerr << ':' << *where.line;
  if (where.column) std::cerr << ':' << *where.column;
  std::cerr << ": error: " << error.what() << '\n';
  if (!error.hint().empty()) std::cerr << where.file << ": note: " << error.hint() << '\n';
}

}  // namespace
}  // namespace ficsearch::tags

int main(int argc, char** argv) try {
  if (argc != 3) {
    std::cerr << "usage: dictionary_compiler FOLDER OUTPUT\n";
    return 2;
  }
  ficsearch::tags::compile(argv[1], argv[2]);
  return 0;
} catch (const ficsearch::Error& error) {
  ficsearch::tags::report(error);
  return 1;
}
