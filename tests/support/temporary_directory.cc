// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporary_directory.h"

#include <stdlib.h>

#include <stdexcept>
#include <string>

namespace ficsearch::test {

TemporaryDirectory::TemporaryDirectory() {
  std::string name = (std::filesystem::temp_directory_path() / "ficsearch-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot create " + name);
  path_ = name;
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace ficsearch::test
