// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace pressarkiv {

/// The path of standard input.
inline constexpr std::string_view kStandardInput = "-";

/// A file that may hold releases.
struct SourceFile {
  std::string path;        ///< Opens the file and names it in messages; "-" is standard input.
  std::string default_id;  ///< The id of a release that has none of its own.
  std::uint64_t size = 0;  ///< Bytes when it was found; 0 for standard input.
};

/// Takes each file in turn, or an error that names a path and why it is passed over.
using SourceSink = std::function<void(Result<SourceFile>)>;

/// Finds the files under `paths`, in that order; inside a folder by name, byte by byte, so that
/// two runs see the same order. Folders are walked to the bottom, symbolic links followed; hidden
/// names inside a folder are passed over. A link back to a folder above it is reported and not
/// entered. "-" is standard input, with the id "stdin". Nothing is opened but folders.
/// `passed_over` is a folder that is not entered wherever it is met (the archive itself); "" for
/// none.
///
/// default_id: the path below the folder named in `paths`, without extension
/// ("2025/06/slug"); of a file named itself, its name without extension.
void walk_sources(const std::vector<std::string>& paths, const SourceSink& sink,
                  const std::string& passed_over = "");

/// `path` without a final ".md", ".jsonl" …: one to eight letters and digits, a letter among them.
std::string without_extension(std::string_view path);

}  // namespace pressarkiv
