// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "common/schema/content_sketch.h"

namespace pressarkiv {

/// A paragraph of this many words or more is boilerplate when a sender uses it under so many
/// different titles. Shorter ones ("Bakgrund", "Läs mer") need many more, for a subheading may
/// well return with its subject. Read on the releases of the Swedish government: all 39 paragraphs
/// at the border (5–9 titles, 4 words or more) are standing phrases, not news.
inline constexpr std::uint32_t kRepeatWords = 4;
inline constexpr std::uint32_t kRepeatTitles = 5;
inline constexpr std::uint32_t kShortRepeatTitles = 20;

/// Finds the paragraphs that one sender repeats word for word in release after release. What counts
/// is under how many different titles, so that a release that was published many times does not
/// become its own boilerplate.
class RepeatedParagraphs {
 public:
  void add(const ContentSketch& sketch);
  bool is_repeated(std::uint32_t sender, const ContentBlock& block) const;

 private:
  /// The first titles seen; once `kShortRepeatTitles` are there, no more are kept.
  struct Titles {
    std::vector<std::uint32_t> hashes;
  };
  static std::uint64_t key_of(std::uint32_t sender, const ContentBlock& block);

  std::unordered_map<std::uint64_t, Titles> titles_of_;
};

}  // namespace pressarkiv
