// SPDX-License-Identifier: GPL-3.0-or-later
// A vocabulary as text and back. What is empty is not written.
#include <array>
#include <cstdio>

#include "tags/spelling_groups.h"
#include "tags/toml_records.h"
#include "tags/vocabulary.h"

namespace ficsearch::tags {
namespace {

// A basic string of TOML.
std::string toml_text(std::string_view utf8) {
  std::string text = "\"";
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      std::array<char, 8> escape{};
      std::snprintf(escape.data(), escape.size(), "\\u%04X", byte);
      text += escape.data();
      continue;
    }
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

std::string toml_list(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + toml_text(text);
  return "[" + list + "]";
}

void write_list(std::string& out, std::string_view key, const std::vector<std::string>& texts) {
  if (!texts.empty()) out.append(key).append(" = ").append(toml_list(texts)).append("\n");
}

void write_text(std::string& out, std::string_view key, const std::string& text) {
  if (!text.empty()) out.append(key).append(" = ").append(toml_text(text)).append("\n");
}

void write_labels(std::string& out, const Concept& value) {
  std::string labels;
  for (const auto& [language, label] : value.labels)
    labels += (labels.empty() ? "" : ", ") + language + " = " + toml_text(label);
  out += "labels = { " + labels + " }\n";
}

void write_spellings(std::string& out, const Concept& value, std::string_view table) {
  if (value.spellings.empty()) return;
  out.append("[").append(table).append(".spellings]\n");
  for (const std::string_view group : kSpellingGroups) {
    std::vector<std::string> texts;
    for (const ConceptSpelling& spelling : value.spellings)
      if (spelling_group_of(spelling.text) == group) texts.push_back(spelling.text);
    write_list(out, group, texts);
  }
}

// What a concept and an addition may both have. Sub-tables come last: TOML ends a table where
// another begins.
void write_shared(std::string& out, const Concept& value, std::string_view table) {
  write_list(out, "broader", value.broader);
  write_list(out, "advisories.always", value.advisories_always);
  write_list(out, "advisories.commonly", value.advisories_commonly);
  write_list(out, "perspectives", value.perspectives);
  write_list(out, "media", value.media);
  write_list(out, "related", value.related);
  write_list(out, "readings", value.readings);
  write_text(out, "note", value.note);
  write_spellings(out, value, table);
  if (value.distinct.empty()) return;
  out.append("[").append(table).append(".distinct]\n");
  for (const DistinctFrom& other : value.distinct)
    write_text(out, other.concept_id, other.difference);
}

std::map<std::string, Concept> by_id(const std::vector<ConceptRecord>& records) {
  std::map<std::string, Concept> values;
  for (const ConceptRecord& record : records)
    if (!values.try_emplace(record.value.id, record.value).second)
      refuse(record.source, record.line, in_quotes(record.value.id) + " is written twice",
             "join the two");
  return values;
}

}  // namespace

Vocabulary parse_vocabulary(std::string_view toml, const std::string& name) {
  const VocabularyRecords records = read_toml_vocabulary({name, std::string(toml)});
  return {by_id(records.concepts), by_id(records.additions)};
}

std::string to_toml(const Vocabulary& vocabulary) {
  std::string out = "format = 1\n";
  for (const auto& [id, value] : vocabulary.concepts) {
    out += "\n[[concept]]\n";
    write_text(out, "id", id);
    write_text(out, "facet", std::string(ficsearch::to_string(value.facet)));
    write_labels(out, value);
    write_text(out, "definition", value.definition);
    write_shared(out, value, "concept");
  }
  for (const auto& [id, value] : vocabulary.additions) {
    out += "\n[[addition]]\n";
    write_text(out, "to", id);
    write_shared(out, value, "addition");
  }
  return out;
}

}  // namespace ficsearch::tags
