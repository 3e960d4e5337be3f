// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/duplicate_update.h"

#include <algorithm>
#include <bitset>
#include <memory>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "common/hash.h"
#include "indexer/duplicate_judge.h"

namespace pressarkiv {
namespace {

using Places = std::vector<std::uint32_t>;

/// Which releases share a band of a signature, for the bands that somebody asked for.
class SharedBands {
 public:
  SharedBands(const std::vector<DuplicateCandidate>& candidates, const Places& place_of)
      : candidates_(candidates), place_of_(place_of) {}

  /// Asks for all bands of a signature; gather() finds them.
  void want(const MinHashView& minima) {
    for (std::size_t number = 0; number < kBands; ++number) {
      const std::uint64_t key = key_of(minima, number);
      if (!members_.try_emplace(key).second) continue;
      wanted_->set(key % kFilterBits);
      has_wanted_ = true;
      asked_for_.push_back(key);
    }
  }
  /// One pass over all signatures, if anything new was asked for.
  void gather();
  /// Places that have this band of the signature, ascending.
  const Places& members(const MinHashView& minima, std::size_t number) const {
    return members_.at(key_of(minima, number));
  }

 private:
  static constexpr std::size_t kFilterBits = std::size_t{1} << 20U;

  static std::uint64_t key_of(const MinHashView& minima, std::size_t number) {
    return combined_hash(number + 1, band_of(minima, number));
  }

  const std::vector<DuplicateCandidate>& candidates_;
  const Places& place_of_;
  std::unordered_map<std::uint64_t, Places> members_;
  std::unique_ptr<std::bitset<kFilterBits>> wanted_ =
      std::make_unique<std::bitset<kFilterBits>>();  // Turns away nearly all others.
  std::vector<std::uint64_t> asked_for_;             // Since the last pass.
  bool has_wanted_ = false;
};

void SharedBands::gather() {
  if (!has_wanted_) return;
  const std::unordered_set<std::uint64_t> fresh(asked_for_.begin(), asked_for_.end());
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    for (std::size_t number = 0; number < kBands; ++number) {
      const std::uint64_t key = key_of(candidates_[i].minima, number);
      if (!wanted_->test(key % kFilterBits) || !fresh.contains(key)) continue;
      members_[key].push_back(place_of_[i]);
    }
  }
  for (const std::uint64_t key : asked_for_) {
    Places& places = members_[key];
    std::sort(places.begin(), places.end());
  }
  asked_for_.clear();
  wanted_->reset();
  has_wanted_ = false;
}

/// One call of update_duplicates().
class DuplicateUpdate {
 public:
  DuplicateUpdate(const std::vector<DuplicateCandidate>& candidates, const WordsOf& words_of)
      : candidates_(candidates),
        order_(publication_order(candidates)),
        place_of_(places_of(order_)),
        bands_(candidates, place_of_),
        judge_(candidates, order_, words_of) {}

  std::vector<std::uint32_t> run(const std::vector<std::uint32_t>& duplicate_of,
                                 const std::vector<ChangedCandidate>& changed) {
    take_known(duplicate_of);
    start(changed);
    settle();
    std::vector<std::uint32_t> result(candidates_.size(), 0);
    for (std::size_t place = 0; place < order_.size(); ++place) {
      if (original_of_[place] == kNoPlace) continue;
      result[order_[place]] = candidates_[order_[original_of_[place]]].docid;
    }
    return result;
  }

 private:
  static Places places_of(const Places& order) {
    Places places(order.size());
    for (std::uint32_t place = 0; place < order.size(); ++place) places[order[place]] = place;
    return places;
  }
  const MinHashView& minima_at(std::uint32_t place) const {
    return candidates_[order_[place]].minima;
  }
  void take_known(const std::vector<std::uint32_t>& duplicate_of);
  void start(const std::vector<ChangedCandidate>& changed);
  void doubt_sharers(const MinHashView& minima, std::uint32_t from);
  void settle();
  void find_proposed(std::uint32_t place);

  const std::vector<DuplicateCandidate>& candidates_;
  const Places order_;
  const Places place_of_;  // By candidate.
  SharedBands bands_;
  DuplicateJudge judge_;
  Places original_of_;                // By place.
  std::set<std::uint32_t> doubtful_;  // Places whose answer is to be found anew.
  std::set<std::uint32_t> gathered_;  // Of those, the ones whose bands were asked for.
  Places proposed_;
};

void DuplicateUpdate::take_known(const std::vector<std::uint32_t>& duplicate_of) {
  original_of_.assign(order_.size(), kNoPlace);
  for (std::size_t i = 0; i < duplicate_of.size(); ++i) {
    if (duplicate_of[i] == 0) continue;
    const auto original = std::lower_bound(
        candidates_.begin(), candidates_.end(), duplicate_of[i],
        [](const DuplicateCandidate& one, std::uint32_t docid) { return one.docid < docid; });
    if (original == candidates_.end() || original->docid != duplicate_of[i]) continue;
    original_of_[place_of_[i]] =
        place_of_[static_cast<std::size_t>(original - candidates_.begin())];
  }
}

/// All places from `from` on that share a band with this signature.
void DuplicateUpdate::doubt_sharers(const MinHashView& minima, std::uint32_t from) {
  for (std::size_t number = 0; number < kBands; ++number) {
    const Places& members = bands_.members(minima, number);
    doubtful_.insert(std::lower_bound(members.begin(), members.end(), from), members.end());
  }
}

void DuplicateUpdate::start(const std::vector<ChangedCandidate>& changed) {
  std::set<std::uint32_t> changed_places;
  for (const ChangedCandidate& one : changed) {
    changed_places.insert(place_of_[one.number]);
    bands_.want(candidates_[one.number].minima);
    if (!one.before.empty()) bands_.want(one.before);
  }
  Places copies;  // Of changed ones.
  for (std::uint32_t place = 0; place < original_of_.size(); ++place) {
    if (original_of_[place] == kNoPlace || !changed_places.contains(original_of_[place])) continue;
    copies.push_back(place);
    bands_.want(minima_at(place));
  }
  bands_.gather();
  doubtful_.insert(changed_places.begin(), changed_places.end());
  for (const ChangedCandidate& one : changed) {
    // It may have stood elsewhere in the order before.
    const bool is_new = one.before.empty();
    doubt_sharers(candidates_[one.number].minima, is_new ? place_of_[one.number] : 0);
    if (!is_new) doubt_sharers(one.before, 0);
  }
  for (const std::uint32_t copy : copies) doubt_sharers(minima_at(copy), copy);
}

/// Earlier places that share a band, the nearest kNeighbours of each; ascending, each once.
void DuplicateUpdate::find_proposed(std::uint32_t place) {
  proposed_.clear();
  for (std::size_t number = 0; number < kBands; ++number) {
    const Places& members = bands_.members(minima_at(place), number);
    const auto end = std::lower_bound(members.begin(), members.end(), place);
    const auto before = static_cast<std::size_t>(end - members.begin());
    proposed_.insert(proposed_.end(),
                     end - static_cast<std::ptrdiff_t>(std::min(before, kNeighbours)), end);
  }
  std::sort(proposed_.begin(), proposed_.end());
  proposed_.erase(std::unique(proposed_.begin(), proposed_.end()), proposed_.end());
}

/// In order of publication, so that what comes before is settled already.
void DuplicateUpdate::settle() {
  while (!doubtful_.empty()) {
    const std::uint32_t place = *doubtful_.begin();
    if (!gathered_.contains(place)) {
      for (const std::uint32_t one : doubtful_) {
        if (gathered_.insert(one).second) bands_.want(minima_at(one));
      }
      bands_.gather();
    }
    doubtful_.erase(doubtful_.begin());
    find_proposed(place);
    const std::uint32_t original = judge_.original(place, proposed_, original_of_);
    if (original == original_of_[place]) continue;
    original_of_[place] = original;
    doubt_sharers(minima_at(place), place + 1);
  }
}

}  // namespace

std::vector<std::uint32_t> update_duplicates(const std::vector<DuplicateCandidate>& candidates,
                                             const std::vector<std::uint32_t>& duplicate_of,
                                             const std::vector<ChangedCandidate>& changed,
                                             const WordsOf& words_of) {
  return DuplicateUpdate(candidates, words_of).run(duplicate_of, changed);
}

}  // namespace pressarkiv
