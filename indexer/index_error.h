// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>

#include "common/result.h"

namespace pressarkiv {

/// What a failure while the index at `where` is written or looked at means, and what to do.
Error translate(const Xapian::Error& error, const std::filesystem::path& where);
Error translate(const std::filesystem::filesystem_error& error, const std::filesystem::path& where);

}  // namespace pressarkiv
