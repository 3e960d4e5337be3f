// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/path_facts.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/readers/text/words.h"

namespace pressarkiv {
namespace {

struct FolderKind {
  std::string_view folder;
  std::string_view kind;
};

constexpr std::array<FolderKind, 11> kKinds = {{
    {"pressmeddelanden", "Pressmeddelande"},
    {"pressmeddelande", "Pressmeddelande"},
    {"pressreleaser", "Pressmeddelande"},
    {"pressreleases", "Pressmeddelande"},
    {"press-releases", "Pressmeddelande"},
    {"pressinbjudningar", "Pressinbjudan"},
    {"nyheter", "Nyhet"},
    {"artiklar", "Artikel"},
    {"tal", "Tal"},
    {"debattartiklar", "Debattartikel"},
    {"uttalanden", "Uttalande"},
}};

// The value of `text` if it is `digits` digits long and between the bounds; 0 if not.
unsigned number(std::string_view text, std::size_t digits, unsigned least, unsigned most) {
  if (text.size() != digits) return 0;
  unsigned value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value >= least && value <= most ? value : 0;
}

unsigned year(std::string_view text) { return number(text, 4, 1900, 2099); }
unsigned month(std::string_view text) { return number(text, 2, 1, 12); }
unsigned day(std::string_view text) { return number(text, 2, 1, 31); }

std::optional<PartialDate> date_of(unsigned y, unsigned m = 0, unsigned d = 0) {
  if (y == 0) return std::nullopt;
  return make_date(static_cast<int>(y), m, m == 0 ? 0 : d);
}

// "2015-03-17…" and "2015-03…"; a digit right behind makes it something else.
std::optional<PartialDate> leading_date(std::string_view name) {
  const auto ends = [&](std::size_t at) {
    return at >= name.size() || name[at] < '0' || name[at] > '9';
  };
  if (name.size() < 7 || name[4] != '-' || month(name.substr(5, 2)) == 0) return std::nullopt;
  const unsigned y = year(name.substr(0, 4));
  const unsigned m = month(name.substr(5, 2));
  if (name.size() >= 10 && name[7] == '-' && day(name.substr(8, 2)) != 0 && ends(10)) {
    return date_of(y, m, day(name.substr(8, 2)));
  }
  return ends(7) ? date_of(y, m) : std::nullopt;
}

std::optional<PartialDate> folder_date(const std::vector<std::string_view>& folders) {
  for (std::size_t i = folders.size(); i-- > 0;) {
    if (const auto date = leading_date(folders[i])) return date;
    const unsigned y = year(folders[i]);
    if (y == 0) continue;
    const unsigned m = i + 1 < folders.size() ? month(folders[i + 1]) : 0;
    const unsigned d = m != 0 && i + 2 < folders.size() ? day(folders[i + 2]) : 0;
    if (m == 0 && i + 1 < folders.size()) continue;  // "/2015/skola/" may be anything.
    if (const auto date = date_of(y, m, d)) return date;
    return date_of(y, m);
  }
  return std::nullopt;
}

}  // namespace

PathFacts path_facts(std::string_view path) {
  std::vector<std::string_view> folders;
  std::size_t begin = 0;
  for (std::size_t end; (end = path.find('/', begin)) != std::string_view::npos; begin = end + 1) {
    if (end > begin) folders.push_back(path.substr(begin, end - begin));
  }
  PathFacts facts;
  facts.date = leading_date(path.substr(begin));
  if (!facts.date) facts.date = folder_date(folders);
  for (std::size_t i = folders.size(); i-- > 0 && facts.kind.empty();) {
    const std::string folder = text::lower(folders[i]);
    for (const FolderKind& each : kKinds) {
      if (each.folder == folder) facts.kind = each.kind;
    }
  }
  return facts;
}

}  // namespace pressarkiv
