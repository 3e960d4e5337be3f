// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/quote_finder.h"

#include <algorithm>
#include <optional>

#include "indexer/extract/attribution.h"
#include "indexer/extract/dash_runs.h"
#include "indexer/extract/mark_attribution.h"
#include "indexer/extract/speaker_resolver.h"

namespace pressarkiv::extract {
namespace {

constexpr std::uint32_t kLeastFragmentWords = 4;
constexpr std::uint32_t kMostParagraphsBack = 3;    // To an office that is meant by its last part.
constexpr std::uint32_t kMostParagraphsAhead = 12;  // Of a speech whose last one names the speaker.

class QuoteFinder {
 public:
  QuoteFinder(const Document& doc, const PersonTable& people, std::vector<PersonRoles>& roles)
      : doc_(doc),
        people_(people),
        roles_(roles),
        resolver_(doc, people, roles),
        marks_(doc, people),
        runs_(doc, people) {}

  std::vector<Quote> run() {
    for (std::uint32_t p = 0; p < doc_.paragraphs().size(); ++p) {
      const Paragraph& paragraph = doc_.paragraphs()[p];
      if (paragraph.text == FactText::kContacts || paragraph.text == FactText::kBoilerplate)
        continue;
      if (paragraph.dash) any_dash_ = true;
    }
    for (std::uint32_t p = 0; p < doc_.paragraphs().size(); ++p) {
      const Paragraph& paragraph = doc_.paragraphs()[p];
      if (paragraph.text == FactText::kContacts || paragraph.text == FactText::kBoilerplate)
        continue;
      if (paragraph.dash && paragraph.text != FactText::kTitle) {
        if (p == 0 || !doc_.paragraphs()[p - 1].dash) run_begin_ = p;
        spoken_paragraph(p);
      } else {
        plain_paragraph(p);
      }
    }
    return std::move(quotes_);
  }

 private:
  // ---------------------------------------------------------------- parts

  // Speech in tokens [begin, end): a final comma and the blanks lie outside, other marks stay.
  std::optional<ByteRange> part(std::uint32_t begin, std::uint32_t end) const {
    while (end > begin &&
           (doc_.is_kind(end - 1, TokenKind::kComma) || doc_.is_kind(end - 1, TokenKind::kDash)))
      --end;
    while (begin < end && doc_.is_kind(begin, TokenKind::kDash)) ++begin;
    if (begin >= end) return std::nullopt;
    // Marks around the whole.
    if (doc_.is_kind(begin, TokenKind::kQuoteMark) && quote_marks(begin, end) == 1) ++begin;
    if (end - begin > 1 && doc_.is_kind(end - 1, TokenKind::kQuoteMark) &&
        quote_marks(begin, end) == 1)
      --end;
    if (end - begin > 2 && doc_.is_kind(begin, TokenKind::kQuoteMark) &&
        doc_.is_kind(end - 1, TokenKind::kQuoteMark) && quote_marks(begin, end) == 2) {
      ++begin;
      --end;
    }
    bool words = false;
    for (std::uint32_t i = begin; i < end && !words; ++i)
      words = doc_.is_word(i) || doc_.is_kind(i, TokenKind::kNumber);
    if (!words) return std::nullopt;
    return ByteRange{doc_.at(begin).begin, doc_.at(end - 1).end};
  }

  std::uint32_t quote_marks(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t n = 0;
    for (std::uint32_t i = begin; i < end; ++i)
      n += doc_.is_kind(i, TokenKind::kQuoteMark) ? 1U : 0U;
    return n;
  }

  std::uint32_t words_in(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t n = 0;
    for (std::uint32_t i = begin; i < end; ++i) n += doc_.is_word(i) ? 1U : 0U;
    return n;
  }

  bool word_is(std::uint32_t i, std::string_view word) const {
    return doc_.is_word(i) && doc_.lower(i) == word;
  }

  // Adds a quote; returns its index, or -1 if no words were in it.
  std::int32_t add(std::uint32_t begin, std::uint32_t end, const Speaker& speaker,
                   const Attribution* attribution) {
    const auto range = part(begin, end);
    if (!range) return -1;
    Quote quote;
    quote.source = doc_.paragraph_of(begin).text;
    quote.parts.push_back(*range);
    quote.speaker = speaker.person;
    quote.via = speaker.via;
    quote.confidence = speaker.confidence;
    if (attribution != nullptr) set_attribution(quote, *attribution);
    resolver_.note_quote(begin, end, speaker.person);
    quotes_.push_back(std::move(quote));
    return static_cast<std::int32_t>(quotes_.size() - 1);
  }

  void set_attribution(Quote& quote, const Attribution& a) {
    if (a.begin >= a.end) return;
    quote.attribution.text = doc_.paragraph_of(a.begin).text;
    quote.attribution.range = {doc_.at(a.begin).begin, doc_.at(a.end - 1).end};
    if (a.verb < a.end && a.verb >= a.begin) quote.verb = doc_.clean(a.verb, a.verb + 1);
    if (a.subject.kind == SubjectKind::kRole) {
      const RolePhrase role = quote.speaker == kNoPerson ? office_meant(a.subject) : a.subject.role;
      quote.role = role_text(doc_, role);
      quote.organisation = organisation_text(doc_, role);
    }
  }

  // "Klimatministern lyfte målen. – …, menade ministern.": the nearest office before that ends in
  // the bare word is the one that is meant.
  RolePhrase office_meant(const Subject& subject) const {
    const RolePhrase& bare = subject.role;
    if (!subject.is_definite || bare.end - bare.begin != 1) return bare;
    const std::string_view word = doc_.lower(bare.begin);
    const std::uint32_t here = doc_.paragraph_index(bare.begin);
    const Paragraph& first = doc_.paragraphs()[here - std::min(here, kMostParagraphsBack)];
    for (std::uint32_t i = doc_.paragraph_of(bare.begin).begin; i > first.begin; --i) {
      const std::string_view longer = doc_.lower(i - 1);
      if (!doc_.is_word(i - 1) || longer.size() <= word.size() ||
          longer.substr(longer.size() - word.size()) != word)
        continue;
      if (const auto role = role_before(doc_, i)) return *role;
    }
    return bare;
  }

  void add_part(std::int32_t index, std::uint32_t begin, std::uint32_t end) {
    if (index < 0) return;
    Quote& quote = quotes_[static_cast<std::size_t>(index)];
    if (const auto range = part(begin, end)) {
      quote.parts.push_back(*range);
      resolver_.note_quote(begin, end, quote.speaker);
    }
  }

  // ---------------------------------------------------------------- paragraphs that open with a
  // dash

  void spoken_paragraph(std::uint32_t p) {
    const Paragraph& paragraph = doc_.paragraphs()[p];
    spoken(p, paragraph.begin + 1, paragraph.end);
  }

  // Speech in [begin, end) of paragraph p, with or without an attribution in it.
  void spoken(std::uint32_t p, std::uint32_t begin, std::uint32_t end) {
    // A second voice in the same paragraph: "… säger Erik. Emma fyller i: – …"
    for (std::uint32_t i = begin; i + 2 < end; ++i) {
      if (!doc_.is_kind(i, TokenKind::kColon) || !doc_.is_kind(i + 1, TokenKind::kDash)) continue;
      const std::uint32_t clause = doc_.sentence_begin(i);
      if (clause <= begin) break;
      if (const auto a = attribution_before(doc_, people_, clause, i, false)) {
        spoken(p, begin, clause);
        add(i + 2, end, resolver_.resolve(a->subject, clause), &*a);
        goes_on_ = false;
        pending_.reset();
        return;
      }
    }
    const auto a = attribution_in(doc_, people_, begin, end, false);
    if (!a) {
      unattributed(p, begin, end);
      return;
    }
    ++attributed_;
    spoken_from_ = p;
    const Speaker speaker = resolver_.resolve(a->subject, a->begin);
    const std::int32_t index = add(begin, a->speech_end, speaker, &*a);
    pending_.reset();
    goes_on_ = a->opens_speech && a->closes;
    last_quote_ = index;
    last_quote_paragraph_ = p;
    if (a->resume == 0) return;
    if (a->opens_speech || is_speech_again(a->resume, end, speaker))
      add_part(index, a->resume, end);
  }

  // Behind "säger X." speech goes on unless the release takes over: it speaks of the speaker.
  bool is_speech_again(std::uint32_t begin, std::uint32_t end, const Speaker& speaker) const {
    if (begin >= end) return false;
    if (doc_.is(begin, kHePronoun | kShePronoun) && (doc_.is(begin + 1, kSay | kThink)))
      return false;
    // "Hon är verksamhetsledare." – unless the speech was of somebody.
    if (doc_.is(begin, kHePronoun | kShePronoun) && doc_.is(begin + 1, kCopula) &&
        !speaks_of_somebody(doc_.paragraph_of(begin), begin, speaker))
      return false;
    const std::int32_t mention = people_.starting_at(begin);
    if (mention >= 0 &&
        people_.mentions[static_cast<std::size_t>(mention)].person == speaker.person)
      return false;
    return true;
  }

  bool speaks_of_somebody(const Paragraph& paragraph, std::uint32_t end,
                          const Speaker& speaker) const {
    for (std::uint32_t i = paragraph.begin; i < end; ++i) {
      const std::int32_t mention = people_.starting_at(i);
      if (mention >= 0 &&
          people_.mentions[static_cast<std::size_t>(mention)].person != speaker.person)
        return true;
    }
    return false;
  }

  void unattributed(std::uint32_t p, std::uint32_t begin, std::uint32_t end) {
    // "… och fortsätter:" or "X, titel, kommenterar:" in the paragraph before.
    if (pending_ && pending_paragraph_ + 1 == p) {
      const Attribution a = *pending_;
      spoken_from_ = p;
      add_own(p, begin, end, resolver_.resolve(a.subject, a.begin), &a);
      return;
    }
    // "… Orden kommer från X." as the last sentence of the paragraph.
    for (std::uint32_t i = begin + 1; i < end; ++i) {
      if (!doc_.is_kind(i - 1, TokenKind::kFullStop)) continue;
      if (const auto a = attribution_sentence(doc_, people_, i, end);
          a && a->closes && is_words_sentence(i)) {
        add_own(p, begin, i, resolver_.resolve(a->subject, i), &*a);
        return;
      }
    }
    // "Det säger X …" as the first sentence of the next paragraph.
    if (p + 1 < doc_.paragraphs().size()) {
      const Paragraph& next = doc_.paragraphs()[p + 1];
      if (!next.dash && next.text == doc_.paragraphs()[p].text) {
        if (const auto a = attribution_sentence(doc_, people_, next.begin, next.end)) {
          add_own(p, begin, end, resolver_.resolve(a->subject, next.begin), &*a);
          return;
        }
      }
    }
    const bool follows = last_quote_ >= 0 && last_quote_paragraph_ + 1 == p &&
                         quotes_[static_cast<std::size_t>(last_quote_)].speaker != kNoPerson;
    if (!follows && !introduced(p)) {
      // A speech of several paragraphs whose last one names the speaker.
      for (std::uint32_t next = p + 1;
           next < doc_.paragraphs().size() && next <= p + kMostParagraphsAhead &&
           doc_.paragraphs()[next].dash;
           ++next) {
        const Paragraph& paragraph = doc_.paragraphs()[next];
        const auto a = attribution_in(doc_, people_, paragraph.begin + 1, paragraph.end, false);
        if (!a) continue;
        if (a->subject.kind == SubjectKind::kPronoun) break;
        Speaker speaker = resolver_.resolve(a->subject, a->begin);
        if (speaker.person != kNoPerson) {
          speaker.via = SpeakerVia::kContext;
          speaker.confidence = std::min(speaker.confidence, 0.9F);
        }
        add_own(p, begin, end, speaker, nullptr);
        return;
      }
    }
    const Speaker speaker = resolver_.from_context(p);
    if (is_list_item(begin, end, speaker)) return;
    add_own(p, begin, end, speaker, nullptr);
  }

  // A dash may open an item of a list: nobody can have said it, and it does not read like speech,
  // or it follows words that announce a list.
  bool is_list_item(std::uint32_t begin, std::uint32_t end, const Speaker& speaker) {
    const std::uint32_t here = doc_.paragraph_index(begin);
    if (runs_.answers_question(here)) return false;
    if (attributed_ == 0 && quotes_.empty() && runs_.is_without_voice(here)) return true;
    if (runs_.has_first_person(here)) return false;
    const bool sentence = doc_.is_kind(end - 1, TokenKind::kFullStop) && !doc_.is_lower_word(begin);
    if (speaker.person == kNoPerson) return !sentence || attributed_ == 0;
    // Above the run of dash paragraphs that this one stands in, none of which said who speaks.
    if (run_begin_ == 0 || spoken_from_ >= run_begin_) return false;
    const Paragraph& lead = doc_.paragraphs()[run_begin_ - 1];
    return doc_.is_kind(lead.end - 1, TokenKind::kColon);
  }

  // "Bo Ek hade ett medskick till politiken:" right above.
  bool introduced(std::uint32_t p) const {
    if (p == 0) return false;
    const Paragraph& before = doc_.paragraphs()[p - 1];
    if (before.dash || !doc_.is_kind(before.end - 1, TokenKind::kColon)) return false;
    for (std::uint32_t i = doc_.sentence_begin(before.end - 1); i < before.end; ++i) {
      if (people_.starting_at(i) >= 0) return true;
    }
    return false;
  }

  bool is_words_sentence(std::uint32_t i) const {
    const std::string_view first = doc_.lower(i);
    return first == "orden" || first == "ordet" || first == "citatet" || first == "rösten" ||
           first == "det" || first == "så";
  }

  void add_own(std::uint32_t p, std::uint32_t begin, std::uint32_t end, const Speaker& speaker,
               const Attribution* a) {
    last_quote_ = add(begin, end, speaker, a);
    last_quote_paragraph_ = p;
    goes_on_ = false;
    pending_.reset();
  }

  // ---------------------------------------------------------------- running text

  void plain_paragraph(std::uint32_t p) {
    const Paragraph& paragraph = doc_.paragraphs()[p];
    const bool title = paragraph.text == FactText::kTitle;
    // "… berättar Aino och fortsätter:" and then a paragraph without a dash.
    if (goes_on_ && last_quote_paragraph_ + 1 == p && paragraph.kind == BlockKind::kParagraph) {
      goes_on_ = false;
      add_part(last_quote_, paragraph.begin, paragraph.end);
      return;
    }
    goes_on_ = false;
    if (paragraph.kind == BlockKind::kSubheading) return;
    // Several paragraphs that each open with a mark, only the last one closes.
    if (pending_ && pending_paragraph_ + 1 == p &&
        doc_.is_kind(paragraph.begin, TokenKind::kQuoteMark)) {
      open_marks(p);
      return;
    }
    if (p < marks_end_) return;  // Read with the paragraph that opens the speech.
    if (open_speech_ >= 0 && open_paragraph_ + 1 == p &&
        doc_.is_kind(paragraph.begin, TokenKind::kQuoteMark)) {
      add_part(open_speech_, paragraph.begin + 1, paragraph.end);
      open_paragraph_ = p;
      if (closes_marks(paragraph)) open_speech_ = -1;
      return;
    }
    if (!title && several_open_marks(p)) return;
    pending_.reset();
    // "X, titel, berättar: – …" inside a paragraph.
    for (std::uint32_t i = paragraph.begin; i + 2 < paragraph.end; ++i) {
      if (!doc_.is_kind(i, TokenKind::kColon) || !doc_.is_kind(i + 1, TokenKind::kDash)) continue;
      const std::uint32_t clause = doc_.sentence_begin(i);
      if (const auto a = attribution_before(doc_, people_, clause, i, false)) {
        inline_quotes(p, paragraph.begin, clause);
        spoken_after(p, *a, clause, i + 2, paragraph.end);
        return;
      }
    }
    // "… äter för lite fisk. – Särskilt fet fisk, säger hon."
    for (std::uint32_t i = paragraph.begin; !title && i + 2 < paragraph.end; ++i) {
      if (!doc_.is_kind(i, TokenKind::kFullStop) || !doc_.is_kind(i + 1, TokenKind::kDash))
        continue;
      const auto said = attribution_in(doc_, people_, i + 2, paragraph.end, false);
      const bool plain = said && said->closes && said->verb < said->end &&
                         said->subject.kind != SubjectKind::kAnonymous;
      if (!plain && !attribution_in(doc_, people_, i + 2, paragraph.end, true)) break;
      inline_quotes(p, paragraph.begin, i + 1);
      spoken(p, i + 2, paragraph.end);
      return;
    }
    inline_quotes(p, paragraph.begin, paragraph.end);
    if (!title && quote_marks(paragraph.begin, paragraph.end) == 0) dashless(p);
    // Words that open speech in the next paragraph.
    if (!title && doc_.is_kind(paragraph.end - 1, TokenKind::kColon)) {
      const std::uint32_t clause = doc_.sentence_begin(paragraph.end - 1);
      pending_ = attribution_before(doc_, people_, clause, paragraph.end - 1, true);
      if (!pending_) pending_ = attribution_before(doc_, people_, clause, paragraph.end - 1, false);
      pending_paragraph_ = p;
    }
  }

  void spoken_after(std::uint32_t p, const Attribution& a, std::uint32_t clause,
                    std::uint32_t begin, std::uint32_t end) {
    // "X menar att …: – Länken är viktig, säger han."
    const auto again = attribution_in(doc_, people_, begin, end, true);
    if (again && again->closes && again->subject.kind != SubjectKind::kAnonymous)
      end = again->speech_end;
    add_own(p, begin, end, resolver_.resolve(a.subject, clause), &a);
  }

  bool closes_marks(const Paragraph& paragraph) const {
    for (std::uint32_t i = paragraph.end; i > paragraph.begin + 1 && i + 3 > paragraph.end; --i) {
      if (doc_.is_kind(i - 1, TokenKind::kQuoteMark)) return true;
    }
    return false;
  }

  bool opens_marks_only(const Paragraph& paragraph) const {
    return !paragraph.dash && doc_.is_kind(paragraph.begin, TokenKind::kQuoteMark) &&
           quote_marks(paragraph.begin, paragraph.end) == 1;
  }

  // Paragraphs that each open with a mark, the last of which closes it and says who is speaking:
  // one speech in several parts.
  bool several_open_marks(std::uint32_t p) {
    const std::vector<Paragraph>& all = doc_.paragraphs();
    std::uint32_t last = p;
    while (last < all.size() && last < p + kMostParagraphsAhead && all[last].text == all[p].text &&
           opens_marks_only(all[last]))
      ++last;
    if (last == p || last >= all.size() || all[last].text != all[p].text ||
        !doc_.is_kind(all[last].begin, TokenKind::kQuoteMark))
      return false;
    std::uint32_t close = all[last].begin + 1;
    while (close < all[last].end && !doc_.is_kind(close, TokenKind::kQuoteMark)) ++close;
    if (close >= all[last].end) return false;
    const auto a = marks_.behind(close, all[last].end);
    if (!a) return false;
    add_own(p, all[p].begin + 1, all[p].end, resolver_.resolve(a->subject, a->begin), &*a);
    for (std::uint32_t next = p + 1; next < last; ++next)
      add_part(last_quote_, all[next].begin + 1, all[next].end);
    add_part(last_quote_, all[last].begin + 1, close);
    last_quote_paragraph_ = last;
    marks_end_ = last + 1;
    return true;
  }

  void open_marks(std::uint32_t p) {
    const Paragraph& paragraph = doc_.paragraphs()[p];
    const Attribution a = *pending_;
    const auto own = attribution_in(doc_, people_, paragraph.begin + 1, paragraph.end, true);
    if (own && own->closes) {
      inline_quotes(p, paragraph.begin, paragraph.end);
      pending_.reset();
      return;
    }
    std::uint32_t end = paragraph.end;
    if (closes_marks(paragraph)) {
      while (end > paragraph.begin + 1 && !doc_.is_kind(end - 1, TokenKind::kQuoteMark)) --end;
    }
    add_own(p, paragraph.begin, end, resolver_.resolve(a.subject, a.begin), &a);
    if (!closes_marks(paragraph)) {
      open_speech_ = last_quote_;
      open_paragraph_ = p;
    }
  }

  // Speech that lost its dash: "Vi …, säger X." as a whole paragraph. Only "säger" with a name, and
  // only with the speaker's own voice in it or where the verb and the title leave no doubt.
  void dashless(std::uint32_t p) {
    const Paragraph& paragraph = doc_.paragraphs()[p];
    if (paragraph.kind == BlockKind::kListItem) return;
    const auto a = attribution_in(doc_, people_, paragraph.begin, paragraph.end, true);
    if (!a || a->opens_speech) return;
    const bool office = a->subject.kind == SubjectKind::kRole && a->subject.is_definite;
    if (a->subject.kind != SubjectKind::kName && !office) return;
    if (doc_.is_kind(a->begin - 1, TokenKind::kComma) == false) return;
    const std::string_view verb = doc_.lower(a->verb);
    const bool says = verb == "säger" || verb == "sade" || verb == "sa";
    bool own_voice = false;
    for (std::uint32_t i = paragraph.begin; i < a->speech_end; ++i)
      own_voice = own_voice || doc_.is(i, kFirstPerson);
    if (!own_voice && names_speaker(paragraph.begin, a->speech_end, *a)) return;
    if (!(says && (a->closes || own_voice)) && !(own_voice && a->closes && !any_dash_)) return;
    if (office && !(says && own_voice && a->closes)) return;
    std::uint32_t begin = paragraph.begin;
    const Speaker speaker = resolver_.resolve(a->subject, a->begin);
    last_quote_ = add(begin, a->speech_end, speaker, &*a);
    last_quote_paragraph_ = p;
    if (a->resume != 0 && is_speech_again(a->resume, paragraph.end, speaker))
      add_part(last_quote_, a->resume, paragraph.end);
  }

  // "Direktören Bo Ek får ansvaret. Det blir klart i maj, säger Ek.": nobody says his own name.
  bool names_speaker(std::uint32_t begin, std::uint32_t end, const Attribution& a) const {
    if (a.subject.kind != SubjectKind::kName) return false;
    const std::uint32_t speaker = people_.mentions[a.subject.mention].person;
    for (std::uint32_t i = begin; i < end; ++i) {
      const std::int32_t mention = people_.starting_at(i);
      if (mention >= 0 && people_.mentions[static_cast<std::size_t>(mention)].person == speaker)
        return true;
    }
    return false;
  }

  // ---------------------------------------------------------------- quote marks in running text

  void inline_quotes(std::uint32_t p, std::uint32_t begin, std::uint32_t end) {
    std::uint32_t floor = begin;  // Behind the last quote of the paragraph.
    attributed_mark_ = false;
    for (std::uint32_t i = begin; i < end; ++i) {
      if (!doc_.is_kind(i, TokenKind::kQuoteMark)) continue;
      std::uint32_t close = i + 1;
      while (close < end && !(doc_.is_kind(close, TokenKind::kQuoteMark) &&
                              can_close_mark(doc_.raw(i), doc_.raw(close))))
        ++close;
      if (close >= end) return;
      const std::uint32_t behind = inline_quote(p, floor, i, close, end);
      if (behind != 0) floor = behind;
      i = close;
    }
  }

  // Judges the words between the marks at `open` and `close`. Returns where the text goes on if
  // they are speech, else 0.
  std::uint32_t inline_quote(std::uint32_t p, std::uint32_t floor, std::uint32_t open,
                             std::uint32_t close, std::uint32_t end) {
    const std::uint32_t words = words_in(open + 1, close);
    if (words == 0) return 0;
    // ”…”, säger X.
    if (const auto a = marks_.behind(close, end)) {
      const Speaker speaker = resolver_.resolve(a->subject, a->begin);
      if (a->subject.kind == SubjectKind::kAnonymous && words < 2) return 0;
      add_own(p, open + 1, close, speaker, &*a);
      attributed_mark_ = true;
      return a->end;
    }
    // ”…”, lyder hans enda kommentar.
    if (const auto a = marks_.possessive_behind(close, end)) {
      add_own(p, open + 1, close, resolver_.resolve(a->subject, open), &*a);
      return a->end;
    }
    const bool full = doc_.is_kind(close - 1, TokenKind::kFullStop);
    if (words < kLeastFragmentWords && !full &&
        !doc_.is_kind(open - (open > 0 ? 1U : 0U), TokenKind::kColon))
      return 0;
    // ”…”, skriver X och tillägger: ”…”
    if (floor > doc_.paragraph_of(open).begin && doc_.is_kind(open - 1, TokenKind::kColon) &&
        doc_.is(open - 2, kSay) && word_is(open - 3, "och") && last_quote_ >= 0 &&
        last_quote_paragraph_ == p) {
      add_part(last_quote_, open + 1, close);
      return close + 1;
    }
    // ”…”, säger X. ”…”: nothing between, and nobody else said to speak.
    if (floor > doc_.paragraph_of(open).begin && goes_on_behind(floor, open) && full &&
        last_quote_ >= 0 && last_quote_paragraph_ == p && attributed_mark_) {
      add_part(last_quote_, open + 1, close);
      return close + 1;
    }
    const std::uint32_t sentence = std::max(floor, sentence_start(open));
    if (sentence >= open) return 0;
    if (const auto a = marks_.before(sentence, open)) {
      if (words < kLeastFragmentWords && !full &&
          doc_.paragraph_of(open).text != FactText::kTitle && a->verb >= a->end)
        return 0;
      add_own(p, open + 1, close, resolver_.resolve(a->subject, a->subject.begin), &*a);
      return close + 1;
    }
    return 0;
  }

  // Only the full stop of the attribution lies between.
  bool goes_on_behind(std::uint32_t begin, std::uint32_t open) const {
    for (std::uint32_t i = begin; i < open; ++i) {
      if (!doc_.is_kind(i, TokenKind::kFullStop)) return false;
    }
    return open > begin;
  }

  std::uint32_t sentence_start(std::uint32_t i) const {
    const Paragraph& paragraph = doc_.paragraph_of(i);
    return std::max(paragraph.begin, doc_.sentence_begin(i));
  }

  const Document& doc_;
  const PersonTable& people_;
  std::vector<PersonRoles>& roles_;
  SpeakerResolver resolver_;
  const MarkReader marks_;
  DashRuns runs_;
  std::vector<Quote> quotes_;
  std::optional<Attribution> pending_;  // Opens speech in the next paragraph.
  std::uint32_t pending_paragraph_ = 0;
  std::int32_t last_quote_ = -1;
  std::uint32_t last_quote_paragraph_ = 0;
  bool goes_on_ = false;           // The last quote goes on in the next paragraph.
  std::int32_t open_speech_ = -1;  // A speech whose mark is still open.
  std::uint32_t open_paragraph_ = 0;
  std::uint32_t marks_end_ = 0;  // Behind a speech of several paragraphs in marks.
  bool any_dash_ = false;
  bool attributed_mark_ = false;   // The last words in marks said behind them who speaks.
  std::uint32_t attributed_ = 0;   // Dash paragraphs so far that say who is speaking.
  std::uint32_t run_begin_ = 0;    // Where the present run of dash paragraphs begins.
  std::uint32_t spoken_from_ = 0;  // The last paragraph whose speaker was said there or above it.
};

}  // namespace

std::vector<Quote> find_quotes(const Document& doc, const PersonTable& people,
                               std::vector<PersonRoles>& roles) {
  return QuoteFinder(doc, people, roles).run();
}

}  // namespace pressarkiv::extract
