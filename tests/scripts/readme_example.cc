// SPDX-License-Identifier: GPL-3.0-or-later
#include <ficsearch/index.h>

#include <iostream>

int main() {
  ficsearch::Index index = ficsearch::Index::open("shelf");
  ficsearch::SearchRequest request;
  request.query = "drama";
  request.exclude = {ficsearch::parse_filter_item("NTR")};
  for (const ficsearch::Hit& hit : index.search(request).hits) std::cout << hit.title << '\n';
}
