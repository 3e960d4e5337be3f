// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/language/hunspell_dictionary.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

#include "common/text/letters.h"
#include "common/utf8.h"

namespace pressarkiv {
namespace {

std::optional<std::string> read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

/// The next line without its end, taken off `text`.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

std::vector<std::string_view> columns_of(std::string_view line) {
  std::vector<std::string_view> columns;
  while (true) {
    const std::size_t begin = line.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return columns;
    line.remove_prefix(begin);
    const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
    columns.push_back(line.substr(0, end));
    line.remove_prefix(end);
  }
}

/// Flags as Latin-1 bytes; a flag beyond Latin-1 is none that the Swedish dictionary has.
std::string flags_of(std::string_view text) {
  std::string flags;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = next_character(text, at);
    if (letter < 0x100) flags.push_back(static_cast<char>(letter));
  }
  return flags;
}

Error unsupported(std::string what) {
  return {ErrorCode::kUnsupportedFormat, "hunspell dictionary: " + std::move(what)};
}

}  // namespace

Result<HunspellDictionary> HunspellDictionary::read(const std::string& dic_path,
                                                    const std::string& aff_path) {
  const std::optional<std::string> dic = read_bytes(dic_path);
  const std::optional<std::string> aff = read_bytes(aff_path);
  if (!dic || !aff) {
    return Error{ErrorCode::kNotFound, (dic ? aff_path : dic_path) +
                                           ": no such dictionary; install the package hunspell-sv"};
  }
  return parse(*dic, *aff);
}

Result<HunspellDictionary> HunspellDictionary::parse(std::string_view dic, std::string_view aff) {
  HunspellDictionary dictionary;
  if (Status status = dictionary.parse_affixes(aff); !status) return status.error();
  dictionary.parse_entries(dic);
  if (dictionary.entries_.empty()) return unsupported("no words in the .dic file");
  return dictionary;
}

Status HunspellDictionary::parse_affixes(std::string_view aff) {
  bool utf8 = false;
  while (!aff.empty()) {
    const std::vector<std::string_view> columns = columns_of(take_line(aff));
    if (columns.size() < 2) continue;
    const std::string_view option = columns[0];
    const std::string flags = flags_of(columns[1]);
    if (option == "SET") utf8 = columns[1] == "UTF-8";
    if (option == "FLAG" && columns[1] != "UTF-8") {
      return unsupported("flags of type " + std::string(columns[1]) + " are not read");
    }
    if (flags.empty()) continue;
    if (option == "SFX" && columns.size() >= 5) parse_suffix_rule(columns);
    if (option == "COMPOUNDBEGIN") roles_.compound_begin = flags[0];
    if (option == "COMPOUNDMIDDLE") roles_.compound_middle = flags[0];
    if (option == "ONLYINCOMPOUND") roles_.only_in_compound = flags[0];
    if (option == "FORBIDDENWORD") roles_.forbidden = flags[0];
    if (option == "NEEDAFFIX") roles_.need_affix = flags[0];
  }
  if (!utf8) return unsupported("only UTF-8 is read (SET UTF-8 is missing in the .aff file)");
  return Done{};
}

void HunspellDictionary::parse_suffix_rule(const std::vector<std::string_view>& columns) {
  Rule rule;
  if (columns[2] != "0") rule.strip = columns[2];
  const std::size_t slash = std::min(columns[3].find('/'), columns[3].size());
  if (columns[3].substr(0, slash) != "0") rule.add = columns[3].substr(0, slash);
  if (slash < columns[3].size()) rule.flags = flags_of(columns[3].substr(slash + 1));
  rule.condition = parse_condition(columns[4]);
  rules_[static_cast<unsigned char>(flags_of(columns[1])[0])].push_back(std::move(rule));
}

std::vector<HunspellDictionary::LetterClass> HunspellDictionary::parse_condition(
    std::string_view text) {
  std::vector<LetterClass> condition;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = next_character(text, at);
    if (letter == U'[') {
      inside = true;
      condition.emplace_back();
    } else if (letter == U']') {
      inside = false;
    } else if (inside && letter == U'^' && condition.back().letters.empty()) {
      condition.back().negated = true;
    } else if (inside) {
      condition.back().letters.push_back(letter);
    } else if (letter == U'.') {
      condition.push_back({U"", true});
    } else {
      condition.push_back({std::u32string(1, letter), false});
    }
  }
  return condition;
}

bool HunspellDictionary::applies(const Rule& rule, std::string_view word) {
  if (!word.ends_with(rule.strip)) return false;
  std::size_t end = word.size();
  for (auto wanted = rule.condition.rbegin(); wanted != rule.condition.rend(); ++wanted) {
    if (end == 0) return false;
    std::size_t at = character_before(word, end);
    end = at;
    const bool listed = wanted->letters.find(next_character(word, at)) != std::u32string::npos;
    if (listed == wanted->negated) return false;
  }
  return true;
}

void HunspellDictionary::parse_entries(std::string_view dic) {
  take_line(dic);  // The number of entries.
  while (!dic.empty()) {
    std::string_view line = take_line(dic);
    line = line.substr(0, line.find_first_of(" \t"));  // Morphological fields follow a blank.
    if (line.empty() || line.front() == '#') continue;
    const std::size_t slash = line.find('/', 1);
    HunspellEntry entry;
    entry.word = line.substr(0, slash);
    if (slash != std::string_view::npos) entry.flags = flags_of(line.substr(slash + 1));
    entries_.push_back(std::move(entry));
  }
}

}  // namespace pressarkiv
