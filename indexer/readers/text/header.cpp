// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/header.h"

#include <algorithm>

#include "indexer/readers/text/label_blocks.h"
#include "indexer/readers/text/organisation.h"
#include "indexer/readers/text/people.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv::text {
namespace {

constexpr std::size_t kLongestTitle = 250;
constexpr std::size_t kMostHeaderChunks = 8;
constexpr std::size_t kMostHints = 16;
constexpr std::size_t kMostHeaderLines = 4;  // Of sender, type and dates in one chunk.

// "Storgatan 1", "Box 12", "971 00 Luleå", "www.x.se", "Tfn 0920-39 06 11".
bool is_address_line(std::string_view line) {
  if (line.size() > kLongestHeaderLine) return false;
  const std::vector<std::string_view> all = words(line);
  if (all.empty() || all.size() > 6 || begins_with_dash(line)) return false;
  if (lower(all[0]) == "box" && all.size() >= 2 && is_digit(all[1].front())) return true;
  if (has_reach(line) || has_link(line)) return true;
  if (!owner_of_address(line).empty()) return true;
  const auto is_number = [](std::string_view word) {
    return std::all_of(word.begin(), word.end(), is_digit);
  };
  if (all.size() >= 3 && is_number(all[0]) && all[0].size() == 3 && is_number(all[1]) &&
      all[1].size() == 2)
    return true;
  if (all.size() >= 2 && is_number(all[0]) && all[0].size() == 5 && is_capitalised(all[1]))
    return true;
  return all.size() <= 3 && all.size() >= 2 && is_digit(all.back().front()) &&
         all.back().size() <= 4 &&
         (lower(all[0]) == "box" ||
          ends_with_one_of(lower(all[all.size() - 2]), {"gatan", "vägen", "torget", "torg", "plan",
                                                        "gränd", "allén", "kajen", "gata", "väg"}));
}

// The line may be a headline by its looks: not too long, no speech.
bool can_be_title(std::string_view line) {
  return count_characters(line) <= kLongestTitle && !begins_with_dash(line) && !is_rule(line);
}

bool looks_like_title(const Document& document, std::size_t i) {
  if (i >= document.size()) return false;
  const std::string& line = document.line(i);
  return document.lines[i].starts_chunk && can_be_title(line) && count_characters(line) <= 130 &&
         line.back() != '.' && line.back() != ':' && i + 1 < document.size();
}

// "Hej,", "Hej alla!", "God morgon".
bool is_salutation(std::string_view line) {
  const std::string plain = lower(strip_right(line, ",.!: "));
  if (count_words(plain) > 4) return false;
  for (const std::string_view word :
       {"hej", "hejsan", "god morgon", "god dag", "bästa", "till dig"}) {
    if (begins_with_phrase(plain, word)) return true;
  }
  return false;
}

// "Bifogat finner ni ett pressmeddelande från X.": a sentence that hands over a release.
bool announces_release(std::string_view line) {
  constexpr std::size_t kMostWords = 30;
  if (has_more_words(line, kMostWords) || count_words(line) < 4 || !has_sentence(line)) {
    if (line.empty() || line.back() != ':') return false;
  }
  const std::string lowered = lower(line);
  const auto holds = [&](std::string_view word) { return lowered.find(word) != std::string::npos; };
  const bool release = holds("pressmeddelande") || holds("pressinformation") ||
                       holds("pressinbjudan") || holds("pressrelease");
  return release && (holds("bifoga") || holds("nedan") || holds("här kommer") || holds("härmed") ||
                     holds("skickar") || holds("sänder"));
}

// The name behind "från" or "om" in it, if it has one that shows.
std::string announced_sender(std::string_view line) {
  const std::size_t from = line.find(" från ");
  if (from == std::string_view::npos) return "";
  std::string name;
  for (const std::string_view word : words(line.substr(from + std::string_view(" från ").size()))) {
    const std::string_view plain = strip_right(word, ".,:;!)");
    const std::string longer = name.empty() ? std::string(plain) : name + ' ' + std::string(plain);
    if (!is_name_like(longer)) break;
    name = longer;
    if (plain.size() < word.size()) break;
  }
  while (!name.empty() && !is_capitalised(std::string_view(name).substr(name.rfind(' ') + 1)) &&
         !is_organisation_word(std::string_view(name).substr(name.rfind(' ') + 1))) {
    const std::size_t blank = name.rfind(' ');
    name.resize(blank == std::string::npos ? 0 : blank);
  }
  return name;
}

class HeaderScan {
 public:
  HeaderScan(Document& document, bool title_known)
      : document_(document), title_known_(title_known) {}

  Header run() {
    std::size_t i = title_known_ ? 0 : cover_note_end();
    if (i == 0 && !title_known_) i = letterhead_end();
    document_.mark(0, i, Role::kPreamble);
    for (std::size_t chunks = 0; i < document_.size(); ++i) {
      if (document_.lines[i].starts_chunk && ++chunks > kMostHeaderChunks) break;
      if (document_.lines[i].hint == LineHint::kHeading) break;
      if (is_rule(document_.line(i))) {
        document_.roles[i] = Role::kEndMark;
        continue;
      }
      if (take_correction(i)) continue;
      if (!take_line(i)) break;
    }
    if (!title_known_ && header_.title.empty()) i = take_frame_above_type(i);
    header_.end = i;
    if (!title_known_) take_title(i);
    take_lines_below_title();
    if (!header_.date) header_.date = embargo_date_;
    return header_;
  }

 private:
  // "Hej! / Här kommer ett pressmeddelande från X.": what a mail says before the release. The line
  // after it; 0 if there is none, or nothing below it.
  std::size_t cover_note_end() {
    constexpr std::size_t kMostLines = 5;
    std::size_t end = 0;
    for (std::size_t i = 0; i < std::min(kMostLines, document_.size()); ++i) {
      const std::string& line = document_.line(i);
      if (i == 0 && is_salutation(line)) continue;
      if (!announces_release(line)) break;
      end = i + 1;
      if (header_.sender.empty()) header_.sender = announced_sender(line);
    }
    return end + 1 < document_.size() ? end : 0;
  }

  // A letterhead: the sender's name, street, town and address on the web, above a line of type or
  // date. The line after it; 0 if there is none. Its name becomes a hint.
  std::size_t letterhead_end() {
    constexpr std::size_t kMostLines = 8;
    bool address = false;
    std::size_t i = 0;
    for (; i < std::min(kMostLines, document_.size()); ++i) {
      const std::string& line = document_.line(i);
      if (parse_header_line(line)) break;
      if (is_address_line(line)) {
        address = true;
      } else if (!is_name_like(line) || document_.lines[i].hint == LineHint::kHeading) {
        return 0;
      }
    }
    if (i == 0 || i == kMostLines || i + 1 >= document_.size()) return 0;
    if (!address && !is_name_in_lines(i) && !is_over_type(i)) return 0;
    if (is_name_in_lines(i)) header_.sender_hints.push_back(joined_lines(i));
    for (std::size_t j = 0; j < i; ++j) {
      const std::string& line = document_.line(j);
      const std::string owner = owner_of_address(line);
      if (!is_address_line(line) || !owner.empty())
        header_.sender_hints.push_back(owner.empty() ? line : owner);
    }
    return i;
  }

  // "Länsstyrelsen" over "Blekinge län", in one chunk and with more of the header in the next: a
  // body that every county has, and which one.
  bool is_name_in_lines(std::size_t end) const {
    if (end != 2 || document_.chunk_end(0) != 2 || count_words(document_.line(0)) != 1 ||
        is_all_capitals(document_.line(0)))
      return false;
    const std::string name = joined_lines(end);
    const auto found = find_organisations(name);
    return found.size() == 1 && found.front().name == name;
  }

  // "BILDMUSEET" over "Umeå", the line of type in the next chunk.
  bool is_over_type(std::size_t end) const {
    const auto below = parse_header_line(document_.line(end));
    return end == 2 && document_.chunk_end(0) == 2 && below && below->has_type &&
           is_strong_organisation_word(document_.line(0)) && count_words(document_.line(1)) <= 2;
  }

  std::string joined_lines(std::size_t end) const {
    std::string all;
    for (std::size_t j = 0; j < end; ++j) {
      if (j > 0) all.push_back(' ');
      all += document_.line(j);
    }
    return all;
  }

  // "Publicerad 7 maj 2019" or "Pressmeddelande från X" under the headline.
  void take_lines_below_title() {
    constexpr std::size_t kMostWords = 12;
    std::size_t i = header_.end;
    for (; i + 1 < document_.size() && i < header_.end + 4; ++i) {
      const std::string& line = document_.line(i);
      if (document_.lines[i].hint == LineHint::kHeading || has_more_words(line, kMostWords)) break;
      const auto parsed = parse_header_line(line);
      const bool in_chunk = i > header_.end && !document_.lines[i].starts_chunk;
      const bool alone = document_.lines[i].starts_chunk && document_.lines[i + 1].starts_chunk &&
                         is_sentence(document_.line(i + 1));
      const bool sender = (in_chunk || alone) && is_organisation_like(line);
      if (sender && !parsed) {
        header_.sender_hints.push_back(line);
      } else if (parsed && parsed->title.empty()) {
        note(*parsed);
      } else {
        break;
      }
      document_.roles[i] = Role::kPreamble;
    }
    header_.end = i;
  }

  // What looks like the headline at i but stands above a line that says "Pressmeddelande", with
  // another headline below that: the sender in words that no rule knows, a motto, a department. The
  // line after the frame; i if there is none.
  std::size_t take_frame_above_type(std::size_t i) {
    const std::size_t end = frame_end(i);
    for (std::size_t j = i; j < end; ++j) {
      if (const auto parsed = parse_header_line(document_.line(j))) {
        note(*parsed);
      } else if (is_name_like(document_.line(j)) || is_heading_of_words(document_.line(j))) {
        header_.sender_hints.emplace_back(document_.line(j));
        if (header_.letterhead.empty()) header_.letterhead = sender_part(document_.line(j));
      }
      document_.roles[j] = Role::kPreamble;
    }
    return end;
  }

  std::size_t frame_end(std::size_t i) const {
    constexpr std::size_t kMostFrameLines = 6;
    if (i >= document_.size() || !can_be_frame(document_.line(i))) return i;
    bool type = false;
    std::size_t j = i;
    for (; j < std::min(i + kMostFrameLines, document_.size()); ++j) {
      const std::string& line = document_.line(j);
      if (document_.lines[j].hint == LineHint::kHeading) break;
      const auto parsed = parse_header_line(line);
      if (parsed && !parsed->title.empty()) return i;
      if (type && !parsed) break;
      if (!parsed && (begins_with_dash(line) || is_sentence(line))) return i;
      type = type || (parsed && (parsed->has_type || is_sure_frame(document_.line(i))));
    }
    const bool heading = j < document_.size() && document_.lines[j].hint == LineHint::kHeading;
    const bool title = type && j > i && (heading || looks_like_title(document_, j)) &&
                       !parse_header_line(document_.line(j)) && count_words(document_.line(j)) >= 3;
    return title && !is_sentence(document_.line(j)) ? j : i;
  }

  // A headline of more words stays one.
  static bool can_be_frame(std::string_view line) {
    constexpr std::size_t kMostWords = 5;
    return !has_more_words(line, kMostWords) || is_organisation_like(line);
  }

  // One word alone, or a body: a day below it is enough.
  static bool is_sure_frame(std::string_view line) {
    return count_words(line) == 1 || is_organisation_like(line);
  }

  static bool is_sentence(std::string_view line) {
    constexpr std::size_t kFewestWords = 7;
    return count_words(line) >= kFewestWords && has_sentence(line);
  }

  // The whole chunk, unless nothing would be left for a headline.
  bool take_correction(std::size_t& i) {
    if (title_known_ || !document_.lines[i].starts_chunk || !is_correction(document_.line(i)))
      return false;
    const std::size_t end = document_.chunk_end(i);
    if (end >= document_.size()) return false;
    const bool alone = end == i + 1 && count_words(document_.line(i)) <= 4;
    document_.mark(i, end, Role::kPreamble);
    i = end - 1;
    // "RÄTTELSE" alone; what was wrong stands below as a paragraph before the headline.
    if (alone && end + 1 < document_.size() && has_sentence(document_.line(end)) &&
        document_.chunk_end(end) < document_.size() &&
        looks_like_title_below(document_.chunk_end(end))) {
      document_.mark(end, document_.chunk_end(end), Role::kPreamble);
      i = document_.chunk_end(end) - 1;
    }
    return true;
  }

  bool looks_like_title_below(std::size_t i) const {
    return looks_like_title(document_, i) || parse_header_line(document_.line(i)).has_value();
  }

  bool take_line(std::size_t i) {
    const std::string& line = document_.line(i);
    const auto parsed = parse_header_line(line);
    if (parsed) {
      note(*parsed);
      // "Scouterna – pressmeddelande": the name comes first.
      if (parsed->has_type && !parsed->rest.empty() && begins_with(line, parsed->rest) &&
          header_.letterhead.empty())
        header_.letterhead = sender_part(parsed->rest);
      document_.roles[i] = Role::kPreamble;
      seen_header_ = true;
      return header_.title.empty() || title_known_;
    }
    if (title_known_) return false;
    if (seen_header_ && is_salutation(line) && i + 1 < document_.size()) {
      document_.roles[i] = Role::kPreamble;
      return true;
    }
    if (is_kicker(i)) {
      header_.sender_hints.emplace_back(strip_right(line, ":0123456789"));
      document_.roles[i] = Role::kPreamble;
      return true;
    }
    if (const auto label = parse_label(line); label && !label->value.empty())
      return seen_header_;  // Taken later.
    if (heads_header(i)) {
      if (header_.sender.empty()) header_.sender = sender_part(line);
      document_.roles[i] = Role::kPreamble;
      return true;
    }
    if (is_section(i)) {
      document_.roles[i] = Role::kPreamble;
      return true;
    }
    if (is_site_name(i)) {
      header_.sender_hints.emplace_back(first_name_of(line));
      document_.roles[i] = Role::kPreamble;
      return true;
    }
    if (!is_sender_line(i)) return false;
    if (header_.letterhead.empty()) header_.letterhead = sender_part(line);
    header_.sender_hints.push_back(line);
    document_.roles[i] = Role::kPreamble;
    return true;
  }

  // "Akademiska sjukhuset" over a line of type or date in the same chunk, perhaps with a department
  // between, the headline in the next chunk and text below that: who sends, in whatever words.
  bool heads_header(std::size_t i) const {
    const std::string& line = document_.line(i);
    if (i != 0 || !is_heading_of_words(line) || begins_with_dash(line)) return false;
    const std::size_t end = document_.chunk_end(i);
    if (end < 2 || end > kMostHeaderLines || end + 1 >= document_.size()) return false;
    if (!looks_like_title(document_, end) || parse_header_line(document_.line(end)) ||
        !document_.lines[end + 1].starts_chunk)
      return false;
    bool type = false;
    bool any = false;
    for (std::size_t j = i + 1; j < end; ++j) {
      const auto parsed = parse_header_line(document_.line(j));
      if (!parsed && !is_department(document_.line(j))) return false;
      if (parsed && (!parsed->title.empty() || !parsed->sender.empty())) return false;
      any = any || parsed;
      type = type || (parsed && parsed->has_type);
    }
    return any && (type || begins_as_sender(line));
  }

  // "Arvidsjaurs kommun - Arviesjávrien tjïelte" over a line of type or date, the headline below
  // that: a name and what stands beside it.
  bool is_site_name(std::size_t i) const {
    const std::string& line = document_.line(i);
    if (i != 0 || document_.chunk_end(i) > i + 2 || i + 3 >= document_.size()) return false;
    const std::string_view name = first_name_of(line);
    const auto below = parse_header_line(document_.line(i + 1));
    return name.size() < line.size() && is_name_like(name) &&
           (is_organisation_like(name) || is_mentioned_below(name)) && below &&
           below->title.empty() && looks_like_title(document_, i + 2);
  }

  static std::string_view first_name_of(std::string_view line) {
    for (const std::string_view mark : {" - ", " – ", " | ", " / "}) {
      const std::size_t at = line.find(mark);
      if (at != std::string_view::npos) return trim(line.substr(0, at));
    }
    return line;
  }

  // A short name between the sender and the date.
  static bool is_department(std::string_view line) {
    return is_name_like(line) && count_words(line) <= 4 && bullet_length(line) == 0;
  }

  // Not a headline that stands over its own date: "Ny bro i Ånge". What is named in the text, gives
  // its abbreviation or says what body it is, sends.
  bool begins_as_sender(std::string_view line) const {
    const std::string_view name = sender_part(line);
    const std::vector<std::string_view> all = words(name);
    const bool abbreviated =
        all.size() > 1 && all.back().front() == '(' && is_all_capitals(all.back());
    return abbreviated || std::any_of(all.begin(), all.end(), is_organisation_word) ||
           is_mentioned_below(name) || is_mentioned_below(trim(name.substr(name.rfind(',') + 1)));
  }

  // "Sveriges Odlare:" or "Midvinterloppet 2019:" on a line of its own, the headline below it.
  bool is_kicker(std::size_t i) const {
    const std::string_view line = document_.line(i);
    const std::string_view name = strip_right(line, ":0123456789");
    return line.back() == ':' && is_name_like(name) && i + 2 < document_.size() &&
           (!document_.lines[i + 1].starts_chunk || looks_like_title(document_, i + 1)) &&
           can_be_title(document_.line(i + 1)) && bullet_length(document_.line(i + 1)) == 0;
  }

  // A name alone above the headline: more of a header in its chunk, or another headline below.
  bool is_sender_line(std::size_t i) const {
    const std::string& line = document_.line(i);
    if (!is_name_like(line) || i + 1 >= document_.size()) return false;
    // In capitals every line looks like a name; a sender is spelt properly somewhere below.
    if (is_all_capitals(line) && count_words(line) > 2 && !is_mentioned_below(i)) return false;
    if (!document_.lines[i + 1].starts_chunk) {
      return parse_header_line(document_.line(i + 1)).has_value() ||
             in_header_chunk_before_title(i);
    }
    if (!looks_like_title(document_, i + 1) && !parse_header_line(document_.line(i + 1)))
      return false;
    if (parse_header_line(document_.line(i + 1)) && i + 2 < document_.size()) {
      // "Generationsskifte på Nybergs Deli" over "Eskilstuna 1 april 2019" and the text.
      return is_organisation_like(line) || looks_like_title(document_, i + 2) ||
             parse_header_line(document_.line(i + 2));
    }
    // "Kustbevakningen": one word is hardly a headline where another line looks like one.
    const bool one = i == 0 && count_words(line) == 1 && count_words(document_.line(i + 1)) >= 3 &&
                     i + 2 < document_.size() && document_.lines[i + 2].starts_chunk;
    return one || is_organisation_like(line) || (count_words(line) <= 4 && is_mentioned_below(i));
  }

  // Chunk "PRESSMEDDELANDE / Piteå kommun / Headline".
  bool in_header_chunk_before_title(std::size_t i) const {
    return seen_header_ && !document_.lines[i].starts_chunk &&
           is_organisation_like(document_.line(i));
  }

  // "Nyheter" over "Bygga och bo": where on the page it stood. It closes the chunk of a header
  // line, and a longer line that can be the headline opens the next.
  bool is_section(std::size_t i) const {
    constexpr std::size_t kMostWords = 3;
    constexpr std::size_t kFewestTitleWords = 4;
    return seen_header_ && i > 0 && !document_.lines[i].starts_chunk &&
           document_.roles[i - 1] == Role::kPreamble &&
           count_words(document_.line(i)) <= kMostWords && !has_sentence(document_.line(i)) &&
           i + 3 < document_.size() && looks_like_title(document_, i + 1) &&
           !parse_header_line(document_.line(i + 1)) &&
           count_words(document_.line(i + 1)) >= kFewestTitleWords;
  }

  // A short line in capitals whose words come again in the text.
  bool is_mentioned_below(std::size_t i) const {
    return is_mentioned_from(i + 2, document_.line(i));
  }

  bool is_mentioned_below(std::string_view name) const { return is_mentioned_from(1, name); }

  bool is_mentioned_from(std::size_t from, std::string_view line) const {
    constexpr std::size_t kMostBytes = 20000;
    if (has_more_words(line, 7)) return false;
    std::size_t bytes = 0;
    for (std::size_t j = from; j < document_.size() && bytes < kMostBytes; ++j) {
      const std::string_view text = std::string_view(document_.line(j)).substr(0, kMostBytes);
      if (!spelling_in(text, line).empty()) return true;
      bytes += text.size();
    }
    return false;
  }

  void note(const HeaderLine& line) {
    if (line.embargo) {
      if (!embargo_date_) embargo_date_ = line.date;
      return;
    }
    // "Delårsrapport januari–september 2018" is no day of publication, the line below it is.
    const bool exact = line.date && header_.date && header_.date->day == 0 && line.date->day > 0;
    if (line.date && (!header_.date || exact)) header_.date = line.date;
    if (line.updated && !header_.updated) header_.updated = line.updated;
    // "Till redaktionen" says little about the kind.
    const bool vague = header_.type.empty() ||
                       is_one_of(lower(words(header_.type).front()), {"till", "för", "for"});
    if (line.has_type && vague) header_.type = line.type;
    if (!line.sender.empty() && header_.sender.empty()) header_.sender = line.sender;
    if (!line.rest.empty() && header_.sender_hints.size() < kMostHints)
      header_.sender_hints.push_back(line.rest);
    if (!line.title.empty() && header_.title.empty()) header_.title = line.title;
    if (!line.subject.empty() && subject_.empty()) subject_ = line.subject;
  }

  void take_title(std::size_t i) {
    if (!header_.title.empty()) {
      if (i < document_.size()) header_.end = i + (document_.roles[i] == Role::kPreamble ? 1 : 0);
      return;
    }
    const bool title =
        i < document_.size() && (can_be_title(document_.line(i)) || is_spoken_title(i));
    if (!subject_.empty() && (!title || is_sentence(document_.line(i)))) {
      header_.title = subject_;
      return;
    }
    if (!title) return;
    const std::string& line = document_.line(i);
    header_.title = begins_with_dash(line) ? line.substr(bullet_length(line)) : line;
    document_.roles[i] = Role::kTitle;
    header_.end = i + 1;
    if (goes_on_below(i)) {
      header_.title += ' ';
      header_.title += document_.line(i + 1);
      document_.roles[i + 1] = Role::kTitle;
      header_.end = i + 2;
    }
  }

  // "– Stoppa nedläggningen av sjukhuset": what someone says as a headline. It names nobody who
  // says it, does not close like a sentence, and news follows.
  bool is_spoken_title(std::size_t i) const {
    constexpr std::size_t kMostWords = 16;
    const std::string& line = document_.line(i);
    return begins_with_dash(line) && bullet_length(line) > 0 && document_.lines[i].starts_chunk &&
           !is_rule(line) && count_words(line) <= kMostWords && count_words(line) >= 3 &&
           is_letter(last_character(line)) && line.find(", s") == std::string::npos &&
           i + 2 < document_.size() && document_.lines[i + 1].starts_chunk &&
           !begins_with_dash(document_.line(i + 1)) && has_sentence(document_.line(i + 1));
  }

  // A headline set in two lines: nothing else in its chunk, and the second goes on in small
  // letters, or the first breaks off behind a small word.
  bool goes_on_below(std::size_t i) const {
    if (i + 2 >= document_.size() || document_.lines[i + 1].starts_chunk ||
        !document_.lines[i + 2].starts_chunk)
      return false;
    const std::string& below = document_.line(i + 1);
    const char32_t first = first_character(below);
    const auto stops = [](const std::string& line) {
      return std::string_view(".!?:").find(line.back()) != std::string_view::npos;
    };
    const bool same_sentence =
        ends_with_link_word(document_.line(i)) || (is_letter(first) && !is_upper(first));
    return document_.lines[i].starts_chunk && same_sentence && can_be_title(below) &&
           !stops(document_.line(i)) && below.back() != '.' && below.back() != ':';
  }

  Document& document_;
  const bool title_known_;
  Header header_;
  std::optional<PartialDate> embargo_date_;
  std::string subject_;  // Of a mail.
  bool seen_header_ = false;
};

}  // namespace

Header take_header(Document& document, bool title_known) {
  return HeaderScan(document, title_known).run();
}

}  // namespace pressarkiv::text
