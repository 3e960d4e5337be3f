// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/vocabulary/vocabulary.h"

namespace pressarkiv {

/// A word of the archive that was probably meant.
struct Correction {
  std::string form;
  std::uint64_t releases = 0;
  bool certain = false;  ///< The typed word is unknown; false: known, but very rare beside this.
};

/// Guesses what was meant by a slip of typing, from the archive's own words and names.
class SpellingCorrector {
 public:
  explicit SpellingCorrector(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  /// The best guess for a word whose forms stand in `frequency` releases; nullopt: leave it.
  /// A word the archive has is changed only where the other is at most one edit away and far more
  /// frequent; one that it lacks but can take apart (`divided`: "vapenstöd", by "vapen" and "stöd")
  /// only where the other is at most one edit away, for it may well be a word of its own.
  std::optional<Correction> correct(std::string_view form, std::uint64_t frequency,
                                    bool divided = false) const;

  /// Two words of the archive that were run together; empty where there are none.
  std::vector<std::string> divide(std::string_view form) const;

 private:
  const Vocabulary& vocabulary_;
};

}  // namespace pressarkiv
