// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/form_table.h"

#include <algorithm>
#include <cstring>

#include "common/hash.h"
#include "common/text/accents.h"
#include "common/text/letters.h"

namespace pressarkiv {
namespace {

template <typename Number>
std::uint64_t load(const char* bytes) {
  Number number = 0;
  std::memcpy(&number, bytes, sizeof(Number));
  return number;
}

TextEnds ends_of(std::string_view text) {
  const char* const begin = text.data();
  const std::size_t size = text.size();
  if (size >= 8) return {load<std::uint64_t>(begin), load<std::uint64_t>(begin + size - 8)};
  if (size >= 4) return {load<std::uint32_t>(begin), load<std::uint32_t>(begin + size - 4)};
  if (size == 0) return {};
  return {load<std::uint8_t>(begin) | load<std::uint8_t>(begin + size / 2) << 8U,
          load<std::uint8_t>(begin + size - 1)};
}

// Multiply and fold; only for these tables, never stored.
std::uint32_t hash_of(std::string_view text, const TextEnds& ends) {
  constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = text.size() * kMultiplier;
  const auto take = [&hash](std::uint64_t bytes) {
    hash = (hash ^ bytes) * kMultiplier;
    hash ^= hash >> 32U;
  };
  take(ends.first);
  for (std::size_t at = 8; at + 8 < text.size(); at += 8)
    take(load<std::uint64_t>(text.data() + at));
  take(ends.last);
  return static_cast<std::uint32_t>(hash);
}

/// Whether two texts with the same ends are the same.
bool same_between(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         (a.size() <= 16 || std::memcmp(a.data() + 8, b.data() + 8, a.size() - 16) == 0);
}

}  // namespace

bool is_stemmable(std::string_view folded_form) {
  bool letters = false;
  for (const char byte : folded_form) {
    if (byte == '.' || byte == '@' || byte == '/' || byte == ':' || byte == '_') return false;
    letters = letters || is_ascii_letter(byte) || static_cast<unsigned char>(byte) >= 0x80;
  }
  return letters;
}

std::uint32_t FormTable::hash(std::string_view form) { return hash_of(form, ends_of(form)); }

std::uint32_t FormTable::number_of(std::string_view form, std::uint32_t hash) {
  const TextEnds ends = ends_of(form);
  const std::uint32_t found = form_index_.find(hash, [&](std::uint32_t number) {
    return forms_[number].ends == ends && same_between(forms_[number].form, form);
  });
  return found != HashIndex::kNone ? found : add(form, ends, hash);
}

std::uint32_t FormTable::add(std::string_view form, const TextEnds& ends, std::uint32_t hash) {
  const auto number = static_cast<std::uint32_t>(forms_.size());
  KnownForm known;
  known.form = keep(form);
  known.form_hash = stable_hash(form);
  known.folded = number;
  known.ends = ends;
  forms_.push_back(known);
  form_index_.insert(hash, number);
  if (may_have_accents(form)) {
    fold_accents(forms_[number].form, folded_);
    if (folded_ != forms_[number].form) {
      const std::string folded = folded_;
      const std::uint32_t other = number_of(folded);  // Folding twice is folding once.
      forms_[number].folded = other;
      forms_[number].term_number = forms_[other].term_number;
      forms_[number].term = forms_[other].term;
      return number;
    }
  }
  forms_[number].term_number = term_number_of(forms_[number].form);
  forms_[number].term = terms_[forms_[number].term_number].text;
  return number;
}

std::uint32_t FormTable::term_number_of(std::string_view form) {
  const std::string_view text = is_stemmable(form) ? snowball_.stem(form) : form;
  const std::uint32_t hash = hash_of(text, ends_of(text));
  const std::uint32_t known =
      term_index_.find(hash, [&](std::uint32_t number) { return terms_[number].text == text; });
  if (known != HashIndex::kNone) return known;
  const auto number = static_cast<std::uint32_t>(terms_.size());
  // Nearly every stem is the beginning of its word.
  const bool begins = form.substr(0, text.size()) == text;
  KnownTerm term;
  term.text = begins ? form.substr(0, text.size()) : keep(text);
  term.hash = stable_hash(text);
  terms_.push_back(term);
  term_index_.insert(hash, number);
  return number;
}

std::string_view FormTable::keep(std::string_view text) {
  text_bytes_ += text.size();
  return bytes_.copy(text);
}

}  // namespace pressarkiv
