// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/snippet_speakers.h"

#include <algorithm>

#include "common/schema/fields.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kNeighbourBytes = 24;  // So much beside a word tells where it stands.

std::vector<Quote> quotes_of(const Xapian::Database& index, const Columns& columns,
                             const std::string& release_id) {
  std::vector<Quote> quotes;
  const std::string term = make_term(prefix::kId, release_id);
  const auto end = index.postlist_end(term);
  for (auto posting = index.postlist_begin(term); posting != end; ++posting) {
    StoredQuote stored = decode_quote(columns.value(Column::kQuote, *posting));
    if (!stored.quote.speaker_name.empty()) quotes.push_back(std::move(stored.quote));
  }
  return quotes;
}

/// Whether the marked word stands in the quote: the snippet shows the whole quote, or the quote
/// holds the word with what is before or behind it.
bool stands_in(const Snippet& snippet, const ByteRange& mark, const Quote& quote) {
  const std::string_view text = snippet.text;
  const std::size_t whole = text.find(quote.text);
  if (whole != std::string_view::npos && whole <= mark.begin &&
      mark.end <= whole + quote.text.size())
    return true;
  const std::size_t begin = mark.begin - std::min(mark.begin, kNeighbourBytes);
  const std::size_t end = std::min(mark.end + kNeighbourBytes, text.size());
  const std::string_view before = text.substr(begin, mark.end - begin);
  const std::string_view behind = text.substr(mark.begin, end - mark.begin);
  const auto holds = [&](std::string_view words) {
    return words.size() >= kNeighbourBytes && quote.text.find(words) != std::string::npos;
  };
  return holds(before) || holds(behind);
}

}  // namespace

void name_speakers(const Xapian::Database& quotes, const Columns& columns, Hit& hit) {
  const bool marked = std::any_of(hit.snippets.begin(), hit.snippets.end(),
                                  [](const Snippet& s) { return !s.highlights.empty(); });
  if (!marked) return;
  const std::vector<Quote> candidates = quotes_of(quotes, columns, hit.id);
  for (Snippet& snippet : hit.snippets) {
    if (snippet.highlights.empty()) continue;
    const auto found = std::find_if(candidates.begin(), candidates.end(), [&](const Quote& quote) {
      return stands_in(snippet, snippet.highlights.front(), quote);
    });
    if (found != candidates.end()) snippet.speaker = found->speaker_name;
  }
}

}  // namespace pressarkiv
