// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/index.h"

#include <chrono>
#include <utility>

#include "base/utf8.h"
#include "engine/archive_joins.h"
#include "engine/evidence.h"
#include "engine/import_run.h"
#include "engine/suggest.h"
#include "engine/tags_impl.h"
#include "engine/vocabulary.h"
#include "ficsearch/error.h"
#include "query/plan.h"
#include "search/borne_tags.h"
#include "search/known_tags.h"
#include "search/plain_search.h"
#include "store/reader.h"
#include "tags/dictionary.h"
#include "text/keys.h"
#include "text/tokenizer.h"

namespace ficsearch {
namespace {

// How often a search that a writer has overtaken runs again before the caller hears of it.
constexpr int kSearchTries = 4;

std::int64_t seconds_since_1970() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace

struct Index::Impl {
  explicit Impl(const std::filesystem::path& directory)
      : reader(directory, text::normalizer_version()), tags(nullptr) {
    take_vocabulary(reader.vocabulary());
  }

  // Moves to the last commit, and to the dictionary that is in force there. Building one takes
  // milliseconds, so it happens only when the vocabulary has changed.
  void refresh() {
    reader.refresh();
    if (std::string now = reader.vocabulary(); now != vocabulary) take_vocabulary(std::move(now));
    joins->bring_up_to_date(reader);
  }

  void take_vocabulary(std::string toml) {
    dictionary = engine::dictionary_with(toml);
    tags_impl = std::make_shared<const Tags::Impl>(dictionary, &reader);
    tags = Tags(tags_impl);
    joins = std::make_unique<engine::ArchiveJoins>(dictionary);
    vocabulary = std::move(toml);
  }

  search::RegistryTags known_tags() {
    return {reader.registry(), *dictionary,
            [this](std::optional<Facet> facet, std::string_view written) {
              return joins->meaning_of(reader.registry(), facet, written);
            }};
  }

  Reply search(const SearchRequest& request, const std::function<void(Hit&&)>& sink) {
    if (!request.cursor.empty())
      throw Error(ErrorCode::bad_value, "the cursor is none that this index gave", {},
                  "take next_cursor of a reply as it is");
    const search::RegistryTags known = known_tags();
    const query::Plan plan = query::resolve(request, {*dictionary, known, seconds_since_1970()});
    return search::plain_search(plan, request, reader, tags_impl->mentions, tokenizer, sink);
  }

  std::vector<Suggestion> suggest(const SearchRequest& request,
                                  const engine::SuggestionRequest& typed) {
    const search::RegistryTags known = known_tags();
    const query::Plan plan = query::resolve(request, {*dictionary, known, seconds_since_1970()});
    return engine::suggest(typed, tags_impl->completer(),
                           search::borne_tags(plan, request, reader, tags_impl->mentions, tokenizer));
  }

  // Runs `search_once` on the last commit, and again as a whole, filters included, when a writer
  // overtakes it. `may_repeat` says whether nothing has been given away yet.
  template <typename SearchOnce, typename MayRepeat>
  auto on_last_commit(SearchOnce search_once, MayRepeat may_repeat) {
    for (int tries_left = kSearchTries;; --tries_left) {
      refresh();
      try {
        return search_once();
      } catch (const Error& error) {
        if (error.code() != ErrorCode::snapshot_expired || tries_left <= 1 || !may_repeat()) throw;
      }
    }
  }

  template <typename SearchOnce, typename MayRepeat>
  Reply timed_on_last_commit(SearchOnce search_once, MayRepeat may_repeat) {
    const auto began = std::chrono::steady_clock::now();
    Reply reply = on_last_commit(search_once, may_repeat);
    reply.took_ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
    return reply;
  }

  store::Reader reader;
  std::unique_ptr<engine::ArchiveJoins> joins;
  std::string vocabulary;  // that `dictionary` was built with
  std::shared_ptr<const tags::Dictionary> dictionary;
  text::Tokenizer tokenizer;
  std::shared_ptr<const Tags::Impl> tags_impl;
  Tags tags;
};

Index::Index(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

Index Index::open(const std::filesystem::path& directory) {
  return Index(std::make_unique<Impl>(directory));
}

ImportReport Index::import(const std::filesystem::path& directory,
                           const std::vector<std::string>& sources, const ImportOptions& options) {
  return engine::run_import(directory, sources, options);
}

Reply Index::search(const SearchRequest& request) {
  std::vector<Hit> hits;
  Reply reply = impl_->timed_on_last_commit(
      [&] {
        hits.clear();
        return impl_->search(request, [&](Hit&& hit) { hits.push_back(std::move(hit)); });
      },
      [] { return true; });
  reply.hits = std::move(hits);
  return reply;
}

Reply Index::search_each(const SearchRequest& request, const std::function<void(Hit&&)>& sink) {
  bool gave_any = false;
  return impl_->timed_on_last_commit(
      [&] {
        return impl_->search(request, [&](Hit&& hit) {
          gave_any = true;
          sink(std::move(hit));
        });
      },
      [&] { return !gave_any; });
}

std::vector<Suggestion> Index::suggest(const SearchRequest& request, std::string_view prefix,
                                       std::size_t limit) {
  const engine::SuggestionRequest typed(prefix, limit);
  return impl_->on_last_commit([&] { return impl_->suggest(request, typed); }, [] { return true; });
}

Work Index::get(std::string_view id) {
  impl_->reader.refresh();
  const std::string_view checked = base::checked_input(id, base::kMaxTagBytes);
  const auto document = impl_->reader.find_work(checked);
  if (!document)
    throw Error(ErrorCode::no_work, "there is no work \"" + std::string(checked) + "\" in " +
                                        impl_->reader.directory().string());
  return impl_->reader.work(*document);
}

std::vector<Evidence> Index::evidence(const Work& work) {
  impl_->refresh();
  return engine::evidence_of(work, impl_->tags_impl->mentions);
}

IndexStatus Index::status() {
  impl_->refresh();
  const store::Reader& reader = impl_->reader;
  IndexStatus status;
  status.works = reader.works();
  status.revision = reader.revision();
  status.uuid = reader.uuid();
  status.spellings = reader.registry().size();
  status.concepts = impl_->dictionary->concepts().size();
  status.bytes = reader.bytes_on_disk();
  status.normalizer = reader.normalizer();
  status.dictionary = impl_->dictionary->version();
  return status;
}

const Tags& Index::tags() {
  impl_->refresh();
  return impl_->tags;
}

}  // namespace ficsearch
