// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/hash_index.h"
#include "common/text/byte_arena.h"
#include "common/text/snowball.h"

namespace pressarkiv {

/// The first and the last eight bytes of a text; shorter ones come from where they overlap. With
/// the size they tell texts of at most 16 bytes apart without a look at the bytes.
struct TextEnds {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  bool operator==(const TextEnds&) const = default;
};

/// Whether a folded form is indexed by its stem: words of letters, also with digits, hyphens and
/// apostrophes ("12-åringar"), but no numbers and none of "regeringen.se", "t.ex", "2023:15". Other
/// forms are terms as they stand.
bool is_stemmable(std::string_view folded_form);

/// A word form and all that follows from its letters alone.
struct alignas(64) KnownForm {  // One line of the cache.
  std::string_view form;        ///< Lower case, NFC: "andré".
  std::string_view term;        ///< What is indexed: folded and stemmed.
  std::uint64_t form_hash = 0;  ///< stable_hash(form).
  std::uint32_t folded = 0;     ///< Number of the folded form ("andre"); its own for most words.
  std::uint32_t term_number = 0;
  TextEnds ends;
};

/// An index term.
struct KnownTerm {
  std::string_view text;
  std::uint64_t hash = 0;  ///< stable_hash(text).
};

/// Numbers the word forms that an analyzer meets, and knows of each what costs time to find:
/// stem, folded form, hashes. So a word costs one look into a flat table wherever it stands again,
/// and whoever counts words counts by number. Texts stay where they are as long as the table
/// lives, and numbers never change. Not thread-safe.
class FormTable {
 public:
  /// The number of a lower-case form, given out on first sight: 0, 1, 2 …
  std::uint32_t number_of(std::string_view form) { return number_of(form, hash(form)); }

  /// The same in steps, for many forms at once: the table is larger than a cache, so who looks a
  /// row of forms up asks for the later ones' slots and entries first.
  static std::uint32_t hash(std::string_view form);
  void prefetch_slot(std::uint32_t hash) const { form_index_.prefetch(hash); }
  void prefetch_entry(std::uint32_t hash) const {
    const std::uint32_t number = form_index_.first_number(hash);
    if (number != HashIndex::kNone) __builtin_prefetch(&forms_[number]);
  }
  std::uint32_t number_of(std::string_view form, std::uint32_t hash);

  const KnownForm& form(std::uint32_t number) const { return forms_[number]; }
  const KnownTerm& term(std::uint32_t number) const { return terms_[number]; }
  std::size_t form_count() const { return forms_.size(); }
  std::size_t term_count() const { return terms_.size(); }

  /// Whether it has grown so large (2^17 words or 8 MB of text; all in all some 25 MB) that a new
  /// one should take its place. A table goes on to work when it is full.
  bool is_full() const { return forms_.size() >= kMostForms || text_bytes_ >= kMostTextBytes; }
  static constexpr std::size_t kMostForms = std::size_t{1} << 17U;
  static constexpr std::size_t kMostTextBytes = std::size_t{8} << 20U;

 private:
  std::uint32_t add(std::string_view form, const TextEnds& ends, std::uint32_t hash);
  std::uint32_t term_number_of(std::string_view form);
  std::string_view keep(std::string_view text);

  HashIndex form_index_;
  HashIndex term_index_;
  std::vector<KnownForm> forms_;
  std::vector<KnownTerm> terms_;
  ByteArena bytes_;
  std::size_t text_bytes_ = 0;
  Snowball snowball_;
  std::string folded_;
};

}  // namespace pressarkiv
