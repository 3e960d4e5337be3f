// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "common/text/endings.h"
#include "indexer/readers/text/words.h"

/// Lists of words that are asked of every line or word of a release. Each first looks at two bytes,
/// by which nearly all that is asked for is told from all of the list; and lists are made when the
/// program is compiled, where a braced list of strings is built anew for each question.
namespace pressarkiv::text {

/// Pairs of bytes that occur; others may be taken for them.
class BytePairs {
 public:
  constexpr void add(unsigned first, unsigned second) { seen_[place(first, second)] = true; }
  constexpr bool may_hold(unsigned first, unsigned second) const {
    return seen_[place(first, second)];
  }

 private:
  static constexpr std::size_t kPlaces = 1024;
  static constexpr std::size_t place(unsigned first, unsigned second) {
    return (first * 37U + second) % kPlaces;
  }
  std::array<bool, kPlaces> seen_{};
};

/// Phrases in lower case, of two bytes or more each, that a line may begin with.
template <std::size_t n>
class Phrases {
 public:
  constexpr explicit Phrases(const std::array<std::string_view, n>& all) : all_(all) {
    for (const std::string_view phrase : all) openings_.add(byte(phrase[0]), byte(phrase[1]));
  }

  /// False only where no phrase begins the line, which need not be lower-cased.
  bool may_begin(std::string_view line) const {
    if (line.size() < 2) return false;
    // Soft hyphens go when a line is lower-cased.
    if (line[0] == kSoftHyphen || line[1] == kSoftHyphen) return true;
    const unsigned first = lowered_byte(line[0]);
    // The second byte of a Latin-1 letter: both cases are told alike.
    return openings_.may_hold(first, first == 0xC3 ? byte(line[1]) | 0x20U : lowered_byte(line[1]));
  }

  /// The first phrase that begins the line and is followed by no letter or digit; "" if none does.
  std::string_view beginning(std::string_view lowered) const {
    if (lowered.size() < 2 || !openings_.may_hold(byte(lowered[0]), byte(lowered[1]))) return {};
    const auto found = std::find_if(all_.begin(), all_.end(), [lowered](std::string_view each) {
      return begins_with_phrase(lowered, each);
    });
    return found == all_.end() ? std::string_view() : *found;
  }
  bool begin(std::string_view lowered) const { return !beginning(lowered).empty(); }

  const std::array<std::string_view, n>& all() const { return all_; }

 private:
  static constexpr char kSoftHyphen = '\xC2';  // Its first byte.
  static constexpr unsigned byte(char c) { return static_cast<unsigned char>(c); }
  static constexpr unsigned lowered_byte(char c) {
    return c >= 'A' && c <= 'Z' ? byte(c) + 0x20U : byte(c);
  }

  std::array<std::string_view, n> all_;
  BytePairs openings_;
};

/// Words that another may be.
template <std::size_t n>
class WordList {
 public:
  constexpr explicit WordList(const std::array<std::string_view, n>& all) : all_(all) {
    for (const std::string_view word : all) sizes_.add(first_byte(word), size_of(word));
  }
  bool has(std::string_view word) const {
    return !word.empty() && sizes_.may_hold(first_byte(word), size_of(word)) &&
           std::find(all_.begin(), all_.end(), word) != all_.end();
  }

 private:
  static constexpr unsigned first_byte(std::string_view word) {
    return static_cast<unsigned char>(word[0]);
  }
  static constexpr unsigned size_of(std::string_view word) {
    return static_cast<unsigned>(word.size());
  }

  std::array<std::string_view, n> all_;
  BytePairs sizes_;  // Of first bytes and lengths.
};

/// `static constexpr auto kAsking = phrases("vid frågor", "har du frågor");`
template <typename... Words>
constexpr auto phrases(const Words&... words) {
  return Phrases<sizeof...(Words)>({std::string_view(words)...});
}
template <typename... Words>
constexpr auto word_list(const Words&... words) {
  return WordList<sizeof...(Words)>({std::string_view(words)...});
}
template <typename... Words>
constexpr auto endings(const Words&... words) {
  return Endings<sizeof...(Words)>({std::string_view(words)...});
}

}  // namespace pressarkiv::text
