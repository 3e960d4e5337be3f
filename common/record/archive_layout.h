// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

namespace pressarkiv {

/// Where things lie inside an archive folder. The only place that composes these names.
///
///     ARCHIVE/record.db         the record (SQLite)
///     ARCHIVE/readings.db       what was read and extracted from it (SQLite); derived
///     ARCHIVE/synonyms.txt      words that mean the same, kept by the archive's users; optional
///     ARCHIVE/names.txt         names that are one person's, or two's; the same
///     ARCHIVE/lock              held by the one writer (flock); tells who that is
///     ARCHIVE/index/current     one line: the name of the generation that readers open
///     ARCHIVE/index/gNNNNNN/    one generation: releases/ and quotes/ (Xapian), the columns of
///                               each beside it, lexicon/
struct ArchiveLayout {
  std::filesystem::path root;

  std::filesystem::path record() const { return root / "record.db"; }
  std::filesystem::path readings() const { return root / "readings.db"; }
  std::filesystem::path lock() const { return root / "lock"; }
  std::filesystem::path synonyms() const { return root / "synonyms.txt"; }
  std::filesystem::path names() const { return root / "names.txt"; }
  std::filesystem::path index() const { return root / "index"; }
  std::filesystem::path current_generation_file() const { return index() / "current"; }
  std::filesystem::path generation(const std::string& name) const { return index() / name; }
};

/// Parts of one index generation.
struct GenerationLayout {
  std::filesystem::path root;

  std::filesystem::path releases() const { return root / "releases"; }
  std::filesystem::path quotes() const { return root / "quotes"; }
  std::filesystem::path release_columns() const { return root / "releases.columns"; }
  std::filesystem::path quote_columns() const { return root / "quotes.columns"; }
  std::filesystem::path lexicon() const { return root / "lexicon"; }
};

}  // namespace pressarkiv
