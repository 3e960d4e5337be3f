// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/release.h"
#include "common/result.h"
#include "common/schema/token_stream.h"
#include "common/text/analyzer.h"
#include "query/search/index_reader.h"

namespace pressarkiv {

/// A place of a token stream in the text of its release.
struct TextPlace {
  Section section = Section::kTitle;
  ByteRange range;  ///< In the section's text.
};

/// The text of one release with the way from stream positions to bytes, through the same analysis
/// that wrote the stream.
class ReleaseText {
 public:
  /// kCorrupt where the stored text is damaged, or is not that of the stream. May throw
  /// Xapian::Error. About 0.2 ms.
  static Result<ReleaseText> read(IndexReader& index, Analyzer& analyzer, std::uint32_t docid);

  const Release& release() const { return release_; }
  std::string_view text(Section section) const;
  /// Where words [begin, end) of the stream stand; they are of one section.
  TextPlace place(std::uint32_t begin, std::uint32_t end) const;
  /// The words of the stream that stand in a range of a section's text: [begin, end).
  SectionRange words_in(Section section, const ByteRange& range) const;
  /// Main tokens of all sections.
  std::uint32_t size() const { return static_cast<std::uint32_t>(ranges_.size()); }

 private:
  Release release_;
  std::array<SectionRange, kSectionCount> sections_{};
  std::vector<ByteRange> ranges_;  ///< Of each stream position.
};

}  // namespace pressarkiv
