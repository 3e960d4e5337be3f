// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/form_table.h"

#include <algorithm>
#include <cstring>

#include "common/hash.h"
#include "common/text/accents.h"
#include "common/text/letters.h"

namespace pressarkiv {
namespace {

// Multiply and fold eight bytes at a time; only for these tables, never stored.
std::uint32_t hash_of(std::string_view word) {
  constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = word.size() * kMultiplier;
  const char* at = word.data();
  std::size_t left = word.size();
  while (left > 0) {
    const std::size_t size = left < 8 ? left : 8;
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, size);
    hash = (hash ^ bytes) * kMultiplier;
    hash ^= hash >> 32U;
    at += size;
    left -= size;
  }
  return static_cast<std::uint32_t>(hash);
}

// Calling memcmp for texts this short costs more than comparing them.
bool same_text(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const char* left = a.data();
  const char* right = b.data();
  std::size_t size = a.size();
  for (; size >= 8; size -= 8, left += 8, right += 8) {
    std::uint64_t left_bytes = 0;
    std::uint64_t right_bytes = 0;
    std::memcpy(&left_bytes, left, 8);
    std::memcpy(&right_bytes, right, 8);
    if (left_bytes != right_bytes) return false;
  }
  for (; size > 0; --size, ++left, ++right) {
    if (*left != *right) return false;
  }
  return true;
}

std::uint64_t order_of(std::string_view text) {
  std::uint64_t order = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    order = (order << 8U) | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return order;
}

/// Whether stemming would help: words of letters, also with digits, hyphens and apostrophes
/// ("12-åringar"), but no numbers and none of "regeringen.se", "t.ex", "2023:15".
bool is_stemmable(std::string_view form) {
  bool letters = false;
  for (const char byte : form) {
    if (byte == '.' || byte == '@' || byte == '/' || byte == ':' || byte == '_') return false;
    letters = letters || is_ascii_letter(byte) || static_cast<unsigned char>(byte) >= 0x80;
  }
  return letters;
}

}  // namespace

std::uint32_t FormTable::number_of(std::string_view form) {
  const std::uint32_t hash = hash_of(form);
  const std::uint32_t known = form_index_.find(
      hash, [&](std::uint32_t number) { return same_text(forms_[number].form, form); });
  return known != HashIndex::kNone ? known : add(form, hash);
}

std::uint32_t FormTable::add(std::string_view form, std::uint32_t hash) {
  const auto number = static_cast<std::uint32_t>(forms_.size());
  KnownForm known;
  known.form = keep(form);
  known.form_hash = stable_hash(form);
  known.folded = number;
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
  const std::uint32_t hash = hash_of(text);
  const std::uint32_t known = term_index_.find(
      hash, [&](std::uint32_t number) { return same_text(terms_[number].text, text); });
  if (known != HashIndex::kNone) return known;
  const auto number = static_cast<std::uint32_t>(terms_.size());
  // Nearly every stem is the beginning of its word.
  const bool begins = form.substr(0, text.size()) == text;
  KnownTerm term;
  term.text = begins ? form.substr(0, text.size()) : keep(text);
  term.hash = stable_hash(text);
  term.order = order_of(text);
  terms_.push_back(term);
  term_index_.insert(hash, number);
  return number;
}

std::string_view FormTable::keep(std::string_view text) {
  text_bytes_ += text.size();
  return bytes_.copy(text);
}

}  // namespace pressarkiv
