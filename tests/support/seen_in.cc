// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/seen_in.h"

#include "ficsearch/error.h"
#include "ficsearch/index.h"
#include "ficsearch/json.h"
#include "support/random_archive.h"

namespace ficsearch::test {

std::string seen_in(Index& index) {
  std::string seen;
  RandomArchive random(7);
  for (int i = 0; i < 40; ++i) {
    try {
      Reply reply = index.search(random.request());
      reply.snapshot.clear();
      reply.took_ms = 0;
      seen += to_json(reply) + "\n";
    } catch (const Error& error) {  // some random queries are none
      seen += std::string(error.what()) + "\n";
    }
  }
  return seen;
}

}  // namespace ficsearch::test
