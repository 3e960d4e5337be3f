// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/token_stream.h"

#include <algorithm>
#include <cstring>

#include "common/codec.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kRowBytes = StreamWords::kWordBytes;

unsigned width_for(std::size_t rows) {
  if (rows <= 0x100) return 1;
  return rows <= 0x10000 ? 2 : 4;
}

template <unsigned kWidth>
char* write_all(char* out, const std::vector<std::uint32_t>& values) {
  for (const std::uint32_t value : values) out = write_little_endian<kWidth>(out, value);
  return out;
}

/// The first row that `is_it` accepts, by its lowest byte; their number where there is none. One
/// byte is as good as another, and the C library searches for one at full speed.
template <typename IsIt>
std::uint32_t find_in(std::string_view rows, unsigned width, char lowest, IsIt is_it) {
  const char* const begin = rows.data();
  const char* const end = begin + rows.size();
  for (const char* at = begin; at != end; ++at) {
    at = static_cast<const char*>(std::memchr(at, lowest, static_cast<std::size_t>(end - at)));
    if (at == nullptr) break;
    const auto offset = static_cast<std::size_t>(at - begin);
    if (offset % width == 0 && is_it(at)) return static_cast<std::uint32_t>(offset / width);
  }
  return static_cast<std::uint32_t>(rows.size() / width);
}

}  // namespace

std::string TokenStreamBuilder::encode() const {
  std::string out;
  const unsigned width = width_for(rows_.words().size());
  const std::size_t bytes =
      rows_.words().size() * kRowBytes + (words_.size() + beside_.size()) * width;
  out.reserve(16 + bytes);
  ByteWriter writer(out);
  for (const std::uint32_t length : lengths_) writer.number(length);
  writer.number(beside_.size());
  writer.number(rows_.words().size());
  const std::size_t begin = out.size();
  out.resize(begin + bytes);
  char* at = out.data() + begin;
  for (const std::vector<std::uint32_t>* words : {&words_, &beside_}) {
    if (width == 1) at = write_all<1>(at, *words);
    if (width == 2) at = write_all<2>(at, *words);
    if (width == 4) at = write_all<4>(at, *words);
  }
  for (const WordHash& row : rows_.words()) {
    at = write_little_endian<4>(at, row.term);
    at = write_little_endian<2>(at, row.form);
  }
  return out;
}

void TokenStreamBuilder::clear() {
  lengths_.fill(0);
  rows_.clear();
  words_.clear();
  beside_.clear();
}

TokenStreamView::TokenStreamView(std::string_view encoded, unsigned row_width)
    : row_width_(row_width) {
  ByteReader reader(encoded);
  std::array<std::uint64_t, kSectionCount> lengths{};
  std::uint64_t total = 0;
  bool some_too_long = false;  // Sums of damaged lengths could wrap around to something that fits.
  for (std::uint64_t& length : lengths) {
    length = reader.number();
    some_too_long = some_too_long || length > encoded.size();
    total += length;
  }
  const std::uint64_t beside = reader.number();
  some_too_long = some_too_long || beside > encoded.size();
  const std::uint64_t rows = reader.number();
  const std::string_view rest = reader.rest();
  width_ = width_for(rows);
  const bool fits = reader.ok() && !some_too_long && rows <= rest.size() / row_width_ &&
                    total <= rest.size() && (rows > 0 || total + beside == 0) &&
                    rest.size() == rows * row_width_ + (total + beside) * width_;
  if (!fits) return;
  words_ = rest.substr(0, (total + beside) * width_);
  rows_ = rest.substr(words_.size());
  row_count_ = static_cast<std::uint32_t>(rows);
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    sections_[i].begin = at;
    at += static_cast<std::uint32_t>(lengths[i]);
    sections_[i].end = at;
  }
  size_ = at;
  beside_ = static_cast<std::uint32_t>(beside);
}

std::uint32_t TokenStreamView::find_row(WordHash word) const {
  if (row_width_ != kRowBytes) return find_row(table_.find(word));
  return find_in(rows_, kRowBytes, static_cast<char>(word.term),
                 [word](const char* at) { return word_hash_at(at) == word; });
}

std::uint32_t TokenStreamView::find_row(std::uint32_t number) const {
  if (number >= table_.size()) return row_count_;
  return find_in(rows_, row_width_, static_cast<char>(number),
                 [this, number](const char* at) { return number_at(at) == number; });
}

void TokenStreamView::append_without_rows(std::string& out) const {
  ByteWriter writer(out);
  for (const SectionRange& section : sections_) writer.number(section.end - section.begin);
  writer.number(beside_);
  writer.number(row_count_);
  out += words_;
}

bool TokenStreamView::are_at(std::span<const std::uint32_t> rows, std::uint32_t position) const {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (word(position + static_cast<std::uint32_t>(i)) != rows[i]) return false;
  }
  return true;
}

bool TokenStreamView::has_in_a_row(std::span<const std::uint32_t> rows, Section section) const {
  const SectionRange range = this->section(section);
  if (rows.empty() || range.end - range.begin < rows.size()) return false;
  const auto last = std::max_element(rows.begin(), rows.end());
  const auto before = static_cast<std::uint32_t>(last - rows.begin());
  const auto behind = static_cast<std::uint32_t>(rows.end() - last - 1);
  // The lowest byte of the row's number, wherever it can stand.
  const char* const begin = words_.data();
  const char* const end = begin + std::size_t{range.end - behind} * width_;
  const char* at = begin + std::size_t{range.begin + before} * width_;
  for (; at < end; ++at) {
    at = static_cast<const char*>(
        std::memchr(at, static_cast<char>(*last), static_cast<std::size_t>(end - at)));
    if (at == nullptr) return false;
    const auto offset = static_cast<std::size_t>(at - begin);
    if (offset % width_ != 0) continue;
    if (are_at(rows, static_cast<std::uint32_t>(offset / width_) - before)) return true;
  }
  return false;
}

}  // namespace pressarkiv
