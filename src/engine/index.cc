// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/index.h"

#include <atomic>
#include <chrono>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "engine/commit_follower.h"
#include "engine/evidence.h"
#include "engine/import_run.h"
#include "engine/open_commit.h"
#include "engine/prepare_profiles.h"
#include "engine/preview_import.h"
#include "engine/suggest.h"
#include "engine/tag_explanation.h"
#include "engine/tag_list.h"
#include "engine/tag_search.h"
#include "engine/tags_impl.h"
#include "engine/unix_time.h"
#include "engine/why.h"
#include "ficsearch/error.h"
#include "query/plan.h"
#include "search/borne_meanings.h"
#include "search/borne_tags.h"
#include "search/known_tags.h"
#include "search/plain_search.h"
#include "search/shown_work.h"
#include "search/snapshot_search.h"
#include "store/writer.h"
#include "store/xapian_guard.h"
#include "text/keys.h"
#include "text/tokenizer.h"

namespace ficsearch {
namespace {

// How often a search that a writer has overtaken runs again before the caller hears of it.
constexpr int kSearchTries = 4;

}  // namespace

struct Index::Impl {
  Impl(std::filesystem::path path, const OpenOptions& open_options)
      : directory(std::move(path)), options(open_options) {
    commit = std::make_unique<engine::OpenCommit>(directory, options.cache_bytes);
    if (options.use == Use::many && !commit->reader().is_sharded())
      follower.emplace(directory, options.cache_bytes);
  }

  // Moves to the last commit, or, where another thread makes it ready, to the last one that is.
  void refresh() {
    if (!follower) return commit->refresh();
    if (auto newer = follower->take(); newer && !is_overtaken(*newer)) commit = std::move(newer);
    if (!commit->is_whole()) commit->refresh();
  }

  // Whether a search that a writer overtook has moved beyond `ready` meanwhile.
  bool is_overtaken(const engine::OpenCommit& ready) const {
    return ready.reader().uuid() == commit->reader().uuid() &&
           ready.reader().revision() < commit->reader().revision();
  }

  query::Plan resolved(const SearchRequest& request, const search::Deadline& deadline) {
    const search::RegistryTags known = commit->known_tags(deadline);
    return store::guarded(directory, [&] {
      return query::resolve(request, {commit->dictionary(), known, commit->profiles(),
                                      engine::seconds_since_1970(), commit->entry_lists()});
    });
  }

  store::DocumentId find(std::string_view id) const {
    const std::string_view checked = base::checked_input(id, base::kMaxTagBytes);
    const store::Reader& reader = commit->reader();
    if (const auto document = reader.find_work(checked)) return *document;
    throw_no_work(checked, {});
  }

  [[noreturn]] void throw_no_work(std::string_view id, std::string hint) const {
    throw Error(
        ErrorCode::no_work,
        "there is no work \"" + std::string(id) + "\" in " + commit->reader().directory().string(),
        {}, std::move(hint));
  }

  Why why(const SearchRequest& request, std::string_view id, const search::Deadline& deadline) {
    const auto document = find(id);
    return engine::why(resolved(request, deadline), request, document, commit->reader(),
                       commit->tags_impl().mentions, tokenizer, deadline);
  }

  IndexStatus status() const {
    const store::Reader& reader = commit->reader();
    IndexStatus status;
    status.works = reader.works();
    if (!reader.is_sharded()) status.revision = reader.revision();
    status.uuid = reader.uuid();
    status.spellings = reader.registry().size();
    status.concepts = commit->dictionary().concepts().size();
    status.bytes = reader.bytes_on_disk();
    status.normalizer = reader.normalizer();
    status.dictionary = commit->dictionary().version();
    status.joins = reader.registry().joins_version();
    for (store::ShardState& shard : reader.shards())
      status.shards.push_back({std::move(shard.place), shard.works, std::move(shard.uuid)});
    return status;
  }

  search::SearchSources sources(const search::Deadline& deadline) {
    return {.reader = commit->reader(),
            .snapshot = commit->snapshot(),
            .mentions = commit->tags_impl().mentions,
            .tokenizer = tokenizer,
            .counter = counter,
            .exclusion_scan = exclusion_scan,
            .deadline = deadline,
            .withheld = &withheld,
            .exclude_lists = commit->exclude_lists()};
  }

  search::PlainSources plain_sources(const search::Deadline& deadline) {
    return {commit->reader(), commit->tags_impl().mentions, tokenizer, deadline, &withheld};
  }

  Reply search(const SearchRequest& request, const search::Deadline& deadline,
               const std::function<void(Hit&&)>& sink) {
    const query::Plan plan = resolved(request, deadline);
    if (commit->reader().is_sharded())
      return search::plain_search(plan, request, plain_sources(deadline), sink);
    return search::snapshot_search(plan, request, sources(deadline), sink);
  }

  std::vector<Suggestion> suggest(const SearchRequest& request, engine::SuggestionRequest typed) {
    commit->reader().require_one_index("completion of tags");
    const query::Plan plan = resolved(request, typed.deadline);
    const search::SearchSources from = sources(typed.deadline);
    const tags::Completer& completer = commit->tags_impl().completer();
    const query::ExcludedConcepts excluded(plan, commit->dictionary());
    typed.excluded = &excluded;
    if (commit->snapshot().resident() == nullptr)
      return engine::suggest(typed, completer, search::borne_tags(plan, request, from));
    return store::guarded(directory, [&] {
      search::BorneMeanings borne(plan, request, from);
      return engine::suggest(typed, completer, borne);
    });
  }

  // What works bear that `request` leaves.
  std::vector<search::BorneTag> borne_tags(const SearchRequest& request,
                                           const search::Deadline& deadline) {
    commit->reader().require_one_index("the tags of works");
    const query::Plan plan = resolved(request, deadline);
    const search::SearchSources from = sources(deadline);
    if (commit->snapshot().resident() == nullptr) return search::borne_tags(plan, request, from);
    return store::guarded(directory,
                          [&] { return search::BorneMeanings(plan, request, from).all(); });
  }

  // A work that is hidden is told of as one that is not there.
  Work get(const SearchRequest& request, std::string_view id, const search::Deadline& deadline) {
    const std::string_view checked = base::checked_input(id, base::kMaxTagBytes);
    const query::Plan plan = resolved(request, deadline);
    const store::Reader& reader = commit->reader();
    if (const auto document = reader.find_work(checked))
      if (Work work = reader.work(*document);
          search::is_shown(work, plan, request, plain_sources(deadline)))
        return work;
    throw_no_work(checked, plan.profile.empty()
                               ? std::string()
                               : "if the profile " + plan.profile +
                                     " hides it, ficsearch why says by which entry");
  }

  // The first completion has what it needs built, as every later commit then has.
  void prepare_suggestions() {
    if (follower) follower->expect_completions();
    if (!commit->reader().is_sharded() && commit->snapshot().resident() != nullptr)
      commit->make_completions();
  }

  // Runs `search_once` on the last commit, and again as a whole, filters included, when a writer
  // overtakes it. `may_repeat` says whether nothing has been given away yet.
  template <typename SearchOnce, typename MayRepeat>
  auto on_last_commit(SearchOnce search_once, MayRepeat may_repeat) {
    for (int tries_left = kSearchTries;; --tries_left) {
      try {
        if (tries_left == kSearchTries)
          refresh();
        else
          commit->refresh();
        return search_once();
      } catch (const Error& error) {
        if (error.code() == ErrorCode::io) commit->disconnect();
        if (error.code() != ErrorCode::snapshot_expired || tries_left <= 1 || !may_repeat()) throw;
      }
    }
  }

  template <typename ReadOnce>
  auto on_last_commit(ReadOnce read_once) {
    return on_last_commit(read_once, [] { return true; });
  }

  template <typename SearchOnce, typename MayRepeat>
  Reply timed_on_last_commit(SearchOnce search_once, MayRepeat may_repeat) {
    const auto began = std::chrono::steady_clock::now();
    Reply reply = on_last_commit(search_once, may_repeat);
    reply.took_ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
    return reply;
  }

  std::filesystem::path directory;
  OpenOptions options;
  std::unique_ptr<engine::OpenCommit> commit;      // never null
  std::optional<engine::CommitFollower> follower;  // for many searches
  text::Tokenizer tokenizer;
  search::MeaningCounter counter;
  search::ExclusionScan exclusion_scan;
  std::atomic<std::uint64_t> withheld = 0;
};

Index::Index(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

Index Index::open(const std::filesystem::path& directory, const OpenOptions& options) {
  return Index(std::make_unique<Impl>(directory, options));
}

void Index::warm() {
  impl_->commit->refresh();
  impl_->commit->make_resident();
  engine::prepare_profiles(*impl_->commit);
}

void Index::create(const std::filesystem::path& directory) {
  if (std::filesystem::exists(directory / "iamglass"))
    throw Error(ErrorCode::bad_value, "there is an index in " + directory.string() + " already",
                Place{.file = directory.string()}, "name a new or an empty directory");
  store::Writer(directory, text::normalizer_version());
}

ImportPreview Index::preview_import(const std::filesystem::path& directory,
                                    const std::vector<std::string>& sources,
                                    const ImportOptions& options) {
  return engine::preview_import(directory, sources, options);
}

ImportReport Index::import(const std::filesystem::path& directory,
                           const std::vector<std::string>& sources, const ImportOptions& options) {
  return engine::run_import(directory, sources, options);
}

Reply Index::search(const SearchRequest& request) {
  std::vector<Hit> hits;
  const search::Deadline deadline(request.timeout);
  Reply reply = impl_->timed_on_last_commit(
      [&] {
        hits.clear();
        return impl_->search(request, deadline, [&](Hit&& hit) { hits.push_back(std::move(hit)); });
      },
      [] { return true; });
  reply.hits = std::move(hits);
  return reply;
}

Reply Index::search_each(const SearchRequest& request, const std::function<void(Hit&&)>& sink) {
  bool gave_any = false;
  const search::Deadline deadline(request.timeout);
  return impl_->timed_on_last_commit(
      [&] {
        return impl_->search(request, deadline, [&](Hit&& hit) {
          gave_any = true;
          sink(std::move(hit));
        });
      },
      [&] { return !gave_any; });
}

std::vector<Suggestion> Index::suggest(const SearchRequest& request, std::string_view prefix,
                                       std::size_t limit) {
  engine::SuggestionRequest typed(prefix, limit);
  // Building is no part of the time that the request has.
  impl_->on_last_commit([&] { impl_->prepare_suggestions(); });
  typed.deadline = search::Deadline(request.timeout);
  return impl_->on_last_commit([&] { return impl_->suggest(request, typed); });
}

std::vector<TagSummary> Index::list_tags(const SearchRequest& request,
                                         const TagListOptions& options) {
  const search::Deadline deadline(request.timeout);
  return impl_->on_last_commit([&] {
    return engine::list_tags(impl_->commit->dictionary(), impl_->borne_tags(request, deadline),
                             options);
  });
}

std::vector<TagMatch> Index::search_tags(const SearchRequest& request, std::string_view text,
                                         std::size_t limit) {
  const search::Deadline deadline(request.timeout);
  return impl_->on_last_commit([&] {
    return engine::search_tags(impl_->commit->dictionary(), impl_->borne_tags(request, deadline),
                               text, limit);
  });
}

Explanation Index::explain_tag(const SearchRequest& request, std::string_view tag) {
  const search::Deadline deadline(request.timeout);
  return impl_->on_last_commit([&] {
    return engine::explain_tag(impl_->resolved(request, deadline), request,
                               impl_->plain_sources(deadline), tag);
  });
}

Work Index::get(const SearchRequest& request, std::string_view id) {
  const search::Deadline deadline(request.timeout);
  return impl_->on_last_commit([&] { return impl_->get(request, id, deadline); });
}

Why Index::why(const SearchRequest& request, std::string_view id) {
  const search::Deadline deadline(request.timeout);
  return impl_->on_last_commit([&] { return impl_->why(request, id, deadline); });
}

ProfileList Index::profiles() {
  return impl_->on_last_commit([&] {
    const store::Reader& reader = impl_->commit->reader();
    return ProfileList{reader.profile_names(), reader.enforced_profile().has_value()};
  });
}

Profile Index::profile(std::string_view name) {
  auto found = impl_->on_last_commit([&] { return impl_->commit->reader().profile(name); });
  if (found) return *std::move(found);
  throw Error(ErrorCode::profile_not_found, "there is no profile \"" + std::string(name) + "\"", {},
              "ficsearch profile list shows those that there are");
}

std::optional<Profile> Index::enforced_profile() {
  return impl_->on_last_commit([&] { return impl_->commit->reader().enforced_profile(); });
}

std::vector<Evidence> Index::evidence(const Work& work) {
  return impl_->on_last_commit(
      [&] { return engine::evidence_of(work, impl_->commit->tags_impl().mentions); });
}

IndexStatus Index::status() {
  return impl_->on_last_commit([&] { return impl_->status(); });
}

std::uint64_t Index::withheld() const noexcept {
  return impl_->withheld.load(std::memory_order_relaxed);
}

const Tags& Index::tags() {
  impl_->on_last_commit([] {});
  return impl_->commit->tags();
}

void Index::with_tags(const std::function<void(const Tags&)>& use) {
  impl_->on_last_commit([&] { use(impl_->commit->tags()); });
}

}  // namespace ficsearch
