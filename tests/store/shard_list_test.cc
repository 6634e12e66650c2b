// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/shard_list.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "ficsearch/error.h"
#include "support/rows.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

// The names of the shards, with the folder of the stub written as /s; "error" if it is refused.
std::string shards_of(const std::filesystem::path& stub) {
  std::string names;
  try {
    for (const store::ShardPlace& shard : store::read_stub(stub))
      names.append(names.empty() ? "" : " ").append(shard.name());
  } catch (const Error& error) {
    INFO(error.what());
    CHECK(error.code() == ErrorCode::format_unknown);
    CHECK(error.where().line);
    return "error";
  }
  const std::string folder = stub.parent_path().string();
  for (auto at = names.find(folder); at != std::string::npos; at = names.find(folder))
    names.replace(at, folder.size(), "/s");
  return names;
}

}  // namespace

TEST_CASE("shard list: a stub file names directories and servers", "[store]") {
  const test::TemporaryDirectory directory;
  const std::filesystem::path stub = directory.path() / "stub";
  for (const test::Row& row : test::read_rows("store/shard_list.tsv")) {
    INFO(row["stub"] << row["why"]);
    std::ofstream(stub) << row["stub"];
    CHECK(shards_of(stub) == row["shards"]);
  }
}

TEST_CASE("shard list: an index is no list, and a list is no shard", "[store]") {
  const test::TemporaryDirectory directory;
  const std::filesystem::path folder = directory.path();
  CHECK(!store::find_stub(folder / "absent"));
  CHECK(!store::find_stub(folder));
  std::ofstream(folder / "XAPIANDB") << "auto one\n";
  CHECK(store::find_stub(folder) == folder / "XAPIANDB");
  CHECK(store::find_stub(folder / "XAPIANDB") == folder / "XAPIANDB");
  std::ofstream(folder / "list") << "auto .\n";
  CHECK(shards_of(folder / "list") == "error");
  std::ofstream(folder / "iamglass") << "";
  CHECK(!store::find_stub(folder));
}
