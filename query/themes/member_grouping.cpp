// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/member_grouping.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "common/hash.h"
#include "common/schema/fields.h"

namespace pressarkiv {
namespace {

class MemberGrouping : public TrendGrouping {
 public:
  MemberGrouping(IndexReader& index, Analyzer& analyzer, const OccurrenceScanner& scanner,
                 const TrendRequest& request)
      : index_(index),
        analyzer_(analyzer),
        scanner_(scanner),
        request_(request),
        streams_(*index.columns(), Column::kTokens) {}

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
    const TokenStreamView view = streams_.tokens(entry.docid);
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
    return Done{};
  }

  IndexReader& index_;
  Analyzer& analyzer_;
  const OccurrenceScanner& scanner_;
  const TrendRequest& request_;
  std::vector<std::string> labels_{""};  // The first is kEveryGroup.
  std::unordered_map<std::uint64_t, TrendGroup> group_of_;
  ColumnReader streams_;
};

}  // namespace

std::unique_ptr<TrendGrouping> make_member_grouping(IndexReader& index, Analyzer& analyzer,
                                                    const OccurrenceScanner& scanner,
                                                    const TrendRequest& request) {
  return std::make_unique<MemberGrouping>(index, analyzer, scanner, request);
}

}  // namespace pressarkiv
