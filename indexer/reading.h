// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "common/facts.h"
#include "common/record/reading_store.h"
#include "common/record/record_store.h"
#include "common/release.h"
#include "common/result.h"
#include "indexer/extract/extractor.h"

namespace pressarkiv {

/// A release as read and what was concluded from it: what the index is made of.
struct Reading {
  Release release;
  Facts facts;
  bool operator==(const Reading&) const = default;
};

/// Names the code that reads and extracts: a hash of its sources, so that nobody has to remember
/// to raise a number. Readings that another build made are made anew.
std::string_view reading_maker();

StoredReading store_reading(const Reading& reading);
/// nullopt where the bytes are damaged.
std::optional<Reading> restore_reading(const StoredReading& stored);

/// Reads the version from its own bytes and extracts. Fails as reread() does.
Result<Reading> make_reading(const StoredVersion& version, const Extractor& extractor);

}  // namespace pressarkiv
