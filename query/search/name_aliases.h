// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "common/record/archive_layout.h"
#include "common/result.h"

namespace pressarkiv {

/// What the archive's users have decided about names, in ARCHIVE/names.txt: reviewed by people,
/// taken back by deleting a line, applied when a question is asked, never written into the index. A
/// line is a word and names with tabs between them; # begins a comment:
///
///     samma<TAB>Annika Sjöö<TAB>Annica Sjöö     one person, shown by the first name
///     olika<TAB>Lars Berg<TAB>Lars Bergh        two people, however near the names are
class NameAliases {
 public:
  /// No file: no aliases. kInvalidArgument names the line that cannot be read.
  static Result<NameAliases> read(const ArchiveLayout& layout);
  /// `name` is for messages.
  static Result<NameAliases> parse(std::string_view text, const std::string& name);

  /// The name by which someone is shown, both folded (fold_label); itself for most.
  const std::string& canonical(const std::string& key) const;
  /// Whether two folded names are said to be two people.
  bool are_apart(const std::string& a, const std::string& b) const;

 private:
  std::map<std::string, std::string> canonical_;
  std::set<std::pair<std::string, std::string>> apart_;
};

}  // namespace pressarkiv
