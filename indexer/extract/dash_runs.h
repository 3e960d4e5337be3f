// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "indexer/extract/person_finder.h"

namespace pressarkiv::extract {

/// Tells paragraphs with a dash that may be speech from items of lists, by what stands around them.
class DashRuns {
 public:
  /// Both must outlive the object.
  DashRuns(const Document& doc, const PersonTable& people) : doc_(doc), people_(people) {}

  /// Whether paragraph `p` says "I" or "we".
  bool has_first_person(std::uint32_t p) const;
  /// Whether it stands right behind a question that nobody asks with a dash: an interview.
  bool answers_question(std::uint32_t p) const;
  /// Dash paragraphs that follow each other in a release in which none says who speaks, and that
  /// are not all somebody's own words: measures in a debate article, points of a talk. The first
  /// call of a run reads all of it, the first of all the whole release.
  bool is_without_voice(std::uint32_t p);

 private:
  void read_run(std::uint32_t p);

  const Document& doc_;
  const PersonTable& people_;
  std::optional<bool> voices_;   // Whether any dash paragraph says who speaks, once asked.
  std::uint32_t run_begin_ = 0;  // The run that was read last.
  std::uint32_t run_end_ = 0;
  bool run_is_voiced_ = false;  // Each paragraph of the run says "I" or "we".
};

}  // namespace pressarkiv::extract
