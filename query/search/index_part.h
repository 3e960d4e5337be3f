// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace pressarkiv {

/// Which database of a generation is searched. Both have the same terms and columns for words,
/// dates and metadata, so that one language serves both.
enum class IndexPart { kReleases, kQuotes };

}  // namespace pressarkiv
