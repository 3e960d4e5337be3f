// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/attribution_subject.h"

namespace pressarkiv::extract {
namespace {

constexpr std::uint32_t kMostTitleTokens = 14;

class SubjectReader {
 public:
  SubjectReader(const Document& doc, const PersonTable& people) : doc_(doc), people_(people) {}

  std::optional<Subject> read(std::uint32_t i, std::uint32_t end) const {
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
    // "inflikar hans fru snabbt", "tillägger hennes kollega."
    if ((word_is(i, "hans") || word_is(i, "hennes") || word_is(i, "deras")) && i > 0 &&
        doc_.is(i - 1, kSay | kThink) && doc_.is_lower_word(i + 1) && i + 1 < end) {
      found.end = i + 2;
      while (found.end < end && found.end - i < 5 && doc_.is_lower_word(found.end)) ++found.end;
      return found;
    }
    if (word_is(i, "en") || word_is(i, "ett")) {
      if (!doc_.is_word(i + 1) || i + 1 >= end) return std::nullopt;
      found.end = i + 2;
      while (found.end < end && found.end - i < kMostClauseTokens && doc_.is_word(found.end))
        ++found.end;
      return found;
    }
    const std::uint32_t office = behind_article(i, end);
    if (const auto role = role_at(doc_, office, false); role && !doc_.is(office, kFunctionWord)) {
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
        } else if (name_subject(role->phrase_end + 1, end, found)) {
          return found;  // "juryns ordförande, hovsångerskan Anna Ek"
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
    if (is_owned_collective(i, end)) {
      found.end = i + 2;
      return found;
    }
    return std::nullopt;
  }

 private:
  bool word_is(std::uint32_t i, std::string_view word) const {
    return doc_.is_word(i) && doc_.lower(i) == word;
  }

  // "ropar barnen.", "skriver myndigheten.": a definite noun that closes the clause.
  bool is_collective(std::uint32_t i, std::uint32_t end) const {
    if (!doc_.is_lower_word(i) || doc_.is(i, kFunctionWord | kThink | kSay) || i == 0 ||
        !doc_.is(i - 1, kSay))
      return false;
    const std::string_view lower = doc_.lower(i);
    const bool definite = lower.size() > 4 &&
                          (lower.ends_with("en") || lower.ends_with("et") || lower.ends_with("na"));
    return definite && (i + 1 >= end || doc_.is_kind(i + 1, TokenKind::kFullStop));
  }

  // "uppger bolagets presstjänst.": a noun with its owner that closes the clause.
  bool is_owned_collective(std::uint32_t i, std::uint32_t end) const {
    return i > 0 && doc_.is(i - 1, kSay) && doc_.is_word(i) && doc_.lower(i).size() > 3 &&
           doc_.lower(i).back() == 's' && !doc_.is(i, kFunctionWord | kThink | kSay) &&
           doc_.is_lower_word(i + 1) && i + 1 < end &&
           !doc_.is(i + 1, kFunctionWord | kThink | kSay | kCopula) &&
           (i + 2 >= end || doc_.is_kind(i + 2, TokenKind::kFullStop));
  }

  // "säger den nye tekniske chefen": the token of the adjective or noun behind the article.
  std::uint32_t behind_article(std::uint32_t i, std::uint32_t end) const {
    if (!word_is(i, "den") && !word_is(i, "det")) return i;
    std::uint32_t k = i + 1;
    while (k < end && k < i + 4 && doc_.is_lower_word(k) && !doc_.is_role_noun(k) &&
           (doc_.lower(k).ends_with("e") || doc_.lower(k).ends_with("a")) &&
           !doc_.words().is_role_adjective(doc_.lower(k)))
      ++k;
    const bool office = doc_.is_role_noun(k) || doc_.words().is_role_adjective(doc_.lower(k));
    return k < end && k > i && office ? k : i;
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
          const bool owner = j == i + 1 && doc_.at(i).capital && doc_.lower(i).ends_with("s");
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
                             doc_.lower(j - 1).ends_with("-");
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

  const Document& doc_;
  const PersonTable& people_;
};

}  // namespace

std::optional<Subject> subject_at(const Document& doc, const PersonTable& people, std::uint32_t i,
                                  std::uint32_t end) {
  return SubjectReader(doc, people).read(i, end);
}

}  // namespace pressarkiv::extract
