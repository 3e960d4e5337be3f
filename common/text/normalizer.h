// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/text/accents.h"  // IWYU pragma: export

namespace pressarkiv {

/// From byte offsets in a normalised text back to the original. Holds only the places that
/// changed; without any it is the identity and costs nothing.
class OffsetMap {
 public:
  bool is_identity() const { return changes_.empty(); }
  /// The original bytes of a range of the normalised text: whole characters, without what was
  /// dropped before or behind it. O(log changes).
  ByteRange original(ByteRange normal) const;

 private:
  friend class NormalText;
  friend class NormalizerRun;
  struct Change {
    ByteRange normal;
    ByteRange original;
  };
  std::size_t original_begin(std::size_t normal) const;
  std::size_t original_end(std::size_t normal) const;
  std::vector<Change> changes_;  // Ascending, disjoint.
};

/// A text as the analysis wants it. Reuse one object for many texts: it keeps its memory.
///
/// NFC; soft hyphens, zero-width and direction characters out; every blank but line ends and tabs
/// as a space, U+2028 and U+2029 as line ends; the hyphens U+2010 and U+2011 as "-"; the
/// apostrophes ’ ‘ ʼ as "'"; subscript digits as digits (CO₂ → CO2) and the ligatures of
/// typesetting (ﬁ → fi) as letters. Invalid UTF-8 becomes U+FFFD, one a byte. A text that is so
/// already is not copied, and checking costs about 1 ns a byte at most.
class NormalText {
 public:
  /// The result's text() points into `text` where nothing had to change, else into this object.
  /// Normalising a normal text changes nothing.
  void assign(std::string_view text);

  std::string_view text() const { return text_; }
  const OffsetMap& map() const { return map_; }

 private:
  std::string_view text_;
  std::string buffer_;
  OffsetMap map_;
};

struct NormalizedText {
  std::string text;
  OffsetMap map;
};

/// For single texts. Never fails.
NormalizedText normalize(std::string_view text);

}  // namespace pressarkiv
