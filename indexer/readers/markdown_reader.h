// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/readers/reader.h"

namespace pressarkiv {

/// One Markdown file, one release: "# Headline", then the text; facts from front matter where there
/// is some, date and kind else from the path.
void read_markdown(const SourceBytes& source, const ReadOptions& options, const ReleaseSink& sink);

}  // namespace pressarkiv
