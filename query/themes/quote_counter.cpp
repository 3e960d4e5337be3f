// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/quote_counter.h"

#include <algorithm>
#include <set>
#include <utility>

#include "query/themes/release_text.h"

namespace pressarkiv {

Status QuoteCounter::open() {
  Result<NameAliases> aliases = NameAliases::read(index_.layout());
  if (!aliases) return aliases.error();
  aliases_ = std::move(*aliases);
  Result<QuoteCensus> census = take_census(index_, table_, aliases_);
  if (!census) return census.error();
  census_ = std::move(*census);
  return Done{};
}

std::map<std::uint32_t, GroupCounts> QuoteCounter::all_of(const ContentEntry& entry) const {
  std::map<std::uint32_t, GroupCounts> counts;
  auto quote = std::lower_bound(
      census_.quotes.begin(), census_.quotes.end(), entry.docid,
      [](const CountedQuote& one, std::uint32_t docid) { return one.entry->docid < docid; });
  for (; quote != census_.quotes.end() && quote->entry->docid == entry.docid; ++quote) {
    GroupCounts& own = counts[quote->speaker];
    ++own.quotes;
    own.words += quote->words;
  }
  return counts;
}

Result<std::map<std::uint32_t, GroupCounts>> QuoteCounter::with_occurrence(
    const ContentEntry& entry, const std::vector<Span>& spans) {
  std::map<std::uint32_t, GroupCounts> counts;
  if (all_of(entry).empty()) return counts;
  const Result<ReleaseText> text = ReleaseText::read(index_, analyzer_, entry.docid);
  if (!text) return text.error();
  const std::vector<PlacedQuote>& quotes = quotes_.of(text->release().id);
  std::set<std::size_t> seen;
  for (const Span& span : spans) {
    const auto found = quotes_.find(text->place(span.begin, span.end));
    if (!found) continue;
    GroupCounts& own = counts[number_of(quotes[*found].speaker)];
    ++own.occurrences;
    own.quotes += seen.insert(*found).second ? 1 : 0;
  }
  return counts;
}

std::uint32_t QuoteCounter::number_of(const std::string& speaker) {
  if (speaker.empty()) return 0;
  const auto [known, is_new] = numbers_.try_emplace(speaker, 0);
  if (is_new) known->second = census_.speaker_of(speaker, aliases_);
  return known->second;
}

}  // namespace pressarkiv
