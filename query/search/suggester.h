// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/search/index_reader.h"

namespace pressarkiv {

/// Something of the archive that what was typed so far may become.
struct Suggestion {
  enum class Kind : std::uint8_t { kWord, kSubject, kPlace, kPerson, kPublisher };
  Kind kind = Kind::kWord;
  std::string text;
  std::uint64_t releases = 0;
};

/// Completions of `typed`, at most `most` of each kind, each kind's most frequent first. Case does
/// not count and å ä ö may be typed without their marks ("forsko" → "förskola"); labels are met at
/// the beginning of any of their words ("reuter" → "Cecilia Reuterberg"). Nothing typed, nothing
/// suggested. May throw Xapian::Error.
std::vector<Suggestion> suggest(IndexReader& index, std::string_view typed, std::size_t most);

/// "word", "subject", "place", "person", "publisher".
std::string_view suggestion_kind_name(Suggestion::Kind kind);

}  // namespace pressarkiv
