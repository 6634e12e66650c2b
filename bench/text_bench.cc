// SPDX-License-Identifier: GPL-3.0-or-later
// Throughput of the normalizer and the tokenizer on one core; README.md lists the benchmarks.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <iostream>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sample_texts.h"
#include "text/keys.h"
#include "text/mecab_tagger.h"
#include "text/reading_key.h"
#include "text/readings.h"
#include "text/romaji.h"
#include "text/stem_key.h"
#include "text/tokenizer.h"

namespace {

using namespace ficsearch;
using Texts = std::vector<std::string>;

// Measures `analyse` over all of `texts`; the rate is in bytes of their UTF-8.
template <class Analyse>
void run_over(benchmark::State& state, const Texts& texts, Analyse analyse) {
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  for (auto _ : state)
    for (const std::string& text : texts) benchmark::DoNotOptimize(analyse(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts.size()));
}

template <class Analyse>
void add(const std::string& name, const Texts& texts, Analyse analyse) {
  benchmark::RegisterBenchmark(name.c_str(), [&texts, analyse](benchmark::State& state) {
    run_over(state, texts, analyse);
  })->Unit(benchmark::kMillisecond);
}

void add_keys(const std::string& kind, const Texts& texts) {
  add("surface_key/" + kind, texts, text::surface_key);
  add("surface_mapped/" + kind, texts, text::surface_mapped);
  add("fold_key/" + kind, texts, text::fold_key);
  add("fold_mapped/" + kind, texts, text::fold_mapped);
  add("stem_key/" + kind, texts, text::stem_key);
  add("reading_key/" + kind, texts, text::reading_key);
}

void add_analysis(const std::string& kind, const Texts& texts) {
  add("words/" + kind, texts,
      [tokenizer = std::make_shared<text::Tokenizer>()](std::string_view text) {
        return tokenizer->words(text);
      });
  add("grams/" + kind, texts,
      [tokenizer = std::make_shared<text::Tokenizer>()](std::string_view text) {
        return tokenizer->grams(text);
      });
}

// The median and the worst of many queries. Of each query the fastest run counts, because what a
// machine does besides only ever adds to it.
void run_romaji(benchmark::State& state, const Texts& typed) {
  using Clock = std::chrono::steady_clock;
  std::vector<double> fastest_us(typed.size(), std::numeric_limits<double>::max());
  for (auto _ : state)
    for (std::size_t i = 0; i < typed.size(); ++i) {
      const auto begin = Clock::now();
      benchmark::DoNotOptimize(text::romaji_candidates(typed[i]));
      const std::chrono::duration<double, std::micro> took = Clock::now() - begin;
      fastest_us[i] = std::min(fastest_us[i], took.count());
    }
  std::sort(fastest_us.begin(), fastest_us.end());
  state.counters["median_us"] = fastest_us[fastest_us.size() / 2];
  state.counters["worst_us"] = fastest_us.back();
}

// 64 letters in which every n may end its syllable or begin the next, and every vowel may be long.
const std::string kManyReadings =
    "kinyoukinyoukinyoukinyoukinyoukinyoukinyoukinyoukinyoukinyounana";

void add_romaji(const Texts& typed) {
  const auto run = [](const std::string& name, const Texts& queries) {
    benchmark::RegisterBenchmark(name.c_str(), [queries](benchmark::State& state) {
      run_romaji(state, queries);
    })->Unit(benchmark::kMillisecond);
  };
  run("romaji_candidates/names", typed);
  run("romaji_candidates/64_letters", {kManyReadings});
}

}  // namespace

int main(int argc, char** argv) try {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  const bench::SampleTexts texts = bench::read_sample_texts();
  add_keys("bodies", texts.bodies);
  add_keys("names", texts.names);
  add_analysis("bodies", texts.bodies);
  add_analysis("names", texts.names);
  add("readings_of/japanese_names", texts.japanese_names,
      [tagger = std::make_shared<text::MecabTagger>()](std::string_view text) {
        return text::readings_of(*tagger, text);
      });
  add_romaji(texts.latin_names);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
} catch (const std::exception& error) {
  std::cerr << "text_bench: " << error.what() << '\n';
  return 1;
}
