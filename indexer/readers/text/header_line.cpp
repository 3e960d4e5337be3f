// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/header_line.h"

#include <algorithm>
#include <array>

#include "indexer/readers/text/date_finder.h"
#include "indexer/readers/text/organisation.h"
#include "indexer/readers/text/people.h"
#include "indexer/readers/text/word_list.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv::text {
namespace {

// Longest first where one begins another.
constexpr auto kTypes = phrases(
    "till lokala medier", "till medierna", "till medier", "till massmedia", "till lokalpressen",
    "till dagspressen", "till nyhetsredaktionen", "till landets redaktioner",
    "nyhet/pressmeddelande", "pressmeddelande/nyhet", "pressmeddelanden", "pressmeddelandet",
    "pressmeddelande", "press release", "pressrelease", "pressinformation", "pressinbjudan",
    "pressnotis", "pressinfo", "pressutskick", "pressbrev", "pressträff", "pressvisning",
    "press- och medieinbjudan", "medieinbjudan", "mediainbjudan", "medieinformation",
    "mediainformation", "mediemeddelande", "medieutskick", "media release",
    "inbjudan till pressträff", "inbjudan till pressvisning", "inbjudan till media",
    "inbjudan till pressen", "regulatoriskt pressmeddelande", "regulatorisk information",
    "börsmeddelande", "för omedelbar publicering", "for immediate release", "till redaktionen",
    "till media", "till pressen", "nyhetsbrev", "nyheter", "nyhet", "uttalande", "debattartikel",
    "inbjudan", "kommentar", "meddelande", "information", "notis", "artikel");

constexpr std::size_t kMostRestWords = 8;
constexpr std::size_t kMostHeadingWords = 10;

struct LabelledHeader {
  std::string_view label;
  enum Field { kDate, kUpdated, kSender, kTitle, kSubject, kType, kOther } field;
};

constexpr std::array<LabelledHeader, 43> kLabels = {{
    {"datum", LabelledHeader::kDate},
    {"date", LabelledHeader::kDate},
    {"publicerad", LabelledHeader::kDate},
    {"publicerat", LabelledHeader::kDate},
    {"publiceringsdatum", LabelledHeader::kDate},
    {"publicerad den", LabelledHeader::kDate},
    {"publ", LabelledHeader::kDate},
    {"utskickat", LabelledHeader::kDate},
    {"skickat", LabelledHeader::kDate},
    {"sänt", LabelledHeader::kDate},
    {"dag", LabelledHeader::kDate},
    {"published", LabelledHeader::kDate},
    {"uppdaterad", LabelledHeader::kUpdated},
    {"uppdaterat", LabelledHeader::kUpdated},
    {"senast uppdaterad", LabelledHeader::kUpdated},
    {"senast ändrad", LabelledHeader::kUpdated},
    {"ändrad", LabelledHeader::kUpdated},
    {"updated", LabelledHeader::kUpdated},
    {"avsändare", LabelledHeader::kSender},
    {"från", LabelledHeader::kSender},
    {"utgivare", LabelledHeader::kSender},
    {"utfärdare", LabelledHeader::kSender},
    {"källa", LabelledHeader::kSender},
    {"organisation", LabelledHeader::kSender},
    {"företag", LabelledHeader::kSender},
    {"myndighet", LabelledHeader::kSender},
    {"sändare", LabelledHeader::kSender},
    {"publicerat av", LabelledHeader::kSender},
    {"publicerad av", LabelledHeader::kSender},
    {"from", LabelledHeader::kSender},
    {"rubrik", LabelledHeader::kTitle},
    {"titel", LabelledHeader::kTitle},
    {"title", LabelledHeader::kTitle},
    {"typ", LabelledHeader::kType},
    {"till", LabelledHeader::kOther},
    {"diarienummer", LabelledHeader::kOther},
    {"dnr", LabelledHeader::kOther},
    {"referens", LabelledHeader::kOther},
    {"ämne", LabelledHeader::kSubject},
    {"subject", LabelledHeader::kSubject},
    {"kopia", LabelledHeader::kOther},
    {"cc", LabelledHeader::kOther},
    {"språk", LabelledHeader::kOther},
}};

bool is_embargo(std::string_view line) {
  static constexpr auto kPhrases =
      phrases("embargo", "embargo:", "ej för publicering", "ej för offentliggörande",
              "får publiceras", "får ej publiceras", "får inte publiceras", "inte för publicering",
              "spärrfrist", "spärrtid", "under embargo", "frisläpps", "fri för publicering",
              "publiceras tidigast", "får offentliggöras", "embargoed", "ej för distribution",
              "inte för distribution", "not for distribution", "not for release");
  return kPhrases.may_begin(line) && kPhrases.begin(lower(line));
}

// "PRESSMEDDELANDE" at the start of the line, or its length: 0 if there is none.
std::size_t type_at_start(std::string_view line) {
  if (!kTypes.may_begin(line)) return 0;
  // Soft hyphens shift nothing here: type lines have none.
  return kTypes.beginning(lower(line.substr(0, 60))).size();
}

// "pressmeddelande", "nyhetsbrev och pressinformation", and nothing else.
bool is_type(std::string_view text) {
  const std::size_t first = type_at_start(text);
  if (first == 0 || first == text.size()) return first > 0;
  const std::string_view rest = trim(text.substr(first));
  if (!begins_with(rest, "och ")) return false;
  const std::string_view second = trim(rest.substr(4));
  return !second.empty() && type_at_start(second) == second.size();
}

std::size_t type_at_end(std::string_view line) {
  constexpr std::size_t kLongestType = 16;
  static constexpr auto kTypesAtEnd = std::to_array<std::string_view>(
      {"pressmeddelande", "press release", "pressrelease", "pressinformation", "pressinbjudan",
       "pressinfo", "medieinformation", "mediemeddelande"});
  static constexpr auto kLastLetters = std::string_view("enoENO");
  if (line.empty() || kLastLetters.find(line.back()) == std::string_view::npos) return 0;
  const std::string tail = lower(line.substr(line.size() - std::min(line.size(), kLongestType)));
  for (const std::string_view type : kTypesAtEnd) {
    if (!tail.ends_with(type) || line.size() == type.size()) continue;
    const auto before = static_cast<unsigned char>(line[line.size() - type.size() - 1]);
    if (before >= 0x80 || is_letter(before)) continue;
    return line.find("\xC2\xAD") == std::string_view::npos ? type.size() : 0;
  }
  return 0;
}

std::string_view strip_separators(std::string_view text) {
  for (bool changed = true; changed;) {
    const std::size_t before = text.size();
    text = strip_right(strip_left(text, "-|:,/;*()"), "-|:,/;*(");
    for (const std::string_view mark : {"–", "—", "•", "·", "■"}) {
      if (begins_with(text, mark)) text = trim(text.substr(mark.size()));
      if (ends_with(text, mark)) text = trim(text.substr(0, text.size() - mark.size()));
    }
    changed = text.size() != before;
  }
  return text;
}

// "nr 12", "nr 12/2014", "dnr KS 2014/12", "2014:7" go.
std::string without_numbers(std::string_view text) {
  std::string kept;
  bool skip = false;
  for (const std::string_view word : words(text)) {
    const std::string plain = lower(strip_right(word, ".:,"));
    if (is_one_of(plain, {"nr", "nummer", "no", "dnr", "vecka", "v"})) {
      skip = true;
      continue;
    }
    const bool numeric =
        std::any_of(word.begin(), word.end(), is_digit) &&
        std::all_of(word.begin(), word.end(), [](char c) {
          return is_digit(c) || c == '/' || c == ':' || c == '-' || c == '.' || c == ',';
        });
    if (skip && std::any_of(word.begin(), word.end(), is_digit)) continue;
    skip = false;
    if (numeric && (word.find_first_of("/:") != std::string_view::npos || word.size() == 6))
      continue;
    if (!kept.empty()) kept.push_back(' ');
    kept.append(word);
  }
  return kept;
}

// The dates of a line that may name when it was published and when it was changed.
void take_dates(std::string_view line, HeaderLine& header) {
  for (const FoundDate& found : find_dates(line)) {
    const std::string before = lower(line.substr(0, found.range.begin));
    const std::size_t changed =
        std::max(before.rfind("uppdaterad") + 1,
                 std::max(before.rfind("uppdaterat") + 1, before.rfind("ändrad") + 1));
    const std::size_t published = std::max(before.rfind("publicera") + 1, before.rfind('|') + 1);
    if (changed > published) {
      if (!header.updated) header.updated = found.date;
    } else if (!header.date) {
      header.date = found.date;
    }
  }
}

// "Press Riksteatern <press@riksteatern.se>", "X (press@x.se)": the name, without the words for the
// desk that the mailbox belongs to.
std::string_view without_mailbox(std::string_view value) {
  const std::size_t open = value.find_first_of("<([");
  if (open != std::string_view::npos && open > 0 && value.find('@') != std::string_view::npos)
    value = trim(value.substr(0, open));
  value = strip_right(strip_left(value, "\"'"), "\"'");
  const auto is_desk = [](std::string_view word) {
    return is_one_of(lower(strip_right(word, ",-:")),
                     {"press", "pressjour", "presstjänst", "presskontakt", "pressrum", "info",
                      "kommunikation", "media", "redaktionen", "nyheter"});
  };
  std::vector<std::string_view> all = words(value);
  if (all.size() > 1 && is_desk(all.front()))
    value = trim(value.substr(all[0].size()));
  else if (all.size() > 1 && is_desk(all.back()))
    value = trim(value.substr(0, value.size() - all.back().size()));
  // "Maja Ek, Trädgårdsförbundet": who pressed the button, and for whom.
  const std::size_t comma = value.find(',');
  if (comma != std::string_view::npos) {
    const std::string_view owner = trim(value.substr(comma + 1));
    if (is_name_like(owner) && !is_organisation_like(value.substr(0, comma)) &&
        !person_in(value.substr(0, comma)).empty())
      value = owner;
  }
  return strip_right(strip_left(value, ",-|"), ",-|");
}

// "Pressmeddelande: Rådhuset får nytt tak"
std::string_view without_type(std::string_view subject) {
  const std::size_t type = type_at_start(subject);
  const std::string_view behind = trim(subject.substr(type));
  const bool parted =
      !behind.empty() && (behind.front() == ':' || is_dash(first_character(behind)));
  return type > 0 && parted ? strip_separators(behind) : subject;
}

std::optional<HeaderLine> parse_labelled(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon > 30) return std::nullopt;
  const std::string label = lower(trim(line.substr(0, colon)));
  const std::string_view value = trim(line.substr(colon + 1));
  const auto* known = std::find_if(kLabels.begin(), kLabels.end(),
                                   [&](const LabelledHeader& l) { return l.label == label; });
  if (known == kLabels.end() || value.empty()) return std::nullopt;
  HeaderLine header;
  switch (known->field) {
    case LabelledHeader::kDate:
      take_dates(line, header);
      if (!header.date) return std::nullopt;
      break;
    case LabelledHeader::kUpdated:
      take_dates(line, header);
      if (!header.updated && !header.date) return std::nullopt;
      if (!header.updated) std::swap(header.updated, header.date);
      break;
    case LabelledHeader::kSender:
      if (count_words(value) > kMostRestWords) return std::nullopt;
      header.sender = without_mailbox(value);
      break;
    case LabelledHeader::kTitle:
      header.title = value;
      break;
    case LabelledHeader::kSubject:
      header.subject = without_type(value);
      break;
    case LabelledHeader::kType:
      header.type = value;
      header.has_type = true;
      break;
    case LabelledHeader::kOther:
      break;
  }
  return header;
}

}  // namespace

bool has_sentence(std::string_view rest) {
  return std::string_view(".!?").find(rest.back()) != std::string_view::npos &&
         !ends_with(rest, "för.");
}

bool is_correction(std::string_view line) {
  static constexpr auto kPhrases =
      phrases("rättelse", "korrigering", "rättad version", "korrigerad version",
              "korrigerat pressmeddelande", "rättat pressmeddelande", "correction", "obs! rättelse",
              "obs! rättad", "obs rättad", "uppdaterad version", "ny version", "ändring", "errata");
  return kPhrases.may_begin(line) && kPhrases.begin(lower(line.substr(0, kLongestHeaderLine)));
}

bool is_heading_of_words(std::string_view line) {
  return !line.empty() && is_capitalised(line) && count_words(line) <= kMostHeadingWords &&
         std::string_view(".!?:;,\"").find(line.back()) == std::string_view::npos;
}

namespace {

// "från X" is X; the rest beside a type must look like a name.
bool take_rest(std::string_view rest, HeaderLine& header) {
  if (is_correction(rest) && count_words(rest) <= 4) return true;  // "(rättad version)"
  const std::string lowered = lower(rest);
  for (const std::string_view from : {"från", "from", "av"}) {
    if (!begins_with_phrase(lowered, from)) continue;
    std::string_view sender = strip_separators(rest.substr(from.size()));
    // "kommunledningskontoret, Edets kommun": a part of the sender and the whole.
    const std::size_t comma = sender.rfind(',');
    if (comma != std::string_view::npos && !is_capitalised(sender) &&
        is_organisation_like(trim(sender.substr(comma + 1)))) {
      sender = trim(sender.substr(comma + 1));
    }
    if (sender.empty() || count_words(sender) > kMostRestWords || has_sentence(sender))
      return false;
    header.sender = sender;
    return true;
  }
  if (!rest.empty() && (count_words(rest) > kMostRestWords || !is_name_like(rest))) return false;
  header.rest = rest;
  return true;
}

// "121119" right after the type.
void take_six_digits(std::string_view beside, HeaderLine& header) {
  for (const std::string_view word : words(beside)) {
    if (word.size() != 6 || !std::all_of(word.begin(), word.end(), is_digit) || header.date)
      continue;
    const auto pair = [&](std::size_t at) {
      return static_cast<unsigned>((word[at] - '0') * 10 + (word[at + 1] - '0'));
    };
    const unsigned year = pair(0);
    header.date =
        make_date(static_cast<int>(year < 50 ? 2000 + year : 1900 + year), pair(2), pair(4));
  }
}

// The length of the sign that parts two pieces of a header line at this place; 0 where none does.
std::size_t part_mark_length(std::string_view line, std::size_t at) {
  static constexpr auto kWide = std::to_array<std::string_view>({"•", "·", "–", "—"});
  const char c = line[at];
  if (c == '|' || c == '[' || c == ']' || c == '*' || c == '\n') return 1;
  if (c == ' ') {
    const std::string_view mark = line.substr(at, 3);
    return mark == " - " || mark == " / " ? mark.size() : 0;
  }
  if (static_cast<unsigned char>(c) < 0x80) return 0;
  for (const std::string_view mark : kWide) {
    if (line.substr(at, mark.size()) == mark) return mark.size();
  }
  return 0;
}

// The pieces between such signs.
std::vector<std::string_view> parts_of(std::string_view line) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t mark = part_mark_length(line, at);
    if (mark > 0) {
      parts.push_back(trim(line.substr(begin, at - begin)));
      begin = at + mark;
    }
    at += std::max<std::size_t>(mark, 1);
  }
  parts.push_back(trim(line.substr(begin)));
  return parts;
}

// "Lilla Edets kommun – pressmeddelande – 2012-11-19", "[Pressmeddelande] 19.11.2012": pieces
// between signs, one of them a type, the others dates and names.
std::optional<HeaderLine> parse_pieces(std::string_view line) {
  HeaderLine header;
  bool department = false;
  for (const std::string_view piece : parts_of(line)) {
    if (piece.empty()) continue;
    const std::string rest = without_dates(piece);
    const bool type = is_type(rest);
    if (!rest.empty() && !type && (has_more_words(rest, kMostRestWords) || !is_name_like(rest)))
      return std::nullopt;
    take_dates(piece, header);
    if (rest.empty()) continue;
    if (type) {
      if (!header.has_type) header.type = rest;
      header.has_type = true;
    } else if (header.rest.empty()) {
      header.rest = rest;
    } else if (!department && is_organisation_like(header.rest)) {
      department = true;  // "Malmö stad | Stadsbyggnadskontoret | 2024-06-18"
    } else {
      return std::nullopt;
    }
  }
  const bool dated = department && header.date;
  return header.has_type || dated ? std::optional(header) : std::nullopt;
}

// "Dnr KS 2012/311", "nr 7".
bool is_reference_number(std::string_view line) {
  static constexpr auto kReferences =
      phrases("dnr", "diarienr", "diarienummer", "ärendenummer", "ref", "ref.nr");
  static constexpr auto kNumbers = phrases("nr", "nummer");
  if (kReferences.may_begin(line) && std::any_of(line.begin(), line.end(), is_digit) &&
      !has_more_words(line, 6) && kReferences.begin(lower(line)))
    return true;
  return kNumbers.may_begin(line) && !has_more_words(line, 3) && is_digit(line.back()) &&
         kNumbers.begin(lower(line));
}

// "Dnr KS 2012/311", "Lilla Edets kommun informerar 2012-11-19".
std::optional<HeaderLine> parse_reference(std::string_view line) {
  if (is_reference_number(line)) return HeaderLine{};
  const std::string lowered = lower(line);
  static constexpr auto kVerbs =
      std::to_array<std::string_view>({" informerar", " meddelar", " inbjuder", " bjuder in"});
  for (const std::string_view word : kVerbs) {
    const std::size_t at = lowered.find(word);
    if (at == std::string::npos || lowered.size() != line.size()) continue;
    const std::string_view sender = line.substr(0, at);
    const std::string_view after = line.substr(at + word.size());
    if (!is_name_like(sender) || !strip_separators(without_dates(after)).empty()) continue;
    HeaderLine header;
    take_dates(after, header);
    header.sender = sender;
    return header;
  }
  return std::nullopt;
}

std::optional<HeaderLine> parse_typed(std::string_view line) {
  const std::size_t at_start = type_at_start(line);
  const std::size_t at_end = at_start == 0 ? type_at_end(line) : 0;
  if (at_start + at_end == 0) return std::nullopt;
  HeaderLine header;
  header.has_type = true;
  header.type = at_start > 0 ? line.substr(0, at_start) : line.substr(line.size() - at_end);
  const std::string_view beside =
      at_start > 0 ? line.substr(at_start) : line.substr(0, line.size() - at_end);
  take_dates(beside, header);
  take_six_digits(beside, header);
  const std::string no_dates = without_dates(strip_separators(beside));
  const std::string numbers_gone = without_numbers(no_dates);
  const std::string_view rest = strip_separators(numbers_gone);
  const std::string_view after = trim(beside);
  if (at_start > 0 && !after.empty() && after.front() == ':' && count_words(rest) >= 3 &&
      !header.date && !is_organisation_like(rest)) {
    header.title = trim(after.substr(1));
    return header;
  }
  // "Pressrelease november 2012"
  if (const auto month = find_month(rest); month && !header.date && count_words(rest) == 2) {
    header.date = month->date;
    return header;
  }
  if (!take_rest(rest, header)) return std::nullopt;
  // One small word for a type with a name behind it, "Information Malmö", is more likely a
  // headline.
  const bool vague =
      is_one_of(lower(header.type), {"nyheter", "nyhet", "kommentar", "meddelande", "information",
                                     "notis", "artikel", "inbjudan", "uttalande"});
  if (vague && !rest.empty() && !header.date && header.sender.empty() &&
      !is_organisation_like(rest))
    return std::nullopt;
  return header;
}

// "Tid: söndag 1 mars": when something takes place, not when the release was sent.
bool names_event(std::string_view line) {
  const std::string lowered = lower(line);
  for (const std::string_view label : {"tid", "när", "tidpunkt", "tid och plats", "född"}) {
    if (begins_with_phrase(lowered, label) && trim(line.substr(label.size())).substr(0, 1) == ":")
      return true;
  }
  return false;
}

std::optional<HeaderLine> parse_dated(std::string_view line) {
  HeaderLine header;
  take_dates(line, header);
  if (!header.date && !header.updated) {
    const auto month = has_more_words(line, 3) ? std::nullopt : find_month(line);
    if (!month) return std::nullopt;
    header.date = month->date;
    return header;
  }
  const std::string rest = without_numbers(without_dates(line));
  if (names_event(line)) return std::nullopt;
  std::string_view name = strip_separators(rest);
  if (const std::size_t type = type_at_end(name); type > 0) {
    header.has_type = true;
    header.type = name.substr(name.size() - type);
    name = strip_separators(name.substr(0, name.size() - type));
    if (!is_name_like(name) && is_heading_of_words(name)) {
      header.sender = name;
      return header;
    }
  }
  if (!take_rest(name, header)) return std::nullopt;
  return header;
}

}  // namespace

std::string_view sender_part(std::string_view line) {
  const std::size_t comma = line.rfind(',');
  const std::string_view behind =
      comma == std::string_view::npos ? std::string_view{} : trim(line.substr(comma + 1));
  const bool country = is_one_of(lower(behind), {"sverige", "sweden"});
  if (!behind.empty() && count_words(behind) <= 2 && is_name_like(behind) &&
      (country || !is_organisation_like(behind)))
    line = trim(line.substr(0, comma));
  for (const std::string_view verb : {" informerar", " meddelar"}) {
    const std::size_t at = line.find(verb);
    if (at != std::string_view::npos && is_name_like(line.substr(0, at))) line = line.substr(0, at);
  }
  return line;
}

std::optional<HeaderLine> parse_header_line(std::string_view line) {
  if (line.size() > kLongestHeaderLine || has_more_words(line, 20)) return std::nullopt;
  if (is_embargo(line)) {
    HeaderLine header;
    header.embargo = true;
    take_dates(line, header);
    return header;
  }
  if (auto labelled = parse_labelled(line)) return labelled;
  if (auto typed = parse_typed(line)) return typed;
  if (auto pieces = parse_pieces(line)) return pieces;
  if (auto reference = parse_reference(line)) return reference;
  return parse_dated(line);
}

}  // namespace pressarkiv::text
