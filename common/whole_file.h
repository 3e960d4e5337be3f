// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

#include "common/result.h"

namespace pressarkiv {

/// Writes a file so that others see all of it or nothing, also after a crash or a power cut: to a
/// neighbour first, then renamed. Replaces what was there. kIo, with the system's reason.
Status write_whole_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace pressarkiv
