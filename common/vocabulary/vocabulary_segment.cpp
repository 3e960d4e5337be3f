// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/vocabulary_segment.h"

#include <algorithm>
#include <cstring>

#include "common/codec.h"
#include "common/utf8.h"

namespace pressarkiv {
namespace {

template <typename T>
std::span<const T> table(std::string_view& content, std::uint64_t count) {
  const std::span<const T> entries(reinterpret_cast<const T*>(content.data()),
                                   static_cast<std::size_t>(count));
  content.remove_prefix(entries.size_bytes());
  return entries;
}

std::u32string characters_of(std::string_view skeleton) {
  std::u32string text;
  for (std::size_t at = 0; at < skeleton.size();) text.push_back(next_character(skeleton, at));
  return text;
}

std::vector<std::uint32_t> grams_of_characters(const std::u32string& text) {
  std::vector<std::uint32_t> grams;
  for (std::size_t i = 0; i + 3 <= text.size(); ++i) {
    std::uint64_t mixed = 0;
    for (std::size_t j = i; j < i + 3; ++j) mixed = (mixed << 21U) | text[j];
    mixed *= 0x9E3779B97F4A7C15U;
    grams.push_back(static_cast<std::uint32_t>(mixed >> 32U));
  }
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  return grams;
}

}  // namespace

std::vector<std::uint32_t> grams_of(std::string_view skeleton) {
  constexpr char32_t kEdge = U'^';
  return grams_of_characters(kEdge + characters_of(skeleton) + kEdge);
}

std::vector<std::uint32_t> inner_grams_of(std::string_view skeleton) {
  return grams_of_characters(characters_of(skeleton));
}

Result<VocabularySegment> VocabularySegment::open(const std::string& path) {
  Result<MappedFile> file = MappedFile::open(path, "vocabulary");
  if (!file) return file.error();
  VocabularySegment segment;
  segment.file_ = std::move(*file);
  if (const Status mapped = segment.map(path); !mapped) return mapped.error();
  return segment;
}

Status VocabularySegment::map(const std::string& path) {
  const auto corrupt = [&](const char* what) {
    return Error{ErrorCode::kCorrupt,
                 path + ": " + what +
                     "; the record is not touched, mend the index with: pressarkiv-index rebuild"};
  };
  std::string_view content = file_.bytes();
  if (content.size() < sizeof header_) return corrupt("cut off in its header");
  std::memcpy(&header_, content.data(), sizeof header_);
  content.remove_prefix(sizeof header_);
  if (header_.magic != SegmentHeader::kMagic) return corrupt("not a vocabulary");
  if (header_.version != SegmentHeader::kVersion ||
      header_.byte_order != SegmentHeader::kByteOrder) {
    return Error{ErrorCode::kIncompatible,
                 path +
                     ": vocabulary of another version; write it anew with: pressarkiv-index "
                     "rebuild"};
  }
  const std::uint64_t wanted = (std::uint64_t{header_.forms} + 1) * sizeof(FormEntry) +
                               std::uint64_t{header_.relations} * sizeof(RelationEntry) +
                               std::uint64_t{header_.terms} * sizeof(TermEntry) +
                               (std::uint64_t{header_.grams} + 1) * sizeof(GramEntry) +
                               header_.list_bytes + header_.text_bytes;
  if (content.size() != wanted) return corrupt("cut off or too long");
  forms_ = table<FormEntry>(content, std::uint64_t{header_.forms} + 1);
  relations_ = table<RelationEntry>(content, header_.relations);
  terms_ = table<TermEntry>(content, header_.terms);
  grams_ = table<GramEntry>(content, std::uint64_t{header_.grams} + 1);
  lists_ = content.substr(0, header_.list_bytes);
  text_ = content.substr(header_.list_bytes);
  return Done{};
}

std::string_view VocabularySegment::form(std::uint32_t number) const {
  if (number >= header_.forms) return {};
  const std::uint32_t begin = forms_[number].text;
  const std::uint32_t end = forms_[number + 1].text;
  if (begin > end || end > text_.size()) return {};
  return text_.substr(begin, end - begin);
}

std::uint32_t VocabularySegment::lower_bound(std::string_view text) const {
  std::uint32_t low = 0;
  std::uint32_t high = header_.forms;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (form(middle) < text) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

std::span<const RelationEntry> VocabularySegment::related(std::uint64_t hash) const {
  const auto before = [](const RelationEntry& entry, std::uint64_t wanted) {
    return entry.hash() < wanted;
  };
  const auto begin = std::lower_bound(relations_.begin(), relations_.end(), hash, before);
  auto end = begin;
  while (end != relations_.end() && end->hash() == hash && end->form < header_.forms) ++end;
  return {begin, end};
}

std::string_view VocabularySegment::term(std::uint32_t hash) const {
  const auto before = [](const TermEntry& entry, std::uint32_t wanted) {
    return entry.hash < wanted;
  };
  const auto found = std::lower_bound(terms_.begin(), terms_.end(), hash, before);
  if (found == terms_.end() || found->hash != hash) return {};
  return form(found->form).substr(0, found->size);
}

std::string_view VocabularySegment::list_of(std::uint32_t gram) const {
  const auto before = [](const GramEntry& entry, std::uint32_t wanted) {
    return entry.gram < wanted;
  };
  const auto last = grams_.end() - 1;  // Says where the last list ends.
  const auto found = std::lower_bound(grams_.begin(), last, gram, before);
  if (found == last || found->gram != gram) return {};
  const std::uint32_t end = (found + 1)->list;
  if (found->list > end || end > lists_.size()) return {};
  return lists_.substr(found->list, end - found->list);
}

void VocabularySegment::forms_with_gram(std::uint32_t gram,
                                        std::vector<std::uint32_t>& numbers) const {
  ByteReader reader(list_of(gram));
  std::uint64_t number = 0;
  while (!reader.rest().empty()) {
    number += reader.number();
    if (!reader.ok() || number >= header_.forms) return;
    numbers.push_back(static_cast<std::uint32_t>(number));
  }
}

}  // namespace pressarkiv
