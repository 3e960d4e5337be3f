// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/reading.h"

#include <utility>

#include "common/schema/stored_facts.h"
#include "common/schema/stored_release.h"
#include "indexer/reading_maker.h"
#include "indexer/reread.h"

namespace pressarkiv {

std::string_view reading_maker() { return kReadingMaker; }

StoredReading store_reading(const Reading& reading) {
  return {encode_release(reading.release), encode_facts(reading.facts, reading.release)};
}

std::optional<Reading> restore_reading(const StoredReading& stored) {
  Result<Release> release = decode_release(stored.release);
  if (!release) return std::nullopt;
  Result<Facts> facts = decode_facts(stored.facts, *release);
  if (!facts) return std::nullopt;
  return Reading{std::move(*release), std::move(*facts)};
}

Result<Reading> make_reading(const StoredVersion& version, const Extractor& extractor) {
  Result<Release> release = reread(version);
  if (!release) return release.error();
  Facts facts = extractor.extract(*release);
  return Reading{std::move(*release), std::move(facts)};
}

}  // namespace pressarkiv
