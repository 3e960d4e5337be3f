// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/attribution.h"

#include <algorithm>

namespace pressarkiv::extract {
namespace {

class Reader {
 public:
  Reader(const Document& doc, const PersonTable& people) : doc_(doc), people_(people) {}

  bool word_is(std::uint32_t i, std::string_view word) const {
    return doc_.is_word(i) && doc_.lower(i) == word;
  }

  std::optional<Subject> subject(std::uint32_t i, std::uint32_t end) const {
    return subject_at(doc_, people_, i, end);
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
        (doc_.lower(i).ends_with("ende") || doc_.lower(i).ends_with("ande")) &&
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
    if (best || strict) return best;
    if (auto put = as_put(begin, end)) return put;
    return verbless(begin, end);
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
      // "I enkäten skriver en butikschef i Kalmar:"
      const bool somebody = who && who->kind == SubjectKind::kAnonymous && doc_.is(t, kSay) &&
                            who->begin == t + 1 && word_is(t + 1, "en") && who->end + 1 >= end &&
                            doc_.is_role_noun(t + 2);
      if (somebody || (who && who->kind != SubjectKind::kAnonymous &&
                       !(who->kind == SubjectKind::kRole && !who->is_definite))) {
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
    std::uint32_t last = end - 1;
    if (is_verb_particle(last) && last > first->end) --last;  // "Li Wei håller med:"
    if (last > first->end - 1 && doc_.is_lower_word(last) &&
        doc_.words().looks_like_verb(doc_.lower(last)) && !doc_.is_role_noun(last)) {
      a.verb = last;
      a.subject = *first;
      return a;
    }
    if (needs_verb) return std::nullopt;
    if (is_state_of(*first, begin, end)) {
      a.verb = end;
      a.subject = *first;
      return a;
    }
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

  bool is_verb_particle(std::uint32_t i) const {
    for (const std::string_view particle : {"med", "i", "in", "till", "ut", "upp", "på", "av"}) {
      if (word_is(i, particle)) return true;
    }
    return false;
  }

  // "Hotelldirektör X är mer än nöjd:": a full sentence about how somebody is, no office behind the
  // verb and nothing that announces a list.
  bool is_state_of(const Subject& who, std::uint32_t begin, std::uint32_t end) const {
    constexpr std::uint32_t kMostStateTokens = 8;
    if (who.kind != SubjectKind::kName || who.begin != begin) return false;
    std::uint32_t verb = who.end;
    if (has_party(doc_, verb)) verb += 3;
    while (verb < end && doc_.is_word(verb) && !doc_.is(verb, kCopula) && verb < who.end + 4)
      ++verb;
    if (verb >= end || !doc_.is(verb, kCopula) || end - verb > kMostStateTokens) return false;
    for (std::uint32_t i = verb + 1; i < end; ++i) {
      if (!doc_.is_lower_word(i) || doc_.is_role_noun(i) || word_is(i, "följande")) return false;
      if (!doc_.words().plural_role_base(doc_.lower(i)).empty()) return false;
    }
    return end > verb + 1;
  }

  // "…, som en av grannarna uttryckte det.": how somebody put it.
  std::optional<Attribution> as_put(std::uint32_t begin, std::uint32_t end) const {
    static constexpr std::string_view kVerbs[] = {"uttryckte", "uttrycker",   "sa",        "sade",
                                                  "säger",     "formulerade", "formulerar"};
    std::uint32_t stop = end;
    while (stop > begin && doc_.is_kind(stop - 1, TokenKind::kFullStop)) --stop;
    std::uint32_t verb = 0;
    std::uint32_t som = 0;
    for (std::uint32_t t = begin + 2; t < stop; ++t) {
      if (word_is(t, "som") && doc_.is_kind(t - 1, TokenKind::kComma)) som = t;
      const std::string_view w = doc_.lower(t);
      if (som != 0 && t > som + 1 && word_is(t + 1, "det") && t + 2 <= stop &&
          std::find(std::begin(kVerbs), std::end(kVerbs), w) != std::end(kVerbs))
        verb = t;
    }
    if (verb == 0 || stop - som > kMostClauseTokens || stop > verb + 6) return std::nullopt;
    auto who = subject(som + 1, verb);
    if (!who) return std::nullopt;
    Attribution a;
    a.begin = som;
    a.end = stop;
    a.verb = verb;
    a.subject = *who;
    a.speech_end = som - 1;
    a.closes = true;
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
