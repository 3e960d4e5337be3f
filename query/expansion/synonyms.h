// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/result.h"
#include "common/text/analyzer.h"

namespace pressarkiv {

/// One or several words that stand together.
struct Expression {
  std::vector<std::string> forms;  ///< Folded, in order.
};

/// Lists of words that mean the same: the built-in one (data/synonyms.sv.txt, which describes the
/// form), an archive's own, and the abbreviations that its releases explain. Expressions are
/// looked up by the stems of their words, so that inflected ones find their group too.
class Synonyms {
 public:
  /// `analyzer` must outlive the object.
  explicit Synonyms(Analyzer& analyzer) : analyzer_(analyzer) {}

  void add_built_in();
  /// Adds the groups of a file's text; kInvalidArgument names the line that makes no sense, and
  /// nothing of it is added.
  Status add(std::string_view text, const std::string& name);
  /// Adds two expressions that find each other.
  void add_pair(std::string_view a, std::string_view b);

  /// What else the words `forms[first, first + count)` are called; empty where nothing is known.
  std::vector<Expression> find(const std::vector<std::string>& forms, std::size_t first,
                               std::size_t count) const;
  /// Words of the longest expression.
  std::size_t longest() const { return longest_; }

 private:
  /// One line: words that find each other, or words that find the others.
  struct Group {
    std::vector<Expression> words;
    std::vector<Expression> others;
  };
  Expression read(std::string_view text);
  std::vector<Expression> all_read(const std::vector<std::string_view>& entries);
  void link(const Group& group);
  void link(const Expression& from, const Expression& to);
  std::string key_of(const std::vector<std::string>& forms, std::size_t first,
                     std::size_t count) const;

  Analyzer& analyzer_;
  AnalyzedText analyzed_;
  std::unordered_map<std::string, std::vector<Expression>> by_key_;
  std::size_t longest_ = 0;
};

}  // namespace pressarkiv
