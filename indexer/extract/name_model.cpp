// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/name_model.h"

#include <charconv>

namespace pressarkiv::extract {
namespace {

constexpr std::uint32_t kLongestReading = 6;

}  // namespace

NameModel::NameModel(std::string_view table) {
  for (std::size_t at = 0; at < table.size();) {
    const std::size_t end = std::min(table.find('\n', at), table.size());
    const std::string_view row = table.substr(at, end - at);
    at = end + 1;
    const std::size_t tab = row.rfind('\t');
    if (tab == std::string_view::npos || row.front() == '#') continue;
    float weight = 0;
    std::from_chars(row.data() + tab + 1, row.data() + row.size(), weight);
    weights_[row.substr(0, tab)] = weight;
  }
}

float NameModel::score(NameFeatures& features, const NameRun& span, const NameRun& whole) const {
  float sum = 0;
  features.each(span, whole, [&](std::string_view feature) { sum += weight(feature); });
  return sum;
}

std::vector<NameRun> readings_of(const NameReader& names, const NameRun& whole) {
  std::vector<NameRun> readings;
  for (std::uint32_t begin = whole.begin; begin < whole.end; ++begin) {
    if (whole.end - begin > kLongestReading || !names.can_be_name(begin)) continue;
    const NameRun reading{begin, whole.end, whole.nickname > begin ? whole.nickname : 0};
    if (!names.is_barred(reading)) readings.push_back(reading);
  }
  return readings;
}

std::optional<ScoredName> best_reading(const NameModel& model, NameFeatures& features,
                                       const NameReader& names, const NameRun& whole) {
  std::optional<ScoredName> best;
  for (const NameRun& reading : readings_of(names, whole)) {
    const float score = model.score(features, reading, whole);
    if (!best || score > best->score) best = ScoredName{reading, score};
  }
  return best;
}

}  // namespace pressarkiv::extract
