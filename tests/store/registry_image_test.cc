// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/registry_image.h"

#include <rapidcheck/catch.h>
#include <xapian.h>

#include <catch2/catch.hpp>

#include "store/registry_sounds.h"
#include "store/registry_writer.h"
#include "support/temporary_directory.h"

using namespace ficsearch;
using store::RegistryImage;
using store::RegistrySounds;
using store::TagId;

namespace {

// Few, so that several written forms share one, in one facet and in others; one is as long as a
// length of one byte cannot say.
const std::vector<std::string> kFolds{"ntr", "寝取られ", "slow burn", std::string(200, 'a'), "x"};

struct Form {
  Facet facet;
  std::string written;
  std::string fold;
  std::vector<std::string> sounds;
};

struct TemporaryDatabase {
  test::TemporaryDirectory directory;
  Xapian::WritableDatabase database{directory.path().string(),
                                    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS};
};

Form any_form() {
  const std::string fold = *rc::gen::elementOf(kFolds);
  const std::string mark = *rc::gen::element<std::string>("", "!", "・");
  std::string written = fold + mark;
  if (*rc::gen::arbitrary<bool>())
    for (char& letter : written)
      if (letter >= 'a' && letter <= 'z' && *rc::gen::arbitrary<bool>())
        letter = static_cast<char>(letter - 'a' + 'A');
  return {*rc::gen::elementOf(kAllFacets), written, fold,
          *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kFolds))};
}

}  // namespace

TEST_CASE("registry image: it answers as the registry does", "[store]") {
  rc::prop("entries that share folded keys", [] {
    TemporaryDatabase temporary;
    Xapian::WritableDatabase& database = temporary.database;
    store::TagRegistryWriter writer(database);
    for (std::size_t left = *rc::gen::inRange(0, 40); left > 0; --left) {
      const Form form = any_form();
      writer.id_of(form.facet, form.written, form.fold, [&] {
        return store::SpellingDetails{form.sounds, {}, {}};
      });
    }
    writer.flush();
    const store::TagRegistry registry(database);
    const RegistryImage image(registry);
    const RegistrySounds sounds(registry);
    RC_ASSERT(image.size() == registry.size());
    for (std::uint32_t number = 0; number < image.size(); ++number) {
      const auto id = TagId{number};
      const store::TagEntry entry = registry.entry(id);
      RC_ASSERT(image.entry(id) == entry);
      RC_ASSERT(image.facet(id) == entry.facet);
      RC_ASSERT(image.written(id) == entry.written);
      RC_ASSERT(image.fold(id) == entry.fold);
      RC_ASSERT(image.shares_fold(id) == (registry.with_fold(entry.fold).size() > 1));
      std::vector<std::string> heard;
      sounds.for_each(id, [&](std::string_view sound) { heard.emplace_back(sound); });
      RC_ASSERT(heard == registry.sounds_of(id));
    }
    for (const std::string& fold : kFolds)
      RC_ASSERT(image.with_fold(fold) == registry.with_fold(fold));
    RC_ASSERT(image.with_fold("absent").empty());
  });
}

TEST_CASE("registry image: of an empty registry nothing is found", "[store]") {
  const TemporaryDatabase temporary;
  const RegistryImage image{store::TagRegistry(temporary.database)};
  CHECK(image.size() == 0);
  CHECK(image.with_fold("ntr").empty());
}
