// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/mark_attribution.h"

#include <algorithm>

namespace pressarkiv::extract {

bool can_close_mark(std::string_view open, std::string_view close) {
  if (open == "\"") return close == "\"";
  if (open == "»") return close == "«" || close == "»";
  if (open == "«") return close == "»";
  return close != "\"" && close != "»" && close != "«";
}

std::optional<Attribution> MarkReader::behind(std::uint32_t close, std::uint32_t end) const {
  std::uint32_t verb = close + 1;
  if (verb < end && doc_.is_kind(verb, TokenKind::kComma)) ++verb;
  if (verb >= end || !doc_.is_lower_word(verb)) return std::nullopt;
  // ”…”, enligt X.
  if (word_is(verb, "enligt")) {
    const auto who = subject_at(doc_, people_, verb + 1, end);
    if (!who || who->kind == SubjectKind::kAnonymous || who->end > end ||
        (who->end < end && !doc_.is_kind(who->end, TokenKind::kFullStop)))
      return std::nullopt;
    if (who->kind == SubjectKind::kRole && !who->is_definite) return std::nullopt;
    Attribution a;
    a.begin = verb;
    a.end = who->end;
    a.verb = a.end;
    a.subject = *who;
    a.closes = who->end + 1 >= end;
    return a;
  }
  // ”…”, som X uttrycker det.
  if (word_is(verb, "som")) {
    std::uint32_t stop = verb;
    while (stop < end && !doc_.is_kind(stop, TokenKind::kFullStop)) ++stop;
    const auto put = attribution_in(doc_, people_, close - 1, std::min(stop + 1, end), false);
    if (put && put->begin == verb) return put;
    return std::nullopt;
  }
  const bool parted = doc_.is_kind(verb - 1, TokenKind::kComma) ||
                      doc_.is_kind(close - 1, TokenKind::kFullStop) ||
                      doc_.is_kind(close - 1, TokenKind::kComma);
  if (!doc_.is(verb, kSay | kThink) && !(parted && doc_.words().looks_like_verb(doc_.lower(verb))))
    return std::nullopt;
  if (!parted && !doc_.is(verb, kSay)) return std::nullopt;
  // Read from the mark on, so that nothing inside the marks is taken for the clause.
  // The clause ends with its sentence; another quote may follow.
  std::uint32_t stop = verb;
  while (stop < end && !doc_.is_kind(stop, TokenKind::kFullStop)) ++stop;
  auto a = attribution_in(doc_, people_, close, std::min(stop + 1, end), false);
  if (!a || a->verb != verb) return std::nullopt;
  if (a->subject.kind == SubjectKind::kRole && !a->subject.is_definite) return std::nullopt;
  return a;
}

std::optional<Attribution> MarkReader::possessive_behind(std::uint32_t close,
                                                         std::uint32_t end) const {
  std::uint32_t verb = close + 1;
  if (verb < end && doc_.is_kind(verb, TokenKind::kComma)) ++verb;
  if (verb + 2 >= end || !doc_.is(verb, kSay | kThink | kCopula)) return std::nullopt;
  const std::string_view owner = doc_.lower(verb + 1);
  if (!doc_.is_word(verb + 1) || (owner != "hans" && owner != "hennes")) return std::nullopt;
  Attribution a;
  a.begin = verb;
  a.verb = verb;
  a.end = verb + 2;
  while (a.end < end && doc_.is_word(a.end)) ++a.end;
  a.subject.kind = SubjectKind::kPronoun;
  a.subject.gender = owner == "hans" ? Gender::kMale : Gender::kFemale;
  a.subject.begin = verb + 1;
  a.subject.end = verb + 2;
  return a;
}

std::optional<Attribution> MarkReader::before(std::uint32_t sentence, std::uint32_t open) const {
  if (word_is(sentence, "enligt")) {
    auto who = subject_at(doc_, people_, sentence + 1, open);
    if (!who && (word_is(sentence + 1, "honom") || word_is(sentence + 1, "henne"))) {
      who = Subject{};
      who->kind = SubjectKind::kPronoun;
      who->gender = word_is(sentence + 1, "honom") ? Gender::kMale : Gender::kFemale;
      who->begin = sentence + 1;
      who->end = sentence + 2;
    }
    if (!who || who->kind == SubjectKind::kAnonymous) return std::nullopt;
    Attribution a;
    a.begin = sentence;
    a.end = who->end;
    a.verb = a.end;
    a.subject = *who;
    return a;
  }
  const bool colon = doc_.is_kind(open - 1, TokenKind::kColon);
  const std::uint32_t end = colon ? open - 1 : open;
  auto a = attribution_before(doc_, people_, sentence, end, !colon);
  if (!a) return std::nullopt;
  if (!colon) {
    // "säger att ”…”": the verb must be one of saying, and its clause must reach the mark.
    if (!doc_.is(a->verb, kSay | kThink)) return std::nullopt;
    for (std::uint32_t i = std::max(a->verb, a->subject.end); i < open; ++i) {
      if (doc_.is_kind(i, TokenKind::kColon)) return std::nullopt;
    }
  }
  return a;
}

bool MarkReader::word_is(std::uint32_t i, std::string_view word) const {
  return doc_.is_word(i) && doc_.lower(i) == word;
}

}  // namespace pressarkiv::extract
