// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/speaker_names.h"

#include <algorithm>

#include "common/schema/fields.h"
#include "common/text/fold.h"
#include "common/text/near_miss.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kNamesInNote = 5;
constexpr std::size_t kLongName = 10;     // Bytes; below, a letter makes another name.
constexpr std::uint64_t kSlipRatio = 10;  // A slip is at least so much rarer.

/// Whether each of `words` is a word of `name`, the last one perhaps only its beginning.
bool has_words(std::string_view name, const std::vector<std::string>& words, bool is_prefix) {
  const std::vector<std::string> parts = label_words(name);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool begins = is_prefix && i + 1 == words.size();
    const bool found = std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
      return part == words[i] || (begins && part.compare(0, words[i].size(), words[i]) == 0);
    });
    if (!found) return false;
  }
  return true;
}

std::vector<SpeakerName> all_speakers(const Xapian::Database& index) {
  std::vector<SpeakerName> speakers;
  const std::string start(prefix::kSpeaker);
  const auto end = index.allterms_end(start);
  for (auto term = index.allterms_begin(start); term != end; ++term) {
    speakers.push_back({(*term).substr(start.size()), *term, term.get_termfreq()});
  }
  return speakers;
}

/// The words, each replaced by the nearest word of a name where nobody has it; empty where one is
/// near nothing.
std::vector<std::string> corrected(const Xapian::Database& index,
                                   const std::vector<std::string>& words) {
  const std::string start(prefix::kSpeakerWord);
  std::vector<std::string> known;
  const auto end = index.allterms_end(start);
  for (auto term = index.allterms_begin(start); term != end; ++term)
    known.push_back((*term).substr(start.size()));
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  std::vector<std::string> result;
  for (const std::string& word : words) {
    if (std::binary_search(known.begin(), known.end(), word)) {
      result.push_back(word);
      continue;
    }
    const bool genitive = word.size() > 3 && word.back() == 's';
    const std::string base = genitive ? word.substr(0, word.size() - 1) : word;
    if (genitive && std::binary_search(known.begin(), known.end(), base)) {
      result.push_back(base);
      continue;
    }
    const std::string_view nearest = nearest_name(word, candidates);
    if (nearest.empty()) return {};
    result.emplace_back(nearest);
  }
  return result;
}

/// Whether one name is a slip of the pen for the other: a letter apart, and far rarer.
bool is_slip(const SpeakerName& a, const SpeakerName& b) {
  if (a.name.size() < kLongName || b.name.size() < kLongName) return false;
  const std::size_t longer = std::max(a.name.size(), b.name.size());
  if (longer - std::min(a.name.size(), b.name.size()) > 1 || a.name[0] != b.name[0]) return false;
  if (std::max(a.documents, b.documents) < kSlipRatio * std::min(a.documents, b.documents))
    return false;
  return edit_distance(a.name, b.name) == 1;
}

/// Whether two names are one person's: the archive's users say so, or a slip of the pen does and
/// they do not say otherwise.
bool is_one(const NameAliases& aliases, const SpeakerName& a, const SpeakerName& b) {
  if (aliases.canonical(a.name) == aliases.canonical(b.name)) return true;
  return is_slip(a, b) && !aliases.are_apart(a.name, b.name);
}

/// Adds the other names of those who were found.
void add_spellings(const std::vector<SpeakerName>& speakers, const NameAliases& aliases,
                   std::vector<SpeakerName>& found) {
  std::vector<SpeakerName> more;
  for (const SpeakerName& speaker : speakers) {
    const auto is_same = [&](const SpeakerName& other) { return other.name == speaker.name; };
    if (std::any_of(found.begin(), found.end(), is_same)) continue;
    if (std::any_of(found.begin(), found.end(),
                    [&](const SpeakerName& other) { return is_one(aliases, other, speaker); }))
      more.push_back(speaker);
  }
  found.insert(found.end(), more.begin(), more.end());
}

/// "magdalena andersson" → "Magdalena Andersson".
std::string with_capitals(std::string_view folded) {
  std::string out;
  bool start = true;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char c = folded[i];
    const auto next = i + 1 < folded.size() ? static_cast<unsigned char>(folded[i + 1]) : 0U;
    if (start && c >= 'a' && c <= 'z') {
      out.push_back(static_cast<char>(c - 32));
    } else if (start && c == '\xC3' && next >= 0xA0 && next != 0xB7 && next <= 0xBE) {
      out.push_back(c);
      out.push_back(static_cast<char>(next - 0x20U));
      ++i;
    } else {
      out.push_back(c);
    }
    start = c == ' ' || c == '-';
  }
  return out;
}

std::string list_of(const std::vector<SpeakerName>& names) {
  std::string list;
  for (std::size_t i = 0; i < names.size() && i < kNamesInNote; ++i) {
    if (i > 0) list += ", ";
    list += with_capitals(names[i].name) + " (" + std::to_string(names[i].documents) + ")";
  }
  if (names.size() > kNamesInNote)
    list += " och " + std::to_string(names.size() - kNamesInNote) + " till";
  return list;
}

}  // namespace

bool SpeakerMatch::has(std::string_view name) const {
  return std::any_of(names.begin(), names.end(),
                     [&](const SpeakerName& speaker) { return speaker.name == name; });
}

bool bears_name(std::string_view name, std::string_view typed, bool is_prefix) {
  const std::vector<std::string> words = label_words(fold_label(typed));
  return !words.empty() && has_words(name, words, is_prefix);
}

SpeakerMatch find_speakers(const Xapian::Database& index, const NameAliases& aliases,
                           std::string_view typed, bool is_prefix) {
  SpeakerMatch match;
  std::vector<std::string> words = label_words(fold_label(typed));
  if (words.empty()) return match;
  const std::vector<SpeakerName> speakers = all_speakers(index);
  const auto collect = [&](const std::vector<std::string>& wanted) {
    if (wanted.empty()) return;
    for (const SpeakerName& speaker : speakers) {
      if (has_words(speaker.name, wanted, is_prefix)) match.names.push_back(speaker);
    }
  };
  collect(words);
  if (match.names.empty() && !is_prefix) {
    collect(corrected(index, words));
    if (match.names.empty()) {
      // Each word is somebody's, but no one has them all: the nearest name as a whole.
      std::vector<std::string_view> whole;
      whole.reserve(speakers.size());
      for (const SpeakerName& speaker : speakers) whole.push_back(speaker.name);
      const std::string_view nearest = nearest_name(fold_label(typed), whole);
      if (!nearest.empty()) collect(label_words(nearest));
    }
    match.is_guess = !match.names.empty();
  }
  // Spellings of one name are one person.
  const bool several =
      std::count_if(match.names.begin(), match.names.end(), [&](const SpeakerName& name) {
        return std::none_of(match.names.begin(), match.names.end(), [&](const SpeakerName& other) {
          if (&other == &name) return false;
          return is_one(aliases, other, name) &&
                 (other.documents > name.documents ||
                  (other.documents == name.documents && &other < &name));
        });
      }) > 1;
  add_spellings(speakers, aliases, match.names);
  std::sort(match.names.begin(), match.names.end(), [](const SpeakerName& a, const SpeakerName& b) {
    return a.documents != b.documents ? a.documents > b.documents : a.name < b.name;
  });
  if (match.is_guess) {
    match.note = "ingen citeras som ”" + std::string(typed) + "”; visar " + list_of(match.names);
  } else if (several) {
    match.note = "flera talare passar ”" + std::string(typed) + "”: " + list_of(match.names);
  } else if (match.names.empty()) {
    match.note = "ingen citeras som ”" + std::string(typed) + "”";
  }
  return match;
}

}  // namespace pressarkiv
