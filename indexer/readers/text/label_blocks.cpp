// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/label_blocks.h"

#include <algorithm>
#include <array>

#include "indexer/readers/text/words.h"

namespace pressarkiv::text {
namespace {

struct LabelWord {
  std::string_view word;
  LabelKind kind;
  bool weak;
};

constexpr LabelKind kSubjects = LabelKind::kSubjects;
constexpr LabelKind kRegions = LabelKind::kRegions;

constexpr std::array<LabelWord, 79> kLabelWords = {{
    {"sakområde", kSubjects, false},
    {"sakområden", kSubjects, false},
    {"fokusområden", kSubjects, true},
    {"arkiverat under", kSubjects, false},
    {"arkiverad under", kSubjects, false},
    {"sorterat under", kSubjects, false},
    {"filed under", kSubjects, false},
    {"berörda regioner", kRegions, false},
    {"aktuella kommuner", kRegions, false},
    {"ämnen", kSubjects, false},
    {"ämne", kSubjects, false},
    {"ämnesord", kSubjects, false},
    {"ämnesområde", kSubjects, false},
    {"ämnesområden", kSubjects, false},
    {"ämneskategori", kSubjects, false},
    {"ämneskategorier", kSubjects, false},
    {"relaterade ämnen", kSubjects, false},
    {"taggar", kSubjects, false},
    {"tagg", kSubjects, false},
    {"taggat", kSubjects, false},
    {"taggat med", kSubjects, false},
    {"taggad", kSubjects, false},
    {"märkord", kSubjects, false},
    {"etikett", kSubjects, false},
    {"etiketter", kSubjects, false},
    {"nyckelord", kSubjects, false},
    {"sökord", kSubjects, false},
    {"indexord", kSubjects, false},
    {"kategori", kSubjects, false},
    {"kategorier", kSubjects, false},
    {"rubricering", kSubjects, false},
    {"hashtag", kSubjects, false},
    {"hashtags", kSubjects, false},
    {"tags", kSubjects, false},
    {"keywords", kSubjects, false},
    {"topics", kSubjects, false},
    {"subjects", kSubjects, false},
    {"categories", kSubjects, false},
    {"politikområde", kSubjects, false},
    {"politikområden", kSubjects, false},
    {"bransch", kSubjects, true},
    {"branscher", kSubjects, true},
    {"tema", kSubjects, true},
    {"teman", kSubjects, true},
    {"verksamhetsområde", kSubjects, true},
    {"verksamhetsområden", kSubjects, true},
    {"handlar om", kSubjects, true},
    {"regioner", kRegions, false},
    {"region", kRegions, true},
    {"orter", kRegions, false},
    {"ort", kRegions, true},
    {"platser", kRegions, true},
    {"plats", kRegions, true},
    {"område", kRegions, true},
    {"områden", kRegions, true},
    {"geografi", kRegions, false},
    {"geografiskt område", kRegions, false},
    {"geografiska områden", kRegions, false},
    {"geografisk tillhörighet", kRegions, false},
    {"län", kRegions, true},
    {"kommun", kRegions, true},
    {"kommuner", kRegions, true},
    {"kommuner och län", kRegions, false},
    {"län och kommuner", kRegions, false},
    {"berörda kommuner", kRegions, false},
    {"berörda orter", kRegions, false},
    {"berörda län", kRegions, false},
    {"berörda områden", kRegions, false},
    {"berör", kRegions, true},
    {"gäller", kRegions, true},
    {"gäller för", kRegions, true},
    {"landskap", kRegions, true},
    {"landsdel", kRegions, true},
    {"landsdelar", kRegions, true},
    {"städer", kRegions, true},
    {"stad", kRegions, true},
    {"regions", kRegions, false},
    {"places", kRegions, false},
    {"locations", kRegions, false},
}};

// A list item on a line of its own is no longer than this, in characters.
constexpr std::size_t kLongestItem = 60;
constexpr std::size_t kMostItemsOfWeakLabel = 8;
constexpr std::size_t kMostItems = 200;     // More is a register, not what a release is about.
constexpr std::size_t kLongestLabel = 40;   // In bytes.
constexpr std::size_t kLongestList = 4000;  // A list on one line, in bytes.

const LabelWord* find_label_word(std::string_view lowered) {
  const auto* found = std::find_if(kLabelWords.begin(), kLabelWords.end(),
                                   [&](const LabelWord& label) { return label.word == lowered; });
  return found == kLabelWords.end() ? nullptr : found;
}

// "ämnestaggar", "relaterade nyckelord": words that only lists are called by, at the end of the
// name.
const LabelWord* find_label(std::string_view lowered) {
  if (const LabelWord* known = find_label_word(lowered)) return known;
  if (count_words(lowered) > 2) return nullptr;
  for (const std::string_view end :
       {"taggar", "hashtags", "nyckelord", "ämnesord", "sökord", "etiketter"}) {
    if (ends_with(lowered, end)) return find_label_word(end);
  }
  return nullptr;
}

std::string clean_item(std::string_view item) {
  item = trim(item);
  if (const std::size_t bullet = bullet_length(item)) item.remove_prefix(bullet);
  item = strip_left(item, "#\"");
  return std::string(strip_right(item, ".,;\""));
}

void add_items(std::vector<std::string>& all, const std::vector<std::string>& items) {
  for (const std::string& item : items) {
    if (!item.empty() && std::find(all.begin(), all.end(), item) == all.end()) all.push_back(item);
  }
}

bool is_item_line(const Line& line) {
  return count_characters(line.text) <= kLongestItem &&
         std::string_view(".!?:").find(line.text.back()) == std::string_view::npos;
}

// The lines below a label that stands alone, and their items.
std::size_t take_list(const Document& document, std::size_t begin,
                      std::vector<std::string>& items) {
  std::size_t end = begin;
  const auto bulleted = [&](std::size_t i) {
    return document.is_text(i) &&
           (bullet_length(document.line(i)) > 0 || document.lines[i].hint == LineHint::kListItem);
  };
  if (bulleted(begin)) {
    // A blank line between bullets is nothing, but a dash line after it may be someone's words.
    while (bulleted(end) && is_item_line(document.lines[end])) {
      items.push_back(clean_item(document.line(end++)));
    }
    return end;
  }
  for (; document.is_text(end) && (end == begin || !document.lines[end].starts_chunk); ++end) {
    const std::string& line = document.line(end);
    if (parse_label(line) || document.lines[end].hint == LineHint::kHeading) break;
    const std::vector<std::string> tags = parse_hashtags(line);
    const std::vector<std::string> parts = tags.empty() ? parse_items(line) : tags;
    const bool short_parts = std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
      return count_characters(part) <= kLongestItem && count_words(part) <= 5;
    });
    if (!short_parts || std::string_view(".!?:").find(line.back()) != std::string_view::npos) break;
    add_items(items, parts);
    if (items.size() > kMostItems) break;
  }
  return end;
}

// "Ämnesord: återbruk, handel," goes on below.
void take_wrapped_value(const Document& document, std::size_t& end, std::string& value) {
  while (value.back() == ',' && document.is_text(end) && !document.lines[end].starts_chunk &&
         is_item_line(document.lines[end]) && !parse_label(document.line(end))) {
    value += ' ';
    value += document.line(end++);
  }
}

struct Candidate {
  Label label;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<std::string> items;
};

// Two labels on one line: "Ämnen: skola, bad Regioner: Malmö".
std::size_t second_label(std::string_view value) {
  for (std::size_t colon = value.find(':'); colon != std::string_view::npos;
       colon = value.find(':', colon + 1)) {
    std::size_t begin = value.find_last_of(" .|;", colon == 0 ? 0 : colon - 1);
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    const LabelWord* word = find_label_word(lower(value.substr(begin, colon - begin)));
    if (word != nullptr && is_capitalised(value.substr(begin)) && begin > 0) return begin;
  }
  return std::string_view::npos;
}

void add_candidates(const Document& document, std::size_t i, std::vector<Candidate>& found) {
  const std::string& line = document.line(i);
  if (std::vector<std::string> tags = parse_hashtags(line); !tags.empty()) {
    found.push_back({{LabelKind::kSubjects, false, ""}, i, i + 1, std::move(tags)});
    return;
  }
  std::string_view rest = line;
  while (!rest.empty()) {
    auto label = parse_label(rest);
    if (!label) return;
    rest = {};
    Candidate candidate{std::move(*label), i, i + 1, {}};
    if (candidate.label.value.empty()) {
      candidate.end = take_list(document, i + 1, candidate.items);
    } else {
      const std::size_t second = second_label(candidate.label.value);
      std::string value = candidate.label.value.substr(0, second);
      if (second == std::string::npos) take_wrapped_value(document, candidate.end, value);
      if (second != std::string::npos)
        rest = std::string_view(line).substr(line.size() - (candidate.label.value.size() - second));
      const std::vector<std::string> tags = parse_hashtags(value);
      candidate.items = tags.empty() ? parse_items(value) : tags;
    }
    if (!candidate.items.empty()) found.push_back(std::move(candidate));
  }
}

// A weak label counts beside another list: nothing but blanks between them.
bool has_neighbour(const std::vector<Candidate>& all, std::size_t i) {
  const auto touches = [&](std::size_t j) {
    return all[j].end >= all[i].begin && all[i].end >= all[j].begin &&
           all[i].label.kind != all[j].label.kind;
  };
  return (i > 0 && touches(i - 1)) || (i + 1 < all.size() && touches(i + 1));
}

bool are_places(const std::vector<std::string>& items) {
  return items.size() <= kMostItemsOfWeakLabel &&
         std::all_of(items.begin(), items.end(), [](const std::string& item) {
           return is_capitalised(item) && count_words(item) <= 4 &&
                  std::none_of(item.begin(), item.end(), is_digit);
         });
}

bool counts(const std::vector<Candidate>& all, std::size_t i) {
  const Candidate& candidate = all[i];
  if (candidate.items.size() > kMostItems) return false;
  if (!candidate.label.weak) return true;
  if (candidate.label.kind == LabelKind::kRegions && !are_places(candidate.items)) return false;
  return has_neighbour(all, i);
}

// What parts a label from its items: [begin, end), npos if nothing does.
struct Separator {
  std::size_t begin = std::string_view::npos;
  std::size_t end = std::string_view::npos;
};

// "Taggar: skola", "Taggar #skola #bad", "Orter – Malmö": the first one counts.
Separator separator_in(std::string_view line) {
  const std::string_view start = line.substr(0, kLongestLabel + 4);
  Separator first;
  for (const std::string_view mark : {":", " #", " – ", " - ", " | "}) {
    const std::size_t at = start.find(mark);
    if (at < first.begin) first = {at, mark == " #" ? at + 1 : at + mark.size()};
  }
  return first;
}

}  // namespace

std::optional<Label> parse_label(std::string_view line) {
  line = trim(line);
  if (line.size() > kLongestList) return std::nullopt;
  if (const std::size_t bullet = bullet_length(line)) line.remove_prefix(bullet);
  const Separator separator = separator_in(line);
  const std::string_view name = trim(line.substr(0, separator.begin));
  if (name.size() > kLongestLabel) return std::nullopt;
  const LabelWord* word = find_label(lower(name));
  if (word == nullptr) return std::nullopt;
  if (separator.begin == std::string_view::npos) {
    // Alone on its line; a plain small word without a colon could be anything.
    if (!is_capitalised(name)) return std::nullopt;
    return Label{word->kind, word->weak, ""};
  }
  return Label{word->kind, word->weak, std::string(trim(line.substr(separator.end)))};
}

std::vector<std::string> parse_items(std::string_view value) {
  std::string_view separator = ",";
  for (const std::string_view mark : {";", "|", "•", " · ", " / ", " – ", " - "}) {
    if (value.find(mark) == std::string_view::npos) continue;
    const bool dash = mark == " – " || mark == " - ";
    if (dash && value.find(',') != std::string_view::npos) continue;
    separator = mark;
    break;
  }
  std::vector<std::string> items;
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find(separator, begin), value.size());
    add_items(items, {clean_item(value.substr(begin, end - begin))});
    begin = end + separator.size();
  }
  return items;
}

std::vector<std::string> parse_hashtags(std::string_view line) {
  std::vector<std::string> tags;
  if (line.size() > kLongestList || line.find('#') == std::string_view::npos) return tags;
  for (const std::string_view word : words(line)) {
    const std::string_view tag = strip_right(word, ",;");
    if (tag.empty() && !tags.empty()) continue;
    if (tag.size() < 2 || tag[0] != '#' || tag[1] == '#') return {};
    add_items(tags, {std::string(tag.substr(1))});
  }
  return tags;
}

void take_label_blocks(Document& document, std::size_t from, Release& release) {
  std::vector<Candidate> candidates;
  for (std::size_t i = from; i < document.size();) {
    const std::size_t before = candidates.size();
    if (document.is_text(i)) add_candidates(document, i, candidates);
    i = candidates.size() > before ? candidates.back().end : i + 1;
  }
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = candidates[i];
    if (!counts(candidates, i)) continue;
    document.mark(candidate.begin, candidate.end, Role::kLabel);
    add_items(candidate.label.kind == LabelKind::kSubjects ? release.subjects : release.regions,
              candidate.items);
  }
}

}  // namespace pressarkiv::text
