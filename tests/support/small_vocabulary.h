// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/language/model_builder.h"
#include "common/vocabulary/vocabulary.h"
#include "common/vocabulary/vocabulary_segment.h"
#include "common/vocabulary/vocabulary_writer.h"
#include "common/whole_file.h"
#include "tests/support/temp_dir.h"

namespace pressarkiv::test {

/// A dictionary of a few words, with the flags of the real one: bil, väg, nät, buss, kraft, vind,
/// skola, hus, stöd, pris, el.
inline std::string small_model_bytes() {
  constexpr std::string_view kAff =
      "SET UTF-8\nCOMPOUNDBEGIN X\nCOMPOUNDMIDDLE U\nONLYINCOMPOUND Z\n"
      "SFX A Y 1\nSFX A 0 s .\n"
      "SFX B Y 3\nSFX B 0 et [^a]\nSFX B 0 en [^a]\nSFX B 0 ar [^a]\n"
      "SFX E Y 3\nSFX E 0 n a\nSFX E a or a\nSFX E a orna a\n";
  constexpr std::string_view kDic =
      "12\nbil/ABXY\nväg/ABXY\nnät/ABXY\nbuss/ABXY\nkraft/ABXY\nvind/ABXY\nskola/AEY\nskol/XZ\n"
      "hus/ABXY\nstöd/ABXY\npris/ABXY\nel/XZ\n";
  SplitWeights weights;
  weights.known = 20;
  weights.unknown = 20;
  weights.malus = {0, 0, 0};
  const std::vector<std::string> compounds{
      "bilväg",  "bilnät",   "busshus",  "vägnät", "vindkraft", "kraftnät", "skolbuss", "skolhus",
      "skolväg", "stödpris", "prisstöd", "elpris", "elnät",     "elkraft",  "vindstöd", "husbil"};
  std::vector<VocabularyWord> words;
  for (const std::string& word : compounds) words.push_back({word, 3, false});
  const auto dictionary = HunspellDictionary::parse(kDic, kAff);
  return build_language_model(Lexicon::from_hunspell(*dictionary), words, weights);
}

/// A vocabulary folder with that model and these forms.
class SmallVocabulary {
 public:
  using Forms = std::vector<std::pair<std::string, std::uint32_t>>;

  explicit SmallVocabulary(const Forms& forms) {
    folder_.write("model", small_model_bytes());
    add(forms);
  }

  void add(const Forms& forms, std::uint32_t flags = FormEntry::kSeenLower) {
    FormCounts counts;
    for (const auto& [form, releases] : forms) counts[form] = {releases, flags};
    append_vocabulary(folder_.path(), counts).value();
  }

  Vocabulary open() const { return Vocabulary::open(folder_.path()).value(); }
  const TempDir& folder() const { return folder_; }

 private:
  TempDir folder_;
};

}  // namespace pressarkiv::test
