// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace pressarkiv {

/// The formats a reader exists for.
enum class SourceFormat {
  kPlainText,
  kMarkdown,
  kJsonLines,  ///< One object a line.
  kJson,       ///< One array of objects, or one object, over any number of lines.
};

/// "text", "markdown", "jsonl" or "json".
std::string_view format_name(SourceFormat format);
/// The reverse of format_name.
std::optional<SourceFormat> format_of_name(std::string_view name);

/// Tells the format by the bytes (of the whole source, in any encoding), then by the name.
SourceFormat sniff_format(std::string_view bytes, std::string_view path);

/// What bytes seem to be that no reader knows: "a PDF document", "a picture (PNG)"; nothing where
/// they may be text. Looks at the first bytes only, never at the name.
std::optional<std::string_view> foreign_format(std::string_view bytes);

}  // namespace pressarkiv
