// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/record/record_store.h"
#include "common/release.h"
#include "common/result.h"

namespace pressarkiv {

/// Reads a release again from its own bytes in the record, with the readers of today. The id stays
/// what it was when the release arrived. Fails as the reader fails; the message names the release.
Result<Release> reread(const StoredVersion& version);

}  // namespace pressarkiv
