// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/search/name_aliases.h"

namespace pressarkiv {

/// Someone who is quoted.
struct SpeakerName {
  std::string name;  ///< Folded: lower case, accents other than å ä ö off.
  std::string term;
  std::uint64_t documents = 0;  ///< Quotes, or releases with a quote.
};

/// Who a typed name can mean.
struct SpeakerMatch {
  std::vector<SpeakerName> names;  ///< Most quoted first.
  bool is_guess = false;           ///< The name as typed is nobody's; these are the nearest.
  std::string note;  ///< In Swedish: what was guessed, or that several people fit; else "".

  bool has(std::string_view name) const;  ///< A folded name.
};

/// Whether a folded name has all the words that were typed.
bool bears_name(std::string_view name, std::string_view typed, bool is_prefix);

/// Finds speakers by a full or partial name: all its words (with `is_prefix` the last one may go
/// on), with the other names that `aliases` makes one person's; a genitive -s is forgiven; where
/// nobody has them, the words that are nearest by spelling. O(names in the index).
SpeakerMatch find_speakers(const Xapian::Database& index, const NameAliases& aliases,
                           std::string_view typed, bool is_prefix);

}  // namespace pressarkiv
