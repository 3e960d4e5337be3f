// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expansion/synonyms.h"

#include <algorithm>

#include "common/text/letters.h"
#include "common/text/normalizer.h"
#include "query/expansion/synonyms_data.h"

namespace pressarkiv {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> entries_of(std::string_view list) {
  std::vector<std::string_view> entries;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    if (const auto entry = trimmed(list.substr(0, end)); !entry.empty()) entries.push_back(entry);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return entries;
}

}  // namespace

void Synonyms::add_built_in() {
  // Its form is held by a test.
  static_cast<void>(add(expansion_data::kSynonyms, "built-in synonyms").ok());
}

Status Synonyms::add(std::string_view text, const std::string& name) {
  std::vector<Group> groups;  // Nothing is added of a text with a mistake further on.
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') continue;
    const std::size_t arrow = line.find('>');
    const bool one_way = arrow != std::string_view::npos;
    const auto left = entries_of(one_way ? line.substr(0, arrow) : line);
    const auto right = one_way ? entries_of(line.substr(arrow + 1)) : left;
    if (left.empty() || right.empty() || (!one_way && left.size() < 2)) {
      return Error{ErrorCode::kInvalidArgument,
                   name + ":" + std::to_string(number) +
                       ": want words separated by commas, or word > words"};
    }
    groups.push_back({all_read(left), one_way ? all_read(right) : std::vector<Expression>{}});
  }
  for (const Group& group : groups) link(group);
  return Done{};
}

void Synonyms::add_pair(std::string_view a, std::string_view b) {
  link(read(a), read(b));
  link(read(b), read(a));
}

std::vector<Expression> Synonyms::all_read(const std::vector<std::string_view>& entries) {
  std::vector<Expression> expressions;
  expressions.reserve(entries.size());
  for (const std::string_view entry : entries) expressions.push_back(read(entry));
  return expressions;
}

Expression Synonyms::read(std::string_view text) {
  Expression expression;
  analyzer_.analyze(text, analyzed_);
  for (const Token& token : analyzed_.tokens()) {
    if (token.kind == TokenKind::kMain) expression.forms.push_back(fold_accents(token.form));
  }
  return expression;
}

void Synonyms::link(const Group& group) {
  const std::vector<Expression>& targets = group.others.empty() ? group.words : group.others;
  for (std::size_t from = 0; from < group.words.size(); ++from) {
    for (std::size_t to = 0; to < targets.size(); ++to) {
      if (&targets != &group.words || from != to) link(group.words[from], targets[to]);
    }
  }
}

void Synonyms::link(const Expression& from, const Expression& to) {
  if (from.forms.empty() || to.forms.empty()) return;
  by_key_[key_of(from.forms, 0, from.forms.size())].push_back(to);
  longest_ = std::max(longest_, from.forms.size());
}

std::string Synonyms::key_of(const std::vector<std::string>& forms, std::size_t first,
                             std::size_t count) const {
  std::string key;
  for (std::size_t i = first; i < first + count; ++i) key += analyzer_.term_of(forms[i]) + ' ';
  return key;
}

std::vector<Expression> Synonyms::find(const std::vector<std::string>& forms, std::size_t first,
                                       std::size_t count) const {
  const auto found = by_key_.find(key_of(forms, first, count));
  return found == by_key_.end() ? std::vector<Expression>{} : found->second;
}

}  // namespace pressarkiv
