// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "common/language/model_builder.h"
#include "common/result.h"

namespace pressarkiv {

/// The bytes of the LanguageModel of the dictionary at `dictionary` alone, without any archive's
/// vocabulary: from the folder `cache`, where it is kept between runs, or made now (a second or
/// two) and put there. A dictionary that was replaced is read anew, a damaged cache too. `cache`
/// empty: nothing is kept. An unreadable dictionary is an error, an unwritable cache is not.
Result<std::string> dictionary_model(const DictionaryPaths& dictionary,
                                     const std::filesystem::path& cache);

}  // namespace pressarkiv
