// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

#include "common/result.h"
#include "indexer/document_builder.h"

namespace pressarkiv {

/// The archive's vocabulary as a small Xapian database of its own: each batch of releases is one
/// document, each folded word form one term of it, its wdf the number of releases of the batch that
/// hold the form. So a form's collection frequency is its number of releases, and prefixes are a
/// walk over sorted terms. Forms of replaced releases stay until the next rebuild: counts are then
/// a little high, never low. Empties `counts`. May throw Xapian::Error, as its caller writes the
/// index too and translates both.
void write_lexicon(const std::filesystem::path& folder, FormCounts& counts, bool fresh);

}  // namespace pressarkiv
