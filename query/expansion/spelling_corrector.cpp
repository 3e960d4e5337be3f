// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expansion/spelling_corrector.h"

#include <algorithm>
#include <cmath>

#include "common/text/letters.h"
#include "common/utf8.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kShortest = 4;      ///< Letters; shorter words are never guessed.
constexpr std::size_t kTwoEditsFrom = 8;  ///< Letters from which two edits are thought of.
constexpr unsigned kOneEdit = 150;        ///< Hundredths; a first letter costs 150.
constexpr unsigned kTwoEdits = 200;
constexpr std::size_t kCandidates = 24;
constexpr std::uint64_t kRare = 3;  ///< Releases; what stands in more is meant.
constexpr double kFarMoreFrequent = 50;
/// A decade of frequency is worth this many hundredths of an edit.
constexpr double kPerDecade = 25;
constexpr std::size_t kShortestHalf = 3;

unsigned limit_for(std::size_t letters) { return letters >= kTwoEditsFrom ? kTwoEdits : kOneEdit; }

bool has_digit(std::string_view form) { return std::any_of(form.begin(), form.end(), is_digit); }

}  // namespace

std::optional<Correction> SpellingCorrector::correct(std::string_view form, std::uint64_t frequency,
                                                     bool divided) const {
  const std::size_t letters = count_characters(form);
  if (letters < kShortest || has_digit(form)) return std::nullopt;
  const bool known = frequency > 0;
  if (frequency > kRare) return std::nullopt;
  const unsigned limit = known || divided ? 100 : limit_for(letters);
  const Neighbour* best = nullptr;
  double best_cost = 0;
  const std::vector<Neighbour> neighbours = vocabulary_.neighbours(form, limit, kCandidates);
  for (const Neighbour& other : neighbours) {
    if (known && static_cast<double>(other.form.releases) <
                     kFarMoreFrequent * static_cast<double>(frequency)) {
      continue;
    }
    const double cost =
        other.distance - kPerDecade * std::log10(1.0 + static_cast<double>(other.form.releases));
    if (best == nullptr || cost < best_cost) {
      best = &other;
      best_cost = cost;
    }
  }
  if (best == nullptr) return std::nullopt;
  return Correction{best->form.form, best->form.releases, !known};
}

std::vector<std::string> SpellingCorrector::divide(std::string_view form) const {
  std::vector<std::string> best;
  std::uint64_t best_releases = 0;
  for (std::size_t at = kShortestHalf; at + kShortestHalf <= form.size(); ++at) {
    if (is_utf8_tail(form[at])) continue;
    const std::string_view first = form.substr(0, at);
    const std::string_view second = form.substr(at);
    const std::uint64_t releases =
        std::min(vocabulary_.releases(first), vocabulary_.releases(second));
    if (releases <= best_releases) continue;
    best = {std::string(first), std::string(second)};
    best_releases = releases;
  }
  return best;
}

}  // namespace pressarkiv
