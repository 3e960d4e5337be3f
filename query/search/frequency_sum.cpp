// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/frequency_sum.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <utility>

namespace pressarkiv {

Frequencies FrequencySum::take() {
  if (!is_added_up_) return merged();
  add_up();
  is_added_up_ = false;
  return added_up();
}

void FrequencySum::add_up() {
  if (sums_.empty()) {
    sums_.resize(std::size_t{last_document_} + 1);
    touched_.resize(sums_.size() / 64 + 1);
  }
  is_added_up_ = true;
  for (const Frequency& one : few_) {
    sums_[one.document] += one.frequency;
    touched_[one.document / 64] |= std::uint64_t{1} << (one.document % 64);
  }
  few_.clear();
}

Frequencies FrequencySum::merged() {
  Frequencies all = std::exchange(few_, {});
  std::sort(all.begin(), all.end(),
            [](const Frequency& a, const Frequency& b) { return a.document < b.document; });
  std::size_t kept = 0;
  for (const Frequency& one : all) {
    if (kept > 0 && all[kept - 1].document == one.document) {
      all[kept - 1].frequency += one.frequency;
    } else {
      all[kept++] = one;
    }
  }
  all.resize(kept);
  return all;
}

Frequencies FrequencySum::added_up() {
  std::size_t documents = 0;
  for (const std::uint64_t bits : touched_) {
    documents += static_cast<std::size_t>(std::popcount(bits));
  }
  Frequencies all;
  all.reserve(documents);
  for (std::size_t word = 0; word < touched_.size(); ++word) {
    for (std::uint64_t bits = touched_[word]; bits != 0; bits &= bits - 1) {
      const auto document =
          static_cast<Xapian::docid>(word * 64 + static_cast<unsigned>(std::countr_zero(bits)));
      all.push_back({document, sums_[document]});
      sums_[document] = 0;
    }
    touched_[word] = 0;
  }
  return all;
}

}  // namespace pressarkiv
