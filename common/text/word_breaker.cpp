// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/word_breaker.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>

#include "common/utf8.h"

namespace pressarkiv {
namespace {

/// Word_Break values (UAX #29, table 3) as far as Latin text has them.
enum class BreakClass {
  kOther,       ///< Breaks on both sides.
  kLetter,      ///< ALetter
  kDigit,       ///< Numeric
  kUnderscore,  ///< ExtendNumLet
  kMidLetter,
  kMidNumber,
  kMidBoth,  ///< MidNumLet, Single_Quote
  kUnknown   ///< For ICU to judge.
};

BreakClass class_of(char32_t code) {
  if (code < 0x80) {
    if ((code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z')) {
      return BreakClass::kLetter;
    }
    if (code >= U'0' && code <= U'9') return BreakClass::kDigit;
    if (code == U'_') return BreakClass::kUnderscore;
    if (code == U'.' || code == U'\'') return BreakClass::kMidBoth;
    if (code == U',' || code == U';') return BreakClass::kMidNumber;
    return BreakClass::kOther;
  }
  if (code >= 0xC0 && code < 0x250) {
    return code == 0xD7 || code == 0xF7 ? BreakClass::kOther : BreakClass::kLetter;
  }
  if (code < 0xC0) {
    if (code == 0xAA || code == 0xB5 || code == 0xBA) return BreakClass::kLetter;
    if (code == 0xB7) return BreakClass::kMidLetter;
    return code < 0xA1 || code == 0xAD ? BreakClass::kUnknown : BreakClass::kOther;
  }
  const bool dash_or_quote = (code >= 0x2012 && code <= 0x2017) ||
                             (code >= 0x201A && code <= 0x2023) || code == 0x2025 ||
                             code == 0x2026 || (code >= 0x2030 && code <= 0x203A);
  return dash_or_quote || code == 0x20AC ? BreakClass::kOther : BreakClass::kUnknown;
}

bool is_core(BreakClass value) {
  return value == BreakClass::kLetter || value == BreakClass::kDigit ||
         value == BreakClass::kUnderscore;
}

/// Whether `middle` holds its neighbours together (rules WB6, WB7, WB11, WB12).
bool joins(BreakClass before, BreakClass middle, BreakClass after) {
  if (before != after) return false;
  if (before == BreakClass::kLetter) {
    return middle == BreakClass::kMidLetter || middle == BreakClass::kMidBoth;
  }
  return before == BreakClass::kDigit &&
         (middle == BreakClass::kMidNumber || middle == BreakClass::kMidBoth);
}

/// Adds the word without the underscores around it, if anything is left.
void add_trimmed(std::string_view text, ByteRange word, std::vector<ByteRange>& words) {
  while (word.begin < word.end && text[word.begin] == '_') ++word.begin;
  while (word.begin < word.end && text[word.end - 1] == '_') --word.end;
  if (!word.empty()) words.push_back(word);
}

void add_without_colons(std::string_view text, ByteRange word, std::vector<ByteRange>& words) {
  for (;;) {
    const std::size_t colon = text.substr(0, word.end).find(':', word.begin);
    if (colon == std::string_view::npos) break;
    add_trimmed(text, {word.begin, colon}, words);
    word.begin = colon + 1;
  }
  add_trimmed(text, word, words);
}

}  // namespace

struct WordBreaker::Icu {
  std::unique_ptr<icu::BreakIterator> iterator;
  UText text = UTEXT_INITIALIZER;

  Icu() {
    UErrorCode status = U_ZERO_ERROR;
    iterator.reset(icu::BreakIterator::createWordInstance(icu::Locale("sv"), status));
    if (U_FAILURE(status)) iterator.reset();
  }
  Icu(const Icu&) = delete;
  Icu& operator=(const Icu&) = delete;
  ~Icu() { utext_close(&text); }
};

WordBreaker::WordBreaker() = default;
WordBreaker::~WordBreaker() = default;
WordBreaker::WordBreaker(WordBreaker&&) noexcept = default;
WordBreaker& WordBreaker::operator=(WordBreaker&&) noexcept = default;

void WordBreaker::find_words(std::string_view text, ByteRange range,
                             std::vector<ByteRange>& words) {
  if (!find_latin_words(text, range, words)) find_words_with_icu(text, range, words);
}

bool WordBreaker::find_latin_words(std::string_view text, ByteRange range,
                                   std::vector<ByteRange>& words) {
  words.clear();
  text = text.substr(0, range.end);
  std::size_t word_begin = 0;
  std::size_t word_end = 0;  // 0: no word is open.
  BreakClass before = BreakClass::kOther;
  BreakClass middle = BreakClass::kOther;  // A character that may hold a word together.
  for (std::size_t at = range.begin; at < text.size();) {
    const std::size_t begin = at;
    const BreakClass now = class_of(next_character(text, at));
    if (now == BreakClass::kUnknown) return false;
    if (is_core(now)) {
      const bool goes_on = word_end != 0 && (word_end == begin || joins(before, middle, now));
      if (!goes_on) {
        if (word_end != 0) add_trimmed(text, {word_begin, word_end}, words);
        word_begin = begin;
      }
      word_end = at;
      before = now;
    } else if (word_end == begin && now != BreakClass::kOther) {
      middle = now;
    } else if (word_end != 0) {
      add_trimmed(text, {word_begin, word_end}, words);
      word_end = 0;
    }
  }
  if (word_end != 0) add_trimmed(text, {word_begin, word_end}, words);
  return true;
}

void WordBreaker::find_words_with_icu(std::string_view text, ByteRange range,
                                      std::vector<ByteRange>& words) {
  words.clear();
  if (!icu_) icu_ = std::make_unique<Icu>();
  if (!icu_->iterator) return;
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&icu_->text, text.data() + range.begin, static_cast<std::int64_t>(range.size()),
                 &status);
  icu_->iterator->setText(&icu_->text, status);
  if (U_FAILURE(status)) return;
  std::size_t begin = range.begin;
  for (std::int32_t next = icu_->iterator->next(); next != icu::BreakIterator::DONE;
       next = icu_->iterator->next()) {
    const std::size_t end = range.begin + static_cast<std::size_t>(next);
    if (icu_->iterator->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) {
      add_without_colons(text, {begin, end}, words);
    }
    begin = end;
  }
}

}  // namespace pressarkiv
