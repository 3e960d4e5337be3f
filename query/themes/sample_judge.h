// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "common/byte_range.h"

namespace pressarkiv {

/// What a place in a release's body is, as far as its theme goes.
enum class SampleKind : unsigned char {
  kContent,      ///< Inside one sentence of running text.
  kCrossing,     ///< Not of one sentence.
  kFragment,     ///< Of a line that is no sentence: a subheading, a link, an item of a list.
  kAttribution,  ///< Who says it: "…, säger socialminister Ida Ek."
  kService       ///< For the press: whom to ask, where to apply for a seat.
};

/// Judges the words at `place` of a text by the sentence and the line that they stand in.
SampleKind judge_sample(std::string_view text, const ByteRange& place);

}  // namespace pressarkiv
