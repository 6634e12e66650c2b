// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ficsearch/delete.h"
#include "ficsearch/error.h"
#include "ficsearch/import.h"
#include "ficsearch/index.h"
#include "ficsearch/maintenance.h"
#include "ficsearch/mention.h"
#include "ficsearch/profile.h"
#include "ficsearch/search.h"
#include "ficsearch/tags.h"
#include "ficsearch/version.h"
#include "ficsearch/vocabulary.h"
#include "ficsearch/why.h"
#include "ficsearch/work.h"

namespace ficsearch {

// The JSON shapes that the command line, HTTP and the C interface share: schema/*.schema.json.
// Compact, UTF-8, keys in a fixed order, no line breaks.

// Reads the body of a search request. Unknown or repeated keys and wrong types are errors, never
// ignored. Throws Error: `bad_json`, `unknown_parameter` (with the nearest name),
// `duplicate_parameter`, `bad_value`, `unknown_facet`, `unknown_field`, `invalid_utf8`.
SearchRequest parse_search_request(std::string_view json);

// What completions are asked for: those of `prefix` among the tags of the works that `filters`
// leave, as Index::suggest gives them.
struct CompletionRequest {
  std::string prefix;
  std::size_t limit = 10;  // 0: all
  SearchRequest filters;   // its page, sort order and so on are the defaults

  friend bool operator==(const CompletionRequest&, const CompletionRequest&) = default;
};
// Reads a line of a batch: a search, or completions if it has the key "suggest". Throws as
// parse_search_request.
std::variant<SearchRequest, CompletionRequest> parse_batch_request(std::string_view json);

// Its id alone if it has no title: then nothing else was asked for.
std::string to_json(const Hit& hit);
// With `took_us` if it is not negative (batch), else `took_ms`.
std::string to_json(const Reply& reply, double took_us = -1);
// {"error":{"code","type","message","position","hint"}}; what does not apply is left out.
std::string to_json(const Error& error);
// The form that an import reads; importing it again gives the same work.
std::string to_json(const Work& work);
// The same with what the work mentions, as "evidence"; an import passes over that key.
std::string to_json(const Work& work, const std::vector<Evidence>& evidence);
std::string to_json(const ImportPreview& preview);
std::string to_json(const ImportReport& report);
std::string to_json(const Reject& reject);
std::string to_json(const IndexStatus& status);
std::string to_json(const DeleteReport& report);
std::string to_json(const CheckReport& report);
std::string to_json(const Why& why);
// {"profiles":[names],"enforced":false}
std::string to_json(const ProfileList& profiles);
// The keys of a request, and "name"; nullopt: the enforced profile.
std::string to_json(const Profile& profile, const std::optional<std::string>& name);
std::string to_json(const VersionInfo& version);
std::string to_json(const Concept& subject);
std::string to_json(const Explanation& explanation);
std::string to_json(const TagSummary& summary);
// {"tags":[...]}
std::string to_json(const std::vector<TagSummary>& summaries);
std::string to_json(const Suggestion& suggestion);
// {"suggestions":[...]}, with `took_us` if it is not negative (batch).
std::string to_json(const std::vector<Suggestion>& suggestions, double took_us = -1);
std::string to_json(const TagMatch& match);
// {"matches":[...]}
std::string to_json(const std::vector<TagMatch>& matches);
std::string to_json(const ImportVerdict& verdict);
std::string to_json(const VocabularyReport& report);
std::string to_json(const LintFinding& finding);
// {"findings":[...]}
std::string to_json(const std::vector<LintFinding>& findings);

}  // namespace ficsearch
