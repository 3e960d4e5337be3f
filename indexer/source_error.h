// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cerrno>
#include <string>
#include <system_error>

#include "common/result.h"

namespace pressarkiv {

/// What the system says of an errno.
inline std::string errno_text(int number) { return std::generic_category().message(number); }

/// A source that is passed over because it cannot be read.
inline Error source_error(const std::string& path, int number) {
  return {number == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo,
          path + ": " + errno_text(number) + "; skipped"};
}

}  // namespace pressarkiv
