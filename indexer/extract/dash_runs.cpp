// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/dash_runs.h"

#include <algorithm>

#include "indexer/extract/attribution.h"

namespace pressarkiv::extract {

bool DashRuns::has_first_person(std::uint32_t p) const {
  const Paragraph& paragraph = doc_.paragraphs()[p];
  for (std::uint32_t i = paragraph.begin; i < paragraph.end; ++i) {
    if (doc_.is(i, kFirstPerson)) return true;
  }
  return false;
}

void DashRuns::read_run(std::uint32_t p) {
  const std::vector<Paragraph>& all = doc_.paragraphs();
  run_begin_ = p;
  while (run_begin_ > 0 && all[run_begin_ - 1].dash) --run_begin_;
  run_is_voiced_ = true;
  for (run_end_ = run_begin_; run_end_ < all.size() && all[run_end_].dash; ++run_end_)
    run_is_voiced_ = run_is_voiced_ && has_first_person(run_end_);
}

bool DashRuns::is_without_voice(std::uint32_t p) {
  const std::vector<Paragraph>& all = doc_.paragraphs();
  const bool in_run = (p > 0 && all[p - 1].dash) || (p + 1 < all.size() && all[p + 1].dash);
  if (!in_run) return false;
  if (p < run_begin_ || p >= run_end_) read_run(p);
  if (run_is_voiced_) return false;
  if (!voices_) {
    voices_ = std::any_of(all.begin(), all.end(), [&](const Paragraph& paragraph) {
      return paragraph.dash &&
             attribution_in(doc_, people_, paragraph.begin + 1, paragraph.end, false);
    });
  }
  return !*voices_;
}

bool DashRuns::answers_question(std::uint32_t p) const {
  if (p == 0) return false;
  const Paragraph& before = doc_.paragraphs()[p - 1];
  return !before.dash && before.text == doc_.paragraphs()[p].text && before.end > before.begin &&
         doc_.between(before.end - 1, before.end) == "?";
}

}  // namespace pressarkiv::extract
