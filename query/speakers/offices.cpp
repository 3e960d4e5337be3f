// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/speakers/offices.h"

#include <algorithm>
#include <string>
#include <vector>

namespace pressarkiv {
namespace {

constexpr std::string_view kNotPresent[] = {"tidigare", "förre", "förra",        "f.d.",
                                            "fd",       "före",  "tillträdande", "dåvarande"};
constexpr std::string_view kDeputies[] = {"biträdande", "vice", "ställföreträdande",
                                          "tillförordnad", "t.f."};

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    if (!word.empty() && word.back() == ',') word.remove_suffix(1);
    if (!word.empty()) words.push_back(word);
    at = end + 1;
  }
  return words;
}

template <std::size_t n>
bool is_one_of(std::string_view word, const std::string_view (&list)[n]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool begins_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

/// "infrastruktur-" with the head of "bostadsminister": is it "infrastrukturminister"?
bool is_completed(std::string_view hanging, std::string_view last, std::string_view asked) {
  hanging.remove_suffix(1);
  if (!begins_with(asked, hanging)) return false;
  const std::string_view head = asked.substr(hanging.size());
  if (head.size() < 4) return false;
  if (last.ends_with(head)) return true;
  for (const std::string_view ending : {"n", "en", "t", "et"}) {
    if (head.ends_with(ending) && last.ends_with(head.substr(0, head.size() - ending.size())))
      return true;
    if (last.ends_with(std::string(head).append(ending))) return true;
  }
  return false;
}

/// The offices of a coordinated title: lists of words.
std::vector<std::vector<std::string_view>> parts_of(std::string_view title) {
  std::vector<std::vector<std::string_view>> parts(1);
  for (const std::string_view word : words_of(title)) {
    if (word == "och" || word == "samt") {
      if (!parts.back().empty()) parts.emplace_back();
    } else {
      parts.back().push_back(word);
      if (word.back() == '-') parts.emplace_back();
    }
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

bool same_words(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(),
                    [](std::string_view x, std::string_view y) { return same_office_word(x, y); });
}

}  // namespace

bool same_office_word(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.size() > b.size()) std::swap(a, b);
  if (!begins_with(b, a)) return false;
  const std::string_view ending = b.substr(a.size());
  return ending == "n" || ending == "en" || ending == "t" || ending == "et" || ending == ":n";
}

bool is_not_present(std::string_view role) {
  const std::vector<std::string_view> words = words_of(role);
  return std::any_of(words.begin(), words.end(),
                     [](std::string_view word) { return is_one_of(word, kNotPresent); });
}

bool holds_office(std::string_view held, std::string_view asked) {
  const std::vector<std::string_view> held_words = words_of(held);
  const std::vector<std::string_view> asked_words = words_of(asked);
  if (held_words.empty() || asked_words.empty()) return false;
  if (same_words(held_words, asked_words)) return true;
  if (is_not_present(held) && !is_not_present(asked)) return false;
  for (const std::vector<std::string_view>& part : parts_of(held)) {
    if (same_words(part, asked_words)) return true;
    if (asked_words.size() == 1 && part.back().back() == '-' &&
        !is_one_of(part.front(), kDeputies) &&
        is_completed(part.back(), held_words.back(), asked_words.front()))
      return true;
    // "minister för civilt försvar" and more words behind the office: "rektor vid …".
    if (part.size() > asked_words.size() && part.front().back() != '-' &&
        !is_one_of(part.front(), kDeputies) &&
        same_words({part.begin(), part.begin() + static_cast<std::ptrdiff_t>(asked_words.size())},
                   asked_words) &&
        !same_office_word(asked_words.back(), "minister"))
      return true;
  }
  return false;
}

}  // namespace pressarkiv
