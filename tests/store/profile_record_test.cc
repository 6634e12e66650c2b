// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/profile_record.h"

#include <rapidcheck/catch.h>
#include <xapian.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>

#include "ficsearch/error.h"
#include "store/metadata.h"
#include "store/reader.h"
#include "store/writer.h"
#include "support/error_code.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

constexpr const char* kRules = "rules 1";

Profile full_profile() {
  Profile profile;
  profile.include = {{Facet::trope, "slow burn", Match::concept_}};
  profile.exclude = {{std::nullopt, "NTR", Match::concept_},
                     {Facet::freeform, "ＮＴＲ", Match::written},
                     {Facet::status, "", Match::concept_}};
  profile.max_rating = Rating::teen;
  profile.languages = {"ja", "en"};
  profile.mentions = Mentions::exclude;
  return profile;
}

void change(const std::filesystem::path& index, const std::function<void(store::Writer&)>& with) {
  store::Writer writer(index, kRules);
  writer.begin();
  with(writer);
  writer.commit();
}

}  // namespace

TEST_CASE("profile record: reading gives what was written", "[store]") {
  CHECK(store::decode_profile(store::encode_profile(Profile{}), "p") == Profile{});
  CHECK(store::decode_profile(store::encode_profile(full_profile()), "p") == full_profile());
}

TEST_CASE("profile record: no cut or changed record is read as a profile", "[store]") {
  const std::string record = store::encode_profile(full_profile());
  for (std::size_t length = 0; length < record.size(); ++length)
    CHECK(test::code_of([&] { store::decode_profile(record.substr(0, length), "p"); }) ==
          ErrorCode::index_corrupt);
  for (std::size_t at = 0; at < record.size(); ++at) {
    std::string changed = record;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    CHECK(test::code_of([&] { store::decode_profile(changed, "p"); }) == ErrorCode::index_corrupt);
  }
}

TEST_CASE("profile record: any bytes give a profile or an Error", "[store][property]") {
  rc::prop("random bytes do no harm", [](const std::string& bytes) {
    try {
      (void)store::decode_profile(bytes, "p");
    } catch (const Error& error) {
      RC_ASSERT(error.code() == ErrorCode::index_corrupt);
    }
  });
}

TEST_CASE("profiles: an index keeps each under its name, beside the enforced one", "[store]") {
  const test::TemporaryDirectory directory;
  const auto index = directory.path() / "index";
  change(index, [](store::Writer& writer) {
    writer.put_profile("mine", full_profile());
    writer.put_profile("a/b ほか", Profile{});
    writer.put_enforced_profile(full_profile());
  });
  const store::Reader reader(index, kRules);
  CHECK(reader.profile_names() == std::vector<std::string>{"a/b ほか", "mine"});
  CHECK(reader.profile("mine") == full_profile());
  CHECK(reader.profile("a/b ほか") == Profile{});
  CHECK_FALSE(reader.profile("Mine"));
  CHECK(reader.enforced_profile() == full_profile());
}

TEST_CASE("profiles: what is removed is gone, and removing it again says so", "[store]") {
  const test::TemporaryDirectory directory;
  const auto index = directory.path() / "index";
  change(index, [](store::Writer& writer) {
    writer.put_profile("mine", full_profile());
    writer.put_enforced_profile(full_profile());
  });
  change(index, [](store::Writer& writer) {
    CHECK(writer.remove_profile("mine"));
    CHECK_FALSE(writer.remove_profile("mine"));
    CHECK(writer.remove_enforced_profile());
    CHECK_FALSE(writer.remove_enforced_profile());
  });
  const store::Reader reader(index, kRules);
  CHECK(reader.profile_names().empty());
  CHECK_FALSE(reader.enforced_profile());
}

TEST_CASE("profiles: an index says that it has some, so that no older program passes them over",
          "[store]") {
  const test::TemporaryDirectory directory;
  const auto index = directory.path() / "index";
  const auto says_so = [&] {
    const std::string features =
        Xapian::Database(index.string()).get_metadata(store::metadata::kFormat);
    return features.find("profiles-1\n") != std::string::npos;
  };
  change(index, [](store::Writer&) {});
  CHECK_FALSE(says_so());
  change(index, [](store::Writer& writer) {
    writer.put_profile("mine", {});
    writer.put_enforced_profile({});
  });
  CHECK(says_so());
  change(index, [](store::Writer& writer) { writer.remove_profile("mine"); });
  CHECK(says_so());
  CHECK_NOTHROW(store::Reader(index, kRules));
  change(index, [](store::Writer& writer) { writer.remove_enforced_profile(); });
  CHECK_FALSE(says_so());
}

TEST_CASE("profiles: a change that is not committed never was", "[store]") {
  const test::TemporaryDirectory directory;
  const auto index = directory.path() / "index";
  {
    store::Writer writer(index, kRules);
    writer.begin();
    writer.put_profile("mine", full_profile());
  }
  CHECK(store::Reader(index, kRules).profile_names().empty());
}
