// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/micro/sample.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <utility>

#include "benchmarks/micro/recombine.h"
#include "common/record/record_store.h"
#include "indexer/index_builder.h"
#include "indexer/ingest.h"
#include "indexer/readers/reader_registry.h"
#include "indexer/reading.h"
#include "indexer/source_content.h"
#include "indexer/source_walker.h"
#include "tests/support/temp_dir.h"

namespace pressarkiv::micro {
namespace {

constexpr std::size_t kArchiveReleases = 3000;

[[noreturn]] void give_up(const std::string& message) {
  std::fprintf(stderr, "micro_bench: %s\n", message.c_str());
  std::exit(2);
}

std::vector<Release> read_sample() {
  const std::string corpus = std::string(PRESSARKIV_SOURCE_DIR) + "/corpus/";
  std::vector<Release> releases;
  walk_sources({corpus + "sample", corpus + "sample-markdown", corpus + "sample-json"},
               [&](const Result<SourceFile>& source) {
                 if (!source) return;
                 const Result<std::string> bytes = read_bytes(*source, std::cin);
                 if (!bytes) return;
                 read_source(*bytes, source->path, source->default_id, {},
                             [&](Result<ReadRelease> found) {
                               if (found) releases.push_back(std::move(found->release));
                             });
               });
  if (releases.empty()) give_up(corpus + ": no releases");
  return releases;
}

/// Writes and indexes the recombined releases.
void build_archive(const ArchiveLayout& layout) {
  Result<RecordStore> record = RecordStore::open_for_writing(layout);
  if (!record) give_up(record.error().message);
  Result<ReadingStore> readings = ReadingStore::open(layout, reading_maker());
  if (!readings) give_up(readings.error().message);
  std::istringstream releases(recombine(sample_releases(), kArchiveReleases));
  IngestOptions options;
  options.now = [] { return std::string("2026-01-01T00:00:00Z"); };
  options.refused = [](const std::string& message) { give_up(message); };
  const Result<IngestReport> taken = ingest({"-"}, *record, *readings, releases, options);
  if (!taken) give_up(taken.error().message);
  const Result<IndexReport> index = catch_up_index(layout, *record, *readings, {});
  if (!index) give_up(index.error().message);
}

IndexReader open_index(const test::TempDir& folder) {
  const char* named = std::getenv("PRESSARKIV_ARCHIVE");
  const ArchiveLayout layout{named != nullptr ? named : folder.file("sample.archive")};
  if (named == nullptr) build_archive(layout);
  Result<IndexReader> index = IndexReader::open(layout);
  if (!index) give_up(index.error().message);
  return std::move(*index);
}

}  // namespace

const std::vector<Release>& sample_releases() {
  static const std::vector<Release> releases = read_sample();
  return releases;
}

std::size_t sample_bytes() {
  std::size_t bytes = 0;
  for (const Release& release : sample_releases()) {
    bytes += release.title.size() + release.lead.size() + release.body.size();
  }
  return bytes;
}

IndexReader& sample_index() {
  static const test::TempDir folder;
  static IndexReader index = open_index(folder);
  return index;
}

std::vector<std::string> common_terms(const Xapian::Database& releases, std::size_t most) {
  std::vector<std::pair<Xapian::doccount, std::string>> terms;
  for (auto term = releases.allterms_begin(); term != releases.allterms_end(); ++term) {
    const std::string name = *term;
    const bool prefixed = name[0] >= 'A' && name[0] <= 'Z';
    if (!prefixed) terms.emplace_back(term.get_termfreq(), name);
  }
  std::sort(terms.begin(), terms.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(most, terms.size()); ++i) names.push_back(terms[i].second);
  return names;
}

}  // namespace pressarkiv::micro
