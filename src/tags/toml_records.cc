// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/toml_records.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/toml.h"
#include "ficsearch/text.h"
#include "tags/script.h"
#include "tags/spelling_groups.h"
#include "text/keys.h"

namespace ficsearch::tags {
namespace {

constexpr std::int64_t kFormat = 1;

constexpr std::array<std::string_view, 2> kFileKeys{"format", "concept"};
constexpr std::array<std::string_view, 3> kVocabularyKeys{"format", "concept", "addition"};
constexpr std::array<std::string_view, 13> kConceptKeys{
    "id",    "facet",   "labels",   "definition", "broader",   "advisories", "perspectives",
    "media", "related", "readings", "note",       "spellings", "distinct"};
constexpr std::array<std::string_view, 9> kAdditionKeys{"to",           "broader",   "advisories",
                                                        "perspectives", "media",     "related",
                                                        "readings",     "spellings", "distinct"};
constexpr std::array<std::string_view, 2> kAdvisoryKeys{"always", "commonly"};

bool is_id(std::string_view text) noexcept {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

// Such as "en" or "zh-Hant".
bool is_language_code(std::string_view text) noexcept {
  const std::string_view primary = text.substr(0, text.find('-'));
  return (primary.size() == 2 || primary.size() == 3) &&
         std::all_of(primary.begin(), primary.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_blank(std::string_view text) noexcept {
  return text.find_first_not_of(" \t\r\n\u3000") == std::string_view::npos;
}

bool is_kana(std::string_view text) noexcept {
  const SpellingScript script = script_of(text);
  return script == SpellingScript::hiragana || script == SpellingScript::katakana ||
         script == SpellingScript::kana;
}

struct TextAt {
  std::string text;
  std::size_t line;
};

// Reads one file. Every function either returns what its name says or throws with the line.
class RecordReader {
 public:
  explicit RecordReader(const std::string& source) : source_(source) {}

  std::vector<ConceptRecord> records_of(const toml::table& file) const {
    check_keys(file, kFileKeys, "a dictionary file");
    check_format(file);
    std::vector<ConceptRecord> records;
    for (const toml::table* table : tables_named(file, "concept")) {
      records.push_back(record_of(*table));
      required(*table, records.back(), "definition");
    }
    return records;
  }

  VocabularyRecords vocabulary_of(const toml::table& file) const {
    check_keys(file, kVocabularyKeys, "a vocabulary");
    check_format(file);
    VocabularyRecords records;
    for (const toml::table* table : tables_named(file, "concept"))
      records.concepts.push_back(record_of(*table));
    for (const toml::table* table : tables_named(file, "addition"))
      records.additions.push_back(addition_of(*table));
    return records;
  }

 private:
  [[noreturn]] void fail(std::size_t line, const std::string& message,
                         const std::string& hint) const {
    refuse(source_, line, message, hint);
  }
  [[noreturn]] void fail(const toml::node& node, const std::string& message,
                         const std::string& hint) const {
    fail(line_of(node), message, hint);
  }
  static std::size_t line_of(const toml::node& node) noexcept { return node.source().begin.line; }

  void check_format(const toml::table& file) const {
    const toml::node* format = file.get("format");
    if (format == nullptr)
      fail(1, "the file does not say its format", "write format = 1 above the first concept");
    if (format->value_exact<std::int64_t>() != kFormat)
      fail(*format, "the file has a format that this program does not know",
           "format 1 is the only one");
  }

  void check_keys(const toml::table& table, std::span<const std::string_view> known,
                  const std::string& what) const {
    for (const auto& [key, node] : table) {
      const std::string_view name = key.str();
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      const std::vector<std::string> nearest =
          nearest_names(name, std::vector<std::string>(known.begin(), known.end()), 1);
      std::string hint =
          nearest.empty() ? "known keys:" : "did you mean " + in_quotes(nearest[0]) + "?";
      if (nearest.empty())
        for (const std::string_view each : known) hint.append(" ").append(each);
      fail(key.source().begin.line, what + " has no key " + in_quotes(name), hint);
    }
  }

  std::vector<const toml::table*> tables_named(const toml::table& file,
                                               std::string_view key) const {
    std::vector<const toml::table*> tables;
    const toml::node* nodes = file.get(key);
    if (nodes == nullptr) return tables;
    const std::string name(key);
    if (!nodes->is_array_of_tables())
      fail(*nodes, in_quotes(name) + " is not a list of tables",
           "begin each " + name + " with [[" + name + "]]");
    for (const toml::node& node : *nodes->as_array()) tables.push_back(node.as_table());
    return tables;
  }

  ConceptRecord addition_of(const toml::table& table) const {
    check_keys(table, kAdditionKeys, "an addition");
    ConceptRecord record;
    record.source = source_;
    record.line = line_of(table);
    const toml::node* to = table.get("to");
    if (to == nullptr)
      fail(table, "the addition does not say to which concept it belongs", "write to = \"its-id\"");
    record.value.id = text_of(*to, "the id");
    read_what_may_be_added(table, record);
    return record;
  }

  void read_what_may_be_added(const toml::table& table, ConceptRecord& record) const {
    read_spellings(table, record);
    read_readings(table, record);
    read_references(table, record);
    read_advisories(table, record);
    read_distinct(table, record);
  }

  ConceptRecord record_of(const toml::table& table) const {
    check_keys(table, kConceptKeys, "a concept");
    ConceptRecord record;
    record.source = source_;
    record.line = line_of(table);
    read_id(table, record);
    read_facet(table, record);
    read_labels(table, record);
    if (const toml::node* definition = table.get("definition"))
      record.value.definition = text_of(*definition, "the definition");
    read_what_may_be_added(table, record);
    if (const toml::node* note = table.get("note")) record.value.note = text_of(*note, "the note");
    return record;
  }

  const toml::node& required(const toml::table& table, const ConceptRecord& record,
                             std::string_view key) const {
    if (const toml::node* node = table.get(key)) return *node;
    const std::string name =
        record.value.id.empty() ? "the concept" : "the concept " + record.value.id;
    fail(record.line, name + " has no " + std::string(key), "every concept needs one");
  }

  void read_id(const toml::table& table, ConceptRecord& record) const {
    const toml::node& node = required(table, record, "id");
    record.value.id = text_of(node, "the id");
    if (!is_id(record.value.id))
      fail(node, in_quotes(record.value.id) + " cannot be the id of a concept",
           "use lower-case letters a to z, digits and hyphens");
    add_alias(record, {record.value.id, line_of(node)});
  }

  void add_alias(ConceptRecord& record, TextAt written) const {
    std::string key = text::fold_key(written.text);
    if (key.empty())
      fail(written.line, "a spelling of " + record.value.id + " normalizes to nothing",
           "leave it out: no tag could match it");
    record.aliases.push_back({std::move(written.text), std::move(key), written.line});
  }

  void read_facet(const toml::table& table, ConceptRecord& record) const {
    const toml::node& node = required(table, record, "facet");
    const std::string name = text_of(node, "the facet");
    const std::optional<Facet> facet = find_facet(name);
    // A freeform tag takes the facet of its concept, so a concept always has another one.
    if (!facet || *facet == Facet::freeform) {
      std::string hint = "facets:";
      for (const Facet each : kAllFacets)
        if (each != Facet::freeform) hint.append(" ").append(ficsearch::to_string(each));
      fail(node, in_quotes(name) + " is not the facet of a concept", hint);
    }
    record.value.facet = *facet;
  }

  void read_labels(const toml::table& table, ConceptRecord& record) const {
    const toml::node& node = required(table, record, "labels");
    const toml::table& labels = table_of(node, "labels");
    for (const auto& [language, label] : labels) {
      if (!is_language_code(language.str()))
        fail(language.source().begin.line, in_quotes(language.str()) + " is not a language code",
             "such as en, ja or zh-Hant");
      record.value.labels.emplace_back(language.str(), text_of(label, "the label"));
      add_alias(record, {record.value.labels.back().second, line_of(label)});
    }
    if (!labels.contains("en"))
      fail(node, "the concept " + record.value.id + " has no English label",
           "add en = \"...\" to its labels");
  }

  void read_spellings(const toml::table& table, ConceptRecord& record) const {
    const toml::node* node = table.get("spellings");
    if (node == nullptr) return;
    const toml::table& groups = table_of(*node, "spellings");
    check_keys(groups, kSpellingGroups, "spellings");
    for (const std::string_view group : kSpellingGroups) {
      const toml::node* list = groups.get(group);
      if (list == nullptr) continue;
      for (TextAt& spelling : texts_of(*list, group)) {
        check_script(spelling, group);
        record.value.spellings.push_back(
            {spelling.text, std::string(to_string(script_of(spelling.text)))});
        add_alias(record, std::move(spelling));
      }
    }
  }

  void check_script(const TextAt& spelling, std::string_view group) const {
    const std::string_view right = spelling_group_of(spelling.text);
    if (right != group)
      fail(spelling.line,
           in_quotes(spelling.text) + " stands under " + std::string(group) + " and is " +
               std::string(to_string(script_of(spelling.text))),
           "move it to " + std::string(right));
  }

  void read_readings(const toml::table& table, ConceptRecord& record) const {
    const toml::node* node = table.get("readings");
    if (node == nullptr) return;
    for (TextAt& reading : texts_of(*node, "readings")) {
      if (!is_kana(reading.text))
        fail(reading.line, in_quotes(reading.text) + " is not a reading",
             "write readings in kana; other forms belong to the spellings");
      record.value.readings.push_back(std::move(reading.text));
    }
  }

  void read_references(const toml::table& table, ConceptRecord& record) const {
    Concept& value = record.value;
    const std::array<std::pair<Link, std::vector<std::string>*>, 4> lists{
        {{Link::broader, &value.broader},
         {Link::perspective, &value.perspectives},
         {Link::medium, &value.media},
         {Link::related, &value.related}}};
    for (const auto& [link, ids] : lists)
      if (const toml::node* node = table.get(to_string(link)))
        read_ids(*node, link, to_string(link), record, *ids);
  }

  void read_advisories(const toml::table& table, ConceptRecord& record) const {
    const toml::node* node = table.get("advisories");
    if (node == nullptr) return;
    const toml::table& advisories = table_of(*node, "advisories");
    check_keys(advisories, kAdvisoryKeys, "advisories");
    Concept& value = record.value;
    if (const toml::node* always = advisories.get("always"))
      read_ids(*always, Link::advisory, "advisories.always", record, value.advisories_always);
    if (const toml::node* commonly = advisories.get("commonly"))
      read_ids(*commonly, Link::advisory, "advisories.commonly", record, value.advisories_commonly);
    for (const std::string& id : value.advisories_commonly)
      if (std::find(value.advisories_always.begin(), value.advisories_always.end(), id) !=
          value.advisories_always.end())
        fail(*node, in_quotes(id) + " is due always and commonly", "leave it under always only");
  }

  void read_ids(const toml::node& node, Link link, std::string_view key, ConceptRecord& record,
                std::vector<std::string>& ids) const {
    for (TextAt& id : texts_of(node, key)) {
      record.references.push_back({link, id.text, id.line});
      ids.push_back(std::move(id.text));
    }
  }

  void read_distinct(const toml::table& table, ConceptRecord& record) const {
    const toml::node* node = table.get("distinct");
    if (node == nullptr) return;
    for (const auto& [id, difference] : table_of(*node, "distinct")) {
      record.references.push_back({Link::distinct, std::string(id.str()), id.source().begin.line});
      record.value.distinct.push_back(
          {std::string(id.str()), text_of(difference, "the difference")});
    }
  }

  const toml::table& table_of(const toml::node& node, std::string_view what) const {
    if (const toml::table* table = node.as_table()) return *table;
    fail(node, in_quotes(what) + " is not a table", "see the format in dict/README.md");
  }

  // The strings of a list, each with its line, none twice.
  std::vector<TextAt> texts_of(const toml::node& node, std::string_view what) const {
    const toml::array* list = node.as_array();
    if (list == nullptr)
      fail(node, in_quotes(what) + " is not a list of texts", "write it as [\"...\", \"...\"]");
    std::vector<TextAt> texts;
    for (const toml::node& item : *list) {
      TextAt text{text_of(item, "an item of " + std::string(what)), line_of(item)};
      for (const TextAt& earlier : texts)
        if (earlier.text == text.text)
          fail(item, in_quotes(text.text) + " is written twice under " + std::string(what),
               "leave one of them out");
      texts.push_back(std::move(text));
    }
    return texts;
  }

  std::string text_of(const toml::node& node, std::string_view what) const {
    const toml::value<std::string>* text = node.as_string();
    if (text == nullptr)
      fail(node, std::string(what) + " is not a text", "put it in double quotes");
    if (is_blank(text->get()))
      fail(node, std::string(what) + " is empty", "write it, or leave the key out");
    return text->get();
  }

  const std::string& source_;
};

// Translates what toml++ throws.
toml::table parse_toml(const DictionarySource& source) {
  try {
    return toml::parse(std::string_view(source.toml), std::string_view(source.name));
  } catch (const toml::parse_error& error) {
    const toml::source_position where = error.source().begin;
    throw Error(ErrorCode::bad_dictionary, "not TOML: " + std::string(error.description()),
                Place{.file = source.name, .line = where.line, .column = where.column},
                "see the format in dict/README.md");
  }
}

}  // namespace

std::vector<ConceptRecord> read_toml_records(const DictionarySource& source) {
  return RecordReader(source.name).records_of(parse_toml(source));
}

VocabularyRecords read_toml_vocabulary(const DictionarySource& source) {
  return RecordReader(source.name).vocabulary_of(parse_toml(source));
}

}  // namespace ficsearch::tags
