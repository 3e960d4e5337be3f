// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/language/compound_splitter.h"
#include "common/language/lexicon.h"
#include "common/language/word_table.h"
#include "common/result.h"

namespace pressarkiv {

/// Where the installed dictionary lies. The defaults are those of Debian's package hunspell-sv.
struct DictionaryPaths {
  std::string dic = "/usr/share/hunspell/sv_SE.dic";
  std::string aff = "/usr/share/hunspell/sv_SE.aff";
};

/// The bytes of a LanguageModel for an archive with this vocabulary, which may be empty and comes
/// in any order: the bytes depend on its content only. About 1.5 s with hunspell-sv and 50,000
/// words; some 150 MB of memory meanwhile.
std::string build_language_model(const Lexicon& lexicon,
                                 const std::vector<VocabularyWord>& vocabulary,
                                 const SplitWeights& weights = {});

/// The same from the dictionary at `paths`, or from the compiled-in NST parts where it is not
/// installed (`used_dictionary`, if given, says which). An unreadable dictionary is an error.
Result<std::string> build_language_model(const DictionaryPaths& paths,
                                         const std::vector<VocabularyWord>& vocabulary,
                                         bool* used_dictionary = nullptr);

}  // namespace pressarkiv
