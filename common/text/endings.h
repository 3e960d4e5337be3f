// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pressarkiv {

/// What words may end with, each ending of two bytes or more, made to be asked of every word of a
/// text: a word is compared only with the endings whose last two bytes fall into the same place of
/// a table as its own, which for most words are none. Made when the program is compiled.
template <std::size_t n>
class Endings {
 public:
  constexpr explicit Endings(const std::array<std::string_view, n>& endings) {
    for (const std::string_view ending : endings) ++begins_[place_of(ending) + 1];
    for (std::size_t i = 0; i < kPlaces; ++i) begins_[i + 1] += begins_[i];
    std::array<std::uint16_t, kPlaces> filled{};
    for (const std::string_view ending : endings) {
      const std::size_t place = place_of(ending);
      sorted_[begins_[place] + filled[place]++] = ending;
    }
  }

  /// Whether one of them ends the word, or is it.
  constexpr bool end(std::string_view word) const {
    if (word.size() < 2) return false;
    const std::size_t place = place_of(word);
    for (std::size_t i = begins_[place]; i < begins_[place + 1]; ++i) {
      if (word.ends_with(sorted_[i])) return true;
    }
    return false;
  }

 private:
  static constexpr std::size_t kPlaces = 1024;
  static_assert(n < 0x10000);

  static constexpr std::size_t place_of(std::string_view text) {
    const auto last = static_cast<unsigned char>(text[text.size() - 1]);
    const auto before = static_cast<unsigned char>(text[text.size() - 2]);
    return (before * 37U + last) % kPlaces;
  }

  std::array<std::uint16_t, kPlaces + 1> begins_{};  // In sorted_, of each place.
  std::array<std::string_view, n> sorted_{};         // By place.
};

}  // namespace pressarkiv
