// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

#include "common/language/model_builder.h"
#include "common/result.h"
#include "common/vocabulary/vocabulary_writer.h"

namespace pressarkiv {

/// What the knowledge of Swedish is made from.
struct LexiconOptions {
  DictionaryPaths dictionary;
  /// Where models made from the dictionary alone are kept between runs; "": nowhere.
  std::filesystem::path cache;
};

/// Archives with fewer word forms than this have too little to teach: they use the model of the
/// dictionary alone, which is made once and cached.
inline constexpr std::size_t kFormsToLearnFrom = 20000;

/// Writes the lexicon of a new generation: the language model, learnt from the dictionary and, in
/// archives large enough, from these forms, and the vocabulary filed with it. kIo, kCorrupt.
Status create_lexicon(const std::filesystem::path& folder, const FormCounts& counts,
                      const LexiconOptions& options);

}  // namespace pressarkiv
