// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/readers/reader.h"

namespace pressarkiv {

/// Reads one release from plain text as newsrooms export it: header lines, headline, lead, body,
/// lists of subjects and regions, contacts and standing text, in whichever order and wording.
/// One source is one release, or one error: empty, only blanks, no text, or damaged in its
/// encoding. Linear in the size; takes a few times the memory of the source.
void read_text(const SourceBytes& source, const ReadOptions& options, const ReleaseSink& sink);

}  // namespace pressarkiv
