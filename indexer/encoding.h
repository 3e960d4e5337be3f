// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/result.h"

namespace pressarkiv {

/// How the bytes of a source spell characters.
enum class Encoding {
  kUtf8,
  kUtf8Bom,      ///< UTF-8 after the bytes EF BB BF.
  kUtf16Le,      ///< With or without a byte order mark.
  kUtf16Be,      ///< With or without a byte order mark.
  kWindows1252,  ///< Holds Latin-1 too, whose control codes 80–9F do not occur in text.
};

/// "UTF-8", "UTF-8 with BOM", "UTF-16LE", "UTF-16BE" or "Windows-1252".
std::string_view encoding_name(Encoding encoding);

/// Text in UTF-8 and NFC, its lines ended by "\n".
struct DecodedText {
  std::string text;
  Encoding encoding = Encoding::kUtf8;
  bool composed = false;  ///< The source was not in NFC.
  bool lossy = false;     ///< Bytes without meaning became U+FFFD, or control codes were left out.
};

/// Where bytes stand in a larger file, for messages.
struct TextPlace {
  std::string_view path;
  std::size_t offset = 0;  ///< Of the first byte in the file.
  std::size_t line = 1;    ///< Of the first byte in the file, 1-based.
};

/// What the bytes look like, without converting them. Never fails: bytes that are no text at all
/// are called UTF-8, and decode_text refuses them.
Encoding detect_encoding(std::string_view bytes);

/// Whether text is UTF-8 in which decode_text() would change nothing, as nearly all is. Never true
/// where it would; may be false where it would not (letters of other scripts).
bool is_plain_text(std::string_view text);

/// Converts text of an unknown (or the given) encoding. Fails with kUnsupportedFormat for bytes
/// that are no text (NUL, many control codes), with kCorrupt for UTF-8 or UTF-16 that is broken in
/// places; both name the offset in the file. Linear in the size.
Result<DecodedText> decode_text(std::string_view bytes, const TextPlace& place,
                                std::optional<Encoding> encoding = std::nullopt);

}  // namespace pressarkiv
