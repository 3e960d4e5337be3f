// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/language/language_model.h"
#include "common/result.h"

namespace pressarkiv {

/// What was seen of one word form.
struct FormCount {
  std::uint32_t releases = 0;  ///< Releases that hold it.
  std::uint32_t flags = 0;     ///< FormEntry::kSeenLower, kSeenAsName.
};

/// Folded lower-case word forms (fold_accents(Token::form)).
using FormCounts = std::unordered_map<std::string, FormCount>;

/// The bytes of a segment that files these forms by the words they belong to and the words they
/// hold. About 4 µs a form. The same for equal content.
std::string encode_vocabulary(const FormCounts& counts, const LanguageModel& model);

/// Adds a segment to the vocabulary in `folder`, where the model lies already; many segments are
/// put together into one. Readers see either the old or the new state. A form's counts in several
/// segments add up. kIo, kCorrupt.
Status append_vocabulary(const std::filesystem::path& folder, const FormCounts& counts);

}  // namespace pressarkiv
