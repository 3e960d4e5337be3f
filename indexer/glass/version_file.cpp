// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/version_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "common/codec.h"

namespace pressarkiv::glass {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kMagic = "\x0F\x0DXapian Glass\x04\x6E"sv;  // With the format's version.
constexpr std::size_t kUuidBytes = 16;
constexpr int kTables = 6;
constexpr int kStatistics = 8;
constexpr std::uint64_t kRevision = 1;
constexpr std::uint64_t kSequential = 2;  // Beside the level: leaves stand in the order of keys.
constexpr unsigned kLevelShift = 2;
constexpr std::uint32_t kBlockUnit = 2048;

/// Passes over what is said of one table.
void skip_table(ByteReader& reader) {
  constexpr int kNumbers = 5;
  for (int i = 0; i < kNumbers; ++i) reader.number();
  reader.text();
}

std::string table_entry(const TableRoot& table) {
  std::string free_list;  // No block is free.
  ByteWriter free(free_list);
  free.number(kRevision);
  free.number(table.blocks);
  for (int i = 0; i < 4; ++i) free.number(0);
  std::string bytes;
  ByteWriter writer(bytes);
  writer.number(table.root);
  writer.number(std::uint64_t{table.level} << kLevelShift | kSequential);
  writer.number(table.entries);
  writer.number(table.block_bytes / kBlockUnit);
  writer.number(0);  // Nothing is compressed.
  writer.text(free_list);
  return bytes;
}

}  // namespace

void DatabaseStatistics::add(std::uint32_t docid, std::uint32_t length) {
  if (length > 0 && (shortest == 0 || length < shortest)) shortest = length;
  longest = std::max(longest, length);
  total_length += length;
  last_docid = docid;
  ++documents;
}

std::optional<VersionFile> VersionFile::of_empty_database(const std::filesystem::path& folder) {
  std::ifstream stream(folder / "iamglass", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  const std::size_t head = kMagic.size() + kUuidBytes;
  if (bytes.size() < head || !bytes.starts_with(kMagic)) return std::nullopt;
  ByteReader reader(std::string_view(bytes).substr(head));
  reader.number();  // The revision.
  skip_table(reader);
  const std::string_view others = reader.rest();
  for (int i = 1; i < kTables; ++i) skip_table(reader);
  const std::string_view statistics = reader.rest();
  for (int i = 0; i < kStatistics; ++i) {
    if (reader.number() != 0) return std::nullopt;
  }
  if (!reader.ok() || !reader.rest().empty()) return std::nullopt;
  VersionFile file;
  file.head_ = bytes.substr(0, head);
  file.other_tables_ = others.substr(0, others.size() - statistics.size());
  return file;
}

std::string VersionFile::bytes(const TableRoot& postings,
                               const DatabaseStatistics& statistics) const {
  std::string bytes = head_;
  ByteWriter writer(bytes);
  writer.number(kRevision);
  bytes += table_entry(postings);
  bytes += other_tables_;
  writer.number(statistics.documents);
  writer.number(statistics.last_docid - statistics.documents);
  writer.number(statistics.shortest);
  writer.number(statistics.largest_wdf);
  // Not below 0: no document is shorter than the frequency of one of its terms.
  writer.number(statistics.longest - statistics.largest_wdf);
  writer.number(0);  // Oldest changeset.
  writer.number(statistics.total_length);
  writer.number(0);  // Largest frequency of a word for spelling.
  return bytes;
}

}  // namespace pressarkiv::glass
