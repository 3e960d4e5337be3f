// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/speaker_resolver.h"

#include <algorithm>

namespace pressarkiv::extract {
namespace {

// How far back a pronoun or an unnamed office looks, in paragraphs.
constexpr std::uint32_t kMostParagraphsBack = 12;
constexpr int kMostSentencesBack = 40;  // In one paragraph.

// How often each way was right on the development sets, rounded.
constexpr float kByName = 0.99F;
constexpr float kBySurname = 0.97F;
constexpr float kByFirstName = 0.95F;
constexpr float kByRole = 0.93F;
constexpr float kByPronoun = 0.9F;
constexpr float kByPronounAmong = 0.75F;
constexpr float kByContext = 0.7F;

}  // namespace

SpeakerResolver::SpeakerResolver(const Document& doc, const PersonTable& people,
                                 std::vector<PersonRoles>& roles)
    : doc_(doc),
      people_(people),
      roles_(roles),
      speech_(doc.size(), 0),
      spoken_by_(doc.paragraphs().size(), kNoPerson),
      mentioned_at_(people.people.size()) {
  for (const NameMention& m : people.mentions) mentioned_at_[m.person].push_back(m.begin);
  for (std::uint32_t i = 1; i < doc.size(); ++i) {
    const std::string_view article = doc.lower(i - 1);
    if (article.empty() || article.size() > 3 || article.front() != 'e') continue;
    if ((article != "en" && article != "ett") || !doc.is_word(i)) continue;
    const bool named = people.starting_at(i + 1) >= 0 ||
                       (doc.is_kind(i + 1, TokenKind::kComma) && people.starting_at(i + 2) >= 0);
    if (!named) unnamed_.try_emplace(doc.lower(i), i);
  }
}

void SpeakerResolver::note_quote(std::uint32_t begin, std::uint32_t end, std::uint32_t person) {
  std::fill(speech_.begin() + begin, speech_.begin() + end, std::uint8_t{1});
  if (begin < end && person != kNoPerson) spoken_by_[doc_.paragraph_index(begin)] = person;
}

bool SpeakerResolver::fits(std::uint32_t person, Gender gender) const {
  const Gender known = people_.people[person].gender;
  return gender == Gender::kUnknown || known == Gender::kUnknown || known == gender;
}

Speaker SpeakerResolver::resolve(const Subject& subject, std::uint32_t at) {
  switch (subject.kind) {
    case SubjectKind::kName: {
      const NameMention& mention = people_.mentions[subject.mention];
      const bool bare = people_.people[mention.person].given_parts == 0;
      switch (mention.form) {
        case NameForm::kFull:
          return {mention.person, SpeakerVia::kName, kByName};
        case NameForm::kSurname:
          return {mention.person, SpeakerVia::kSurname, bare ? kByPronoun : kBySurname};
        case NameForm::kFirstName:
          return {mention.person, SpeakerVia::kFirstName, kByFirstName};
      }
      break;
    }
    case SubjectKind::kPronoun:
      return by_pronoun(subject.gender, at);
    case SubjectKind::kRole:
      return by_role(subject, at);
    case SubjectKind::kAnonymous:
      return {kNoPerson, SpeakerVia::kRole, 0};
  }
  return {};
}

// People that tokens [begin, end) of narration speak of: by name (owners in the genitive left out)
// or by an office that exactly one person of the release holds ("Gatuchefen lovade …").
std::vector<SpeakerResolver::Reference> SpeakerResolver::references(std::uint32_t begin,
                                                                    std::uint32_t end) const {
  std::vector<Reference> found;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (in_speech(i)) continue;
    const std::int32_t mention = people_.starting_at(i);
    if (mention >= 0) {
      const NameMention& m = people_.mentions[static_cast<std::size_t>(mention)];
      if (!m.genitive) found.push_back({i, m.person});
      i = m.end - 1;
      continue;
    }
    if (!doc_.is_word(i) || !doc_.words().is_definite_role(doc_.lower(i))) continue;
    const std::string_view base = doc_.words().role_base(doc_.lower(i));
    std::uint32_t holder = kNoPerson;
    bool several = false;
    for (std::uint32_t p = 0; p < roles_.size(); ++p) {
      for (const FoundRole& role : roles_[p].roles) {
        if (!role.base.ends_with(base)) continue;
        several = several || (holder != kNoPerson && holder != p);
        holder = p;
      }
    }
    if (holder != kNoPerson && !several) found.push_back({i, holder});
  }
  return found;
}

// The nearest sentence back that speaks of someone of that gender; inside it the first one, which
// is mostly its subject. A paragraph of speech counts for its speaker.
Speaker SpeakerResolver::by_pronoun(Gender gender, std::uint32_t at) const {
  const std::uint32_t here = doc_.paragraph_index(at);
  for (std::uint32_t back = 0; back <= std::min(here, kMostParagraphsBack); ++back) {
    const std::uint32_t p = here - back;
    const Paragraph& paragraph = doc_.paragraphs()[p];
    if (paragraph.text == FactText::kTitle && doc_.at(at).begin > 0 && back > kMostParagraphsBack)
      break;
    // What stands before the attribution in a spoken paragraph is the speech itself.
    const std::uint32_t end = back > 0 ? paragraph.end : paragraph.dash ? paragraph.begin : at;
    // Sentences from the last to the first.
    std::uint32_t sentence_end = end;
    for (int sentences = 0; sentence_end > paragraph.begin && sentences < kMostSentencesBack;
         ++sentences) {
      std::uint32_t begin = sentence_end - 1;
      while (begin > paragraph.begin && !doc_.is_kind(begin - 1, TokenKind::kFullStop)) --begin;
      std::uint32_t first = kNoPerson;
      bool several = false;
      // "Hon och kollegan Li Wei …" goes on about who was named before.
      const bool goes_on = gender != Gender::kUnknown &&
                           doc_.is(begin, gender == Gender::kMale ? kHePronoun : kShePronoun);
      for (const Reference& reference : references(begin, sentence_end)) {
        if (goes_on && people_.people[reference.person].gender != gender) continue;
        if (!fits(reference.person, gender)) continue;
        if (first == kNoPerson) first = reference.person;
        several = several || first != reference.person;
      }
      if (first != kNoPerson)
        return {first, SpeakerVia::kPronoun, several ? kByPronounAmong : kByPronoun};
      sentence_end = begin;
    }
    const std::uint32_t spoken = spoken_by_[p];
    if (spoken != kNoPerson && fits(spoken, gender))
      return {spoken, SpeakerVia::kPronoun, kByPronoun};
  }
  return {kNoPerson, SpeakerVia::kPronoun, 0};
}

// "En undersköterska i Eslöv …" before "säger undersköterskan": nobody who is named.
bool SpeakerResolver::is_anonymous(std::string_view base, std::uint32_t at) const {
  const auto found = unnamed_.find(base);
  return found != unnamed_.end() && found->second < at;
}

// Whether the paragraph before is about this person and nobody else.
bool SpeakerResolver::is_topic(std::uint32_t person, std::uint32_t at) const {
  const std::uint32_t here = doc_.paragraph_index(at);
  if (here == 0) return false;
  const Paragraph& before = doc_.paragraphs()[here - 1];
  const std::vector<Reference> found = references(before.begin, before.end);
  return !found.empty() && std::all_of(found.begin(), found.end(), [&](const Reference& reference) {
    return reference.person == person;
  });
}

Speaker SpeakerResolver::by_role(const Subject& subject, std::uint32_t at) {
  if (!subject.is_definite) return {kNoPerson, SpeakerVia::kRole, 0};
  const std::string wanted = role_base_text(doc_, subject.role);
  if (wanted.empty()) return {kNoPerson, SpeakerVia::kRole, 0};
  // The same office in full, else one that ends in it ("ordföranden" for a styrelseordförande),
  // else one that it begins or ends ("kommunalrådet" written shorter); the last one named wins.
  const auto is_place = [&](const std::string& organisation) {
    std::string place;
    append_lower(organisation, place);
    return (doc_.words().classes_of(place) & kPlaceWord) != 0;
  };
  // "statsministern på pressträffen" is as much our own as "statsministern".
  const bool own_office = !is_place(organisation_text(doc_, subject.role));
  const auto is_foreign = [&](const PersonRoles& person) {
    if (person.roles.empty()) return false;
    const std::string& organisation = person.roles.front().organisation;
    return organisation != "Sverige" && is_place(organisation);
  };
  std::uint32_t best = kNoPerson;
  int best_match = 0;
  std::uint32_t best_seen = 0;
  for (std::uint32_t p = 0; p < roles_.size(); ++p) {
    int match = 0;
    for (const FoundRole& role : roles_[p].roles) {
      if (role.base == wanted) {
        match = std::max(match, 3);
      } else if (role.base.ends_with(wanted)) {
        match = std::max(match, 2);
      } else if (wanted == "statsråd" && role.base.ends_with("minister")) {
        match = std::max(match, 2);
      } else if (role.base.size() >= 4 && wanted.ends_with(role.base)) {
        match = std::max(match, 1);
      }
    }
    if (match == 0) continue;
    // "statsministern" without a country is not the neighbour's.
    match = 2 * match - (own_office && is_foreign(roles_[p]) ? 1 : 0);
    const std::vector<std::uint32_t>& places = mentioned_at_[p];
    const auto behind = std::lower_bound(places.begin(), places.end(), at);
    const std::uint32_t seen = behind == places.begin() ? 0 : *(behind - 1) + 1;
    if (match > best_match || (match == best_match && seen > best_seen)) {
      best = p;
      best_match = match;
      best_seen = seen;
    }
  }
  // "utrikesministern" where only a neighbour's is named: ours, whom another release may tell.
  const bool only_foreign = best != kNoPerson && own_office && wanted.ends_with("minister") &&
                            is_foreign(roles_[best]) && !is_topic(best, at);
  if (only_foreign) return {kNoPerson, SpeakerVia::kRole, 0};
  if (best != kNoPerson) return {best, SpeakerVia::kRole, kByRole};
  if (is_anonymous(wanted, at) || wanted.ends_with("minister"))
    return {kNoPerson, SpeakerVia::kRole, 0};
  // An office nobody was given: the one person that the paragraph before speaks of, who then holds
  // it.
  const std::uint32_t here = doc_.paragraph_index(at);
  if (here == 0) return {kNoPerson, SpeakerVia::kRole, 0};
  const Paragraph& before = doc_.paragraphs()[here - 1];
  if (before.kind == BlockKind::kListItem) return {kNoPerson, SpeakerVia::kRole, 0};
  std::uint32_t only = kNoPerson;
  for (const Reference& reference : references(before.begin, before.end)) {
    if (only != kNoPerson && only != reference.person) return {kNoPerson, SpeakerVia::kRole, 0};
    only = reference.person;
  }
  const auto has_office = [&](std::uint32_t person) {
    const std::vector<FoundRole>& roles = roles_[person].roles;
    return std::any_of(roles.begin(), roles.end(),
                       [](const FoundRole& role) { return role.weight > kKinWeight; });
  };
  if (only == kNoPerson || has_office(only)) return {kNoPerson, SpeakerVia::kRole, 0};
  FoundRole role;
  role.role = role_text(doc_, subject.role);
  role.base = wanted;
  role.organisation = organisation_text(doc_, subject.role);
  role.weight = 3;
  role.token = subject.begin;
  roles_[only].roles.insert(roles_[only].roles.begin(), std::move(role));
  return {only, SpeakerVia::kRole, kByContext};
}

bool SpeakerResolver::is_named_in(std::uint32_t person, const Paragraph& paragraph) const {
  const std::vector<std::uint32_t>& places = mentioned_at_[person];
  const auto first = std::lower_bound(places.begin(), places.end(), paragraph.begin);
  return first != places.end() && *first < paragraph.end;
}

// Words without an attribution: the speaker of the quote right before them; else whom the narration
// right before speaks of; else the last who spoke. Voices that are introduced as several ("when we
// asked travellers:") stay open.
Speaker SpeakerResolver::from_context(std::uint32_t here) const {
  for (std::uint32_t back = 1; back <= std::min(here, kMostParagraphsBack); ++back) {
    const std::uint32_t p = here - back;
    const Paragraph& paragraph = doc_.paragraphs()[p];
    if (spoken_by_[p] != kNoPerson)
      return {spoken_by_[p], SpeakerVia::kContext, back == 1 ? 0.9F : kByContext};
    if (paragraph.kind != BlockKind::kParagraph && paragraph.text == FactText::kBody) continue;
    std::vector<Reference> found = references(paragraph.begin, paragraph.end);
    // Who is spoken of does not speak.
    found.erase(std::remove_if(found.begin(), found.end(),
                               [&](const Reference& reference) {
                                 return is_named_in(reference.person, doc_.paragraphs()[here]);
                               }),
                found.end());
    if (!found.empty())
      return {found.front().person, SpeakerVia::kContext, found.size() == 1 ? kByContext : 0.6F};
    if (back == 1 && doc_.is_kind(paragraph.end - 1, TokenKind::kColon)) return {};
  }
  return {};
}

}  // namespace pressarkiv::extract
