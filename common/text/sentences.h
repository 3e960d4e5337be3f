// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "common/byte_range.h"

namespace pressarkiv {

/// The sentences of a text in order, without the blanks around them. A blank line ends a sentence
/// whatever stands before it. Swedish abbreviations ("bl.a.", "kl.", "t.ex.", "ca", "S:t"),
/// ordinals ("den 3. maj"), initials ("K. G. Larsson"), decimals and web addresses do not.
/// Never fails; O(bytes).
std::vector<ByteRange> split_sentences(std::string_view text);

}  // namespace pressarkiv
