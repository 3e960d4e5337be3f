// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/language/word_lists.h"

#include <algorithm>

#include "common/language/word_lists_data.h"

namespace pressarkiv {
namespace {

/// The text of a compiled-in file.
template <std::size_t size>
std::string_view text_of(const char (&literal)[size]) {
  return {literal, size - 1};
}

/// Calls `line(text)` for each line that is neither empty nor a comment.
template <typename Line>
void each_line(std::string_view text, Line line) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view found = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!found.empty() && found.front() != '#') line(found);
  }
}

template <typename Word>
void each_word(std::string_view line, Word word) {
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    if (end > 0) word(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
}

}  // namespace

std::vector<IrregularWord> irregular_words() {
  std::vector<IrregularWord> words;
  auto kind = IrregularWord::Kind::kNoun;
  each_line(text_of(language_data::kIrregular), [&](std::string_view line) {
    if (line == "[noun]") kind = IrregularWord::Kind::kNoun;
    if (line == "[verb]") kind = IrregularWord::Kind::kVerb;
    if (line == "[adjective]") kind = IrregularWord::Kind::kAdjective;
    if (line == "[pronoun]") kind = IrregularWord::Kind::kPronoun;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    IrregularWord word{kind, line.substr(0, colon), {}};
    each_word(line.substr(colon + 1), [&](std::string_view form) { word.forms.push_back(form); });
    words.push_back(std::move(word));
  });
  return words;
}

NotParts not_parts() {
  NotParts lists;
  std::vector<std::string_view>* list = &lists.first;
  bool prefixes = false;
  each_line(text_of(language_data::kNotParts), [&](std::string_view line) {
    if (line.front() == '[') {
      prefixes = line == "[prefix]";
      if (line == "[before]" || prefixes) list = &lists.first;
      if (line == "[after]") list = &lists.last;
      if (line == "[place]") list = &lists.place;
      return;
    }
    each_word(line, [&](std::string_view word) {
      list->push_back(word);
      if (prefixes) lists.prefixes.push_back(word);
    });
  });
  return lists;
}

NstParts nst_parts() {
  NstParts parts;
  each_line(text_of(language_data::kNstParts), [&](std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return;
    (line.substr(0, tab) == "first" ? parts.first : parts.last).push_back(line.substr(tab + 1));
  });
  return parts;
}

}  // namespace pressarkiv
