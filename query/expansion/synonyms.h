// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
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
///
/// A process that answers one query needs a few of the lines: a line is analysed when a word is
/// looked up that it may have.
class Synonyms {
 public:
  /// `analyzer` must outlive the object.
  explicit Synonyms(Analyzer& analyzer) : analyzer_(analyzer) {}

  void add_built_in();
  /// Adds the groups of a file's text; kInvalidArgument names the line that makes no sense, and
  /// nothing of it is added.
  Status add(std::string text, const std::string& name);
  /// Adds two expressions that find each other.
  void add_pair(std::string_view a, std::string_view b);

  /// What else the words `forms[first, first + count)` are called, in the order of the lists;
  /// empty where nothing is known.
  std::vector<Expression> find(const std::vector<std::string>& forms, std::size_t first,
                               std::size_t count);
  /// No expression has more words.
  std::size_t longest() const { return longest_; }

 private:
  /// One line: words that find each other, or words that find the others.
  struct Line {
    std::string_view text;  // All of it.
    std::vector<std::string_view> words;
    std::vector<std::string_view> others;  // Empty: the words themselves.
  };
  /// An expression and its stems.
  struct Entry {
    std::string key;
    Expression expression;
  };
  /// A line that was analysed.
  struct Group {
    bool made = false;
    std::vector<Entry> words;
    std::vector<Entry> others;
  };

  void add_line(Line line);
  const std::vector<std::uint32_t>& lines_with(const std::string& stem);
  const Group& group_of(std::uint32_t line);
  std::vector<Entry> read(const std::vector<std::string_view>& entries);
  std::string key_of(const std::vector<std::string>& forms, std::size_t first, std::size_t count);

  Analyzer& analyzer_;
  AnalyzedText analyzed_;
  std::deque<std::string> texts_;  // What the lines' words lie in.
  std::vector<Line> lines_;
  std::vector<Group> groups_;             // By line.
  std::string folded_;                    // All lines, folded, one after the other.
  std::vector<std::size_t> ends_;         // Where each line ends there.
  std::vector<std::uint32_t> odd_lines_;  // Whose words may be no part of the folded line.
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_stem_;  // What was looked for.
  std::size_t longest_ = 0;
};

}  // namespace pressarkiv
