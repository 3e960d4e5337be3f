// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/searcher.h"

#include <xapian.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "common/places/gazetteer.h"
#include "common/schema/card.h"
#include "common/schema/fields.h"
#include "common/schema/stored_quote.h"
#include "common/text/analyzer.h"
#include "query/language/parser.h"
#include "query/search/copies.h"
#include "query/search/facet_counter.h"
#include "query/search/highlighter.h"
#include "query/search/index_reader.h"
#include "query/search/query_compiler.h"
#include "query/search/ranker.h"
#include "query/search/ranking.h"
#include "query/search/score_parts.h"
#include "query/search/similar.h"
#include "query/search/snippet_maker.h"
#include "query/search/snippet_speakers.h"

namespace pressarkiv {
namespace {

using Xapian::Query;

/// Releases without a date come last, whichever end of time comes first.
constexpr const char* kNoDateNewestFirst = "";
constexpr const char* kNoDateOldestFirst = "99999999";

/// Hits that are looked at beyond those wanted, so that folded copies leave no gap.
constexpr std::uint64_t kRoomForCopies = 20;

/// What the list shows of a release; the rank is the caller's to say.
Hit make_hit(const Columns& columns, Xapian::docid document, double score) {
  Hit hit;
  hit.score = score;
  Card card = decode_card(columns.value(Column::kCard, document));
  hit.id = std::move(card.id);
  hit.title = std::move(card.title);
  hit.date = card.date;
  hit.publisher = std::move(card.publisher);
  hit.kind = std::move(card.kind);
  hit.url = std::move(card.url);
  const std::string_view quote = columns.value(Column::kQuote, document);
  if (!quote.empty()) hit.quote = decode_quote(quote);
  return hit;
}

/// The targets that are to be marked in a release.
std::vector<HighlightTarget> targets_in(const Columns& columns, Xapian::docid document,
                                        const std::vector<HighlightTarget>& targets) {
  if (std::all_of(targets.begin(), targets.end(),
                  [](const HighlightTarget& target) { return target.unless.empty(); })) {
    return targets;
  }
  const TokenStreamView stream = columns.tokens(document);
  std::unordered_set<std::uint32_t> words;
  for (std::uint32_t row = 0; row < stream.row_count(); ++row) {
    words.insert(stream.row(row).term);
  }
  std::vector<HighlightTarget> marked;
  for (const HighlightTarget& target : targets) {
    const bool stands_back = std::any_of(
        target.unless.begin(), target.unless.end(),
        [&](const std::string& term) { return words.contains(hash_word(term, term).term); });
    if (!stands_back) marked.push_back(target);
  }
  return marked;
}

ReleaseView view_of(Release&& release, const Gazetteer& gazetteer) {
  ReleaseView view;
  for (const std::string& region : release.regions) {
    const auto place = gazetteer.find(region);
    if (!place) continue;
    const std::string& county = place->county->name;
    if (std::find(view.counties.begin(), view.counties.end(), county) == view.counties.end()) {
      view.counties.push_back(county);
    }
  }
  view.id = std::move(release.id);
  view.title = std::move(release.title);
  view.lead = std::move(release.lead);
  view.body = std::move(release.body);
  view.boilerplate = std::move(release.boilerplate);
  view.contact_text = std::move(release.contact_text);
  view.date = release.date;
  view.updated = release.updated;
  view.publishers = std::move(release.publishers);
  if (view.publishers.empty() && !release.publisher.empty()) {
    view.publishers.push_back(std::move(release.publisher));
  }
  view.kind = std::move(release.kind);
  view.url = std::move(release.url);
  view.language = std::move(release.language);
  view.subjects = std::move(release.subjects);
  view.regions = std::move(release.regions);
  view.people = std::move(release.people);
  view.attachments = std::move(release.attachments);
  return view;
}

}  // namespace

struct Searcher::State {
  explicit State(IndexReader reader) : index(std::move(reader)) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  Result<SearchResult> search(const SearchRequest& request);
  Result<SearchResult> similar(std::string_view id, std::uint32_t limit);
  Result<std::vector<Hit>> open_office_quotes();
  Result<ReleaseView> release(std::string_view id);
  Result<Xapian::docid> document_of(std::string_view id) const;

  /// Opens the newest index.
  Status move_on();

  /// Runs `work` on the newest index and, where a writer moves on under it, once more.
  template <typename T, typename Work>
  Result<T> with_fresh_index(Work work);

  void find(const SearchRequest& request, const CompiledQuery& compiled, Ranker& ranker,
            SearchResult& result);
  /// Whether the list reaches to the end of the page.
  bool take_page(const SearchRequest& request, const std::vector<Scored>& list, std::uint64_t end,
                 SearchResult& result);
  void take_by_date(const SearchRequest& request, const Query& query, SearchResult& result);
  void add_passages(const SearchRequest& request, const CompiledQuery& compiled, Hit& hit,
                    Xapian::docid document, std::vector<std::string>& notes);
  void count_facets(const SearchRequest& request, const std::vector<Xapian::docid>& docids,
                    SearchResult& result);

  IndexReader index;
  TermNames names = [this](std::uint32_t hash) {
    const Vocabulary* const vocabulary = index.vocabulary();
    return vocabulary != nullptr ? vocabulary->term_of_hash(hash) : std::string_view();
  };
  Analyzer analyzer;
  Gazetteer gazetteer;
  SearchKnowledge knowledge{analyzer};
  std::vector<Xapian::docid> documents;  // Of the hits being made, in their order.
};

Status Searcher::State::move_on() {
  Result<IndexReader> fresh = IndexReader::open(index.layout(), index.part());
  if (!fresh) return fresh.error();
  index = std::move(*fresh);
  return Done{};
}

template <typename T, typename Work>
Result<T> Searcher::State::with_fresh_index(Work work) {
  // Where that fails, what is open still answers.
  if (!index.is_current()) static_cast<void>(move_on());
  for (bool first_try = true;; first_try = false) {
    try {
      return work();
    } catch (const Xapian::Error& error) {
      // A lazily opened table of a generation that was replaced is gone, or the reader is two
      // commits behind: both are mended by opening what is current.
      const std::string type = error.get_type();
      const bool moved_on = type == "DatabaseModifiedError" || type == "DatabaseOpeningError" ||
                            type == "DatabaseNotFoundError";
      if (!first_try || !moved_on) return translate_index_error(error, index.layout());
      if (const Status moved = move_on(); !moved) return moved.error();
    }
  }
}

Result<SearchResult> Searcher::State::search(const SearchRequest& request) {
  const Result<ParsedQuery> parsed = parse_query(request.query);
  if (!parsed) return parsed.error();
  return with_fresh_index<SearchResult>([&]() -> Result<SearchResult> {
    QueryCompiler compiler(index, analyzer, gazetteer, knowledge, request.settings,
                           request.explain);
    compiler.know_speakers(request.office_quotes);
    const Result<CompiledQuery> compiled = compiler.compile(parsed->root);
    if (!compiled) return compiled.error();
    const std::optional<Query> filters = compiler.compile_filters(request);
    Ranker ranker(index.releases(), knowledge.memory(index), *compiled, filters,
                  request.settings.ranking, names);
    // Where all matches must be found, their number is known before the best are.
    if (request.facet_values > 0) ranker.all();

    SearchResult result;
    result.query = request.query;
    result.understood = print_query(parsed->root);
    result.offset = request.offset;
    result.archive_releases = index.releases().get_doccount();
    result.revision = index.last_event();
    result.notes = parsed->notes;
    result.notes.insert(result.notes.end(), compiled->notes.begin(), compiled->notes.end());
    if (!knowledge.problem().empty()) result.notes.push_back(knowledge.problem());
    if (request.explain) result.explanation = compiled->explanation;

    find(request, *compiled, ranker, result);
    std::vector<std::string> missing_texts;
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
      add_passages(request, *compiled, result.hits[i], documents[i], missing_texts);
      if (request.explain && compiled->ranked) {
        Hit& hit = result.hits[i];
        hit.score_parts = score_parts(compiled->steps, documents[i], hit.score);
      }
      if (request.snippets && index.part() == IndexPart::kReleases) {
        name_speakers(index.quotes(), index.quote_columns(), result.hits[i]);
      }
    }
    result.notes.insert(result.notes.end(), missing_texts.begin(), missing_texts.end());
    if (request.facet_values > 0) count_facets(request, ranker.all(), result);
    return result;
  });
}

void Searcher::State::find(const SearchRequest& request, const CompiledQuery& compiled,
                           Ranker& ranker, SearchResult& result) {
  documents.clear();
  const bool by_relevance = request.sort == SortOrder::kRelevance && compiled.ranked;
  if (!by_relevance) return take_by_date(request, ranker.query(), result);
  const Xapian::doccount all = index.releases().get_doccount();
  const std::uint64_t end =
      request.limit == 0 ? all : std::uint64_t{request.offset} + request.limit;
  // Pages count folded hits, so all before this one are looked at; more where copies were many.
  std::uint64_t wanted = end + (request.fold_copies ? kRoomForCopies : 0);
  for (;; wanted *= 2) {
    const auto most = static_cast<Xapian::doccount>(std::min<std::uint64_t>(wanted, all));
    RankedList list = ranker.best(most, request.exact_total);
    if (list.best.size() > most) list.best.resize(most);  // Each costs a look for its original.
    result.total = list.total;
    result.total_is_exact = list.total_is_exact;
    const bool is_enough = take_page(request, list.best, end, result);
    if (is_enough || !request.fold_copies || list.best.size() < most || most == all) return;
  }
}

bool Searcher::State::take_page(const SearchRequest& request, const std::vector<Scored>& list,
                                std::uint64_t end, SearchResult& result) {
  Copies copies(index.releases());
  result.hits.clear();
  documents.clear();
  std::unordered_map<Xapian::docid, std::size_t> place_of;  // By the original.
  for (const Scored& one : list) {
    const Xapian::docid original =
        request.fold_copies ? copies.original(one.document) : one.document;
    if (!request.fold_copies && place_of.size() >= end) break;
    const auto [place, is_new] = place_of.try_emplace(original, place_of.size());
    if (place->second < request.offset || place->second >= end) continue;
    Hit hit = make_hit(*index.columns(), one.document, one.weight);
    if (is_new) {
      hit.rank = static_cast<std::uint32_t>(place->second + 1);
      result.hits.push_back(std::move(hit));
      documents.push_back(one.document);
    } else {
      result.hits[place->second - request.offset].copies.push_back(std::move(hit.id));
    }
  }
  return place_of.size() >= end;
}

void Searcher::State::take_by_date(const SearchRequest& request, const Query& query,
                                   SearchResult& result) {
  // Without weights there is no relevance: the newest first is what people expect then.
  const bool newest = request.sort != SortOrder::kOldest;
  Xapian::MultiValueKeyMaker by_date;
  by_date.add_value(kDateSlot, newest, newest ? kNoDateNewestFirst : kNoDateOldestFirst);
  Xapian::Enquire enquire(index.releases());
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_key(&by_date, false);
  const Xapian::doccount all = index.releases().get_doccount();
  const Xapian::MSet matches =
      enquire.get_mset(request.offset, request.limit == 0 ? all : request.limit, all);
  result.total = matches.get_matches_estimated();
  for (auto entry = matches.begin(); entry != matches.end(); ++entry) {
    documents.push_back(*entry);
    result.hits.push_back(make_hit(*index.columns(), *entry, 0));
    result.hits.back().rank = entry.get_rank() + 1;
  }
}

void Searcher::State::add_passages(const SearchRequest& request, const CompiledQuery& compiled,
                                   Hit& hit, Xapian::docid document,
                                   std::vector<std::string>& notes) {
  const std::vector<HighlightTarget> targets =
      targets_in(*index.columns(), document, compiled.highlights);
  Highlighter highlighter(analyzer, targets);
  hit.title_highlights = highlight_ranges(highlighter.mark(hit.title, Section::kTitle),
                                          ByteRange{0, hit.title.size()});
  if (hit.quote) {
    const std::string& words = hit.quote->quote.text;
    hit.quote_highlights =
        highlight_ranges(highlighter.mark(words, Section::kBody), ByteRange{0, words.size()});
    return;
  }
  if (!request.snippets) return;
  const Result<Release> release = index.release(document);
  if (!release) {  // The list stays useful.
    if (notes.empty()) notes.push_back("inga utdrag: " + release.error().message);
    return;
  }
  hit.snippets = make_snippets(*release, highlighter, targets, request.snippet_bytes);
}

void Searcher::State::count_facets(const SearchRequest& request,
                                   const std::vector<Xapian::docid>& docids, SearchResult& result) {
  for (const FacetName& name : kFacetNames) {
    const bool wanted =
        request.facets.empty() ||
        std::find(request.facets.begin(), request.facets.end(), name.facet) != request.facets.end();
    if (!wanted) continue;
    result.facets.push_back(count_facet(index, name.facet, docids, request.facet_values));
  }
}

Result<Xapian::docid> Searcher::State::document_of(std::string_view id) const {
  const std::string term = make_term(prefix::kId, id);
  const auto posting = index.releases().postlist_begin(term);
  if (posting == index.releases().postlist_end(term)) {
    return Error{ErrorCode::kNotFound, "no release with the id '" + std::string(id) +
                                           "' in the archive; find ids with: pressarkiv-query "
                                           "search WORDS"};
  }
  return *posting;
}

Result<std::vector<Hit>> Searcher::State::open_office_quotes() {
  return with_fresh_index<std::vector<Hit>>([&]() -> Result<std::vector<Hit>> {
    Xapian::Enquire enquire(index.releases());
    enquire.set_query(Query(make_term(prefix::kOpenOffice, "")));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const Xapian::MSet matches = enquire.get_mset(0, index.releases().get_doccount());
    std::vector<Hit> hits;
    for (auto entry = matches.begin(); entry != matches.end(); ++entry)
      hits.push_back(make_hit(*index.columns(), *entry, 0));
    return hits;
  });
}

Result<SearchResult> Searcher::State::similar(std::string_view id, std::uint32_t limit) {
  return with_fresh_index<SearchResult>([&]() -> Result<SearchResult> {
    const Result<Xapian::docid> document = document_of(id);
    if (!document) return document.error();
    const Xapian::Database& releases = index.releases();
    const Columns& columns = *index.columns();
    const TokenStreamView tokens = columns.tokens(*document);
    const Result<Release> release = index.release(*document);
    if (!release) return release.error();
    const WrittenWords words = written_words(*release, analyzer);
    const std::vector<WeightedTerm> terms = marking_terms(releases, words);

    SearchResult result;
    result.query = "similar " + std::string(id);
    result.archive_releases = releases.get_doccount();
    result.revision = index.last_event();
    if (terms.empty()) return result;
    Xapian::Enquire enquire(releases);
    enquire.set_query(similar_query(terms));
    enquire.set_weighting_scheme(ranking_weight({}));
    // Room for those that are passed over.
    const Xapian::doccount wanted = limit == 0 ? releases.get_doccount() : limit * 2 + 20;
    const Xapian::MSet matches = enquire.get_mset(0, wanted);
    std::size_t same_again = 0;
    for (auto entry = matches.begin(); entry != matches.end(); ++entry) {
      if (*entry == *document) continue;
      if (limit != 0 && result.hits.size() == limit) break;
      if (shared_words(tokens, columns.tokens(*entry)) >= kSameAgain) {
        ++same_again;
        continue;
      }
      Hit hit = make_hit(columns, *entry, entry.get_weight());
      hit.rank = static_cast<std::uint32_t>(result.hits.size() + 1);
      for (const WeightedTerm& term : terms) {
        auto posting = releases.postlist_begin(term.term);
        posting.skip_to(*entry);
        if (posting != releases.postlist_end(term.term) && *posting == *entry) {
          hit.shared.push_back(words.at(term.term).spelling);
        }
      }
      result.hits.push_back(std::move(hit));
    }
    result.total = result.hits.size();
    if (same_again > 0) {
      result.notes.push_back(std::to_string(same_again) +
                             (same_again == 1 ? " nästan likadan release visas inte"
                                              : " nästan likadana releaser visas inte"));
    }
    return result;
  });
}

Result<ReleaseView> Searcher::State::release(std::string_view id) {
  return with_fresh_index<ReleaseView>([&]() -> Result<ReleaseView> {
    const Result<Xapian::docid> document = document_of(id);
    if (!document) return document.error();
    Result<Release> release = index.release(*document);
    if (!release) return release.error();
    return view_of(std::move(*release), gazetteer);
  });
}

Searcher::Searcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(const ArchiveLayout& layout, IndexPart part) {
  Result<IndexReader> index = IndexReader::open(layout, part);
  if (!index) return index.error();
  return Searcher(std::make_unique<State>(std::move(*index)));
}

Result<SearchResult> Searcher::search(const SearchRequest& request) {
  return state_->search(request);
}

Result<std::vector<Hit>> Searcher::open_office_quotes() { return state_->open_office_quotes(); }

Result<SearchResult> Searcher::similar(std::string_view id, std::uint32_t limit) {
  return state_->similar(id, limit);
}

Result<std::vector<Suggestion>> Searcher::suggest(std::string_view typed, std::size_t most) {
  return state_->with_fresh_index<std::vector<Suggestion>>(
      [&]() -> Result<std::vector<Suggestion>> {
        return pressarkiv::suggest(state_->index, typed, most);
      });
}

Result<ReleaseView> Searcher::release(std::string_view id) { return state_->release(id); }

}  // namespace pressarkiv
