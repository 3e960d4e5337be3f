// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "common/byte_range.h"

namespace pressarkiv {

/// A web or e-mail address as it stands in a text.
struct Address {
  ByteRange range;  ///< All of it, "https://" and "mailto:" included, without closing punctuation.
  ByteRange whole;  ///< What is indexed as one: without the scheme.
  ByteRange host;   ///< "www.riksdagen.se"; of an e-mail address what follows the @.
  ByteRange local;  ///< Of an e-mail address what stands before the @; else empty.
};

/// The first address in the range of `text`, which must hold no blanks. Recognises a scheme with
/// "://", "www.", one @ between names, and host names that end with a well-known top-level domain
/// in lower case ("regeringen.se", but not "slut.Se"). O(bytes).
std::optional<Address> find_address(std::string_view text, ByteRange range);

/// Whether a lower-case label is one of the top-level domains that need no "www." before them.
bool is_top_level_domain(std::string_view label);

}  // namespace pressarkiv
