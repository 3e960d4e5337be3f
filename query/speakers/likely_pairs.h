// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/speakers/people_directory.h"

namespace pressarkiv {

/// How two names differ.
enum class NameDifference : std::uint8_t {
  kWriting,   ///< Hyphen, blank, particle or accent: "Anna-Karin Ek", "Annakarin Ek".
  kSpelling,  ///< One letter: "Annika Sjöö", "Annica Sjöö".
  kMiddle,    ///< A name more in the middle: "Acko Ek", "Acko Berg Ek".
  kEnding     ///< A name more at the end: "Malin Berg", "Malin Berg Ek".
};
std::string_view to_string(NameDifference difference);  ///< "writing", "spelling" …

/// Two entries of the directory that may be one person, and what says so or otherwise. Nothing is
/// decided here: people do that, in ARCHIVE/names.txt.
struct LikelyPair {
  const DirectoryPerson* first = nullptr;  ///< Named in more releases.
  const DirectoryPerson* second = nullptr;
  NameDifference difference = NameDifference::kSpelling;
  double score = 0;                     ///< 0–1, for ranking alone.
  std::vector<std::string> reasons;     ///< What speaks for one person, in Swedish.
  std::vector<std::string> objections;  ///< What speaks against it, in Swedish.
};

/// All likely pairs, most likely first; those on which names.txt has decided are left out. Names
/// are compared only where they share a key (first and last word, first two words, the letters
/// without one of them), and at most 40 of a key: O(people · letters of a name).
std::vector<LikelyPair> likely_pairs(const PeopleDirectory& directory);

}  // namespace pressarkiv
