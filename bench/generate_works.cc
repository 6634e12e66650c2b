// SPDX-License-Identifier: GPL-3.0-or-later
// Prints made-up works of an archive as JSON Lines, for benchmarks: the same seed and number give
// the same bytes.
//
//   generate_works NUMBER [--seed S] [--first I] [--text]
//
// Names are made of syllables. Fandoms, characters, relationships, authors and freeform tags are
// drawn by Zipf's law; characters belong to a fandom and relationships to its characters; freeform
// tags are themes of the shipped dictionary, in the spellings that authors use for one theme, and
// themes that only the archive knows. Works grow newer with their number. --text adds summaries.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

// SplitMix64: the numbers of a stream, and a hash of whatever names it.
class Random {
 public:
  explicit Random(std::uint64_t state) : state_(state) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t bits = state_;
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9u;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBu;
    return bits ^ (bits >> 31);
  }
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
  double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }
  bool chance(double probability) { return unit() < probability; }
  // A rank below `count`, by Zipf's law with exponent 1: from the integral of 1 / (rank + shift).
  std::size_t zipf(std::size_t count, double shift = 3) {
    const double ratio = (static_cast<double>(count) + shift) / shift;
    const double rank = shift * (std::pow(ratio, unit()) - 1);
    return std::min(count - 1, static_cast<std::size_t>(rank));
  }
  template <std::size_t N>
  std::string_view pick(const std::array<std::string_view, N>& values) {
    return values[below(values.size())];
  }

 private:
  std::uint64_t state_;
};

constexpr std::array<std::string_view, 40> kSyllables{
    "ka", "mi", "ro", "sen", "tal", "vor", "el", "an",  "dri", "sha", "ne", "lo", "wyn", "bra",
    "ki", "to", "mu", "ri",  "ha",  "gel", "os", "tir", "na",  "fen", "da", "le", "ru",  "sol",
    "be", "ya", "ni", "co",  "ma",  "thi", "or", "ja",  "pel", "qui", "ze", "us"};
constexpr std::array<std::string_view, 36> kKanji{
    "月", "花", "雪", "空", "海", "森", "夜", "星", "風", "光", "影", "桜",
    "春", "秋", "夢", "歌", "剣", "竜", "城", "旅", "庭", "鳥", "雨", "白",
    "青", "紅", "千", "葉", "水", "原", "山", "川", "石", "島", "糸", "音"};
constexpr std::array<std::string_view, 24> kKana{
    "の",   "と",   "が",   "に",   "を",   "は",   "も",   "へ", "かな", "まで", "から", "です",
    "こと", "もの", "よう", "いる", "ある", "なる", "する", "、", "。",   "その", "この", "あの"};

// What authors write for one theme, the commonest first.
constexpr std::array<std::array<std::string_view, 6>, 16> kThemes{{
    {"寝取られ", "NTR", "ネトラレ", "netorare", "ntr", "ＮＴＲ"},
    {"寝取り", "netori", "ネトリ", "ねとり", "Netori", "netori"},
    {"寝取らせ", "netorase", "ネトラセ", "ねとらせ", "Netorase", "netorase"},
    {"異世界", "isekai", "Isekai", "いせかい", "異世界転移", "ISEKAI"},
    {"slow burn", "Slow Burn", "slow-burn", "slowburn", "Slow-Burn", "SLOW BURN"},
    {"ヤンデレ", "yandere", "Yandere", "やんでれ", "ヤンデレ", "YANDERE"},
    {"ツンデレ", "tsundere", "Tsundere", "つんでれ", "ツンデレ", "tsundere"},
    {"純愛", "pure love", "Pure Love", "じゅんあい", "純愛", "jun'ai"},
    {"百合", "yuri", "Yuri", "ゆり", "百合", "GL"},
    {"ハーレム", "harem", "Harem", "ハーレム", "はーれむ", "HAREM"},
    {"fluff", "Fluff", "FLUFF", "fluff", "Fluff", "ほのぼの"},
    {"angst", "Angst", "ANGST", "angst", "Angst", "シリアス"},
    {"悪役令嬢", "villainess", "Villainess", "akuyaku reijou", "悪役令嬢", "Akuyaku Reijō"},
    {"浮気", "cheating", "Cheating", "うわき", "浮気", "uwaki"},
    {"time loop", "Time Loop", "ループ", "タイムループ", "time-loop", "Time loop"},
    {"hurt/comfort", "Hurt/Comfort", "Hurt/comfort", "hurt/comfort", "Hurt/Comfort", "H/C"},
}};
constexpr std::array<std::string_view, 5> kRatings{"General Audiences", "Teen And Up Audiences",
                                                   "Mature", "Explicit", "Not Rated"};
constexpr std::array<std::string_view, 4> kWarnings{
    "No Archive Warnings Apply", "Creator Chose Not To Use Archive Warnings",
    "Major Character Death", "Graphic Depictions Of Violence"};

void append_capital(std::string& text, std::string_view word) {
  text += static_cast<char>(word.front() - 'a' + 'A');
  text += word.substr(1);
}

// The name of the thing with this number: the same each time, of two or three syllables, two words.
void append_latin_name(std::string& text, std::uint64_t kind, std::uint64_t number) {
  Random random(kind * 0x100000001B3u + number);
  for (int word = 0; word < 2; ++word) {
    if (word != 0) text += ' ';
    append_capital(text, random.pick(kSyllables));
    for (std::size_t more = 1 + random.below(2); more > 0; --more) text += random.pick(kSyllables);
  }
}

void append_japanese_name(std::string& text, std::uint64_t kind, std::uint64_t number) {
  Random random(kind * 0x100000001B3u + number);
  for (std::size_t left = 2 + random.below(3); left > 0; --left) text += random.pick(kKanji);
}

enum Kind : std::uint64_t { kFandom = 1, kCharacter, kAuthor, kTheme };

void append_name(std::string& text, Kind kind, std::uint64_t number) {
  if (number % 3 == 0)
    append_japanese_name(text, kind, number);
  else
    append_latin_name(text, kind, number);
}

// Numbers of things in an archive of so many works.
struct Sizes {
  explicit Sizes(std::size_t works)
      : fandoms(std::clamp<std::size_t>(works / 200, 50, 20'000)),
        authors(std::max<std::size_t>(works / 10, 20)),
        themes(std::clamp<std::size_t>(works / 40, 100, 150'000)) {}
  std::size_t fandoms;
  std::size_t authors;
  std::size_t themes;
};
constexpr std::size_t kCharactersOfFandom = 24;

class Generator {
 public:
  Generator(std::uint64_t seed, std::size_t works, bool with_text)
      : seed_(seed), sizes_(works), with_text_(with_text) {}

  void append_work(std::string& out, std::uint64_t number) {
    Random random(seed_ * 0xD1B54A32D192ED03u + number);
    const bool japanese = random.chance(0.35);
    auto to = std::back_inserter(out);
    fmt::format_to(to, R"({{"id":{},"title":")", number);
    append_title(out, random, japanese);
    out += R"(","authors":[")";
    append_name(out, kAuthor, random.zipf(sizes_.authors, 20));
    if (with_text_) {
      out += R"("],"summary":")";
      append_text(out, random, japanese, 20 + random.below(60));
      out += R"(","language":")";
    } else {
      out += R"("],"language":")";
    }
    const std::uint64_t published = 1'200'000'000 + number * 40 + random.below(40);
    const std::uint64_t kudos = static_cast<std::uint64_t>(std::pow(10, random.unit() * 4.2)) - 1;
    fmt::format_to(
        to,
        R"({}","rating":"{}","status":"{}","words":{},"published":{},"updated":{},"kudos":{},"hits":{},"comments":{},"bookmarks":{})",
        japanese ? "ja" : (random.chance(0.9) ? "en" : "zh"), random.pick(kRatings),
        random.chance(0.7) ? "complete" : "in progress",
        100 + static_cast<std::uint64_t>(std::pow(10, 2 + random.unit() * 3.4)), published,
        published + random.below(30'000'000), kudos, kudos * (5 + random.below(20)), kudos / 9,
        kudos / 6);
    append_tags(out, random);
    out += "}\n";
  }

 private:
  void append_tags(std::string& out, Random& random) {
    const std::size_t fandom = random.zipf(sizes_.fandoms);
    out += R"(,"tags":{"fandom":[")";
    append_name(out, kFandom, fandom);
    out += R"("],"character":[")";
    const std::size_t characters = 2 + random.below(3);
    std::array<std::size_t, 4> cast{};
    for (std::size_t i = 0; i < characters; ++i) {
      cast[i] = fandom * kCharactersOfFandom + random.zipf(kCharactersOfFandom);
      if (i != 0) out += R"(",")";
      append_name(out, kCharacter, cast[i]);
    }
    out += R"("],"relationship":[")";
    append_name(out, kCharacter, std::min(cast[0], cast[1]));
    out += '/';
    append_name(out, kCharacter, std::max(cast[0], cast[1]));
    out += R"("],"warning":[")";
    out += kWarnings[random.zipf(kWarnings.size(), 0.5)];
    out += R"("],"freeform":[)";
    for (std::size_t left = 3 + random.below(7), first = 1; left > 0; --left, first = 0) {
      out += first != 0 ? "\"" : ",\"";
      append_theme(out, random);
      out += '"';
    }
    out += "]}";
  }

  void append_theme(std::string& out, Random& random) {
    const std::size_t theme = random.zipf(sizes_.themes, 6);
    if (theme < kThemes.size())
      out += kThemes[theme][random.zipf(kThemes[theme].size(), 1)];
    else
      append_name(out, kTheme, theme);
  }

  void append_title(std::string& out, Random& random, bool japanese) {
    append_text(out, random, japanese, 2 + random.below(5));
  }

  // Words of a vocabulary by Zipf's law, the same for all works.
  void append_text(std::string& out, Random& random, bool japanese, std::size_t words) {
    for (std::size_t i = 0; i < words; ++i) {
      Random word(random.zipf(40'000, 8) + (japanese ? 1'000'000u : 0u));
      if (japanese) {
        out += word.pick(kKanji);
        if (word.chance(0.6)) out += word.pick(kKanji);
        out += word.pick(kKana);
      } else {
        if (i != 0) out += ' ';
        for (std::size_t left = 1 + word.below(3); left > 0; --left) out += word.pick(kSyllables);
      }
    }
  }

  std::uint64_t seed_;
  Sizes sizes_;
  bool with_text_;
};

std::uint64_t number_in(const char* text) {
  char* end = nullptr;
  const std::uint64_t number = std::strtoull(text, &end, 10);
  if (end == text || *end != '\0') {
    fmt::print(stderr, "generate_works: \"{}\" is no number\n", text);
    std::exit(64);
  }
  return number;
}

}  // namespace

int main(int argc, char** argv) {
  std::uint64_t works = 0;
  std::uint64_t seed = 1;
  std::uint64_t first = 1;
  bool with_text = false;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--text")
      with_text = true;
    else if (argument == "--seed" && i + 1 < argc)
      seed = number_in(argv[++i]);
    else if (argument == "--first" && i + 1 < argc)
      first = number_in(argv[++i]);
    else
      works = number_in(argv[i]);
  }
  if (works == 0) {
    fmt::print(stderr, "usage: generate_works NUMBER [--seed S] [--first I] [--text]\n");
    return 64;
  }
  Generator generator(seed, first + works - 1, with_text);
  std::string out;
  for (std::uint64_t number = first; number < first + works; ++number) {
    generator.append_work(out, number);
    if (out.size() < (1u << 18) && number + 1 < first + works) continue;
    if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size()) return 1;
    out.clear();
  }
  return std::fflush(stdout) == 0 ? 0 : 1;
}
