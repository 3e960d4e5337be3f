// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/role_finder.h"

#include <algorithm>
#include <optional>

namespace pressarkiv::extract {
namespace {

// How plainly a construction gives a role; the highest wins, and the first of equals.
constexpr double kBeforeName = 10;  // "socialchef Aino Lantto"
constexpr double kAppointed = 9.5;  // "utser Annika Sjöö till ny kommundirektör"
constexpr double kApposition = 9;   // "Otto Ek, högskolans rektor"
constexpr double kInverted = 8.5;   // "Författare är Anna Ek"
constexpr double kShared = 8.5;     // "Djurvårdarna Anna Ek och Bo Ås"
constexpr double kBeforeComma = 8;  // "Loppets läkare, Siri Holm, har …"
constexpr double kIs = 7;           // "Nils Hage är tränare"
constexpr double kPronounIs = 6;    // "Hon är intendent …" after a sentence about her
constexpr double kWithin = 5;       // "…, som efterträdde Y som ordförande"
constexpr double kHeadline = 9.7;   // "Ny ambassadör i Aten" over "Anna Ek har senast …"
constexpr double kFormer = -4;      // "tidigare", "f.d."

class RoleFinder {
 public:
  RoleFinder(const Document& doc, const PersonTable& people)
      : doc_(doc), people_(people), found_(people.people.size()) {}

  std::vector<PersonRoles> run() {
    for (const NameMention& mention : people_.mentions) {
      before(mention);
      if (!mention.genitive) after(mention);
    }
    pronoun_sentences();
    appointment_sentences();
    shared_roles();
    headline();
    for (PersonRoles& person : found_) {
      std::stable_sort(person.roles.begin(), person.roles.end(),
                       [](const FoundRole& a, const FoundRole& b) { return a.weight > b.weight; });
    }
    return std::move(found_);
  }

 private:
  bool word_is(std::uint32_t i, std::string_view word) const {
    return doc_.is_word(i) && doc_.lower(i) == word;
  }

  void add(std::uint32_t person, const RolePhrase& role, double weight) {
    FoundRole found;
    found.role = role_text(doc_, role);
    found.base = role_base_text(doc_, role);
    found.organisation = organisation_text(doc_, role);
    found.token = role.begin;
    const std::string_view first = doc_.lower(role.begin);
    if (first == "tidigare" || first == "f.d." || first == "fd" || first == "före" ||
        first == "förre" || first == "förra" || first == "dåvarande") {
      if (weight < kBeforeName && weight != kApposition) weight += kFormer;
    }
    if (doc_.is(role.end - 1, kKin) || (doc_.words().classes_of(found.base) & kKin) != 0)
      weight = kKinWeight;
    found.weight = weight;
    found_[person].roles.push_back(std::move(found));
  }

  void before(const NameMention& mention) {
    const std::uint32_t floor = doc_.paragraph_of(mention.begin).begin;
    if (mention.begin == floor) return;
    const std::uint32_t last = mention.begin - 1;
    if (const auto role = role_before(doc_, mention.begin)) {
      // "systrarna A och B": plural heads do not say one person's office.
      // "kulturråden A och B" is everyone's of the list: shared_roles().
      const std::string_view head = doc_.lower(role->end - 1);
      const bool shared = head.ends_with("en") && !doc_.words().plural_role_base(head).empty();
      if (!shared) add(mention.person, *role, kBeforeName);
      return;
    }
    // "Ordförande: Anna Ek", a line of a list.
    if (doc_.is_kind(last, TokenKind::kColon)) {
      const auto role = role_before(doc_, last);
      const bool opens =
          role && (role->phrase_begin == floor || doc_.at(role->phrase_begin).line_before ||
                   doc_.is_kind(role->phrase_begin - 1, TokenKind::kFullStop));
      if (opens && !doc_.is(role->begin, kNotName)) add(mention.person, *role, kBeforeComma);
      return;
    }
    // "landshövding Anna Ek och …": handled by the other mention. "en särskild utredare, Agneta K.,
    // …"
    if (doc_.is_kind(last, TokenKind::kComma) && mention.end < doc_.size()) {
      const auto role = role_before(doc_, last);
      if (!role) return;
      const bool closed = doc_.is_kind(mention.end, TokenKind::kComma) ||
                          doc_.is_kind(mention.end, TokenKind::kFullStop) ||
                          doc_.is_kind(mention.end, TokenKind::kColon) ||
                          has_party(doc_, mention.end);
      const bool one = role->phrase_begin > floor && (word_is(role->phrase_begin - 1, "en") ||
                                                      word_is(role->phrase_begin - 1, "vår"));
      // The role must not belong to a person before it ("Anna Ek, ordförande, Bo Ås, kassör").
      const bool free =
          role->phrase_begin == floor ||
          (people_.covering(role->phrase_begin - 1) < 0 &&
           !(role->phrase_begin >= floor + 2 && people_.covering(role->phrase_begin - 2) >= 0));
      // "säger Moderaternas gruppledare i utskottet, Anna Ek."
      const bool says = role->phrase_begin > floor && doc_.is(role->phrase_begin - 1, kSay);
      const bool owned =
          role->phrase_begin < role->begin;  // "Villaägarnas chef i Dalarna, Bo Ek, …"
      if (closed && free &&
          (one || says || owned || doc_.words().is_definite_role(doc_.lower(role->end - 1)))) {
        add(mention.person, *role, kBeforeComma);
      }
    }
  }

  // "Till särskild utredare utses Bo Ek", "Utredare blir Bo Ek", "Utredare har varit Bo Ek".
  void appointment_sentences() {
    for (const NameMention& mention : people_.mentions) {
      if (mention.form != NameForm::kFull || mention.genitive) continue;
      std::uint32_t i = doc_.sentence_begin(mention.begin);
      if (word_is(i, "till") || word_is(i, "som")) ++i;
      const auto role = role_at(doc_, skip_new(i), false);
      if (!role) continue;
      std::uint32_t verb = role->phrase_end;
      while (word_is(verb, "har") || word_is(verb, "i") || word_is(verb, "dag")) ++verb;
      // "Som särskild utredare har Bo Ek utsetts."
      if (verb == mention.begin && verb > role->phrase_end && doc_.is(mention.end, kAppoint)) {
        add(mention.person, *role, kAppointed);
        continue;
      }
      // "… har regeringen utsett"
      if (verb > role->phrase_end && doc_.is_lower_word(verb) && doc_.is(verb + 1, kAppoint))
        ++verb;
      if (!doc_.is(verb, kCopula | kAppoint)) continue;
      std::uint32_t name = verb + 1;
      while (name < mention.begin &&
             (word_is(name, "i") || word_is(name, "dag") || word_is(name, "därmed")))
        ++name;
      const auto title = role_before(doc_, mention.begin);
      // "Utredare är Bo Ek" tells what he is, and less plainly than his own apposition.
      const bool is = word_is(verb, "är") || word_is(verb, "var");
      if (name == mention.begin || (title && title->phrase_begin == name))
        add(mention.person, *role, is ? kInverted : kAppointed);
      // "Domare var Anna Ek (Norge), Bo Ås (Danmark) och Li Wei."
      if (is && name == mention.begin && !found_[mention.person].roles.empty()) {
        FoundRole same = found_[mention.person].roles.back();
        same.weight = kInverted;
        share_behind(mention, same);
      }
    }
  }

  // "Djurvårdarna Anna Ek, Bo Ås och Li Wei vakar.", "Till ledamöter omvaldes Anna Ek och Bo Ås.":
  // an office in the plural is each one's of the list behind it.
  void shared_roles() {
    for (const NameMention& mention : people_.mentions) {
      const std::uint32_t floor = doc_.paragraph_of(mention.begin).begin;
      if (mention.begin == floor || mention.genitive) continue;
      std::uint32_t word = mention.begin - 1;
      const bool chosen = doc_.is(word, kAppoint);
      if (chosen) {
        const std::uint32_t first = doc_.sentence_begin(word);
        if (!word_is(first, "till") && !word_is(first, "som")) continue;
        word = first + 1;
      }
      if (!doc_.is_word(word) || doc_.is(word, kPlaceWord)) continue;  // "Dalarna Ek"
      const std::string_view plural = doc_.lower(word);
      // "forskare Anna Ek och …" is one of them only.
      if (!chosen && !plural.ends_with("na") && !plural.ends_with("en")) continue;
      const std::string base = doc_.words().plural_role_base(plural);
      if (base.empty() || (doc_.words().classes_of(base) & kKin) != 0) continue;
      FoundRole role;
      role.role = base;
      role.base = base;
      role.weight = kShared;
      role.token = word;
      share(mention, role);
    }
  }

  // Gives the role to everyone of a list of names: commas, "och", parties and ages between them.
  void share(const NameMention& first, const FoundRole& role) {
    found_[first.person].roles.push_back(role);
    share_behind(first, role);
  }

  void share_behind(const NameMention& first, const FoundRole& role) {
    std::uint32_t at = first.end;
    const std::uint32_t end = doc_.paragraph_of(first.begin).end;
    while (at < end) {
      if (doc_.is_kind(at, TokenKind::kOpen) && doc_.is_word(at + 1) &&
          doc_.is_kind(at + 2, TokenKind::kClose)) {
        at += 3;  // A party or a place.
      } else if (doc_.is_kind(at, TokenKind::kComma) || word_is(at, "och") || word_is(at, "samt")) {
        ++at;
      } else {
        const std::int32_t next = people_.starting_at(at);
        if (next < 0) return;
        const NameMention& mention = people_.mentions[static_cast<std::size_t>(next)];
        if (mention.form == NameForm::kFull && !mention.genitive)
          found_[mention.person].roles.push_back(role);
        at = mention.end;
      }
    }
  }

  bool has_plain_role(std::uint32_t person) const {
    return std::any_of(found_[person].roles.begin(), found_[person].roles.end(),
                       [](const FoundRole& role) { return role.weight >= kBeforeComma; });
  }

  // "Ny ambassadör i Aten" as the headline of a release whose text begins with a person, and names
  // nobody else whose office it does not say: the headline says what the person becomes.
  void headline() {
    if (people_.mentions.empty()) return;
    const NameMention& first = people_.mentions.front();
    for (std::uint32_t other = 0; other < found_.size(); ++other) {
      if (other != first.person && !has_plain_role(other)) return;
    }
    const Paragraph& opening = doc_.paragraph_of(first.begin);
    if (opening.text == FactText::kTitle || first.begin != opening.begin) return;
    const Paragraph& title = doc_.paragraphs().front();
    if (title.text != FactText::kTitle) return;
    if (!word_is(title.begin, "ny") && !word_is(title.begin, "nytt") &&
        !word_is(title.begin, "nya"))
      return;
    auto role = role_at(doc_, title.begin + 1, false);
    if (!role) return;
    // "ambassadör i Guyana, Surinam och Dominica"
    std::uint32_t list = role->end;
    while (list < title.end && (doc_.is_kind(list, TokenKind::kComma) || word_is(list, "och") ||
                                (doc_.is_word(list) && doc_.at(list).capital)))
      ++list;
    if (list == title.end) role->end = list;
    add(first.person, *role, kHeadline);
  }

  // Skips what can stand between a copula or preposition and the role: "en", "den nya", "i dag".
  std::uint32_t skip_determiners(std::uint32_t i) const {
    static constexpr std::string_view kSkip[] = {
        "en",  "ett",        "den",   "ny",       "nya",  "nye",   "nytt",  "vår",   "idag",
        "för", "närvarande", "från",  "år",       "nu",   "också", "även",  "sedan", "i",
        "dag", "numera",     "själv", "dessutom", "både", "bland", "annat", "vår",   "deras"};
    for (int n = 0; n < 8; ++n) {
      // "sedan den 12 augusti 2019", "från 1 mars"
      if (n > 0 && doc_.is_kind(i, TokenKind::kNumber)) {
        ++i;
        if (doc_.is(i, kNotName)) ++i;
        continue;
      }
      if (!doc_.is_word(i)) break;
      const std::string_view w = doc_.lower(i);
      if (std::find(std::begin(kSkip), std::end(kSkip), w) == std::end(kSkip)) break;
      ++i;
    }
    return i;
  }

  bool appointed_before(const NameMention& mention) const {
    const std::uint32_t begin = doc_.sentence_begin(mention.begin);
    for (std::uint32_t i = begin; i < mention.begin; ++i) {
      if (doc_.is(i, kAppoint)) return true;
    }
    return false;
  }

  void after(const NameMention& mention) {
    const Paragraph& paragraph = doc_.paragraph_of(mention.begin);
    std::uint32_t i = mention.end;
    PersonRoles& person = found_[mention.person];
    bool party = false;
    if (has_party(doc_, i)) {
      if (person.party.empty()) person.party = doc_.clean(i + 1, i + 2);
      party = true;
      i += 3;
    }
    if (i >= paragraph.end) {
      if (mention.begin == paragraph.begin) next_line(mention, paragraph);
      return;
    }
    if (respective(mention, i, paragraph.end)) return;
    const Token& t = doc_.at(i);
    // ", 91 år" and ", 43,"
    if (t.kind == TokenKind::kComma && doc_.is_kind(i + 1, TokenKind::kNumber)) {
      std::uint32_t next = i + 2;
      if (word_is(next, "år")) ++next;
      if (next < paragraph.end && doc_.is_kind(next, TokenKind::kComma)) i = next;
      // "Siri Holm, 54, tar över som chef"
      if (acts_as(mention, i + 1, paragraph.end)) return;
      if (i == next && doc_.is(i + 1, kCopula)) ++i;  // "Siri Holm, 54, blir ny chef"
    }
    // "Till dess är Siri Holm tf hållbarhetschef."
    if (doc_.is_lower_word(i) && mention.begin > paragraph.begin &&
        doc_.is(mention.begin - 1, kCopula) && !word_is(i, "som")) {
      if (const auto role = role_at(doc_, i, false)) add(mention.person, *role, kIs);
    }
    if (party && doc_.is_word(i)) {
      if (const auto role = role_at(doc_, i, false)) add(mention.person, *role, kApposition);
    }
    if (doc_.is_kind(i, TokenKind::kComma) ||
        (doc_.is_kind(i, TokenKind::kDash) && mention.form == NameForm::kFull)) {
      if (behind_clause(mention, i, paragraph.end)) return;
      std::uint32_t next = skip_new(i + 1);
      // "Anna Ek, Liberalerna, ordförande i …"
      if (doc_.is_word(next) && doc_.at(next).capital && people_.starting_at(next) < 0 &&
          doc_.is_kind(next + 1, TokenKind::kComma) && !role_at(doc_, next, false))
        next = skip_new(next + 2);
      if (next < paragraph.end && word_is(next, "som")) {
        relative(mention, next, paragraph.end);
      } else if (people_.starting_at(next) < 0 && !leads_to_name(next, paragraph.end)) {
        const bool open = mention.form == NameForm::kFull && doc_.is_kind(i, TokenKind::kComma);
        if (const auto role = role_at(doc_, next, open)) add(mention.person, *role, kApposition);
      }
      return;
    }
    if (!doc_.is_word(i)) {
      if (doc_.is_kind(i, TokenKind::kOpen)) {
        if (const auto role = role_at(doc_, i + 1, false)) add(mention.person, *role, kApposition);
      }
      return;
    }
    if (word_is(i, "som")) {
      const auto direct = role_at(doc_, skip_determiners(i + 1), false);
      if (direct && appointed_before(mention)) {
        add(mention.person, *direct, kAppointed);
      } else {
        relative(mention, i, paragraph.end);
      }
      return;
    }
    if (word_is(i, "till") || (word_is(i, "att") && doc_.is(i + 1, kCopula))) {
      const std::uint32_t at = skip_determiners(word_is(i, "till") ? i + 1 : i + 2);
      if (appointed_before(mention)) {
        if (const auto role = role_at(doc_, at, false)) add(mention.person, *role, kAppointed);
      }
      return;
    }
    if (word_is(i, "ny") || word_is(i, "nya")) {  // A headline: "Ebba Ek ny vice vd på …"
      if (const auto role = role_at(doc_, i + 1, false)) add(mention.person, *role, kAppointed);
      return;
    }
    // "utses", "har utsetts till", "blir", "är".
    std::uint32_t verb = i;
    while (verb < paragraph.end && verb < i + 3 &&
           (word_is(verb, "har") || word_is(verb, "kommer") || word_is(verb, "att")))
      ++verb;
    if (doc_.is(verb, kCopula)) {
      const bool becomes = doc_.lower(verb) == "blir" || doc_.lower(verb) == "blev" ||
                           doc_.lower(verb) == "bli" || doc_.lower(verb) == "blivit";
      if (const auto role = role_at(doc_, skip_determiners(verb + 1), false))
        add(mention.person, *role, becomes ? kAppointed : kIs);
    } else if (acts_as(mention, i, paragraph.end)) {
      return;
    } else if (doc_.is(verb, kAppoint)) {
      for (std::uint32_t k = verb + 1;
           k < paragraph.end && k < verb + 12 && !doc_.is_kind(k, TokenKind::kFullStop); ++k) {
        if (!word_is(k, "till") && !word_is(k, "som")) continue;
        if (const auto role = role_at(doc_, skip_determiners(k + 1), false)) {
          add(mention.person, *role, kAppointed);
          break;
        }
      }
    }
  }

  // A card of a contact: the name on a line of its own, the office on the next.
  void next_line(const NameMention& mention, const Paragraph& line) {
    if (line.text != FactText::kContacts || line.end >= doc_.size()) return;
    const Paragraph& below = doc_.paragraph_of(line.end);
    if (below.text != FactText::kContacts) return;
    const auto role = role_at(doc_, below.begin, false);
    if (role && (role->phrase_end == below.end || doc_.is_kind(role->end, TokenKind::kComma)))
      add(mention.person, *role, kApposition);
  }

  // "David Ek, född 1955 i Oslo, är professor": a clause in commas before the copula.
  bool behind_clause(const NameMention& mention, std::uint32_t comma, std::uint32_t end) {
    constexpr std::uint32_t kMostClause = 8;
    std::uint32_t i = comma + 1;
    if (!doc_.is_lower_word(i) || !doc_.lower(i).ends_with("d") || role_at(doc_, i, false))
      return false;
    while (i < end && i < comma + kMostClause && !doc_.is_kind(i, TokenKind::kComma)) {
      if (doc_.is_kind(i, TokenKind::kFullStop) || people_.starting_at(i) >= 0) return false;
      ++i;
    }
    if (i >= end || !doc_.is_kind(i, TokenKind::kComma) || !doc_.is(i + 1, kCopula)) return false;
    const auto role = role_at(doc_, skip_determiners(i + 2), false);
    if (role) add(mention.person, *role, kIs);
    return role.has_value();
  }

  // "tar över som chef för X", "arbetar sedan i våras som jurist".
  bool acts_as(const NameMention& mention, std::uint32_t verb, std::uint32_t end) {
    const bool takes_over = word_is(verb, "tar") || word_is(verb, "tog") || word_is(verb, "går");
    if (!doc_.is_lower_word(verb) || doc_.is(verb, kAppoint | kCopula | kSay | kThink) ||
        !(takes_over || doc_.words().looks_like_verb(doc_.lower(verb))))
      return false;
    for (std::uint32_t i = verb + 1; i < end && i < verb + 5 && doc_.is_lower_word(i); ++i) {
      if (!word_is(i, "som")) continue;
      const auto role = role_at(doc_, skip_determiners(i + 1), false);
      if (role) add(mention.person, *role, kWithin);
      return role.has_value();
    }
    return false;
  }

  std::uint32_t skip_new(std::uint32_t i) const {
    while (word_is(i, "ny") || word_is(i, "nya") || word_is(i, "nye") || word_is(i, "en") ||
           word_is(i, "den"))
      ++i;
    return i;
  }

  // Whether the words from `i` are the title of the next person of a list: "…, socialchef Bo Ek".
  bool leads_to_name(std::uint32_t i, std::uint32_t end) const {
    for (std::uint32_t k = i; k < end && k < i + 6; ++k) {
      if (people_.starting_at(k) >= 0) {
        const auto role = role_before(doc_, k);
        return k > i && role && role->phrase_begin <= i;
      }
      if (!doc_.is_word(k)) return false;
    }
    return false;
  }

  // "som är näringslivschef", "som då var trafikplanerare och i dag är kommunens gatuchef".
  void relative(const NameMention& mention, std::uint32_t som, std::uint32_t end) {
    bool now = false;
    for (std::uint32_t i = som + 1; i < end && i < som + 24; ++i) {
      const TokenKind kind = doc_.at(i).kind;
      if (kind == TokenKind::kFullStop || kind == TokenKind::kColon) break;
      if (word_is(i, "dag") || word_is(i, "idag") || word_is(i, "nu") || word_is(i, "numera"))
        now = true;
      if (doc_.is(i, kCopula)) {
        if (const auto role = role_at(doc_, skip_determiners(i + 1), false)) {
          const bool past =
              doc_.lower(i) == "var" || doc_.lower(i) == "varit" || doc_.lower(i) == "blev";
          add(mention.person, *role, kApposition + (now ? 0.2 : 0) - (past ? 1.5 : 0));
          i = role->end - 1;
        }
      } else if (word_is(i, "som") && i > som + 1) {
        if (const auto role = role_at(doc_, skip_determiners(i + 1), false))
          add(mention.person, *role, kWithin);
      }
    }
  }

  // "A (S) och B (FP), ordförande respektive vice ordförande i nämnden"
  bool respective(const NameMention& mention, std::uint32_t i, std::uint32_t end) {
    if (!word_is(i, "och") || i + 1 >= end) return false;
    const std::int32_t second = people_.starting_at(i + 1);
    if (second < 0) return false;
    const NameMention& other = people_.mentions[static_cast<std::size_t>(second)];
    std::uint32_t k = other.end;
    if (has_party(doc_, k)) k += 3;
    if (!doc_.is_kind(k, TokenKind::kComma)) return false;
    std::uint32_t joint = k + 1;
    while (joint < end && joint < k + 8 && !word_is(joint, "respektive")) ++joint;
    if (!word_is(joint, "respektive")) return false;
    const auto first_role = role_before(doc_, joint);
    const auto second_role = role_at(doc_, joint + 1, false);
    if (!first_role || !second_role) return false;
    RolePhrase one = *first_role;
    one.org_begin = second_role->org_begin;
    one.org_end = second_role->org_end;
    one.org_genitive = second_role->org_genitive;
    add(mention.person, one, kApposition + 0.5);
    add(other.person, *second_role, kApposition + 0.5);
    return true;
  }

  // "Han är dammsäkerhetsansvarig på …" right after a sentence that names someone of that gender.
  void pronoun_sentences() {
    std::int32_t last = -1;
    std::size_t next = 0;
    for (std::uint32_t i = 0; i + 2 < doc_.size(); ++i) {
      while (next < people_.mentions.size() && people_.mentions[next].begin <= i) {
        last = static_cast<std::int32_t>(people_.mentions[next].person);
        ++next;
      }
      if (last < 0 || !doc_.is(i, kHePronoun | kShePronoun) || !doc_.starts_sentence(i)) continue;
      const Gender gender = doc_.is(i, kHePronoun) ? Gender::kMale : Gender::kFemale;
      const Gender known = people_.people[static_cast<std::size_t>(last)].gender;
      if (known != Gender::kUnknown && known != gender) continue;
      if (!doc_.is(i + 1, kCopula)) continue;
      if (const auto role = role_at(doc_, skip_determiners(i + 2), false))
        add(static_cast<std::uint32_t>(last), *role, kPronounIs);
    }
  }

  const Document& doc_;
  const PersonTable& people_;
  std::vector<PersonRoles> found_;
};

}  // namespace

std::string role_base_text(const Document& doc, const RolePhrase& role) {
  std::string text;
  bool complement = false;  // "… för civilt försvar"
  for (std::uint32_t i = role.begin; i < role.end; ++i) {
    if (!doc.is_word(i)) continue;
    if (!text.empty()) text.push_back(' ');
    const std::string_view lower = doc.lower(i);
    complement = complement || doc.is(i, kPreposition);
    const bool head = !complement && (i + 1 == role.end || doc.is(i + 1, kPreposition));
    const std::string_view base = head ? doc.words().role_base(lower) : std::string_view();
    text += base.empty() ? lower : base;
  }
  return text;
}

std::vector<PersonRoles> find_roles(const Document& doc, const PersonTable& people) {
  return RoleFinder(doc, people).run();
}

}  // namespace pressarkiv::extract
