// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "common/record/record_store.h"

namespace pressarkiv {

/// Where the reading of a version lies in readings.db: those of one maker follow each other in the
/// order of events.
constexpr std::int64_t reading_place(std::int64_t maker, EventNumber event) {
  return (maker << 40U) + static_cast<std::int64_t>(event);
}

}  // namespace pressarkiv
