// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
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

/// What tells a paragraph of a sender.
std::uint64_t paragraph_key(std::uint32_t sender, const ContentBlock& block);
/// Different titles that make a paragraph of so many words a repeated one.
constexpr std::size_t titles_needed(std::uint32_t words) {
  return words >= kRepeatWords ? kRepeatTitles : kShortRepeatTitles;
}

/// The different titles over a paragraph, by hash, up to kShortRepeatTitles: more make no
/// difference.
class ParagraphTitles {
 public:
  void add(std::uint32_t title) {
    if (hashes_.size() >= kShortRepeatTitles) return;
    if (std::find(hashes_.begin(), hashes_.end(), title) == hashes_.end()) {
      hashes_.push_back(title);
    }
  }
  std::size_t size() const { return hashes_.size(); }

 private:
  std::vector<std::uint32_t> hashes_;
};

/// Finds the paragraphs that one sender repeats word for word in release after release. What counts
/// is under how many different titles, so that a release that was published many times does not
/// become its own boilerplate.
class RepeatedParagraphs {
 public:
  void add(const SketchView& sketch);
  bool is_repeated(std::uint32_t sender, const ContentBlock& block) const;

 private:
  std::unordered_map<std::uint64_t, ParagraphTitles> titles_of_;
};

}  // namespace pressarkiv
