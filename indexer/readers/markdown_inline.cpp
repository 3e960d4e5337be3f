// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/markdown_inline.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "common/byte_range.h"
#include "common/utf8.h"
#include "indexer/readers/html.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kDeepestLink = 4;       // A picture in a link is two.
constexpr std::size_t kOpenersLookedAt = 64;  // Bounds the search for the other half of a mark.
constexpr std::size_t kLongestEntity = 12;
constexpr std::size_t kLongestCodeMark = 3;
constexpr std::string_view kMarks = "\\`*_[!<&~";
constexpr std::size_t kNowhere = std::string_view::npos;

// Where the next mark stands; the end of the line where none does.
std::size_t next_mark(std::string_view line, std::size_t at) {
  static constexpr std::array<bool, 256> kIsMark = [] {
    std::array<bool, 256> marks{};
    for (const char c : kMarks) marks[static_cast<unsigned char>(c)] = true;
    return marks;
  }();
  while (at < line.size() && !kIsMark[static_cast<unsigned char>(line[at])]) ++at;
  return at;
}

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

bool is_space(char32_t c) {
  return c == 0 || c == ' ' || c == '\t' || c == '\n' || c == 0xA0 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000;
}

bool is_punctuation(char32_t c) {
  if (c < 0x80) return is_ascii_punctuation(static_cast<char>(c));
  return c == 0xA7 || c == 0xAB || c == 0xB6 || c == 0xB7 || c == 0xBB || c == 0xA1 || c == 0xBF ||
         (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E);
}

/// Brackets and their partners, found in one pass so that no search is ever repeated.
class Partners {
 public:
  explicit Partners(std::string_view line) {
    if (line.find('[') == kNowhere) return;
    std::vector<std::size_t> brackets;
    std::vector<std::size_t> parentheses;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '\\') {
        ++i;
      } else if (line[i] == '[') {
        brackets.push_back(i);
      } else if (line[i] == '(') {
        parentheses.push_back(i);
      } else if (line[i] == ']') {
        close(brackets, i);
      } else if (line[i] == ')') {
        close(parentheses, i);
      }
    }
  }
  /// Where the bracket at `at` is closed; kNowhere if it is not.
  std::size_t of(std::size_t at) const {
    const auto found = end_of_.find(at);
    return found == end_of_.end() ? kNowhere : found->second;
  }

 private:
  void close(std::vector<std::size_t>& open, std::size_t at) {
    if (open.empty()) return;
    end_of_.emplace(open.back(), at);
    open.pop_back();
  }
  std::unordered_map<std::size_t, std::size_t> end_of_;
};

bool has_scheme(std::string_view address) {
  const std::size_t colon = address.find(':');
  return colon != kNowhere && colon > 1 &&
         std::all_of(address.begin(), address.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

/// The address in "https://x.se/a.pdf "title""; nothing if it is no link destination.
std::optional<std::string_view> destination(std::string_view inside) {
  inside = text::trim(inside);
  std::string_view address;
  if (!inside.empty() && inside.front() == '<') {
    const std::size_t end = inside.find('>');
    if (end == kNowhere) return std::nullopt;
    address = inside.substr(1, end - 1);
    inside.remove_prefix(end + 1);
  } else {
    const std::size_t end = std::min(inside.find_first_of(" \t\n"), inside.size());
    address = inside.substr(0, end);
    inside.remove_prefix(end);
  }
  const std::string_view title = text::trim(inside);
  // Exports forget to escape blanks: "tel:08-405 10 00".
  if (!title.empty() && !has_scheme(address) &&
      std::string_view("\"'(").find(title.front()) == kNowhere)
    return std::nullopt;
  return address;
}

class InlineReader {
 public:
  InlineReader(std::string_view line, const LinkReferences& references, MarkedText& out,
               std::size_t depth)
      : line_(line), references_(references), marked_(out), depth_(depth), partners_(line) {}

  std::string run() {
    while (at_ < line_.size()) {
      const std::size_t mark = next_mark(line_, at_);
      text_ += line_.substr(at_, mark - at_);
      at_ = mark;
      if (at_ < line_.size() && !take_mark()) text_ += line_[at_++];
    }
    pair_emphasis();
    return without_removed();
  }

 private:
  // A run of signs of emphasis; its bytes stand in text_.
  struct Run {
    char sign = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool opens = false;
    bool closes = false;
  };

  bool take_mark() {
    switch (line_[at_]) {
      case '\\':
        return take_escape();
      case '`':
        return take_code();
      case '[':
        return take_link(at_, false);
      case '!':
        return at_ + 1 < line_.size() && line_[at_ + 1] == '[' && take_link(at_ + 1, true);
      case '<':
        return take_tag();
      case '&':
        return take_entity();
      default:
        return take_run();
    }
  }

  bool take_escape() {
    if (at_ + 1 >= line_.size() || !is_ascii_punctuation(line_[at_ + 1])) return false;
    text_ += line_[at_ + 1];
    at_ += 2;
    return true;
  }

  bool take_code() {
    const std::size_t end = std::min(line_.find_first_not_of('`', at_), line_.size());
    const std::size_t size = end - at_;
    if (size <= kLongestCodeMark && !no_code_[size]) {
      const std::string_view mark = line_.substr(at_, size);
      const std::size_t close = line_.find(mark, end);
      if (close != kNowhere) {
        text_ += text::trim(line_.substr(end, close - end));
        at_ = close + size;
        return true;
      }
      no_code_[size] = true;
    }
    text_ += line_.substr(at_, size);
    at_ = end;
    return true;
  }

  bool take_link(std::size_t open, bool picture) {
    const std::size_t close = partners_.of(open);
    if (close == kNowhere || depth_ >= kDeepestLink) return false;
    std::size_t end = close + 1;
    std::optional<std::string_view> address;
    if (end < line_.size() && line_[end] == '(' && partners_.of(end) != kNowhere) {
      const std::size_t inside = end + 1;
      end = partners_.of(end);
      address = destination(line_.substr(inside, end - inside));
      ++end;
    } else {
      address = reference(open, close, end);
    }
    if (!address) return false;
    if (picture ? address->substr(0, 5) != "data:" : leads_to_file(*address)) {
      marked_.add_file(*address);
    }
    InlineReader words(line_.substr(open + 1, close - open - 1), references_, marked_, depth_ + 1);
    text_ += words.run();
    at_ = end;
    return true;
  }

  // "[text][label]", "[label][]" and "[label]", where the label is defined.
  std::optional<std::string_view> reference(std::size_t open, std::size_t close, std::size_t& end) {
    if (references_.empty()) return std::nullopt;
    std::string_view label = line_.substr(open + 1, close - open - 1);
    if (end < line_.size() && line_[end] == '[' && partners_.of(end) != kNowhere) {
      const std::size_t last = partners_.of(end);
      if (last > end + 1) label = line_.substr(end + 1, last - end - 1);
      end = last + 1;
    }
    const auto found = references_.find(text::lower(label));
    if (found == references_.end()) return std::nullopt;
    return found->second;
  }

  bool take_tag() {
    const std::size_t end = line_.find_first_of("<>", at_ + 1);
    if (end == kNowhere || line_[end] != '>') return false;
    const std::string_view inside = line_.substr(at_ + 1, end - at_ - 1);
    const bool is_address = inside.find_first_of(" \t") == kNowhere &&
                            (inside.find("://") != kNowhere || inside.find('@') != kNowhere);
    if (is_address) {
      text_ += inside;
    } else if (!looks_like_html(line_.substr(at_, end + 1 - at_))) {
      return false;
    } else if (text::lower(inside.substr(0, 2)) == "br") {
      text_ += '\n';
    }
    at_ = end + 1;
    return true;
  }

  bool take_entity() {
    const std::size_t end = line_.substr(0, at_ + kLongestEntity).find(';', at_);
    if (end == kNowhere) return false;
    const std::string character = entity(line_.substr(at_ + 1, end - at_ - 1));
    if (character.empty()) return false;
    text_ += character;
    at_ = end + 1;
    return true;
  }

  bool take_run() {
    const char sign = line_[at_];
    const std::size_t end = std::min(line_.find_first_not_of(sign, at_), line_.size());
    const char32_t before = text::last_character(line_.substr(0, at_));
    const char32_t after = text::first_character(line_.substr(end));
    // CommonMark leaves "**Tid:**Torsdag" as it is, for a punctuation mark stands inside; word
    // processors do not know that rule, and two stars or more are seldom anything but emphasis.
    const bool strong = sign == '*' && end - at_ >= 2;
    const bool left = !is_space(after) && (strong || !is_punctuation(after) || is_space(before) ||
                                           is_punctuation(before));
    const bool right = !is_space(before) && (strong || !is_punctuation(before) || is_space(after) ||
                                             is_punctuation(after));
    Run run{sign, text_.size(), text_.size() + end - at_, left, right};
    if (sign == '_') {
      run.opens = left && (!right || is_punctuation(before));
      run.closes = right && (!left || is_punctuation(after));
    }
    text_ += line_.substr(at_, end - at_);
    at_ = end;
    if (run.opens || run.closes) runs_.push_back(run);
    return true;
  }

  void pair_emphasis() {
    std::vector<std::size_t> openers;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      Run& closer = runs_[i];
      while (closer.closes && closer.begin < closer.end && pair_with_opener(openers, closer)) {
      }
      if (closer.opens && closer.begin < closer.end) openers.push_back(i);
    }
  }

  bool pair_with_opener(std::vector<std::size_t>& openers, Run& closer) {
    const std::size_t lowest = openers.size() - std::min(openers.size(), kOpenersLookedAt);
    for (std::size_t i = openers.size(); i > lowest; --i) {
      Run& opener = runs_[openers[i - 1]];
      if (opener.sign != closer.sign) continue;
      const std::size_t both = std::min(opener.end - opener.begin, closer.end - closer.begin);
      if (closer.sign == '~' && both < 2) continue;
      const std::size_t taken = std::min<std::size_t>(both, 2);
      opener.end -= taken;
      removed_.push_back({opener.end, opener.end + taken});
      removed_.push_back({closer.begin, closer.begin + taken});
      closer.begin += taken;
      openers.resize(opener.begin == opener.end ? i - 1 : i);
      return true;
    }
    return false;
  }

  std::string without_removed() {
    if (removed_.empty()) return std::move(text_);
    std::sort(removed_.begin(), removed_.end(),
              [](const ByteRange& a, const ByteRange& b) { return a.begin < b.begin; });
    std::string kept;
    kept.reserve(text_.size());
    std::size_t at = 0;
    for (const ByteRange& range : removed_) {
      kept.append(text_, at, range.begin - at);
      at = range.end;
    }
    kept.append(text_, at, std::string::npos);
    return kept;
  }

  std::string_view line_;
  const LinkReferences& references_;
  MarkedText& marked_;
  std::size_t depth_;
  Partners partners_;
  std::size_t at_ = 0;
  std::string text_;
  std::vector<Run> runs_;
  std::vector<ByteRange> removed_;
  std::array<bool, kLongestCodeMark + 1> no_code_{};
};

}  // namespace

std::string markdown_line(std::string_view line, const LinkReferences& references,
                          MarkedText& out) {
  if (next_mark(line, 0) == line.size()) return std::string(line);
  return InlineReader(line, references, out, 0).run();
}

}  // namespace pressarkiv
