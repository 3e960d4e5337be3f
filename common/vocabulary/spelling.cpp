// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/spelling.h"

#include <algorithm>
#include <vector>

#include "common/utf8.h"

namespace pressarkiv {
namespace {

constexpr unsigned kEdit = 100;
constexpr unsigned kMark = 30;
constexpr unsigned kDoubling = 60;
constexpr unsigned kFirstLetter = 50;

char32_t without_mark(char32_t letter) {
  switch (letter) {
    case U'å':
    case U'ä':
      return U'a';
    case U'ö':
      return U'o';
    default:
      return letter;
  }
}

std::u32string characters_of(std::string_view text) {
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) characters.push_back(next_character(text, at));
  return characters;
}

/// The rows of the alignment of two words.
class Alignment {
 public:
  Alignment(std::u32string a, std::u32string b) : a_(std::move(a)), b_(std::move(b)) {}

  unsigned distance(unsigned limit) {
    std::vector<unsigned> before_last;
    std::vector<unsigned> last(b_.size() + 1);
    std::vector<unsigned> row(b_.size() + 1);
    for (std::size_t j = 1; j <= b_.size(); ++j) last[j] = last[j - 1] + step(b_, j, j == 1);
    for (std::size_t i = 1; i <= a_.size(); ++i) {
      row[0] = last[0] + step(a_, i, i == 1);
      unsigned best = row[0];
      for (std::size_t j = 1; j <= b_.size(); ++j) {
        const bool first = i == 1 || j == 1;
        row[j] = std::min({last[j] + step(a_, i, first), row[j - 1] + step(b_, j, first),
                           last[j - 1] + replace(i, j)});
        if (i > 1 && j > 1 && a_[i - 1] == b_[j - 2] && a_[i - 2] == b_[j - 1]) {
          row[j] = std::min(row[j], before_last[j - 2] + kEdit);
        }
        best = std::min(best, row[j]);
      }
      if (best > limit + kEdit) return best;  // A swap may still reach back over one row.
      before_last = last;
      last = row;
    }
    return last[b_.size()];
  }

 private:
  /// A letter too many or too few.
  static unsigned step(const std::u32string& word, std::size_t at, bool first) {
    if (at > 1 && word[at - 1] == word[at - 2]) return kDoubling;
    return kEdit + (first ? kFirstLetter : 0);
  }
  unsigned replace(std::size_t i, std::size_t j) const {
    if (a_[i - 1] == b_[j - 1]) return 0;
    if (without_mark(a_[i - 1]) == without_mark(b_[j - 1])) return kMark;
    return kEdit + (i == 1 && j == 1 ? kFirstLetter : 0);
  }

  std::u32string a_;
  std::u32string b_;
};

}  // namespace

std::string spelling_skeleton(std::string_view form) {
  std::string skeleton;
  skeleton.reserve(form.size());
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == '\xC3' && i + 1 < form.size()) {
      const char next = form[i + 1];
      if (next == '\xA5' || next == '\xA4' || next == '\xB6') {
        skeleton.push_back(next == '\xB6' ? 'o' : 'a');
        ++i;
        continue;
      }
    }
    skeleton.push_back(form[i]);
  }
  return skeleton;
}

unsigned typing_distance(std::string_view a, std::string_view b, unsigned limit) {
  return Alignment(characters_of(a), characters_of(b)).distance(limit);
}

}  // namespace pressarkiv
