// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/trends.h"

#include <algorithm>
#include <map>
#include <memory>
#include <unordered_map>

#include "common/text/collation.h"
#include "query/themes/trend_grouping.h"

namespace pressarkiv {
namespace {

/// Raw counts mislead where the archive holds so many times more in one period than in another.
constexpr std::uint64_t kCoverageFactor = 2;

/// Counts of all groups, by period.
using Points = std::vector<TrendPoint>;
using GroupedPoints = std::unordered_map<TrendGroup, Points>;

class TrendCounter {
 public:
  TrendCounter(IndexReader& index, Analyzer& analyzer, const ContentTable& table,
               const OccurrenceScanner& scanner, const TrendRequest& request)
      : index_(index),
        table_(table),
        scanner_(scanner),
        request_(request),
        groups_(make_grouping(index, analyzer, table, scanner, request)),
        population_(scanner.population(request.options)) {}

  Result<TrendResult> count();

 private:
  void find_periods();
  void count_population();
  Status count_query(const std::string& query);
  std::vector<TrendGroup> chosen_groups(const GroupedPoints& counts) const;
  TrendSeries make_series(const std::string& query, const ScanSummary& summary, TrendGroup group,
                          const Points& counts) const;
  void finish(TrendPoint& point) const;
  void find_unfinished();
  void warn_of_coverage();
  void warn_of_groups();
  std::size_t place_of(std::uint32_t date) const {
    return place_.at(period_of(date, request_.unit));
  }
  Points& points_of(GroupedPoints& counts, TrendGroup group) const {
    Points& points = counts[group];
    points.resize(result_.periods.size());
    return points;
  }

  const IndexReader& index_;
  const ContentTable& table_;
  const OccurrenceScanner& scanner_;
  const TrendRequest& request_;
  std::unique_ptr<TrendGrouping> groups_;
  std::vector<const ContentEntry*> population_;
  std::map<TrendPeriod, std::size_t> place_;
  GroupedPoints denominators_;
  TrendResult result_;
};

/// From the first period with a release to the last, none left out; what is not known so exactly
/// follows its year.
void TrendCounter::find_periods() {
  TrendPeriod first;
  TrendPeriod last{0, 0};
  for (const ContentEntry* entry : population_) {
    const TrendPeriod period = period_of(entry->date, request_.unit);
    place_.emplace(period, 0);
    if (!period.known()) continue;
    first = std::min(first, period);
    last = std::max(last, period);
  }
  for (TrendPeriod period = first; period.known() && period < last;
       period = next_period(period, request_.unit)) {
    place_.emplace(period, 0);
  }
  for (auto& [period, place] : place_) {
    place = result_.periods.size();
    result_.periods.push_back(period);
  }
}

void TrendCounter::count_population() {
  for (const ContentEntry* entry : population_) {
    const std::size_t place = place_of(entry->date);
    const std::uint32_t words = OccurrenceScanner::counted_words(*entry, request_.options);
    for (const GroupCounts& counts : groups_->all_of(*entry, words)) {
      TrendPoint& point = points_of(denominators_, counts.group)[place];
      ++point.all_releases;
      point.all_words += counts.words;
      point.all_quotes += counts.quotes;
    }
    result_.newest = std::max(result_.newest, entry->date);
  }
}

Status TrendCounter::count_query(const std::string& query) {
  GroupedPoints counts;
  if (Status started = groups_->start(query); !started) return started.error();
  Status failed = Done{};
  const Result<ScanSummary> summary = scanner_.scan(
      query, request_.options, [&](const ContentEntry& entry, const std::vector<Span>& spans) {
        const Result<std::vector<GroupCounts>> found = groups_->counts_of(entry, spans);
        if (!found) {
          failed = found.error();
          return;
        }
        const std::size_t place = place_of(entry.date);
        for (const GroupCounts& own : *found) {
          TrendPoint& point = points_of(counts, own.group)[place];
          ++point.releases;
          point.occurrences += own.occurrences;
          point.quotes += own.quotes;
        }
      });
  if (!summary) return summary.error();
  if (!failed) return failed.error();
  result_.notes.insert(result_.notes.end(), summary->notes.begin(), summary->notes.end());
  if (summary->elsewhere > 0) {
    result_.notes.push_back(
        "”" + query + "”: " + std::to_string(summary->elsewhere) +
        " releaser som sökningen hittar räknas inte, för orden står bara i återkommande stycken "
        "eller i en annan skrivning");
  }
  if (request_.split == TrendSplit::kNone) {
    result_.series.push_back(make_series(query, *summary, kEveryGroup, counts[kEveryGroup]));
    return Done{};
  }
  for (const TrendGroup group : chosen_groups(counts)) {
    result_.series.push_back(make_series(query, *summary, group, counts[group]));
  }
  return Done{};
}

/// Those with the most releases, equal ones by label; the releases without a value come last.
std::vector<TrendGroup> TrendCounter::chosen_groups(const GroupedPoints& counts) const {
  struct Candidate {
    TrendGroup group = 0;
    std::uint64_t releases = 0;
    std::string label;
  };
  std::vector<Candidate> candidates;
  for (const auto& [group, points] : counts) {
    Candidate candidate{group, 0, groups_->label(group)};
    for (const TrendPoint& point : points) candidate.releases += point.releases;
    candidates.push_back(std::move(candidate));
  }
  const Collation collation;
  std::sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
    if ((a.group == kNoGroup) != (b.group == kNoGroup)) return b.group == kNoGroup;
    if (a.releases != b.releases) return a.releases > b.releases;
    return collation.less(a.label, b.label);
  });
  std::vector<TrendGroup> chosen;
  for (const Candidate& candidate : candidates) {
    const bool full = request_.max_groups > 0 && chosen.size() >= request_.max_groups;
    if (!full || candidate.group == kNoGroup) chosen.push_back(candidate.group);
  }
  return chosen;
}

TrendSeries TrendCounter::make_series(const std::string& query, const ScanSummary& summary,
                                      TrendGroup group, const Points& counts) const {
  TrendSeries series;
  series.query = query;
  series.understood = summary.understood;
  series.counts_occurrences = summary.counts_occurrences;
  if (request_.split != TrendSplit::kNone) series.group = groups_->label(group);
  series.points = counts;
  series.points.resize(result_.periods.size());
  const auto denominators = denominators_.find(groups_->denominator_of(group));
  for (std::size_t i = 0; i < series.points.size(); ++i) {
    TrendPoint& point = series.points[i];
    if (denominators != denominators_.end()) {
      point.all_releases = denominators->second[i].all_releases;
      point.all_words = denominators->second[i].all_words;
      point.all_quotes = denominators->second[i].all_quotes;
    }
    finish(point);
    series.total.releases += point.releases;
    series.total.occurrences += point.occurrences;
    series.total.all_releases += point.all_releases;
    series.total.all_words += point.all_words;
    series.total.quotes += point.quotes;
    series.total.all_quotes += point.all_quotes;
  }
  finish(series.total);
  return series;
}

void TrendCounter::finish(TrendPoint& point) const {
  point.share = wilson_interval(point.releases, point.all_releases);
  point.quote_share = wilson_interval(point.quotes, point.all_quotes);
  point.thin = point.all_releases < request_.thin;
}

void TrendCounter::find_unfinished() {
  // What is known only as a month or a year may have come on its last day.
  std::uint32_t newest = result_.newest;
  if (newest % 10000 == 0) {
    newest += 9999;
  } else if (newest % 100 == 0) {
    newest += 99;
  }
  for (const TrendPeriod& period : result_.periods) {
    if (!period.known()) continue;
    result_.unfinished = newest < last_day_of(period, request_.unit);
  }
}

/// Says so where the archive itself grew or shrank so much that bare counts show that and nothing
/// else.
void TrendCounter::warn_of_coverage() {
  Points all(result_.periods.size());
  for (const ContentEntry* entry : population_) ++all[place_of(entry->date)].all_releases;
  std::size_t known = 0;  // They come first, but for years without month among months.
  for (std::size_t i = 0; i < all.size(); ++i) known = result_.periods[i].known() ? i + 1 : known;
  std::size_t least = all.size();
  std::size_t most = all.size();
  for (std::size_t i = 0; i < known; ++i) {
    if (!result_.periods[i].known()) continue;
    if (result_.unfinished && i + 1 == known) continue;  // Small because it goes on.
    if (least == all.size() || all[i].all_releases < all[least].all_releases) least = i;
    if (most == all.size() || all[i].all_releases > all[most].all_releases) most = i;
  }
  if (least == all.size()) return;
  if (all[most].all_releases <
      kCoverageFactor * std::max<std::uint64_t>(1, all[least].all_releases)) {
    return;
  }
  result_.notes.push_back("arkivets täckning växlar från " +
                          std::to_string(all[least].all_releases) + " releaser (" +
                          period_label(result_.periods[least], request_.unit) + ") till " +
                          std::to_string(all[most].all_releases) + " (" +
                          period_label(result_.periods[most], request_.unit) +
                          "): råa antal visar mest arkivets storlek, jämför andelarna");
}

void TrendCounter::warn_of_groups() {
  if (const std::string note = groups_->note(); !note.empty()) result_.notes.push_back(note);
}

Result<TrendResult> TrendCounter::count() {
  if (request_.queries.empty()) {
    return Error{ErrorCode::kInvalidArgument, "trends needs at least one query"};
  }
  if (Status opened = groups_->open(); !opened) return opened.error();
  result_.unit = request_.unit;
  result_.split = request_.split;
  result_.by = request_.by;
  result_.quotes = request_.quotes || request_.split == TrendSplit::kSpeaker;
  result_.thin = request_.thin;
  result_.revision = index_.last_event();
  result_.archive_releases = table_.entries.size();
  for (const ContentEntry& entry : table_.entries) {
    result_.duplicates += entry.duplicate_of != 0 && !request_.options.with_duplicates ? 1 : 0;
  }
  result_.conditions = conditions_of(request_.options);
  find_periods();
  count_population();
  for (const std::string& query : request_.queries) {
    if (Status counted = count_query(query); !counted) return counted.error();
  }
  find_unfinished();
  warn_of_coverage();
  warn_of_groups();
  return std::move(result_);
}

}  // namespace

double TrendPoint::per_thousand() const {
  constexpr double kThousand = 1000;
  if (all_releases == 0) return 0;
  return kThousand * static_cast<double>(releases) / static_cast<double>(all_releases);
}

double TrendPoint::per_million() const {
  constexpr double kMillion = 1e6;
  if (all_words == 0) return 0;
  return kMillion * static_cast<double>(occurrences) / static_cast<double>(all_words);
}

double TrendPoint::quotes_per_thousand() const {
  constexpr double kThousand = 1000;
  if (all_quotes == 0) return 0;
  return kThousand * static_cast<double>(quotes) / static_cast<double>(all_quotes);
}

Result<TrendResult> count_trends(IndexReader& index, Analyzer& analyzer, const ContentTable& table,
                                 const OccurrenceScanner& scanner, const TrendRequest& request) {
  return TrendCounter(index, analyzer, table, scanner, request).count();
}

}  // namespace pressarkiv
