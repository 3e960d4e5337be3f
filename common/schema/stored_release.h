// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/release.h"
#include "common/result.h"

namespace pressarkiv {

/// The whole release as an index keeps it, for showing, snippets and concordance: fields in a fixed
/// order (stored_release.cpp is the list), compressed with zstd.
std::string encode_release(const Release& release);
/// Fails with kCorrupt. decode(encode(r)) == r.
Result<Release> decode_release(std::string_view encoded);

}  // namespace pressarkiv
