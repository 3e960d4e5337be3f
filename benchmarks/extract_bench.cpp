// SPDX-License-Identifier: GPL-2.0-or-later
// Times the extractor alone, one thread, on releases that were read before.
// usage: extract_bench PATH…   prints: releases MB-of-text seconds MB/s people quotes regions
#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "indexer/extract/extractor.h"
#include "indexer/readers/reader_registry.h"
#include "indexer/source_content.h"
#include "indexer/source_walker.h"

int main(int argc, char** argv) {
  using namespace pressarkiv;
  std::vector<Release> releases;
  std::size_t bytes = 0;
  walk_sources({argv + 1, argv + argc}, [&](Result<SourceFile> source) {
    if (!source) return;
    const Result<std::string> read = read_bytes(*source, std::cin);
    if (!read) return;
    read_source(*read, source->path, source->default_id, {}, [&](Result<ReadRelease> found) {
      if (!found) return;
      const Release& release = found->release;
      bytes += release.title.size() + release.lead.size() + release.body.size() +
               release.contact_text.size() + release.boilerplate.size();
      releases.push_back(std::move(found->release));
    });
  });
  const Extractor extractor;
  std::size_t people = 0;
  std::size_t quotes = 0;
  std::size_t regions = 0;
  const auto start = std::chrono::steady_clock::now();
  for (const Release& release : releases) {
    const Facts facts = extractor.extract(release);
    people += facts.people.size();
    quotes += facts.quotes.size();
    regions += facts.regions.size();
  }
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const double megabytes = static_cast<double>(bytes) / 1e6;
  std::printf("%zu %.1f %.2f %.1f %zu %zu %zu\n", releases.size(), megabytes, seconds,
              megabytes / seconds, people, quotes, regions);
}
