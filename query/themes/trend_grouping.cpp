// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/trend_grouping.h"

#include <map>
#include <optional>

#include "common/schema/fields.h"
#include "query/themes/member_grouping.h"
#include "query/themes/quote_counter.h"

namespace pressarkiv {
namespace {

/// No split, or one by a facet: a release counts in each of its values.
class FacetGrouping : public TrendGrouping {
 public:
  FacetGrouping(IndexReader& index, Analyzer& analyzer, const ContentTable& table,
                const TrendRequest& request)
      : index_(index), by_(request.by) {
    if (request.split != TrendSplit::kFacet) by_.reset();
    if (request.quotes) quotes_ = std::make_unique<QuoteCounter>(index, analyzer, table);
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
    values_.emplace(*index_.columns(), facet_column(*by_));
  }

  std::vector<GroupCounts> in_each_group(const ContentEntry& entry, GroupCounts counts) {
    if (!by_) return {counts};
    std::vector<GroupCounts> groups;
    each_facet_id(values_->value(entry.docid), [&](FacetId id) {
      counts.group = id;
      groups.push_back(counts);
    });
    counts.group = kNoGroup;
    if (groups.empty()) groups.push_back(counts);
    return groups;
  }

  const IndexReader& index_;
  std::optional<Facet> by_;
  std::unique_ptr<QuoteCounter> quotes_;
  std::optional<ColumnReader> values_;
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

  QuoteCounter quotes_;
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
    return make_member_grouping(index, analyzer, scanner, request);
  }
  return std::make_unique<FacetGrouping>(index, analyzer, table, request);
}

}  // namespace pressarkiv
