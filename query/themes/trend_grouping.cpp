// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/trend_grouping.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "common/hash.h"
#include "common/schema/fields.h"
#include "query/themes/release_quotes.h"
#include "query/themes/release_text.h"

namespace pressarkiv {
namespace {

/// Counts quotes of releases and their occurrences by who speaks.
class QuoteReader {
 public:
  QuoteReader(IndexReader& index, Analyzer& analyzer, const ContentTable& table)
      : index_(index), analyzer_(analyzer), table_(table), quotes_(index) {}

  Status open() {
    Result<NameAliases> aliases = NameAliases::read(index_.layout());
    if (!aliases) return aliases.error();
    aliases_ = std::move(*aliases);
    Result<QuoteCensus> census = take_census(index_, table_, aliases_);
    if (!census) return census.error();
    census_ = std::move(*census);
    return Done{};
  }

  const std::vector<std::string>& speakers() const { return census_.speakers; }

  /// All quotes of a release, by speaker, with their words.
  std::map<std::uint32_t, GroupCounts> all_of(const ContentEntry& entry) const {
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

  /// The quotes that hold an occurrence, by speaker, with the occurrences in them.
  Result<std::map<std::uint32_t, GroupCounts>> with_occurrence(const ContentEntry& entry,
                                                               const std::vector<Span>& spans) {
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

 private:
  std::uint32_t number_of(const std::string& speaker) {
    if (speaker.empty()) return 0;
    const auto [known, is_new] = numbers_.try_emplace(speaker, 0);
    if (is_new) known->second = census_.speaker_of(speaker, aliases_);
    return known->second;
  }

  IndexReader& index_;
  Analyzer& analyzer_;
  const ContentTable& table_;
  ReleaseQuotes quotes_;
  NameAliases aliases_;
  QuoteCensus census_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// No split, or one by a facet: a release counts in each of its values.
class FacetGrouping : public TrendGrouping {
 public:
  FacetGrouping(IndexReader& index, Analyzer& analyzer, const ContentTable& table,
                const TrendRequest& request)
      : index_(index), by_(request.by) {
    if (request.split != TrendSplit::kFacet) by_.reset();
    if (request.quotes) quotes_ = std::make_unique<QuoteReader>(index, analyzer, table);
  }

  Status open() override {
    rewind();
    return quotes_ ? quotes_->open() : Status(Done{});
  }
  Status start(const std::string&) override {
    rewind();
    return Done{};
  }

  std::vector<GroupCounts> all_of(const ContentEntry& entry, std::uint32_t words) override {
    std::uint64_t quotes = 0;
    if (quotes_) {
      for (const auto& [speaker, counts] : quotes_->all_of(entry)) quotes += counts.quotes;
    }
    return in_each_group(entry, {kEveryGroup, words, 0, quotes});
  }

  Result<std::vector<GroupCounts>> counts_of(const ContentEntry& entry,
                                             const std::vector<Span>& spans) override {
    GroupCounts counts{kEveryGroup, 0, spans.size(), 0};
    if (quotes_) {
      const auto found = quotes_->with_occurrence(entry, spans);
      if (!found) return found.error();
      for (const auto& [speaker, own] : *found) counts.quotes += own.quotes;
    }
    return in_each_group(entry, counts);
  }

  std::string label(TrendGroup group) const override {
    if (!by_) return {};
    return group == kNoGroup ? "(uppgift saknas)" : index_.label(*by_, group);
  }

  std::string note() const override {
    if (!by_ || *by_ == Facet::kYear || *by_ == Facet::kKind) return {};
    return "en release med flera värden räknas i vart och ett av dem: grupperna kan tillsammans "
           "bli fler än helheten";
  }

 private:
  void rewind() {
    if (!by_) return;
    value_ = index_.releases().valuestream_begin(facet_slot(*by_));
    end_ = index_.releases().valuestream_end(facet_slot(*by_));
  }

  std::vector<GroupCounts> in_each_group(const ContentEntry& entry, GroupCounts counts) {
    if (!by_) return {counts};
    std::vector<GroupCounts> groups;
    if (value_ != end_) value_.skip_to(entry.docid);
    if (value_ != end_ && value_.get_docid() == entry.docid) {
      each_facet_id(*value_, [&](FacetId id) {
        counts.group = id;
        groups.push_back(counts);
      });
    }
    counts.group = kNoGroup;
    if (groups.empty()) groups.push_back(counts);
    return groups;
  }

  const IndexReader& index_;
  std::optional<Facet> by_;
  std::unique_ptr<QuoteReader> quotes_;
  Xapian::ValueIterator value_;
  Xapian::ValueIterator end_;
};

/// By who speaks: all that counts are quotes and what stands in them.
class SpeakerGrouping : public TrendGrouping {
 public:
  SpeakerGrouping(IndexReader& index, Analyzer& analyzer, const ContentTable& table)
      : quotes_(index, analyzer, table) {}

  Status open() override { return quotes_.open(); }

  std::vector<GroupCounts> all_of(const ContentEntry& entry, std::uint32_t) override {
    return listed(quotes_.all_of(entry));
  }
  Result<std::vector<GroupCounts>> counts_of(const ContentEntry& entry,
                                             const std::vector<Span>& spans) override {
    const auto found = quotes_.with_occurrence(entry, spans);
    if (!found) return found.error();
    return listed(*found);
  }
  std::string label(TrendGroup group) const override {
    return group == kNoGroup ? "(okänd talare)" : quotes_.speakers().at(group);
  }
  std::string note() const override {
    return "räknat är det som står i citat; nämnaren är talarens egna citat och de releaser som "
           "har något";
  }

 private:
  static std::vector<GroupCounts> listed(const std::map<std::uint32_t, GroupCounts>& counts) {
    std::vector<GroupCounts> list;
    for (const auto& [speaker, own] : counts) {
      list.push_back(own);
      list.back().group = speaker == 0 ? kNoGroup : speaker;
    }
    return list;
  }

  QuoteReader quotes_;
};

/// By the words that occurrences consist of, each in all its forms; phrases count as everything
/// else. The denominators are those of the whole.
class MemberGrouping : public TrendGrouping {
 public:
  MemberGrouping(IndexReader& index, Analyzer& analyzer, const OccurrenceScanner& scanner,
                 const TrendRequest& request)
      : index_(index), analyzer_(analyzer), scanner_(scanner), request_(request) {}

  Status start(const std::string& query) override {
    const Result<std::vector<std::string>> forms = scanner_.forms(query);
    if (!forms) return forms.error();
    const Vocabulary* vocabulary = index_.vocabulary();
    if (vocabulary == nullptr) return Error{ErrorCode::kCorrupt, index_.vocabulary_error()};
    group_of_.clear();
    std::map<std::string, TrendGroup> group_of_lemma;
    std::vector<std::uint64_t> most(labels_.size());
    for (const std::string& form : *forms) {
      const std::vector<std::string> lemmas = word_lemmas(vocabulary->model(), form);
      const auto [known, is_new] = group_of_lemma.try_emplace(
          lemmas.empty() ? form : lemmas.front(), static_cast<TrendGroup>(labels_.size()));
      if (is_new) {
        labels_.push_back(form);
        most.push_back(0);
      }
      const std::uint64_t releases = vocabulary->releases(form);
      if (releases > most[known->second]) {
        most[known->second] = releases;
        labels_[known->second] = form;
      }
      group_of_[key_of(hash_word(analyzer_.term_of(form), form))] = known->second;
    }
    stream_ = index_.releases().valuestream_begin(kTokensSlot);
    return keep_largest(query);
  }

  std::vector<GroupCounts> all_of(const ContentEntry&, std::uint32_t words) override {
    return {{kEveryGroup, words, 0, 0}};
  }

  Result<std::vector<GroupCounts>> counts_of(const ContentEntry& entry,
                                             const std::vector<Span>& spans) override {
    std::vector<GroupCounts> list;
    for (const auto& [group, count] : members_of(entry, spans))
      list.push_back({group, 0, count, 0});
    return list;
  }

  std::string label(TrendGroup group) const override {
    return group == kNoGroup ? "övriga" : labels_.at(group);
  }
  TrendGroup denominator_of(TrendGroup) const override { return kEveryGroup; }
  std::string note() const override {
    return "förekomsterna fördelas på orden; en release med flera av dem räknas hos vart och ett";
  }

 private:
  static std::uint64_t key_of(const WordHash& word) { return combined_hash(word.term, word.form); }

  std::map<TrendGroup, std::uint64_t> members_of(const ContentEntry& entry,
                                                 const std::vector<Span>& spans) {
    std::map<TrendGroup, std::uint64_t> counts;
    stream_.skip_to(entry.docid);
    const std::string encoded = *stream_;
    const TokenStreamView view(encoded);
    for (const Span& span : spans) {
      TrendGroup group = kNoGroup;
      if (span.end == span.begin + 1) {
        const auto known = group_of_.find(key_of(view.row(view.word(span.begin))));
        if (known != group_of_.end()) group = known->second;
      }
      ++counts[group];
    }
    return counts;
  }

  /// Words beyond the largest become one group, so that all together are the whole.
  Status keep_largest(const std::string& query) {
    std::map<TrendGroup, std::uint64_t> occurrences;
    const Result<ScanSummary> summary = scanner_.scan(
        query, request_.options, [&](const ContentEntry& entry, const std::vector<Span>& spans) {
          for (const auto& [group, count] : members_of(entry, spans)) occurrences[group] += count;
        });
    if (!summary) return summary.error();
    std::vector<std::pair<std::uint64_t, TrendGroup>> order;
    for (const auto& [group, count] : occurrences) {
      if (group != kNoGroup) order.emplace_back(count, group);
    }
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::set<TrendGroup> small;
    for (std::size_t i = request_.max_groups; request_.max_groups > 0 && i < order.size(); ++i) {
      small.insert(order[i].second);
    }
    for (auto& [key, group] : group_of_) {
      if (small.count(group) > 0) group = kNoGroup;
    }
    stream_ = index_.releases().valuestream_begin(kTokensSlot);
    return Done{};
  }

  IndexReader& index_;
  Analyzer& analyzer_;
  const OccurrenceScanner& scanner_;
  const TrendRequest& request_;
  std::vector<std::string> labels_{""};  // The first is kEveryGroup.
  std::unordered_map<std::uint64_t, TrendGroup> group_of_;
  Xapian::ValueIterator stream_;
};

}  // namespace

std::unique_ptr<TrendGrouping> make_grouping(IndexReader& index, Analyzer& analyzer,
                                             const ContentTable& table,
                                             const OccurrenceScanner& scanner,
                                             const TrendRequest& request) {
  if (request.split == TrendSplit::kSpeaker) {
    return std::make_unique<SpeakerGrouping>(index, analyzer, table);
  }
  if (request.split == TrendSplit::kMember) {
    return std::make_unique<MemberGrouping>(index, analyzer, scanner, request);
  }
  return std::make_unique<FacetGrouping>(index, analyzer, table, request);
}

}  // namespace pressarkiv
