// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "query/expansion/shared_words.h"
#include "query/search/token_pattern.h"

namespace pressarkiv {

/// Something that hits are marked for: any token with one of `terms` (and, where given, one of
/// `forms`), or a pattern of several words.
struct HighlightTarget {
  SharedWords terms;                    ///< Ascending where there is no pattern.
  SharedWords forms;                    ///< Folded, ascending; empty: every form.
  std::optional<TokenPattern> pattern;  ///< Set: only where the pattern matches.
  std::optional<Section> section;       ///< Only there.
  /// Only in releases that hold none of these terms: parts of a compound are worth marking where
  /// the compound itself does not stand.
  SharedWords unless;
  double weight = 1;  ///< How much seeing it is worth (inverse document frequency).
};

}  // namespace pressarkiv
