// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "common/byte_range.h"

namespace pressarkiv {

/// The line of a text that an offset is in, without its line break. O(line).
ByteRange line_around(std::string_view text, std::size_t offset);

/// Whether a line serves the press and tells nothing: whom to call or write to, where to apply for
/// a seat, when pictures may be taken.
bool is_press_service(std::string_view line);

}  // namespace pressarkiv
