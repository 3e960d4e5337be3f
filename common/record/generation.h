// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/record/archive_layout.h"
#include "common/result.h"

namespace pressarkiv {

/// The name of the index generation that readers open ("g000003"). kNotFound where nothing has
/// been indexed yet, kIo or kCorrupt otherwise.
Result<std::string> current_generation(const ArchiveLayout& layout);

/// The name after `name`: "g000003" → "g000004"; "g000001" after "".
std::string next_generation_name(const std::string& name);

/// Makes `name` the generation that readers open, in one atomic step that survives a power cut.
Status publish_generation(const ArchiveLayout& layout, const std::string& name);

/// Removes generations and half-built ones other than `keep`. Readers that have one open go on
/// reading it. Failures are ignored: the next build tries again.
void remove_other_generations(const ArchiveLayout& layout, const std::string& keep);

/// Whether an index with this metadata can be used by this program: kIncompatible says what to
/// do. `analyzer` empty: not checked.
Status check_index_version(const std::string& schema, const std::string& analyzer);

}  // namespace pressarkiv
