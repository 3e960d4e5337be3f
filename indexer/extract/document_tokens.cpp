// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/document_tokens.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "common/utf8.h"
#include "indexer/extract/small_letters.h"

namespace pressarkiv::extract {
namespace {

// A line at least this long that is followed by another is taken for wrapped text.
constexpr std::size_t kWrappedLineBytes = 48;
// Longer sentences are no prose; what looks back stays linear.
constexpr std::uint32_t kLongestSentenceTokens = 400;

bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0xFEFF || c == 0x2060;
}
bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x202F ||
         (c >= 0x2000 && c <= 0x200A);
}
bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
bool is_quote_mark(char32_t c) {
  return c == '"' || c == 0x201D || c == 0x201C || c == 0x201E || c == 0xBB || c == 0xAB;
}
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0xB4; }
bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(static_cast<UChar32>(c)) != 0 || (c >= 0x300 && c < 0x370);
}
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isupper(static_cast<UChar32>(c)) != 0;
}

// The character at `at`, 0 at the end.
char32_t peek(std::string_view text, std::size_t at, std::size_t end) {
  return at < end ? next_character(text, at) : 0;
}

// Behind a word of small letters with nothing about it that Document::read_word() would have to
// look at; `at` itself for all other words.
std::size_t end_of_small_word(std::string_view text, std::size_t at, std::size_t end) {
  constexpr std::size_t kNoInitial = 3;  // In bytes, two letters at least: "f." may be one.
  const std::size_t stop = end_of_small_letters(text, at, end);
  const char next = stop < end ? text[stop] : '\n';
  const bool over =
      next == ' ' || next == ',' || next == '\n' || (next == '.' && stop >= at + kNoInitial);
  return over ? stop : at;
}

}  // namespace

Document::Document(const Release& release, const WordClasses& words)
    : release_(release), words_(words) {
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < kFactTextCount; ++i) {
    texts_[i] = text_of(release, static_cast<FactText>(i));
    bytes += texts_[i].size();
  }
  tokens_.reserve(bytes / 5 + 16);
  paragraph_index_.reserve(bytes / 5 + 16);
  arena_.reserve(bytes + 64);
  read(FactText::kTitle, nullptr);
  read(FactText::kLead, nullptr);
  read(FactText::kBody, &release.blocks);
  read(FactText::kContacts, nullptr);
  read(FactText::kBoilerplate, nullptr);
}

// Paragraphs are the blocks that the reader made; inside them, lines that are not the continuation
// of a wrapped line count as paragraphs of their own.
void Document::read(FactText which, const std::vector<Block>* blocks) {
  const std::string_view text = texts_[static_cast<std::size_t>(which)];
  std::size_t next_block = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    // A wrapped paragraph: a long line, and the next one neither blank nor a list item or speech.
    std::size_t line_begin = begin;
    while (end < text.size() && end - line_begin >= kWrappedLineBytes) {
      std::size_t next = end + 1;
      const char32_t c = peek(text, next, text.size());
      if (c == 0 || c == '\n' || c == '*' || c == 0x2022 || is_blank(c)) break;
      std::size_t after = next;
      next_character(text, after);
      if (is_dash(c)) break;
      line_begin = next;
      end = std::min(text.find('\n', next), text.size());
    }
    BlockKind kind = BlockKind::kParagraph;
    if (blocks != nullptr) {
      while (next_block < blocks->size() && (*blocks)[next_block].range.end <= begin) ++next_block;
      if (next_block < blocks->size() && (*blocks)[next_block].range.begin < end)
        kind = (*blocks)[next_block].kind;
    }
    read_paragraph(which, kind, begin, end);
    begin = end + 1;
  }
}

void Document::read_paragraph(FactText which, BlockKind kind, std::size_t begin, std::size_t end) {
  const std::string_view text = texts_[static_cast<std::size_t>(which)];
  Paragraph paragraph{which, kind, size(), size(), false};
  bool space = true;
  for (std::size_t at = begin; at < end;) {
    std::size_t next = at;
    const auto byte = static_cast<unsigned char>(text[at]);
    const char32_t c =
        byte < 0x80 ? (++next, static_cast<char32_t>(byte)) : next_character(text, next);
    if (is_blank(c) || is_invisible(c)) {
      space = space || is_blank(c);
      at = next;
      continue;
    }
    Token token;
    bool small = false;  // A word of small letters only.
    token.begin = static_cast<std::uint32_t>(at);
    token.space_before = space;
    token.line_before = size() == paragraph.begin;
    if (is_letter(c)) {
      token.kind = TokenKind::kWord;
      next = end_of_small_word(text, at, end);
      small = next > at;
      if (!small) next = read_word(text, at, end, token);
    } else if (is_digit(c)) {
      token.kind = TokenKind::kNumber;
      while (next < end) {
        const char d = text[next];
        const bool inner = (d == '.' || d == ',' || d == ':') && next + 1 < end &&
                           is_digit(static_cast<unsigned char>(text[next + 1]));
        if (!is_digit(static_cast<unsigned char>(d)) && !inner) break;
        ++next;
      }
    } else if (is_dash(c)) {
      const char32_t after = peek(text, next, end);
      const bool opens = size() == paragraph.begin;
      token.kind = opens || (space && (after == 0 || is_blank(after))) ? TokenKind::kDash
                                                                       : TokenKind::kOther;
    } else if (is_quote_mark(c)) {
      token.kind = TokenKind::kQuoteMark;
    } else {
      switch (c) {
        case '.':
        case '!':
        case '?':
        case 0x2026:
          token.kind = TokenKind::kFullStop;
          break;
        case ',':
          token.kind = TokenKind::kComma;
          break;
        case ':':
          token.kind = TokenKind::kColon;
          break;
        case '(':
        case '[':
          token.kind = TokenKind::kOpen;
          break;
        case ')':
        case ']':
          token.kind = TokenKind::kClose;
          break;
        default:
          break;
      }
    }
    token.end = static_cast<std::uint32_t>(next);
    if (token.kind == TokenKind::kWord) finish(token, text, small);
    tokens_.push_back(token);
    paragraph_index_.push_back(static_cast<std::uint32_t>(paragraphs_.size()));
    space = false;
    at = next;
  }
  paragraph.end = size();
  if (paragraph.begin == paragraph.end) return;
  // "–18 grader" is a number; a dash needs words after it.
  const Token& first = tokens_[paragraph.begin];
  if (first.kind == TokenKind::kDash && paragraph.begin + 1 < paragraph.end &&
      kind != BlockKind::kListItem) {
    const Token& second = tokens_[paragraph.begin + 1];
    paragraph.dash = second.kind != TokenKind::kDash &&
                     !(second.kind == TokenKind::kNumber && !second.space_before);
  }
  paragraphs_.push_back(paragraph);
}

// One word: letters and digits, and between them hyphens, apostrophes and colons ("EU:s",
// "d'Orville", "el-Masri"); a last hyphen hangs ("gymnasie-"); dots belong to initials and
// abbreviations of single letters ("C.G.", "f.d.").
std::size_t Document::read_word(std::string_view text, std::size_t at, std::size_t end,
                                Token& token) const {
  std::size_t letters = 0;  // Since the last joint.
  bool dots = false;
  bool upper = true;
  std::size_t cased = 0;
  bool first_upper = false;
  bool begin = true;
  bool after_joint_upper = false;
  bool last_part_upper = false;
  std::size_t stop = at;
  while (at < end) {
    if (letters > 0) {
      if (const std::size_t small = end_of_small_letters(text, at, end); small > at) {
        letters += small - at;  // In bytes: more than one is what matters.
        cased += small - at;
        upper = false;
        at = small;
        stop = small;
        continue;
      }
    }
    std::size_t next = at;
    const char32_t c = next_character(text, next);
    if (is_letter(c) || is_digit(c)) {
      const bool is_up = is_upper(c);
      if (begin) first_upper = is_up;
      if (!begin && letters == 0 && is_up) after_joint_upper = true;
      if (letters == 0) last_part_upper = is_up;
      if (is_letter(c)) {
        ++cased;
        upper = upper && is_up;
      }
      begin = false;
      ++letters;
      at = next;
      stop = next;
      continue;
    }
    if (is_invisible(c)) {
      at = next;
      continue;
    }
    const char32_t after = peek(text, next, end);
    if ((c == '-' || c == 0x2010 || c == 0x2011) && letters > 0) {
      if (!is_letter(after) && !is_digit(after)) {
        if (after == 0 || is_blank(after) || after == ',') stop = next;  // A hanging hyphen.
        break;
      }
    } else if (is_apostrophe(c) || c == ':') {
      if (!is_letter(after)) break;
      if (c == ':' && is_upper(after) && !upper) break;
    } else if (c == '.') {
      // "J." before a capital, "f.d." and "t.ex.", "Karl-G." inside a name.
      if (letters != 1) break;
      const bool inner = is_letter(after);
      std::size_t look = next;
      while (look < end && is_blank(peek(text, look, end))) next_character(text, look);
      const bool name_goes_on =
          last_part_upper && after != 0 && is_blank(after) && is_upper(peek(text, look, end));
      const bool abbreviation = !last_part_upper && dots;
      if (!inner && !name_goes_on && !abbreviation) break;
      if (inner && (is_upper(after) != last_part_upper)) break;
      dots = true;
      letters = 0;
      at = next;
      stop = next;
      if (!inner) break;
      continue;
    } else {
      break;
    }
    letters = 0;
    at = next;
  }
  token.capital = first_upper || after_joint_upper;
  token.all_capitals = upper && cased >= 2;
  // "J.", "C.G.", "Karl-G.", "K-G": ends with a single capital letter after a joint or a dot.
  const std::size_t size = stop - token.begin;
  token.initial = (dots && first_upper) ||
                  (token.all_capitals && cased == 2 && size == 3 && text[token.begin + 1] == '-');
  return stop;
}

void Document::finish(Token& token, std::string_view text, bool small) {
  token.lower_begin = static_cast<std::uint32_t>(arena_.size());
  const std::string_view word = text.substr(token.begin, token.end - token.begin);
  if (small) {
    arena_.append(word);
  } else {
    append_lower(word, arena_);
  }
  token.lower_size = static_cast<std::uint32_t>(arena_.size()) - token.lower_begin;
  token.classes = words_.classes_of(std::string_view(arena_).substr(token.lower_begin));
}

std::string_view Document::raw(std::uint32_t token) const {
  const Token& t = tokens_[token];
  return texts_[static_cast<std::size_t>(paragraph_of(token).text)].substr(t.begin,
                                                                           t.end - t.begin);
}

bool Document::is_role_noun(std::uint32_t token) const {
  if (token >= tokens_.size()) return false;
  if (role_nouns_.empty()) role_nouns_.assign(tokens_.size(), 0);
  std::uint8_t& known = role_nouns_[token];
  if (known == 0) {
    const bool role = !words_.role_base(lower(token), tokens_[token].classes).empty();
    known = role ? 2 : 1;
  }
  return known == 2;
}

const GivenName* Document::given_name(std::uint32_t token) const {
  if (token >= tokens_.size()) return nullptr;
  if (given_names_.empty()) given_names_.assign(tokens_.size(), std::nullopt);
  std::optional<const GivenName*>& known = given_names_[token];
  if (!known) known = find_given_name(lower(token));
  return *known;
}

const GivenName* Document::find_given_name(std::string_view lower) const {
  const GivenName* whole = words_.given_name(lower);
  // Double names are rarer than their first halves: "carl-oskar", "karl-g."
  const std::size_t hyphen = lower.find('-');
  if (hyphen == std::string_view::npos || hyphen < 2) return whole;
  const GivenName* first = words_.given_name(lower.substr(0, hyphen));
  if (whole == nullptr || first == nullptr) return whole == nullptr ? first : whole;
  return first->bearers > whole->bearers ? first : whole;
}

bool Document::starts_sentence(std::uint32_t token) const {
  const Paragraph& paragraph = paragraph_of(token);
  std::uint32_t i = token;
  while (i > paragraph.begin) {
    const Token& before = tokens_[i - 1];
    if (before.kind == TokenKind::kFullStop || before.kind == TokenKind::kColon) return true;
    if (before.kind == TokenKind::kDash && before.space_before) return true;
    if (before.kind != TokenKind::kQuoteMark && before.kind != TokenKind::kOpen) return false;
    --i;
  }
  return true;
}

std::uint32_t Document::sentence_begin(std::uint32_t token) const {
  const Paragraph& paragraph = paragraph_of(token);
  const std::uint32_t floor = token - std::min(token - paragraph.begin, kLongestSentenceTokens);
  std::uint32_t i = token;
  while (i > floor && tokens_[i - 1].kind != TokenKind::kFullStop) --i;
  return i;
}

std::string_view Document::between(std::uint32_t from, std::uint32_t to) const {
  if (from >= to) return {};
  const std::string_view text = texts_[static_cast<std::size_t>(paragraph_of(from).text)];
  return text.substr(tokens_[from].begin, tokens_[to - 1].end - tokens_[from].begin);
}

std::string Document::clean(std::uint32_t from, std::uint32_t to) const {
  return clean_text(between(from, to));
}

std::string clean_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(text, at);
    if (is_invisible(c)) continue;
    if (is_blank(c)) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    } else {
      out.append(text.substr(begin, at - begin));
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace pressarkiv::extract
