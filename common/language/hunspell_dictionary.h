// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace pressarkiv {

/// One word of a Hunspell dictionary as its .dic file writes it.
struct HunspellEntry {
  std::string word;   ///< As written: "Stockholm", "abbot", "hus-".
  std::string flags;  ///< One Latin-1 byte a flag.
};

/// The flags that say where in a compound a word may stand. 0 where the .aff file names none.
struct HunspellRoles {
  char compound_begin = 0;    ///< COMPOUNDBEGIN
  char compound_middle = 0;   ///< COMPOUNDMIDDLE
  char only_in_compound = 0;  ///< ONLYINCOMPOUND
  char forbidden = 0;         ///< FORBIDDENWORD
  char need_affix = 0;        ///< NEEDAFFIX
};

/// What compounds and inflection need of an installed Hunspell dictionary (Debian's hunspell-sv:
/// sv_SE.dic and sv_SE.aff): the entries, the suffix rules and the compound flags. Replacement
/// tables, suggestions, COMPOUNDRULE and prefixes are passed over (the Swedish dictionary has no
/// prefix rules). Only the form of file that the Swedish dictionary has is read: UTF-8 and flags of
/// one character below U+0100. Immutable; the dictionary's data is read where it is installed and
/// never copied into this project.
class HunspellDictionary {
 public:
  /// Reads both files, about 0.1 s. kNotFound where one does not exist, kUnsupportedFormat where
  /// it is of another encoding or flag type.
  static Result<HunspellDictionary> read(const std::string& dic_path, const std::string& aff_path);
  /// From the bytes of the two files.
  static Result<HunspellDictionary> parse(std::string_view dic, std::string_view aff);

  const std::vector<HunspellEntry>& entries() const { return entries_; }
  const HunspellRoles& roles() const { return roles_; }

  /// Calls `visit(form, continuation_flags)` for each form that the suffix rules make of `entry`;
  /// the entry itself is not among them. `form` is valid during the call only.
  template <typename Visit>
  void expand(const HunspellEntry& entry, Visit visit) const {
    std::string form;
    for (const char flag : entry.flags) {
      for (const Rule& rule : rules_[static_cast<unsigned char>(flag)]) {
        if (!applies(rule, entry.word)) continue;
        form.assign(entry.word, 0, entry.word.size() - rule.strip.size());
        form += rule.add;
        visit(std::string_view(form), std::string_view(rule.flags));
      }
    }
  }

 private:
  /// One position of a rule's condition: any of, or none of, some letters.
  struct LetterClass {
    std::u32string letters;
    bool negated = false;  // A "." is a negated empty class.
  };
  struct Rule {
    std::string strip;
    std::string add;
    std::string flags;
    std::vector<LetterClass> condition;  // The last letter of the word last.
  };

  static bool applies(const Rule& rule, std::string_view word);
  static std::vector<LetterClass> parse_condition(std::string_view text);
  Status parse_affixes(std::string_view aff);
  void parse_suffix_rule(const std::vector<std::string_view>& columns);
  void parse_entries(std::string_view dic);

  std::array<std::vector<Rule>, 256> rules_;
  std::vector<HunspellEntry> entries_;
  HunspellRoles roles_;
};

}  // namespace pressarkiv
