// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "common/digest.h"
#include "common/record/source_store.h"
#include "common/record/sqlite.h"
#include "common/record/version_table.h"

namespace pressarkiv {

/// One run over everything in a record. Throws sqlite::Failure where the file cannot be read at
/// all; damage inside it is reported.
class RecordVerifier {
 public:
  using Report = std::function<void(const std::string&)>;
  using Progress = std::function<void(std::uint64_t, std::uint64_t)>;

  RecordVerifier(const sqlite::Database& database, SourceStore& sources, const Report& report,
                 const Progress& progress);

  /// The number of problems.
  std::uint64_t run();

 private:
  void check_structure();
  void check_sources();
  void check_source(const StoredSource& source, std::string_view stored_digest);
  void check_events();
  void check_version(const VersionRow& row);
  void check_rows();
  void report_rows(const char* sql, const std::string& before, const std::string& after);
  void report(const std::string& problem);
  void step();

  const sqlite::Database& database_;
  SourceStore& sources_;
  const Report& report_;
  const Progress& progress_;
  VersionTable table_;
  std::uint64_t problems_ = 0;
  std::uint64_t done_ = 0;
  std::uint64_t total_ = 0;
};

}  // namespace pressarkiv
