// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/speakers/quote_search.h"

#include <algorithm>
#include <map>

#include "common/text/fold.h"
#include "query/language/parser.h"
#include "query/search/searcher.h"
#include "query/speakers/people_directory.h"

namespace pressarkiv {
namespace {

const std::string& text_of(const ReleaseView& release, FactText text) {
  switch (text) {
    case FactText::kTitle:
      return release.title;
    case FactText::kLead:
      return release.lead;
    case FactText::kContacts:
      return release.contact_text;
    case FactText::kBoilerplate:
      return release.boilerplate;
    case FactText::kBody:
      break;
  }
  return release.body;
}

/// The paragraph of `text` that holds byte `at`.
std::string paragraph_at(const std::string& text, std::size_t at) {
  if (at > text.size()) return {};
  const std::size_t before = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
  const std::size_t begin = before == std::string::npos ? 0 : before + 1;
  return text.substr(begin, std::min(text.find('\n', at), text.size()) - begin);
}

std::string citation_of(const FoundQuote& found) {
  const Hit& hit = found.hit;
  std::string line = "”" + hit.quote->quote.text + "” – ";
  line += found.speaker.empty() ? "okänd talare" : found.speaker;
  if (!found.role.empty()) line += ", " + found.role;
  if (!hit.quote->quote.organisation.empty()) line += " (" + hit.quote->quote.organisation + ")";
  line += ". ”" + hit.title + "”";
  if (!hit.publisher.empty()) line += ", " + hit.publisher;
  if (hit.date) line += ", " + hit.date->to_iso();
  line += ". " + (hit.url.empty() ? hit.id : hit.url);
  return line;
}

bool has_speaker(const QueryNode& node) {
  return node.field == QueryField::kSpeaker ||
         std::any_of(node.children.begin(), node.children.end(), has_speaker);
}

/// A query that cannot be read is refused by the search itself.
bool asks_for_speaker(const std::string& query) {
  const Result<ParsedQuery> parsed = parse_query(query);
  return parsed && has_speaker(parsed->root);
}

}  // namespace

struct QuoteSearch::State {
  ArchiveLayout layout;
  Searcher quotes;
  std::optional<Searcher> releases;
  std::optional<PeopleDirectory> people;

  Status open_people();
  Result<std::vector<OfficeQuote>> office_quotes();
  FoundQuote found(Hit&& hit);
  Status resolve_by_date(FoundQuote& found);
  Status add_context(FoundQuote& found);
  Result<std::vector<QuoteCount>> count(SearchRequest request, QuotePeriod per);
};

FoundQuote QuoteSearch::State::found(Hit&& hit) {
  FoundQuote found;
  found.hit = std::move(hit);
  if (!found.hit.quote) return found;
  found.speaker = found.hit.quote->quote.speaker_name;
  found.role = found.hit.quote->quote.role;
  return found;
}

Status QuoteSearch::State::open_people() {
  if (people) return Done{};
  Result<PeopleDirectory> opened = PeopleDirectory::open(layout);
  if (!opened) return opened.error();
  people = std::move(*opened);
  return Done{};
}

/// All quotes of offices that their own releases name nobody in, as far as one person held them.
Result<std::vector<OfficeQuote>> QuoteSearch::State::office_quotes() {
  const Result<std::vector<Hit>> open = quotes.open_office_quotes();
  if (!open) return open.error();
  std::vector<OfficeQuote> known;
  for (const Hit& hit : *open) {
    FoundQuote quote = found(Hit(hit));
    if (const Status resolved = resolve_by_date(quote); !resolved) return resolved.error();
    if (quote.by_date) known.push_back({quote.hit.id, quote.role, fold_label(quote.speaker)});
  }
  return known;
}

/// "säger utrikesministern" in a release that names nobody in that office: who held it then.
Status QuoteSearch::State::resolve_by_date(FoundQuote& found) {
  const bool office_only = found.speaker.empty() && !found.role.empty() && found.hit.quote &&
                           found.hit.quote->quote.via == SpeakerVia::kRole && found.hit.date;
  if (!office_only) return Done{};
  if (const Status opened = open_people(); !opened) return opened.error();
  const RoleAnswer answer =
      people->role_at(found.role, found.hit.quote->quote.organisation, *found.hit.date);
  if (answer.name.empty()) return Done{};
  found.speaker = answer.name;
  found.by_date = true;
  found.evidence = answer.reason;
  return Done{};
}

Status QuoteSearch::State::add_context(FoundQuote& found) {
  if (!found.hit.quote || found.hit.quote->quote.parts.empty()) return Done{};
  if (!releases) {
    Result<Searcher> opened = Searcher::open(layout);
    if (!opened) return opened.error();
    releases = std::move(*opened);
  }
  const Result<ReleaseView> release = releases->release(found.hit.id);
  if (!release) return Done{};  // The quote stays useful; verify names the damage.
  const Quote& quote = found.hit.quote->quote;
  found.context = paragraph_at(text_of(*release, quote.source), quote.parts.front().begin);
  return Done{};
}

Result<std::vector<QuoteCount>> QuoteSearch::State::count(SearchRequest request, QuotePeriod per) {
  request.limit = 0;
  request.offset = 0;
  const Result<SearchResult> all = quotes.search(request);
  if (!all) return all.error();
  std::map<std::string, std::uint64_t> by_period;
  for (const Hit& hit : all->hits) ++by_period[hit.date ? period_of(*hit.date, per) : ""];
  std::vector<QuoteCount> counts;
  for (const auto& [period, count] : by_period) counts.push_back({period, count});
  return counts;
}

std::string period_of(const PartialDate& date, QuotePeriod per) {
  const std::string year = std::to_string(date.year);
  if (per == QuotePeriod::kYear) return year;
  if (date.month == 0) return {};
  if (per == QuotePeriod::kQuarter) return year + "-Q" + std::to_string((date.month + 2) / 3);
  return PartialDate{date.year, date.month, 0}.to_iso();
}

QuoteSearch::QuoteSearch(std::unique_ptr<State> state) : state_(std::move(state)) {}
QuoteSearch::QuoteSearch(QuoteSearch&&) noexcept = default;
QuoteSearch::~QuoteSearch() = default;

Result<QuoteSearch> QuoteSearch::open(const ArchiveLayout& layout) {
  Result<Searcher> quotes = Searcher::open(layout, IndexPart::kQuotes);
  if (!quotes) return quotes.error();
  return QuoteSearch(std::make_unique<State>(State{layout, std::move(*quotes), {}, {}}));
}

Result<QuoteResult> QuoteSearch::search(const QuoteRequest& request) {
  SearchRequest asked = request.search;
  asked.snippets = false;
  if (asks_for_speaker(asked.query)) {
    Result<std::vector<OfficeQuote>> known = state_->office_quotes();
    if (!known) return known.error();
    asked.office_quotes = std::move(*known);
  }
  Result<SearchResult> found = state_->quotes.search(asked);
  if (!found) return found.error();
  QuoteResult result;
  result.query = found->query;
  result.understood = found->understood;
  result.total = found->total;
  result.offset = found->offset;
  result.archive_releases = found->archive_releases;
  result.notes = found->notes;
  for (Hit& hit : found->hits) {
    FoundQuote quote = state_->found(std::move(hit));
    if (!quote.hit.quote) continue;
    if (const Status resolved = state_->resolve_by_date(quote); !resolved) return resolved.error();
    if (request.context) {
      if (const Status added = state_->add_context(quote); !added) return added.error();
    }
    quote.citation = citation_of(quote);
    result.quotes.push_back(std::move(quote));
  }
  if (request.per) {
    Result<std::vector<QuoteCount>> counts = state_->count(asked, *request.per);
    if (!counts) return counts.error();
    result.counts = std::move(*counts);
  }
  return result;
}

}  // namespace pressarkiv
