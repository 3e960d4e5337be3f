// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/byte_range.h"
#include "common/release.h"
#include "common/result.h"
#include "common/schema/content_table.h"
#include "query/search/index_reader.h"
#include "query/search/name_aliases.h"
#include "query/themes/release_text.h"

namespace pressarkiv {

/// A quote where it stands in its release.
struct PlacedQuote {
  std::string speaker;  ///< As the release names whoever speaks; "" where that is open.
  Section section = Section::kBody;
  std::vector<ByteRange> parts;  ///< In the section's text.
};

/// The quotes of one release after another. May throw Xapian::Error.
class ReleaseQuotes {
 public:
  explicit ReleaseQuotes(IndexReader& index) : index_(index) {}

  /// The quotes of a release; valid until the next call.
  const std::vector<PlacedQuote>& of(const std::string& release_id);
  /// Which of the quotes read last a place begins in.
  std::optional<std::size_t> find(const TextPlace& place) const;

 private:
  IndexReader& index_;
  std::vector<PlacedQuote> quotes_;
};

/// One quote of the archive, for counting.
struct CountedQuote {
  const ContentEntry* entry = nullptr;  ///< Its release.
  std::uint32_t speaker = 0;            ///< Index into QuoteCensus::speakers.
  std::uint32_t words = 0;
};

/// Every quote of an archive, by docid of its release. Speakers whose names are said to be one
/// person's (ARCHIVE/names.txt) are one.
struct QuoteCensus {
  std::vector<CountedQuote> quotes;
  std::vector<std::string> speakers;  ///< Names as written; the first is "", for open ones.

  /// The number of a speaker; 0 for a name that no quote has.
  std::uint32_t speaker_of(const std::string& name, const NameAliases& aliases) const;
};

/// Reads the census; about 5 µs a quote. kInvalidArgument for a damaged names.txt. May throw
/// Xapian::Error.
Result<QuoteCensus> take_census(IndexReader& index, const ContentTable& table,
                                const NameAliases& aliases);

}  // namespace pressarkiv
