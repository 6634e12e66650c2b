// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/fixture.h"

#include <array>

#include "text/keys.h"

namespace ficsearch::query::test {
namespace {

constexpr const char* kRecords = R"(format = 1

[[concept]]
id = "advisory-betrayal"
facet = "advisory"
labels = { en = "Advisory: betrayal" }
definition = "Somebody breaks the trust of one who is close."

[[concept]]
id = "alice-liddell"
facet = "character"
labels = { en = "Alice Liddell" }
definition = "The girl who falls into a rabbit hole."

[[concept]]
id = "drama"
facet = "genre"
labels = { en = "Drama" }
definition = "Conflict between people drives the story."

[[concept]]
id = "netorare"
facet = "trope"
labels = { en = "Netorare", ja = "寝取られ" }
definition = "A partner becomes involved with somebody else."
broader = ["partner-taking"]
advisories.always = ["advisory-betrayal"]
[concept.spellings]
latin = ["NTR", "N.T.R."]
katakana = ["ネトラレ"]
mixed = ["NTR要素あり"]
[concept.distinct]
netorase = "Netorare is loss; netorase is agreed."
netori = "Netorare is told from the side of the loser; netori from that of the taker."

[[concept]]
id = "netorase"
facet = "trope"
labels = { en = "Netorase", ja = "寝取らせ" }
definition = "A couple agrees to involve another person."
broader = ["partner-taking"]

[[concept]]
id = "netori"
facet = "trope"
labels = { en = "Netori", ja = "寝取り" }
definition = "The viewpoint character takes somebody else's partner."
broader = ["partner-taking"]

[[concept]]
id = "partner-taking"
facet = "trope"
labels = { en = "Partner taking" }
definition = "Somebody's partner becomes involved with another."

[[concept]]
id = "slow-burn"
facet = "trope"
labels = { en = "Slow burn" }
definition = "Love grows over a long time."
)";

}  // namespace

tags::Dictionary small_dictionary() {
  const std::array sources{tags::DictionarySource{"fixture.toml", kRecords}};
  return tags::Dictionary::parse(sources);
}

FakeTags::FakeTags(std::vector<std::pair<Facet, std::string>> tags) : tags_(std::move(tags)) {
  for (const auto& [facet, written] : tags_) keys_.emplace(facet, text::fold_key(written));
}

bool FakeTags::bears(std::optional<Facet> facet, std::string_view fold_key) const {
  for (const auto& [borne_facet, key] : keys_)
    if (key == fold_key && (!facet || *facet == borne_facet)) return true;
  return false;
}

std::vector<std::vector<std::string>> FakeTags::nearest(const std::vector<std::string>& texts,
                                                        std::size_t, const query::Plan&) const {
  nearest_texts += texts.size();
  std::vector<std::string> written;
  for (const auto& [facet, text] : tags_) written.push_back(text);
  return {texts.size(), written};
}

FakeTags small_archive() {
  return FakeTags({{Facet::freeform, "lost cat"},
                   {Facet::author, "紫式部"},
                   {Facet::language, "ja"},
                   {Facet::status, "complete"}});
}

std::shared_ptr<const Profile> FakeProfiles::named(std::string_view name) const {
  const auto found = saved.find(std::string(name));
  return found == saved.end() ? nullptr : std::make_shared<const Profile>(found->second);
}

std::shared_ptr<const Profile> FakeProfiles::enforced() const {
  return always ? std::make_shared<const Profile>(*always) : nullptr;
}

Plan resolved(const SearchRequest& request, const FakeProfiles& profiles) {
  const tags::Dictionary dictionary = small_dictionary();
  const FakeTags known = small_archive();
  return resolve(request, ResolveContext{dictionary, known, profiles, kNow});
}

}  // namespace ficsearch::query::test
