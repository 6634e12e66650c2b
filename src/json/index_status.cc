// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/json.h"
#include "json/json_writer.h"

namespace ficsearch {

std::string to_json(const IndexStatus& status) {
  json::JsonWriter out;
  out.begin_object();
  out.member("works", status.works);
  if (status.revision) out.member("revision", *status.revision);
  out.member("uuid", status.uuid);
  out.member("spellings", status.spellings);
  out.member("concepts", status.concepts);
  if (status.bytes) out.member("bytes", *status.bytes);
  out.member("normalizer", status.normalizer);
  out.member("dictionary", status.dictionary);
  out.member("joins", status.joins);
  if (!status.shards.empty()) {
    out.key("shards");
    out.begin_array();
    for (const ShardStatus& shard : status.shards) {
      out.begin_object();
      out.member("place", shard.place);
      out.member("works", shard.works);
      out.member("uuid", shard.uuid);
      out.end_object();
    }
    out.end_array();
  }
  out.end_object();
  return out.str();
}

std::string to_json(const VersionInfo& version) {
  json::JsonWriter out;
  out.begin_object();
  out.member("ficsearch", version.ficsearch);
  out.member("xapian", version.xapian);
  out.member("icu", version.icu);
  out.member("mecab", version.mecab);
  out.member("normalizer", version.normalizer);
  out.member("dictionary", version.dictionary);
  out.end_object();
  return out.str();
}

}  // namespace ficsearch
