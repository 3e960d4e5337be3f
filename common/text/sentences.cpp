// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/sentences.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/letters.h"
#include "common/utf8.h"

namespace pressarkiv {
namespace {

// Abbreviations that something always follows, without the last point. In no order.
constexpr std::string_view kNeverLast[] = {
    "t.ex",   "tex",    "bl.a",   "bla",     "kl",     "ca",   "c:a",   "d.v.s", "dvs",   "s.k",
    "f.d",    "fr.o.m", "t.o.m",  "o",       "prof",   "doc",  "dr",    "tel",   "nr",    "no",
    "resp",   "inkl",   "exkl",   "jfr",     "jf",     "ev",   "fig",   "s",     "sid",   "kap",
    "art",    "dir",    "prop",   "bet",     "rskr",   "skr",  "civ",   "ing",   "jur",   "fil",
    "kand",   "mag",    "lic",    "tf",      "bitr",   "ordf", "sekr",  "gen",   "löjtn", "kapt",
    "övlt",   "avd",    "adr",    "jan",     "feb",    "febr", "aug",   "sept",  "sep",   "okt",
    "nov",    "dec",    "mån",    "månd",    "tis",    "tisd", "ons",   "onsd",  "tors",  "torsd",
    "fre",    "fred",   "lör",    "lörd",    "sön",    "sönd", "eng",   "lat",   "urspr", "red",
    "övers",  "p.g.a",  "pga",    "m.a.o",   "i.st.f", "f.n",  "f.ö",   "s.a.s", "d.ä",   "d.y",
    "kungl",  "s:t",    "s:ta",   "st",      "sta",    "ang",  "avs",   "motsv", "enl",   "fr",
    "med.dr", "fil.dr", "jur.dr", "tekn.dr", "tekn",   "gn",   "genom", "u.a",   "vol",   "ed"};

// Words that begin sentences, and hardly ever a name: after one of these points the sentence ends.
constexpr std::string_view kOpeners[] = {
    "Alla",  "Att",    "De",  "Den",   "Denna",     "Dessa",  "Dessutom", "Det",  "Detta",
    "Där",   "Därför", "Då",  "Efter", "En",        "Enligt", "Ett",      "Från", "För",
    "Han",   "Hon",    "Här", "I",     "Idag",      "Jag",    "Med",      "Men",  "Nu",
    "När",   "Och",    "Om",  "På",    "Samtidigt", "Sedan",  "Som",      "Så",   "Till",
    "Under", "Vi",     "Vid", "Även",  "Av",        "Genom",  "Inom",     "Vad",  "Var"};

constexpr std::size_t kLongestAbbreviation = 40;  // Bytes looked back.

template <std::size_t N>
bool is_one_of(const std::string_view (&list)[N], std::string_view item) {
  return std::find(std::begin(list), std::end(list), item) != std::end(list);
}

/// One walk over a text that is not normalised.
class SentenceSplitter {
 public:
  explicit SentenceSplitter(std::string_view text) : text_(text) {}

  std::vector<ByteRange> run() {
    for (std::size_t at = 0; at < text_.size();) {
      const char byte = text_[at];
      if (byte == '\n') {
        if (ends_paragraph(at)) finish(at, at + 1);
        ++at;
      } else if (byte == '.' || byte == '!' || byte == '?' || is_ellipsis(at)) {
        at = take_stop(at);
      } else {
        ++at;
      }
    }
    finish(text_.size(), text_.size());
    return std::move(sentences_);
  }

 private:
  bool is_ellipsis(std::size_t at) const { return text_.substr(at, 3) == "\xE2\x80\xA6"; }

  /// Size of the blank at `at`, no-break spaces included; 0: none.
  std::size_t blank_size(std::size_t at) const {
    if (at >= text_.size()) return 0;
    if (is_blank(text_[at])) return 1;
    if (text_.substr(at, 2) == "\xC2\xA0") return 2;
    const std::string_view three = text_.substr(at, 3);
    return three == "\xE2\x80\xAF" || three == "\xE2\x80\x89" ? 3 : 0;
  }

  std::size_t skip_blanks(std::size_t at) const {
    for (std::size_t size = blank_size(at); size != 0; size = blank_size(at)) at += size;
    return at;
  }

  /// Behind the quotes and brackets that close at `at`.
  std::size_t skip_closing(std::size_t at) const {
    while (at < text_.size()) {
      const std::size_t size = closing_size(at);
      if (size == 0) break;
      at += size;
    }
    return at;
  }

  std::size_t closing_size(std::size_t at) const {
    constexpr std::string_view kClosing = "\"')]*_";
    if (kClosing.find(text_[at]) != std::string_view::npos) return 1;
    if (text_.substr(at, 2) == "»" || text_.substr(at, 2) == "\xC2\xAD") return 2;
    for (const std::string_view sign : {"”", "’", "“", "\u200B", "\uFEFF"}) {
      if (text_.substr(at, 3) == sign) return 3;
    }
    return 0;
  }

  std::size_t skip_opening(std::size_t at) const {
    while (at < text_.size()) {
      std::size_t next = at;
      const char32_t code = next_character(text_, next);
      constexpr std::u32string_view kOpening = U"\"'([*_”“’‘»«–—-\u00AD\u200B\uFEFF";
      if (kOpening.find(code) == std::u32string_view::npos && blank_size(at) == 0) break;
      at = next;
    }
    return at;
  }

  /// Whether the line end at `at` ends a paragraph: an empty line follows, a heading, or a line
  /// that begins with the dash of a quote or the bullet of a list.
  bool ends_paragraph(std::size_t at) const {
    std::size_t next = at + 1;
    while (next < text_.size() && text_[next] != '\n' && blank_size(next) != 0) {
      next += blank_size(next);
    }
    if (next >= text_.size() || text_[next] == '\n' || text_[next] == '#') return true;
    for (const std::string_view mark : {"-", "–", "—", "•", "*", "·"}) {
      if (text_.substr(next, mark.size()) == mark && blank_size(next + mark.size()) != 0) {
        return true;
      }
    }
    return false;
  }

  /// Looks at the full stop or other sign at `at`; returns where to go on.
  std::size_t take_stop(std::size_t at) {
    std::size_t end = at;
    while (end < text_.size()) {
      if (text_[end] == '.' || text_[end] == '!' || text_[end] == '?') {
        ++end;
      } else if (is_ellipsis(end)) {
        end += 3;
      } else {
        break;
      }
    }
    const std::size_t signs_end = end;
    end = skip_closing(end);
    if (end < text_.size() && blank_size(end) == 0) return end;
    const std::size_t next = skip_blanks(end);
    if (next == text_.size()) return end;
    const bool lone_point = text_[at] == '.' && signs_end == at + 1;
    if (!goes_on(next) && !(lone_point && end == signs_end && is_abbreviation(at, next))) {
      finish(end, next);
    }
    return end;
  }

  /// Whether the sentence goes on with what stands at `next`: a word in lower case.
  bool goes_on(std::size_t next) const { return is_lower_at(text_, skip_opening(next)); }

  /// Whether the point at `at` belongs to the word before it, and more of the sentence follows.
  bool is_abbreviation(std::size_t at, std::size_t next) const {
    const ByteRange word = word_before(at);
    const std::string_view written = text_.substr(word.begin, word.size());
    if (written.empty()) return false;
    if (all_digits(written)) return is_item_number(word);
    std::string lower;
    append_lower(written, lower);
    const bool initial = is_upper_at(text_, word.begin) && is_initials(written);
    if (!initial && !is_one_of(kNeverLast, lower)) return false;
    return !is_one_of(kOpeners, word_at(skip_opening(next)));
  }

  ByteRange word_before(std::size_t at) const {
    const std::size_t least = at > kLongestAbbreviation ? at - kLongestAbbreviation : 0;
    std::size_t begin = at;
    while (begin > least && !ends_word(begin)) --begin;
    while (begin < at && is_utf8_tail(text_[begin])) ++begin;
    return {begin, at};
  }

  /// Whether no word goes back over `begin`.
  bool ends_word(std::size_t begin) const {
    const char before = text_[begin - 1];
    if (is_blank(before)) return true;
    constexpr std::string_view kSigns = "\"'([/*_";
    if (kSigns.find(before) != std::string_view::npos) return true;
    const std::size_t character = character_before(text_, begin);
    const std::string_view sign = text_.substr(character, begin - character);
    return sign.size() > 1 && !is_word_at(text_, character);
  }

  std::string_view word_at(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && end - at < kLongestAbbreviation && is_word_at(text_, end)) {
      next_character(text_, end);
    }
    return text_.substr(at, end - at);
  }

  /// "K", "K.G", "K-G": single letters between points and hyphens.
  static bool is_initials(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size();) {
      if (word[at] == '.' || word[at] == '-') {
        letters = 0;
        ++at;
        continue;
      }
      if (++letters > 1 || !is_upper_at(word, at)) return false;
      next_character(word, at);
    }
    return true;
  }

  /// Whether a number begins the sentence, as in "1. Inledning".
  bool is_item_number(ByteRange word) const {
    return word.size() <= 2 && word.begin == skip_blanks(begin_);
  }

  /// Ends the sentence at `end`; the next begins at `next`.
  void finish(std::size_t end, std::size_t next) {
    std::size_t begin = skip_blanks(begin_);
    while (end > begin) {
      const std::size_t last = character_before(text_, end);
      if (blank_size(last) != end - last) break;
      end = last;
    }
    if (end > begin) sentences_.push_back({begin, end});
    begin_ = next;
  }

  std::string_view text_;
  std::vector<ByteRange> sentences_;
  std::size_t begin_ = 0;  // Of the sentence at hand.
};

}  // namespace

std::vector<ByteRange> split_sentences(std::string_view text) {
  return SentenceSplitter(text).run();
}

}  // namespace pressarkiv
