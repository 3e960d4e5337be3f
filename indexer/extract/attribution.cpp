// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/attribution.h"

#include <algorithm>

namespace pressarkiv::extract {
namespace {

constexpr std::uint32_t kMostTitleTokens = 14;
// A clause that names the speaker is shorter; what is longer is cut, so that reading stays linear.
constexpr std::uint32_t kMostClauseTokens = 120;

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

class Reader {
 public:
  Reader(const Document& doc, const PersonTable& people) : doc_(doc), people_(people) {}

  bool word_is(std::uint32_t i, std::string_view word) const {
    return doc_.is_word(i) && doc_.lower(i) == word;
  }

  std::optional<Subject> subject(std::uint32_t i, std::uint32_t end) const {
    if (i >= end) return std::nullopt;
    Subject found;
    found.begin = i;
    if (name_subject(i, end, found)) return found;
    if (!doc_.is_word(i)) return std::nullopt;
    if (doc_.is(i, kHePronoun | kShePronoun | kHenPronoun)) {
      found.kind = SubjectKind::kPronoun;
      found.gender = doc_.is(i, kHePronoun)    ? Gender::kMale
                     : doc_.is(i, kShePronoun) ? Gender::kFemale
                                               : Gender::kUnknown;
      found.end = i + 1;
      return found;
    }
    if (doc_.is(i, kFirstPerson)) return std::nullopt;
    // "tillägger hennes handledare, professor Olle Ek"
    if ((word_is(i, "hennes") || word_is(i, "hans") || word_is(i, "deras")) &&
        doc_.is_kind(i + 2, TokenKind::kComma) && i + 3 < end) {
      Subject named;
      named.begin = i;
      if (name_subject(i + 3, end, named)) return named;
    }
    if (word_is(i, "en") || word_is(i, "ett")) {
      if (!doc_.is_word(i + 1) || i + 1 >= end) return std::nullopt;
      found.end = i + 2;
      while (found.end < end && found.end - i < kMostClauseTokens && doc_.is_word(found.end))
        ++found.end;
      return found;
    }
    if (const auto role = role_at(doc_, i, false); role && !doc_.is(i, kFunctionWord)) {
      found.kind = SubjectKind::kRole;
      found.role = *role;
      found.end = role->phrase_end;
      std::uint32_t head = role->begin;  // "ministern" of "ministern för civilt försvar"
      while (head + 1 < role->end && !doc_.is(head + 1, kPreposition)) ++head;
      found.is_definite = doc_.words().is_definite_role(doc_.lower(head)) || role->org_genitive;
      // "säger EU-minister med ansvar för nordiska frågor Jessica Ek"
      for (std::uint32_t k = role->end; k <= role->phrase_end && k < end; ++k) {
        const std::int32_t mention = people_.starting_at(k);
        if (mention < 0) continue;
        const NameMention& m = people_.mentions[static_cast<std::size_t>(mention)];
        if (m.end < role->phrase_end || m.genitive) break;
        found.kind = SubjectKind::kName;
        found.mention = static_cast<std::uint32_t>(mention);
        found.end = m.end;
        return found;
      }
      // "säger minister för civilt försvar, Per-Olof Ahlgren"
      if (doc_.is_kind(role->phrase_end, TokenKind::kComma)) {
        const std::int32_t mention = people_.starting_at(role->phrase_end + 1);
        if (mention >= 0 && role->phrase_end + 1 < end) {
          found.kind = SubjectKind::kName;
          found.mention = static_cast<std::uint32_t>(mention);
          found.end = people_.mentions[found.mention].end;
        }
      }
      return found;
    }
    if (is_unknown_speaker(i)) {
      found.end = i + 1;
      while (found.end < end && doc_.is_word(found.end) && doc_.at(found.end).capital) ++found.end;
      return found;
    }
    if (is_collective(i, end)) {
      found.end = i + 1;
      return found;
    }
    return std::nullopt;
  }

  // "ropar barnen.", "skriver myndigheten.": a definite noun that closes the clause.
  bool is_collective(std::uint32_t i, std::uint32_t end) const {
    if (!doc_.is_lower_word(i) || doc_.is(i, kFunctionWord | kThink | kSay) || i == 0 ||
        !doc_.is(i - 1, kSay))
      return false;
    const std::string_view lower = doc_.lower(i);
    const bool definite = lower.size() > 4 && (ends_with(lower, "en") || ends_with(lower, "et") ||
                                               ends_with(lower, "na"));
    return definite && (i + 1 >= end || doc_.is_kind(i + 1, TokenKind::kFullStop));
  }

  // A name right here, or behind its title: "socialchef Aino Lantto".
  bool name_subject(std::uint32_t i, std::uint32_t end, Subject& found) const {
    for (std::uint32_t j = i; j < end && j < i + kMostTitleTokens; ++j) {
      const std::int32_t mention = people_.starting_at(j);
      if (mention >= 0) {
        const NameMention& m = people_.mentions[static_cast<std::size_t>(mention)];
        if (j > i) {
          const auto role = role_before(doc_, j);
          // "Moderaternas Anna Ek"
          const bool owner = j == i + 1 && doc_.at(i).capital && ends_with(doc_.lower(i), "s");
          if (!owner && !(role && role->phrase_begin <= i + 2) && !is_unknown_title(i, j))
            return false;
        }
        if (m.genitive) return false;
        found.kind = SubjectKind::kName;
        found.mention = static_cast<std::uint32_t>(mention);
        found.end = m.end;
        return true;
      }
      if (!doc_.is_word(j)) {
        const bool hanging = doc_.is_kind(j, TokenKind::kComma) && j > i && doc_.is_word(j - 1) &&
                             ends_with(doc_.lower(j - 1), "-");
        if (!hanging) return false;
      }
      if (doc_.is(j, kSay | kThink | kCopula | kHePronoun | kShePronoun | kFirstPerson))
        return false;
    }
    return false;
  }

  // "säger Melker, 9 år", "uppger Försäkringskassan": somebody, or something, but nobody who is
  // named in full.
  bool is_unknown_speaker(std::uint32_t i) const {
    return doc_.at(i).capital && people_.covering(i) < 0 && !doc_.starts_sentence(i) &&
           !doc_.is(i, kFunctionWord | kNotName | kPlaceWord | kRoleNoun) &&
           !doc_.is_role_noun(i) && i > 0 && doc_.is(i - 1, kSay);
  }

  // "miljömister NAME", "minister for civilt försvar NAME": a title that is misspelt or unknown is
  // lower-case words with nothing between them that makes a clause.
  bool is_unknown_title(std::uint32_t begin, std::uint32_t end) const {
    if (end - begin > 8 || doc_.is(begin, kFunctionWord | kPreposition)) return false;
    for (std::uint32_t i = begin; i < end; ++i) {
      if (doc_.is_kind(i, TokenKind::kComma)) continue;
      if (!doc_.is_lower_word(i)) return false;
      const bool joint = word_is(i, "och") || word_is(i, "för") || word_is(i, "for");
      if (!joint && doc_.is(i, kFunctionWord | kPreposition)) return false;
    }
    return true;
  }

  // Skips "även", "också", "vidare", "i dag" between verb and subject.
  std::uint32_t skip_adverbs(std::uint32_t i) const {
    static constexpr std::string_view kAdverbs[] = {
        "även",  "också", "vidare",   "samtidigt", "därefter",  "sedan",
        "till",  "sist",  "själv",    "dock",      "slutligen", "avslutningsvis",
        "bland", "annat", "dessutom", "nu",        "i",         "dag"};
    for (int n = 0; n < 3 && doc_.is_word(i); ++n) {
      const std::string_view w = doc_.lower(i);
      if (std::find(std::begin(kAdverbs), std::end(kAdverbs), w) == std::end(kAdverbs)) break;
      ++i;
    }
    return i;
  }

  // Where the clause ends that has its subject's end at `i`: party, joint names, appositions,
  // "i en första kommentar", relative clauses; and whether speech resumes behind it.
  void tail(Attribution& a, std::uint32_t i, std::uint32_t end) const {
    a.resume = 0;
    const std::uint32_t limit = end - i > kMostClauseTokens ? i + kMostClauseTokens : end;
    while (i < limit) {
      const Token& t = doc_.at(i);
      if (t.kind == TokenKind::kFullStop) {
        a.end = i;
        ++i;
        while (i < end &&
               (doc_.is_kind(i, TokenKind::kFullStop) || doc_.is_kind(i, TokenKind::kQuoteMark)))
          ++i;
        a.closes = i >= end;
        if (i < end) a.resume = i;
        return;
      }
      if (t.kind == TokenKind::kColon) {
        a.end = i;
        a.opens_speech = true;
        a.closes = i + 1 >= end;
        if (i + 1 < end) a.resume = i + 1;
        return;
      }
      if (t.kind == TokenKind::kOpen) {
        while (i < end && !doc_.is_kind(i, TokenKind::kClose)) ++i;
        if (i < end) ++i;
        continue;
      }
      if (t.kind == TokenKind::kComma) {
        const std::uint32_t behind = after_comma(i, end);
        if (behind == 0) {
          a.end = i;
          a.closes = i + 1 >= end;
          if (i + 1 < end) a.resume = i + 1;
          return;
        }
        i = behind;
        continue;
      }
      if (t.kind == TokenKind::kQuoteMark) {
        a.end = i;
        a.closes = false;
        a.resume = i;
        return;
      }
      if (t.kind == TokenKind::kDash) {
        a.end = i;
        a.closes = false;
        if (i + 1 < end) a.resume = i + 1;
        return;
      }
      if (word_is(i, "som")) {
        i = relative_end(i, end);
        continue;
      }
      ++i;
    }
    a.end = std::min(i, end);
    a.closes = i >= end;
  }

  // What follows a comma behind the subject: the token to go on with if it still belongs to the
  // clause, 0 if speech resumes there.
  std::uint32_t after_comma(std::uint32_t comma, std::uint32_t end) const {
    const std::uint32_t i = comma + 1;
    if (i >= end) return 0;
    if (word_is(i, "som")) return relative_end(i, end);
    // ", och hon tillägger att …": reported, not said.
    if (word_is(i, "och") && i + 2 < end &&
        (doc_.is(i + 1, kHePronoun | kShePronoun | kHenPronoun) || doc_.is(i + 1, kSay) ||
         people_.starting_at(i + 1) >= 0)) {
      std::uint32_t k = i;
      while (k < end && !doc_.is_kind(k, TokenKind::kFullStop) &&
             !doc_.is_kind(k, TokenKind::kColon))
        ++k;
      return k;
    }
    // A particle that was parted from its verb: "räknar X, verksamhetschef, upp."
    if (doc_.is_word(i) && (i + 1 >= end || doc_.is_kind(i + 1, TokenKind::kFullStop))) {
      for (const std::string_view particle : {"upp", "till", "in", "ut", "av", "fram", "ner"}) {
        if (word_is(i, particle)) return i + 1;
      }
    }
    if (doc_.is_kind(i, TokenKind::kNumber)) return word_is(i + 1, "år") ? i + 2 : i + 1;
    if (doc_.is(i, kFirstPerson | kHePronoun | kShePronoun)) return 0;
    if (const auto role = role_at(doc_, i, true)) {
      if (role->phrase_end > i) return role->phrase_end;
    }
    // ", boende på Solgläntan"
    if (doc_.is_lower_word(i) &&
        (ends_with(doc_.lower(i), "ende") || ends_with(doc_.lower(i), "ande")) &&
        doc_.is(i + 1, kPreposition)) {
      std::uint32_t k = i + 1;
      while (k < end && doc_.is_word(k) && k - i < 8) ++k;
      return k;
    }
    if (people_.starting_at(i) >= 0) {  // A list of speakers.
      return people_.mentions[static_cast<std::size_t>(people_.starting_at(i))].end;
    }
    if (doc_.is_word(i) && doc_.at(i).capital && doc_.words().is_organisation_word(doc_.lower(i)))
      return i + 1;
    if (const std::uint32_t behind = capitals_end(i, end)) return behind;
    // ", efter mötet i Eksjö.", ", i en kommentar.": a short prepositional phrase up to the full
    // stop.
    if (doc_.is(i, kPreposition) || word_is(i, "efter") || word_is(i, "under") ||
        word_is(i, "när")) {
      std::uint32_t k = i + 1;
      while (k < end && doc_.is_word(k) && !doc_.is(k, kFirstPerson | kCopula | kSay | kThink) &&
             k - i < 10)
        ++k;
      if (k >= end || doc_.is_kind(k, TokenKind::kFullStop) || doc_.is_kind(k, TokenKind::kColon))
        return k;
    }
    return 0;
  }

  // ", Head of Sales, Nordic Mining.", ", Region Skåne.": nothing but capitals up to the full stop.
  std::uint32_t capitals_end(std::uint32_t i, std::uint32_t end) const {
    if (!doc_.is_word(i) || !doc_.at(i).capital || doc_.is(i, kFunctionWord)) return 0;
    for (; i < end && !doc_.is_kind(i, TokenKind::kFullStop); ++i) {
      const bool joint = doc_.is_kind(i, TokenKind::kComma) || doc_.is_kind(i, TokenKind::kOther) ||
                         doc_.words().is_english_link(doc_.lower(i)) || word_is(i, "och");
      if (!joint && !(doc_.is_word(i) && doc_.at(i).capital)) return 0;
    }
    return i;
  }

  // A relative clause runs to the full stop, the colon, or a comma before "men", "och vi" …
  std::uint32_t relative_end(std::uint32_t i, std::uint32_t end) const {
    if (end - i > kMostClauseTokens) end = i + kMostClauseTokens;
    for (++i; i < end; ++i) {
      const TokenKind kind = doc_.at(i).kind;
      if (kind == TokenKind::kFullStop || kind == TokenKind::kColon) return i;
      if (kind == TokenKind::kComma &&
          (word_is(i + 1, "men") || doc_.is(i + 1, kFirstPerson) || doc_.is(i + 1, kSay)))
        return i;
    }
    return end;
  }

  std::optional<Attribution> in_speech(std::uint32_t begin, std::uint32_t end, bool strict) const {
    std::optional<Attribution> best;
    for (std::uint32_t t = begin + 1; t + 1 < end; ++t) {
      if (!doc_.is_word(t) || doc_.at(t).capital) continue;
      const bool say = doc_.is(t, kSay);
      const bool think = doc_.is(t, kThink);
      if (!say && strict) continue;
      const Token& before = doc_.at(t - 1);
      // "… Det sa X efter mötet."
      const bool points = say && (word_is(t - 1, "det") || word_is(t - 1, "så")) && t > begin + 2 &&
                          doc_.is_kind(t - 2, TokenKind::kFullStop);
      const bool parted = points || before.kind == TokenKind::kComma ||
                          before.kind == TokenKind::kFullStop ||
                          before.kind == TokenKind::kQuoteMark || before.kind == TokenKind::kDash;
      if (!say && !think && (!parted || !doc_.words().looks_like_verb(doc_.lower(t)))) continue;
      if (!parted && !say) continue;
      auto who = subject(t + 1, end);
      if (!who) who = subject(skip_adverbs(t + 1), end);
      // "säger, energi- och näringsminister Ebba Busch"
      if (!who && say && doc_.is_kind(t + 1, TokenKind::kComma)) {
        who = subject(t + 2, end);
        if (who && who->kind != SubjectKind::kName) who.reset();
      }
      if (!who) continue;
      Attribution a;
      a.begin = t;
      a.verb = t;
      a.subject = *who;
      a.speech_end =
          points || before.kind == TokenKind::kComma || before.kind == TokenKind::kDash ? t - 1 : t;
      tail(a, who->end, end);
      if (!is_plausible(a, say, think, parted, end)) continue;
      if (!best || (a.closes && !best->closes)) best = a;
    }
    return best || strict ? best : verbless(begin, end);
  }

  // "– Det är bra, Anna Ek, ordförande i X." where the verb was forgotten: the full name stands
  // behind a comma or full stop, an apposition follows, and nothing else.
  std::optional<Attribution> verbless(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin + 3; t < end; ++t) {
      const TokenKind before = doc_.at(t - 1).kind;
      if (before != TokenKind::kComma && before != TokenKind::kFullStop) continue;
      const std::int32_t mention = people_.starting_at(t);
      if (mention < 0) continue;
      const NameMention& m = people_.mentions[static_cast<std::size_t>(mention)];
      if (m.form != NameForm::kFull || m.genitive) continue;
      std::uint32_t i = m.end;
      if (has_party(doc_, i)) i += 3;
      if (!doc_.is_kind(i, TokenKind::kComma)) continue;
      const auto role = role_at(doc_, i + 1, false);
      if (!role) continue;
      i = role->phrase_end;
      if (i < end && doc_.is_kind(i, TokenKind::kFullStop)) ++i;
      if (i != end) continue;
      Attribution a;
      a.begin = t;
      a.end = role->phrase_end;
      a.verb = a.end;
      a.subject.kind = SubjectKind::kName;
      a.subject.mention = static_cast<std::uint32_t>(mention);
      a.subject.begin = t;
      a.subject.end = m.end;
      a.speech_end = before == TokenKind::kComma ? t - 1 : t;
      a.closes = true;
      return a;
    }
    return std::nullopt;
  }

  bool is_plausible(const Attribution& a, bool say, bool think, bool parted,
                    std::uint32_t end) const {
    const bool name = a.subject.kind == SubjectKind::kName;
    const bool ends_clause =
        a.closes || a.end >= end || doc_.is_kind(a.end, TokenKind::kFullStop) || a.opens_speech;
    if (!parted) return name && a.closes;
    if (name && say) return true;
    switch (a.subject.kind) {
      case SubjectKind::kName:
        return think ? ends_clause || a.closes : ends_clause;
      case SubjectKind::kPronoun:
        return say ? true : ends_clause;
      case SubjectKind::kRole:
        return (say || (think && a.closes) || a.closes) && (a.subject.is_definite || a.closes) &&
               ends_clause;
      case SubjectKind::kAnonymous:
        return say && ends_clause;
    }
    return false;
  }

  std::optional<Attribution> before_speech(std::uint32_t begin, std::uint32_t end,
                                           bool needs_verb) const {
    if (begin >= end || end - begin > kMostClauseTokens) return std::nullopt;
    Attribution a;
    a.begin = begin;
    a.end = end;
    a.opens_speech = true;
    // A verb with its subject behind it ("Själv säger hon", "skriver Nils Hage, som …") …
    for (std::uint32_t t = begin; t < end; ++t) {
      if (!doc_.is(t, kSay | kThink)) continue;
      auto who = subject(t + 1, end);
      if (!who) who = subject(skip_adverbs(t + 1), end);
      if (who && who->kind != SubjectKind::kAnonymous &&
          !(who->kind == SubjectKind::kRole && !who->is_definite)) {
        a.verb = t;
        a.subject = *who;
        return a;
      }
    }
    // … or in front of it ("X, titel, säger", "Emma fyller i").
    std::optional<Subject> first;
    for (std::uint32_t t = begin; t < end; ++t) {
      if (!first) {
        if (people_.covering(t) >= 0 && people_.starting_at(t) < 0) continue;
        auto who = subject(t, end);
        if (who && who->kind == SubjectKind::kAnonymous) who.reset();
        if (who && who->kind == SubjectKind::kRole && !(who->is_definite && t == begin))
          who.reset();
        if (who && who->kind == SubjectKind::kPronoun && !doc_.starts_sentence(t) && t != begin)
          who.reset();
        if (who) {
          first = who;
          t = who->end - 1;
          continue;
        }
      } else if (doc_.is(t, kSay | kThink) && !doc_.at(t).capital) {
        a.verb = t;
        a.subject = *first;
        return a;
      }
    }
    if (!first) return std::nullopt;
    // Any verb that ends the words before a colon: "…, kommenterar:", "lovar:".
    const std::uint32_t last = end - 1;
    if (last > first->end - 1 && doc_.is_lower_word(last) &&
        doc_.words().looks_like_verb(doc_.lower(last)) && !doc_.is_role_noun(last)) {
      a.verb = last;
      a.subject = *first;
      return a;
    }
    if (needs_verb) return std::nullopt;
    // "X, granne:": nothing but the name and what it is.
    if (first->begin > begin + 6) return std::nullopt;
    std::uint32_t rest = first->end;
    if (has_party(doc_, rest)) rest += 3;
    if (rest < end) {
      if (!doc_.is_kind(rest, TokenKind::kComma) && !doc_.is_kind(rest, TokenKind::kOpen))
        return std::nullopt;
      if (end - rest > 16) return std::nullopt;
      for (std::uint32_t k = rest; k < end; ++k) {
        if (doc_.is(k, kCopula | kAppoint) || doc_.is_kind(k, TokenKind::kFullStop))
          return std::nullopt;
      }
    }
    a.verb = end;
    a.subject = *first;
    return a;
  }

  std::optional<Attribution> sentence(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t stop = begin;
    while (stop < end && !doc_.is_kind(stop, TokenKind::kFullStop)) ++stop;
    if (begin + 2 >= stop) return std::nullopt;
    Attribution a;
    a.begin = begin;
    a.end = stop;
    a.closes = stop + 1 >= end;
    const std::string_view first = doc_.lower(begin);
    const bool words =
        first == "orden" || first == "ordet" || first == "citatet" || first == "rösten";
    const bool points = first == "det" || first == "så" || first == "detta" ||
                        first == "beskedet" || first == "det_där";
    if (!words && !points) return std::nullopt;
    if (points && !doc_.is(begin + 1, kSay | kThink)) return std::nullopt;
    a.verb = begin + 1;
    for (std::uint32_t t = begin + 1; t < stop; ++t) {
      if (people_.starting_at(t) >= 0) {
        const auto index = static_cast<std::uint32_t>(people_.starting_at(t));
        a.subject.kind = SubjectKind::kName;
        a.subject.mention = index;
        a.subject.begin = t;
        a.subject.end = people_.mentions[index].end;
        return a;
      }
      if (points && t == begin + 2) {
        if (auto who = subject(t, stop)) {
          if (who->kind == SubjectKind::kAnonymous) return std::nullopt;
          a.subject = *who;
          if (who->kind != SubjectKind::kRole) return a;
        }
      }
      if (words && doc_.is_word(t) && doc_.words().is_definite_role(doc_.lower(t))) {
        if (auto who = subject(t, stop)) {
          a.subject = *who;
          return a;
        }
      }
    }
    if (points && a.subject.kind == SubjectKind::kRole && a.subject.end > 0) return a;
    return std::nullopt;
  }

 private:
  const Document& doc_;
  const PersonTable& people_;
};

}  // namespace

std::optional<Subject> subject_at(const Document& doc, const PersonTable& people, std::uint32_t i,
                                  std::uint32_t end) {
  return Reader(doc, people).subject(i, end);
}

std::optional<Attribution> attribution_in(const Document& doc, const PersonTable& people,
                                          std::uint32_t begin, std::uint32_t end, bool strict) {
  return Reader(doc, people).in_speech(begin, end, strict);
}

std::optional<Attribution> attribution_before(const Document& doc, const PersonTable& people,
                                              std::uint32_t begin, std::uint32_t end,
                                              bool needs_verb) {
  return Reader(doc, people).before_speech(begin, end, needs_verb);
}

std::optional<Attribution> attribution_sentence(const Document& doc, const PersonTable& people,
                                                std::uint32_t begin, std::uint32_t end) {
  return Reader(doc, people).sentence(begin, end);
}

}  // namespace pressarkiv::extract
