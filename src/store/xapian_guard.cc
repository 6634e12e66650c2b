// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/xapian_guard.h"

#include <xapian.h>

#include <string>
#include <string_view>

#include "ficsearch/error.h"
#include "store/lock_holder.h"

namespace ficsearch::store {
namespace {

// Xapian reports the system's error as text; errno itself is lost on the way.
bool says(const Xapian::Error& error, std::string_view words) {
  const char* system = error.get_error_string();
  return error.get_msg().find(words) != std::string::npos ||
         (system != nullptr && std::string_view(system).find(words) != std::string_view::npos);
}

std::string message_of(const Xapian::Error& error) {
  std::string message = error.get_msg();
  if (const char* system = error.get_error_string())
    message.append(" (").append(system).append(")");
  return message;
}

[[noreturn]] void throw_disk_full(const std::string& path) {
  throw Error(ErrorCode::disk_full, "no space left for " + path, Place{.file = path},
              "make room and run the command again; what was committed is intact");
}

[[noreturn]] void throw_locked(const std::filesystem::path& directory) {
  const auto holder = find_lock_holder(directory);
  throw Error(ErrorCode::locked,
              "another writer has " + directory.string() +
                  (holder ? ": process " + std::to_string(*holder) : std::string()),
              Place{.file = directory.string()},
              "wait until it has finished, or stop it, then run the command again");
}

}  // namespace

void rethrow_translated(const std::filesystem::path& directory) {
  const std::string path = directory.string();
  const Place place{.file = path};
  try {
    throw;
  } catch (const Xapian::DatabaseModifiedError&) {
    throw Error(ErrorCode::snapshot_expired, "a writer has overtaken this reader of " + path, place,
                "run the whole search again");
  } catch (const Xapian::DatabaseLockError& error) {
    if (says(error, "Read-only file system"))
      throw Error(ErrorCode::io, path + " is on a read-only file system", place,
                  "searching works; to write, mount it read-write");
    if (says(error, "Permission denied"))
      throw Error(ErrorCode::io, "no permission to write " + path, place,
                  "check the owner and mode of the directory");
    if (says(error, "No space left")) throw_disk_full(path);
    if (!says(error, "already locked"))
      throw Error(ErrorCode::io, "cannot lock " + path + ": " + message_of(error), place);
    throw_locked(directory);
  } catch (const Xapian::DatabaseNotFoundError&) {
    throw Error(ErrorCode::no_index, "there is no index in " + path, place,
                "create one with: ficsearch import -d " + path + " FILE");
  } catch (const Xapian::DatabaseVersionError& error) {
    throw Error(ErrorCode::format_unknown,
                path + " has a format that this Xapian does not know: " + message_of(error), place,
                "use the version that wrote it, or import the works into a new index");
  } catch (const Xapian::NetworkError& error) {
    throw Error(ErrorCode::io,
                "a shard of " + path + " does not answer: " + message_of(error) + " at " +
                    error.get_context(),
                place, "see that its server runs; there is no answer without every shard");
  } catch (const Xapian::DatabaseCorruptError& error) {
    throw Error(ErrorCode::index_corrupt, path + " is damaged: " + message_of(error), place,
                "restore a backup, or import the works into a new index");
  } catch (const Xapian::DatabaseOpeningError& error) {
    const bool absent =
        says(error, "No such file") || says(error, "Couldn't stat") || says(error, "ot a database");
    throw Error(absent ? ErrorCode::no_index : ErrorCode::io,
                "cannot open an index in " + path + ": " + message_of(error), place,
                absent ? "create one with: ficsearch import -d " + path + " FILE" : "");
  } catch (const Xapian::Error& error) {
    // A table that ends too soon is reported like any other failure to read.
    if (says(error, "EOF reading block"))
      throw Error(ErrorCode::index_corrupt, path + " is damaged: " + message_of(error), place,
                  "restore a backup, or import the works into a new index");
    if (says(error, "No space left")) throw_disk_full(path);
    throw Error(ErrorCode::io, "the index " + path + " cannot be used: " + message_of(error),
                place);
  }
}

}  // namespace ficsearch::store
