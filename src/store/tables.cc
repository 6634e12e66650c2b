// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tables.h"

#include <xapian.h>

#include <sstream>

#include "store/xapian_guard.h"

namespace ficsearch::store {
namespace {

class Steps : public Xapian::Compactor {
 public:
  explicit Steps(const std::function<void(const std::string&)>& on_table) : on_table_(on_table) {}

  void set_status(const std::string& table, const std::string& status) override {
    if (status.empty()) on_table_(table);
  }

 private:
  const std::function<void(const std::string&)>& on_table_;
};

}  // namespace

std::vector<std::string> faults_in_tables(const std::filesystem::path& directory) {
  std::vector<std::string> faults;
  std::ostringstream said;
  std::size_t errors = 0;
  try {
    errors = Xapian::Database::check(directory.string(), 0, &said);
  } catch (const Xapian::DatabaseNotFoundError&) {
    rethrow_translated(directory);
  } catch (const Xapian::Error& error) {
    // To a check, what makes it give up is one more finding.
    faults.push_back("the tables cannot be checked to their end: " + error.get_msg());
  }
  if (errors == 0) return faults;
  std::string words;
  std::istringstream lines(said.str());
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.ends_with(": ") || line.find("No errors") != std::string::npos ||
        line.find(" blocks ") != std::string::npos)
      continue;
    words.append(words.empty() ? "" : "; ").append(line);
  }
  faults.push_back("Xapian finds " + std::to_string(errors) + " faults in the tables: " + words);
  return faults;
}

void compact_tables(const std::filesystem::path& directory, const std::filesystem::path& into,
                    const std::function<void(const std::string& table)>& on_table) {
  guarded(directory, [&] {
    Xapian::Database database(directory.string());
    Steps steps(on_table);
    database.compact(into.string(), Xapian::DBCOMPACT_NO_RENUMBER, 0, steps);
  });
}

}  // namespace ficsearch::store
