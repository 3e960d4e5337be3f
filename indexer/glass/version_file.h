// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "indexer/glass/table_writer.h"

namespace pressarkiv::glass {

/// What a glass database keeps of all its documents together.
struct DatabaseStatistics {
  std::uint32_t documents = 0;
  std::uint32_t last_docid = 0;
  std::uint32_t shortest = 0;  ///< Length of the shortest document that has one.
  std::uint32_t longest = 0;
  std::uint64_t total_length = 0;
  std::uint32_t largest_wdf = 0;

  void add(std::uint32_t docid, std::uint32_t length);
};

/// The file "iamglass" of a database that consists of postings alone. All but the postings' table
/// and the statistics is taken from a database that Xapian has just made: so it is the present
/// Xapian that says what a database is, and one that says something else is noticed.
class VersionFile {
 public:
  /// Reads the version file of an empty database; nothing where it is not of the format that
  /// TableWriter writes (that of Xapian 1.4: 2016-03-14).
  static std::optional<VersionFile> of_empty_database(const std::filesystem::path& folder);

  /// The version file of a database with these postings.
  std::string bytes(const TableRoot& postings, const DatabaseStatistics& statistics) const;

 private:
  std::string head_;          // Magic, version and the database's UUID.
  std::string other_tables_;  // All after the postings' table.
};

}  // namespace pressarkiv::glass
