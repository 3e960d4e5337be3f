// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/stem_memo.h"

#include <libstemmer.h>

#include <cstring>

namespace pressarkiv {
namespace {

constexpr std::size_t kFirstTableSize = 4096;
constexpr std::size_t kMostWords = std::size_t{1} << 18U;
constexpr std::size_t kLongestRemembered = 64;
constexpr std::uint16_t kNoPrefix = 0xFFFF;  // The stem is no prefix of the word.

// Multiply and fold eight bytes at a time; only for this table, never stored.
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

bool same_bytes(const char* a, const char* b, std::size_t size) {
  for (; size >= 8; size -= 8, a += 8, b += 8) {
    std::uint64_t left = 0;
    std::uint64_t right = 0;
    std::memcpy(&left, a, 8);
    std::memcpy(&right, b, 8);
    if (left != right) return false;
  }
  for (; size > 0; --size, ++a, ++b) {
    if (*a != *b) return false;
  }
  return true;
}

}  // namespace

struct StemMemo::Stemmer {
  sb_stemmer* handle = sb_stemmer_new("swedish", "UTF_8");

  Stemmer() = default;
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;
  ~Stemmer() { sb_stemmer_delete(handle); }
};

StemMemo::StemMemo() = default;
StemMemo::~StemMemo() = default;
StemMemo::StemMemo(StemMemo&&) noexcept = default;
StemMemo& StemMemo::operator=(StemMemo&&) noexcept = default;

std::string_view StemMemo::stem(std::string_view word) {
  if (word.empty() || word.size() > kLongestRemembered) return snowball(word);
  if (table_.empty()) table_.resize(kFirstTableSize);
  const std::uint32_t hash = hash_of(word);
  const std::size_t mask = table_.size() - 1;
  for (std::size_t slot = hash & mask; table_[slot].key_size != 0; slot = (slot + 1) & mask) {
    const Entry& entry = table_[slot];
    if (entry.hash != hash || entry.key_size != word.size() ||
        !same_bytes(keys_.data() + entry.key_begin, word.data(), word.size())) {
      continue;
    }
    return entry.stem_size == kNoPrefix ? snowball(word) : word.substr(0, entry.stem_size);
  }
  const std::string_view stemmed = snowball(word);
  const bool prefix = word.substr(0, stemmed.size()) == stemmed;
  insert(word, hash, prefix ? stemmed.size() : kNoPrefix);
  return prefix ? word.substr(0, stemmed.size()) : stemmed;
}

std::string_view StemMemo::snowball(std::string_view word) {
  if (!stemmer_) stemmer_ = std::make_unique<Stemmer>();
  if (stemmer_->handle == nullptr) return word;
  const auto* const bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stemmed =
      sb_stemmer_stem(stemmer_->handle, bytes, static_cast<int>(word.size()));
  if (stemmed == nullptr) return word;  // Out of memory.
  return {reinterpret_cast<const char*>(stemmed),
          static_cast<std::size_t>(sb_stemmer_length(stemmer_->handle))};
}

void StemMemo::insert(std::string_view word, std::uint32_t hash, std::size_t stem_size) {
  if (words_ * 2 >= table_.size()) grow();
  const std::size_t mask = table_.size() - 1;
  std::size_t slot = hash & mask;
  while (table_[slot].key_size != 0) slot = (slot + 1) & mask;
  table_[slot] = {hash, static_cast<std::uint32_t>(keys_.size()),
                  static_cast<std::uint16_t>(word.size()), static_cast<std::uint16_t>(stem_size)};
  keys_.insert(keys_.end(), word.begin(), word.end());
  ++words_;
}

void StemMemo::grow() {
  if (words_ >= kMostWords) {
    table_.assign(table_.size(), Entry());
    keys_.clear();
    words_ = 0;
    return;
  }
  std::vector<Entry> larger(table_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Entry& entry : table_) {
    if (entry.key_size == 0) continue;
    std::size_t slot = entry.hash & mask;
    while (larger[slot].key_size != 0) slot = (slot + 1) & mask;
    larger[slot] = entry;
  }
  table_.swap(larger);
}

}  // namespace pressarkiv
