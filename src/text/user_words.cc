// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/user_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <ostream>
#include <string_view>
#include <system_error>

#include "ficsearch/error.h"
#include "text/code_points.h"
#include "text/kana.h"
#include "text/kanji.h"

// A word that MeCab takes too eagerly tears its neighbours apart: at cost 1, 番 makes 一番 into
// 一+番. So words are nouns of middling cost, and a row that needs more says so in its `why`.
namespace ficsearch::text {
namespace {

constexpr std::string_view kHeader = "surface\treading\tleft\tright\tcost\twhy";
constexpr std::string_view kException = "exception: ";
constexpr int kNoun = 1285;  // IPADIC's context id of common nouns
constexpr int kLowestCost = 4000;
constexpr int kHighestCost = 6000;
constexpr std::u32string_view kParticles = U"はがをにへとでもやの";

Error bad_row(const std::filesystem::path& file, std::size_t line, const std::string& message) {
  return Error(ErrorCode::bad_dictionary, message, Place{.file = file.string(), .line = line},
               "the rules stand in dict/readings/README.md");
}

int number(std::string_view cell) {
  int value = -1;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return error == std::errc() && end == cell.data() + cell.size() ? value : -1;
}

// A particle between two kanji or at the end: 神[の]子.
bool has_particle(std::u32string_view surface) {
  for (std::size_t i = 1; i < surface.size(); ++i)
    if (kParticles.find(surface[i]) != std::u32string_view::npos && is_kanji(surface[i - 1]) &&
        (i + 1 == surface.size() || is_kanji(surface[i + 1])))
      return true;
  return false;
}

// What is wrong with `word`, or nothing.
std::string_view objection(const UserWord& word) {
  const std::u32string surface = to_code_points(word.surface);
  const std::u32string reading = to_code_points(word.reading);
  if (surface.size() < 2) return "a word of a single character would tear others apart";
  if (word.surface.find_first_of(",\" ") != std::string::npos)
    return "a surface has no comma, quotation mark or space";
  if (std::none_of(surface.begin(), surface.end(), is_kanji)) return "the surface has no kanji";
  if (reading.empty() || !std::all_of(reading.begin(), reading.end(), [](char32_t c) {
        return is_hiragana_letter(c) || c == kLongMark;
      }))
    return "the reading is not hiragana";
  if (word.left_id != kNoun || word.right_id != kNoun) return "the context ids are not 1285";
  if (word.cost < 0 || word.cost > kHighestCost) return "the cost is no number up to 6000";
  if (word.why.empty()) return "the column 'why' is empty";
  if (word.why.starts_with(kException)) return {};
  if (word.cost < kLowestCost) return "the cost is below 4000 and 'why' names no exception";
  if (has_particle(surface)) return "the surface has a particle and 'why' names no exception";
  return {};
}

UserWord parse_row(std::string_view row, const std::filesystem::path& file, std::size_t line) {
  std::array<std::string_view, 6> cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::size_t tab = row.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == cells.size()))
      throw bad_row(file, line, "the row has not six columns");
    cells[i] = row.substr(0, tab);
    row.remove_prefix(tab == std::string_view::npos ? row.size() : tab + 1);
  }
  UserWord word{std::string(cells[0]), std::string(cells[1]), number(cells[2]), number(cells[3]),
                number(cells[4]),      std::string(cells[5]), file.string(),    line};
  if (const std::string_view problem = objection(word); !problem.empty())
    throw bad_row(file, line, word.surface + ": " + std::string(problem));
  return word;
}

void read_file(const std::filesystem::path& file, std::vector<UserWord>& words) {
  std::ifstream in(file, std::ios::binary);
  const std::size_t first = words.size();
  bool has_header = false;
  std::size_t line = 0;
  for (std::string row; std::getline(in, row);) {
    ++line;
    if (const auto offset = base::find_ill_formed(row))
      throw bad_row(file, line, "the row is not UTF-8");
    if (row.starts_with('#')) continue;
    if (!has_header) {
      if (row != kHeader) throw bad_row(file, line, "the first row does not name the six columns");
      has_header = true;
      continue;
    }
    words.push_back(parse_row(row, file, line));
    if (words.size() - first > 1 && words[words.size() - 2].surface >= words.back().surface)
      throw bad_row(file, line, words.back().surface + " is not in the order of its bytes");
  }
  if (!in.eof() || !has_header)
    throw Error(ErrorCode::io, "the readings cannot be read", Place{.file = file.string()});
}

std::vector<std::filesystem::path> tables_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  if (error || files.empty())
    throw Error(ErrorCode::io, "no readings in the folder", Place{.file = folder.string()});
  std::sort(files.begin(), files.end());
  return files;
}

std::string katakana(std::string_view hiragana) {
  std::u32string text = to_code_points(hiragana);
  for (char32_t& c : text) c = to_katakana(c);
  return to_utf8(text);
}

}  // namespace

std::vector<UserWord> read_user_words(const std::filesystem::path& folder) {
  std::vector<UserWord> words;
  for (const std::filesystem::path& file : tables_in(folder)) read_file(file, words);
  std::stable_sort(words.begin(), words.end(),
                   [](const UserWord& a, const UserWord& b) { return a.surface < b.surface; });
  const auto twice = std::adjacent_find(
      words.begin(), words.end(),
      [](const UserWord& a, const UserWord& b) { return a.surface == b.surface; });
  if (twice != words.end())
    throw bad_row(std::next(twice)->file, std::next(twice)->line,
                  twice->surface + " stands in " + twice->file + " already");
  return words;
}

void write_mecab_csv(const std::vector<UserWord>& words, std::ostream& out) {
  for (const UserWord& word : words) {
    const std::string reading = katakana(word.reading);
    out << word.surface << ',' << word.left_id << ',' << word.right_id << ',' << word.cost
        << ",名詞,一般,*,*,*,*," << word.surface << ',' << reading << ',' << reading << ','
        << kUserWordMark << '\n';
  }
}

}  // namespace ficsearch::text
