// SPDX-License-Identifier: GPL-3.0-or-later
// From the outside inwards: the seal, the tables, the registry, then each document against its own
// record. What stands further in is looked at only if what it rests on is whole.
#include <unistd.h>

#include <functional>
#include <optional>
#include <string>

#include "engine/check_documents.h"
#include "engine/maintenance_steps.h"
#include "engine/sealing.h"
#include "engine/vocabulary.h"
#include "ficsearch/error.h"
#include "ficsearch/maintenance.h"
#include "store/document_stream.h"
#include "store/seal.h"
#include "store/tables.h"
#include "store/writer_lock.h"

namespace ficsearch {
namespace {

class Check {
 public:
  Check(const std::filesystem::path& directory, CheckDepth depth, const MaintenanceOptions& options)
      : directory_(directory), steps_(options) {
    report_.depth = depth;
  }

  CheckReport run() {
    std::optional<store::WriterLock> lock;
    refuse_what_is_no_index();
    noting_damage([&] { compare_with_seal(); });
    // Without leave to write there is no lock to take, and no writer that has it but another user.
    if (is_whole() && ::access(directory_.c_str(), W_OK) == 0)
      noting_damage([&] { lock.emplace(directory_); });
    if (is_whole()) check_tables();
    if (is_whole()) noting_damage([&] { check_settings(); });
    if (is_whole()) noting_damage([&] { engine::check_documents(directory_, report_, steps_); });
    return report_;
  }

 private:
  // Without its first file an index is damaged only if a seal says that there was one.
  void refuse_what_is_no_index() const {
    if (!std::filesystem::exists(directory_ / "iamglass") &&
        !std::filesystem::exists(directory_ / store::kSealFile))
      store::WriterLock{directory_};
  }

  bool is_whole() const { return report_.damage.empty(); }

  // To a check, what ends a search is a finding.
  void noting_damage(const std::function<void()>& step) {
    try {
      step();
    } catch (const Error& error) {
      if (error.code() != ErrorCode::index_corrupt && error.code() != ErrorCode::bad_dictionary)
        throw;
      report_.damage.emplace_back(error.what());
    }
  }

  void compare_with_seal() {
    report_.seal = SealState::broken;  // unless it is read and agrees
    const auto seal = store::find_seal(directory_);
    if (!seal) {
      report_.seal = SealState::none;
      return;
    }
    steps_.begin("comparing with the seal", engine::report_of(*seal).bytes);
    report_.damage = differences_from(*seal, directory_, steps_.counting_bytes());
    if (is_whole()) {
      report_.seal = SealState::intact;
      return;
    }
    // A writer takes the seal away before its first change.
    if (!store::find_seal(directory_))
      throw Error(ErrorCode::locked, "another program has begun to write to " + directory_.string(),
                  Place{.file = directory_.string()},
                  "wait until it has finished, then run the command again");
  }

  void check_tables() {
    steps_.begin("checking tables", 0);
    report_.damage = store::faults_in_tables(directory_);
  }

  void check_settings() {
    const store::DocumentStream documents(directory_);
    engine::dictionary_with(documents.vocabulary());
    documents.profiles();
    documents.enforced_profile();
  }

  std::filesystem::path directory_;
  engine::MaintenanceSteps steps_;
  CheckReport report_;
};

}  // namespace

CheckReport check_index(const std::filesystem::path& directory, CheckDepth depth,
                        const MaintenanceOptions& options) {
  return Check(directory, depth, options).run();
}

}  // namespace ficsearch
