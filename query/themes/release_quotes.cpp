// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/release_quotes.h"

#include <algorithm>
#include <unordered_map>

#include "common/schema/fields.h"
#include "common/schema/stored_quote.h"
#include "common/text/fold.h"

namespace pressarkiv {
namespace {

Section section_of(FactText text) {
  switch (text) {
    case FactText::kTitle:
      return Section::kTitle;
    case FactText::kLead:
      return Section::kLead;
    case FactText::kBoilerplate:
      return Section::kBoilerplate;
    case FactText::kBody:
    case FactText::kContacts:
      break;
  }
  return Section::kBody;
}

/// Gives each speaker a number.
class Speakers {
 public:
  explicit Speakers(const NameAliases& aliases) : aliases_(aliases) { names_.emplace_back(); }

  std::uint32_t number_of(const std::string& name) {
    if (name.empty()) return 0;
    const std::string key = aliases_.canonical(fold_label(name));
    const auto [found, is_new] =
        numbers_.try_emplace(key, static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.push_back(name);
    if (fold_label(name) == key && fold_label(names_[found->second]) != key) {
      names_[found->second] = name;  // The name that the others stand for.
    }
    return found->second;
  }
  std::vector<std::string> take() { return std::move(names_); }

 private:
  const NameAliases& aliases_;
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// The release of each quote, by the id that both carry.
std::vector<CountedQuote> owned_quotes(IndexReader& index, const ContentTable& table) {
  std::vector<CountedQuote> owners(index.quotes().get_lastdocid() + 1);
  const std::string start(prefix::kId);
  const auto end = index.quotes().allterms_end(start);
  for (auto term = index.quotes().allterms_begin(start); term != end; ++term) {
    const auto release = index.releases().postlist_begin(*term);
    if (release == index.releases().postlist_end(*term)) continue;
    const ContentEntry* entry = find_entry(table, *release);
    for (auto quote = index.quotes().postlist_begin(*term);
         quote != index.quotes().postlist_end(*term); ++quote) {
      owners[*quote].entry = entry;
    }
  }
  return owners;
}

}  // namespace

const std::vector<PlacedQuote>& ReleaseQuotes::of(const std::string& release_id) {
  quotes_.clear();
  const std::string term = make_term(prefix::kId, release_id);
  for (auto posting = index_.quotes().postlist_begin(term);
       posting != index_.quotes().postlist_end(term); ++posting) {
    StoredQuote stored = decode_quote(index_.quote_columns().value(Column::kQuote, *posting));
    quotes_.push_back({std::move(stored.quote.speaker_name), section_of(stored.quote.source),
                       std::move(stored.quote.parts)});
  }
  return quotes_;
}

std::optional<std::size_t> ReleaseQuotes::find(const TextPlace& place) const {
  for (std::size_t i = 0; i < quotes_.size(); ++i) {
    if (quotes_[i].section != place.section) continue;
    for (const ByteRange& part : quotes_[i].parts) {
      if (part.begin <= place.range.begin && place.range.begin < part.end) return i;
    }
  }
  return std::nullopt;
}

std::uint32_t QuoteCensus::speaker_of(const std::string& name, const NameAliases& aliases) const {
  const std::string key = aliases.canonical(fold_label(name));
  for (std::uint32_t i = 1; i < speakers.size(); ++i) {
    if (aliases.canonical(fold_label(speakers[i])) == key) return i;
  }
  return 0;
}

Result<QuoteCensus> take_census(IndexReader& index, const ContentTable& table,
                                const NameAliases& aliases) {
  QuoteCensus census;
  Speakers speakers(aliases);
  census.quotes = owned_quotes(index, table);
  const Columns& columns = index.quote_columns();
  columns.each(Column::kQuote, [&](std::uint32_t docid, std::string_view quote) {
    if (docid >= census.quotes.size()) return;  // Damaged.
    census.quotes[docid].speaker = speakers.number_of(decode_quote(quote).quote.speaker_name);
  });
  columns.each_tokens([&](std::uint32_t docid, const TokenStreamView& words) {
    if (docid < census.quotes.size()) census.quotes[docid].words = words.size();
  });
  std::erase_if(census.quotes, [](const CountedQuote& quote) { return quote.entry == nullptr; });
  std::stable_sort(
      census.quotes.begin(), census.quotes.end(),
      [](const CountedQuote& a, const CountedQuote& b) { return a.entry->docid < b.entry->docid; });
  census.speakers = speakers.take();
  return census;
}

}  // namespace pressarkiv
