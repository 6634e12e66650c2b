// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/shapes.h"

namespace ficsearch::test {

Hit full_hit() {
  Hit hit;
  hit.id = "w1";
  hit.title = "The \"Letter\" <1>";
  hit.authors = {"A. Writer", "作者"};
  hit.tags = {{Facet::trope,
               {TagUse{.concept_id = "netorare",
                       .label = "Netorare",
                       .as_written = "NTR",
                       .spoiler = 1,
                       .strength = 3,
                       .part = "r1"}}}};
  hit.advisories = {"betrayal"};
  hit.highlights = {
      {"summary",
       Highlight{.text = "a <b> c", .matches = {{2, 5}}, .cut_before = true, .cut_after = true}}};
  hit.score = 12.25;
  hit.fields = {{"words", std::int64_t{12000}},
                {"updated", std::string("2021-05-01")},
                {"series", std::vector<std::string>{"One"}},
                {"mood", RawJson{R"({"calm":true})"}}};
  return hit;
}

Reply full_reply() {
  Reply reply;
  reply.hits = {full_hit()};
  reply.total.value = 662781;
  reply.facets = {{Facet::fandom,
                   {FacetCount{.concept_id = "fandom:original work",
                               .label = "Original Work",
                               .count = 10,
                               .state = FacetState::included}}}};
  reply.applied.query = "letter";
  reply.applied.exclude.append(std::vector<AppliedExclude>{
      AppliedExclude{.input = "NTR", .concepts = {"netorare"}, .spellings = 9},
      AppliedExclude{.input = "ouji",
                     .concepts = {"prince", "uncle"},
                     .status = ExcludeStatus::ambiguous,
                     .spellings = 2},
      AppliedExclude{
          .input = "xyzzy", .concepts = {}, .status = ExcludeStatus::literal, .spellings = 0},
      AppliedExclude{.input = "netori",
                     .concepts = {"netori"},
                     .spellings = 1,
                     .origin = FilterOrigin::profile}});
  reply.applied.profile = "mine";
  reply.applied.enforced = true;
  reply.applied.concepts = 3;
  reply.applied.spellings = 11;
  reply.warnings = {Warning{.code = "unknown_tag",
                            .message = "nobody knows the tag \"xyzzy\"",
                            .input = "xyzzy",
                            .suggestions = {"xyz"}}};
  reply.next_cursor = "c2";
  reply.explanation = {"scan newest first"};
  reply.snapshot = "uuid:7";
  reply.took_ms = 1.23456;
  return reply;
}

Explanation full_explanation() {
  Explanation explanation;
  explanation.input = "NTR";
  explanation.found = Found::concept_;
  explanation.candidates = {"netorare"};
  Concept& subject = explanation.subject;
  subject.id = "netorare";
  subject.labels = {{"en", "Netorare"}, {"ja", "寝取られ"}};
  subject.definition = "A partner becomes involved with somebody else.";
  subject.spellings = {{"NTR", "latin"}, {"寝取られ", "mixed"}};
  subject.readings = {"ネトラレ"};
  subject.broader = {"partner-taking"};
  subject.advisories_always = {"betrayal"};
  subject.advisories_commonly = {"humiliation"};
  subject.perspectives = {"betrayed"};
  subject.media = {"manga"};
  subject.related = {"infidelity"};
  subject.distinct = {{"netori", "There the viewpoint character is the taker."}};
  subject.note = "Some people use NTR for the whole family.";
  explanation.narrower = {"netorare-school"};
  explanation.siblings = {"netorase", "netori"};
  explanation.advisories_always = {"betrayal", "emotional-turmoil"};
  explanation.advisories_commonly = {"humiliation"};
  explanation.works = 12;
  explanation.works_excluded = 14;
  explanation.as_written = {"NTR", "ntr"};
  explanation.suggestions = {"netori"};
  return explanation;
}

Error full_error() {
  return Error(ErrorCode::query_syntax, "'(' is never closed",
               Place{.file = "-", .line = 3, .column = 2, .byte_offset = 1, .byte_length = 1},
               "add ')' or put it in quotes");
}

Work full_work() {
  Work work;
  work.id = "w1";
  work.title = "A Letter";
  work.titles = {{"ja", {"手紙"}}, {"en", {"A Letter", "The Letter"}}};
  work.authors = {"A. Writer"};
  work.summary = "Two friends write.";
  work.language = "en";
  work.rating = "teen";
  work.status = "complete";
  work.medium = "web-novel";
  work.series = {"Letters"};
  work.collections = {"Spring"};
  work.url = "https://example.org/w1";
  work.words = 12000;
  work.published = 1617408000;  // 2021-04-03
  work.updated = 1619870400;    // 2021-05-01 12:00
  work.kudos = 10;
  work.hits = 900;
  work.comments = 3;
  work.bookmarks = 4;
  work.tags = {Tag{.facet = Facet::trope, .name = "NTR", .spoiler = 2, .strength = 1},
               Tag{.name = "trope:looks like a prefix"}, Tag{.name = "slow burn", .strength = 3}};
  work.text = "Dear friend,";
  work.parts = {Part{.id = "r1",
                     .kind = "route",
                     .title = "Another road",
                     .text = "…",
                     .tags = {Tag{.name = "NTR"}},
                     .main = false}};
  work.readings = {{"手紙", "てがみ"}};
  work.extra = {{"mood", "[1,2]"}};
  return work;
}

}  // namespace ficsearch::test
