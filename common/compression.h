// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/result.h"

namespace pressarkiv {

/// One zstd frame (RFC 8878) that tells its content's size, at a level chosen for speed. Contexts
/// are kept per thread, so a call costs no set-up: about 10 µs for 1.5 kB, 3 ms for 1 MB.
std::string compress(std::string_view bytes);

/// What compress() was given. kCorrupt where `frame` is not one whole frame or claims more than
/// `max_bytes`; damaged input never allocates more than it could hold.
Result<std::string> decompress(std::string_view frame, std::size_t max_bytes);

}  // namespace pressarkiv
