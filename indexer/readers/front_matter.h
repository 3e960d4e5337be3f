// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressarkiv {

/// One key of front matter with its values: one, or those of a list.
struct FrontMatterEntry {
  std::string key;  ///< In lower case.
  std::vector<std::string> values;
};

/// Lines of "key: value" between two lines of "---" at the very start of a text.
struct FrontMatter {
  std::vector<FrontMatterEntry> entries;
  std::size_t end = 0;  ///< Where the text after it begins; 0 where there is none.

  /// The values of the first of these keys that has any.
  const std::vector<std::string>* find(std::initializer_list<std::string_view> keys) const;
  /// Its first value; "" without one.
  std::string first(std::initializer_list<std::string_view> keys) const;
};

/// Reads the simple part of YAML that front matter is written in: "key: value", quoted or not,
/// "key: [a, b]", and "key:" with "- a" in lines below. Everything else is passed over.
FrontMatter read_front_matter(std::string_view text);

}  // namespace pressarkiv
