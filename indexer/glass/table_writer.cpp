// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/table_writer.h"

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace pressarkiv::glass {
namespace {

constexpr std::size_t kDirectoryBegin = 11;
constexpr std::size_t kDirectoryEntry = 2;
constexpr std::uint32_t kRevision = 1;
constexpr std::size_t kItemHead = 3;  // Size and flags, and the length of the key.
constexpr std::size_t kMostItem = 0x1FFF + kItemHead;
constexpr std::size_t kItemsOfBlock = 4;     // So many must find room in every block.
constexpr std::uint32_t kWholeTag = 0x6000;  // First and last part.
constexpr std::size_t kBranchHead = 5;       // Block and length of the key.
constexpr std::size_t kBranchPart = 2;

/// Writes a number of `size` bytes.
void put(char* at, std::uint32_t value, unsigned size) {
  for (unsigned i = size; i-- > 0; value >>= 8U) at[i] = static_cast<char>(value);
}

std::size_t most_item_bytes(std::size_t block) {
  const std::size_t items = block - kDirectoryBegin - kItemsOfBlock * kDirectoryEntry;
  return std::min(items / kItemsOfBlock, kMostItem);
}

/// The shortest beginning of `key` that sorts behind `before`, which is smaller.
std::string_view dividing_key(std::string_view before, std::string_view key) {
  const auto apart = std::mismatch(before.begin(), before.end(), key.begin(), key.end()).second;
  return key.substr(0, static_cast<std::size_t>(apart - key.begin()) + 1);
}

}  // namespace

TableWriter::TableWriter(std::filesystem::path file, std::uint32_t block_bytes)
    : path_(std::move(file)),
      file_(path_, std::ios::binary | std::ios::trunc),
      block_bytes_(block_bytes) {
  begin_block(0);
  // Every table begins with an item without key and tag.
  put(place_item(kItemHead), kWholeTag, 2);
}

void TableWriter::begin_block(unsigned level) {
  block_.assign(block_bytes_, 0);
  directory_end_ = kDirectoryBegin;
  items_begin_ = block_bytes_;
  level_ = level;
}

bool TableWriter::has_room(std::size_t item_bytes) const {
  return directory_end_ + kDirectoryEntry + item_bytes <= items_begin_;
}

char* TableWriter::place_item(std::size_t bytes) {
  items_begin_ -= bytes;
  put(&block_[directory_end_], static_cast<std::uint32_t>(items_begin_), 2);
  directory_end_ += kDirectoryEntry;
  return &block_[items_begin_];
}

void TableWriter::fail() const {
  throw std::filesystem::filesystem_error(
      "write", path_, std::error_code(errno ? errno : EIO, std::generic_category()));
}

void TableWriter::write_block() {
  const auto free = static_cast<std::uint32_t>(items_begin_ - directory_end_);
  put(block_.data(), kRevision, 4);
  put(&block_[4], level_, 1);
  put(&block_[5], free, 2);
  put(&block_[7], free, 2);
  put(&block_[9], static_cast<std::uint32_t>(directory_end_), 2);
  if (!file_.write(block_.data(), block_bytes_)) fail();
  ++blocks_;
}

void TableWriter::add(std::string_view key, std::string_view tag) {
  const std::size_t bytes = kItemHead + key.size() + tag.size();
  if (key.size() > kMostKeyBytes || bytes > most_item_bytes(block_bytes_)) {
    throw std::length_error("a term or value has too many bytes to be indexed");
  }
  if (!has_room(bytes)) {
    write_block();
    begin_block(0);
    leaves_.push_back({blocks_, std::string(dividing_key(last_key_, key))});
  }
  char* item = place_item(bytes);
  put(item, kWholeTag | static_cast<std::uint32_t>(bytes - kItemHead), 2);
  put(item + 2, static_cast<std::uint32_t>(key.size()), 1);
  std::copy(tag.begin(), tag.end(), std::copy(key.begin(), key.end(), item + kItemHead));
  last_key_.assign(key);
  ++entries_;
}

/// Writes the blocks that stand above `children`; the first item of each needs no key.
void TableWriter::write_branches(const std::vector<Branch>& children, unsigned level,
                                 std::vector<Branch>& written) {
  begin_block(level);
  written.push_back({blocks_, children.front().key});
  bool first = true;
  for (const Branch& child : children) {
    if (!first && !has_room(kBranchHead + child.key.size() + kBranchPart)) {
      write_block();
      begin_block(level);
      written.push_back({blocks_, child.key});
      first = true;
    }
    const std::string_view key = first ? std::string_view() : std::string_view(child.key);
    char* item = place_item(kBranchHead + key.size() + kBranchPart);
    put(item, child.block, 4);
    put(item + 4, static_cast<std::uint32_t>(key.size()), 1);
    put(std::copy(key.begin(), key.end(), item + kBranchHead), first ? 0 : 1, 2);
    first = false;
  }
  write_block();
}

TableRoot TableWriter::finish() {
  write_block();
  std::vector<Branch> level_below{{0, {}}};
  level_below.insert(level_below.end(), leaves_.begin(), leaves_.end());
  unsigned level = 0;
  while (level_below.size() > 1) {
    std::vector<Branch> above;
    write_branches(level_below, ++level, above);
    level_below = std::move(above);
  }
  if (!file_.flush()) fail();
  return {block_bytes_, level_below.front().block, level, blocks_, entries_};
}

}  // namespace pressarkiv::glass
