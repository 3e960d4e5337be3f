// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/region_finder.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/places/gazetteer.h"
#include "indexer/extract/name_data.h"
#include "indexer/extract/word_map.h"

namespace pressarkiv::extract {
namespace {

// Words that say that a place follows.
constexpr std::string_view kBeforePlaces[] = {
    "i",        "från",          "till",        "vid",   "utanför", "kring", "nära",
    "genom",    "mellan",        "runt",        "norr",  "söder",   "öster", "väster",
    "kommunen", "länet",         "staden",      "orten", "inom",    "över",  "regionen",
    "region",   "länsstyrelsen", "landstinget", "kommun"};
// Words behind a name that make it a place.
constexpr std::string_view kBehindPlaces[] = {"kommun", "kommuns", "stad",     "stads",
                                              "län",    "läns",    "kommunen", "socken"};

template <std::size_t n>
bool is_one_of(std::string_view word, const std::string_view (&words)[n]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

struct Entry {
  PlaceKind kind = PlaceKind::kLocality;
  std::string name;
  std::string code;
  std::vector<std::string> tokens;  // Lower case.
  bool doubtful = false;            // Also a person's name or an ordinary word, or little known.
};

std::vector<std::string> lower_tokens(std::string_view name) {
  std::vector<std::string> tokens;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    std::string lower;
    append_lower(name.substr(at, end - at), lower);
    if (!lower.empty()) tokens.push_back(std::move(lower));
    at = end + 1;
  }
  return tokens;
}

template <typename Visit>
void each_row(std::string_view table, Visit visit) {
  std::size_t at = table.find('\n');  // The first line names the columns.
  while (at != std::string_view::npos && at + 1 < table.size()) {
    const std::size_t begin = at + 1;
    at = table.find('\n', begin);
    const std::size_t end = at == std::string_view::npos ? table.size() : at;
    const std::string_view row = table.substr(begin, end - begin);
    if (!row.empty()) visit(row.substr(0, row.find('\t')), row);
  }
}

}  // namespace

struct RegionFinder::State {
  WordMap<std::vector<Entry>> by_first;  // Longest first.

  State() {
    const Gazetteer gazetteer;
    for (const County& county : gazetteer.counties()) {
      add(PlaceKind::kCounty, county.name, county.name, county.code);
      add(PlaceKind::kCounty, county.name, county.region, county.code);
    }
    for (const Municipality& place : gazetteer.municipalities())
      add(PlaceKind::kMunicipality, place.name, place.name, place.code);
    each_row(name_data::kProvinces, [&](std::string_view name, std::string_view) {
      add(PlaceKind::kProvince, name, name, "");
    });
    for (const County& county : gazetteer.counties())
      add(PlaceKind::kCounty, county.name, county.short_name, county.code);
    each_row(name_data::kLocalities, [&](std::string_view name, std::string_view row) {
      const std::size_t code = name.size() + 1;
      add(PlaceKind::kLocality, name, name,
          row.size() > code ? row.substr(code, row.find('\t', code) - code) : "");
    });
    by_first.each([](std::vector<Entry>& entries) {
      std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return a.tokens.size() > b.tokens.size();
      });
    });
  }

  // The first kind that claims a name keeps it.
  void add(PlaceKind kind, std::string_view name, std::string_view written, std::string_view code) {
    Entry entry{kind, std::string(name), std::string(code), lower_tokens(written),
                kind == PlaceKind::kLocality};
    if (entry.tokens.empty()) return;
    std::vector<Entry>& entries = by_first[entry.tokens.front()];
    for (const Entry& known : entries) {
      if (known.tokens == entry.tokens) return;
    }
    entries.push_back(std::move(entry));
  }
};

namespace {

class Matcher {
 public:
  Matcher(const Document& doc, const PersonTable& people) : doc_(doc), people_(people) {}

  // Whether `entry` stands at token i; `genitive` if its last word carries an -s more.
  bool stands_at(const Entry& entry, std::uint32_t i, bool& genitive) const {
    const auto n = static_cast<std::uint32_t>(entry.tokens.size());
    if (i + n > doc_.size() || doc_.paragraph_index(i) != doc_.paragraph_index(i + n - 1))
      return false;
    genitive = false;
    for (std::uint32_t k = 0; k < n; ++k) {
      const std::string_view lower = doc_.lower(i + k);
      const std::string& wanted = entry.tokens[k];
      if (!doc_.is_word(i + k) || people_.covering(i + k) >= 0) return false;
      if (lower == wanted) continue;
      if (k + 1 < n || lower.size() != wanted.size() + 1 || lower.back() != 's' ||
          lower.substr(0, wanted.size()) != wanted)
        return false;
      genitive = true;
    }
    return true;
  }

  // Whether the name is a place where it stands: not a part of a longer name, and where the name is
  // doubtful, with a word beside it that says "place".
  bool is_place(const Entry& entry, std::uint32_t i, bool genitive) const {
    const auto end = i + static_cast<std::uint32_t>(entry.tokens.size());
    const Paragraph& paragraph = doc_.paragraph_of(i);
    const bool word_before = i > paragraph.begin && doc_.is_word(i - 1);
    const bool word_behind = end < paragraph.end && doc_.is_word(end) && doc_.at(end).space_before;
    const std::string_view before = word_before ? doc_.lower(i - 1) : std::string_view();
    const std::string_view behind = word_behind ? doc_.lower(end) : std::string_view();
    if (is_one_of(behind, kBehindPlaces)) return true;
    if (word_behind && doc_.at(end).capital && !genitive) return false;
    if (word_before && doc_.at(i - 1).capital && !doc_.starts_sentence(i - 1) &&
        !is_one_of(before, kBeforePlaces))
      return false;
    if (!entry.doubtful && !is_doubtful_word(entry)) return true;
    return is_one_of(before, kBeforePlaces) || in_list(i, end);
  }

 private:
  bool is_doubtful_word(const Entry& entry) const {
    if (entry.tokens.size() > 1) return false;
    const std::string& word = entry.tokens.front();
    const WordClasses& words = doc_.words();
    if ((words.classes_of(word) &
         (kFunctionWord | kNotName | kListedSurname | kThing | kRoleNoun | kOrgWord)) != 0)
      return true;
    static constexpr std::string_view kOrdinary[] = {"mark",  "vara", "kil", "säter", "berg",
                                                     "boden", "habo", "ale", "falun"};
    if (is_one_of(word, kOrdinary)) return true;
    const GivenName* name = words.given_name(word);
    return name != nullptr && name->bearers >= 1000;
  }

  // "Lund, Eslöv och Höör": beside a comma or "och" and another capitalised word.
  bool in_list(std::uint32_t i, std::uint32_t end) const {
    const bool before = i >= 2 && (doc_.is_kind(i - 1, TokenKind::kComma) || is_and(i - 1)) &&
                        doc_.is(i - 2, kPlaceWord) && doc_.at(i - 2).capital;
    const bool behind = (doc_.is_kind(end, TokenKind::kComma) || is_and(end)) &&
                        doc_.is(end + 1, kPlaceWord) && doc_.at(end + 1).capital;
    return before || behind;
  }

  bool is_and(std::uint32_t i) const { return doc_.is_word(i) && doc_.lower(i) == "och"; }

  const Document& doc_;
  const PersonTable& people_;
};

}  // namespace

RegionFinder::RegionFinder() : state_(std::make_unique<State>()) {}
RegionFinder::~RegionFinder() = default;

std::vector<RegionMention> RegionFinder::find(const Document& doc,
                                              const PersonTable& people) const {
  const Matcher matcher(doc, people);
  std::vector<RegionMention> found;
  for (std::uint32_t i = 0; i < doc.size(); ++i) {
    const FactText text = doc.paragraph_of(i).text;
    if (text == FactText::kContacts || text == FactText::kBoilerplate) break;
    if (!doc.is_word(i) || !doc.at(i).capital) continue;
    const auto note = [&](const std::vector<Entry>* entries) {
      if (entries == nullptr) return false;
      for (const Entry& entry : *entries) {
        bool genitive = false;
        if (!matcher.stands_at(entry, i, genitive) || !matcher.is_place(entry, i, genitive))
          continue;
        const auto last = i + static_cast<std::uint32_t>(entry.tokens.size()) - 1;
        const std::size_t end = doc.at(last).end - (genitive ? 1U : 0U);
        found.push_back({entry.kind, entry.name, entry.code, {text, {doc.at(i).begin, end}}});
        i = last;
        return true;
      }
      return false;
    };
    const std::string_view lower = doc.lower(i);
    if (!note(state_->by_first.find(lower)) && lower.size() > 3 && lower.back() == 's')
      note(state_->by_first.find(lower.substr(0, lower.size() - 1)));
  }
  return found;
}

}  // namespace pressarkiv::extract
