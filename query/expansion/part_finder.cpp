// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expansion/part_finder.h"

#include <algorithm>

#include "common/language/swedish_stem.h"
#include "common/text/letters.h"
#include "common/utf8.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kLongWord = 6;     ///< So many letters do not meet by accident.
constexpr std::size_t kShortWord = 3;    ///< So few do, every day.
constexpr std::size_t kSureMatch = 5;    ///< Fewer may end an unknown word by accident.
constexpr std::size_t kLongestLink = 3;  ///< Bytes that a first part may have beyond the root.

template <typename Place>
std::string_view match_of(std::string_view text, const Place& place) {
  return text.substr(place.begin, place.end - place.begin);
}

bool is_vowel_end(std::string_view word) {
  return word.size() > 2 && (word.back() == 'a' || word.back() == 'e');
}

/// What a word looks like before another part: "skog" → skogs; "skola" → skol, skole, skolo, skolu
/// (as "kyrko-", "gatu-"); "pojke" → pojk.
std::set<std::string, std::less<>> joining_forms(const std::string& word) {
  std::set<std::string, std::less<>> forms{word, word + "s"};
  if (!is_vowel_end(word)) return forms;
  const std::string stem = word.substr(0, word.size() - 1);
  if (count_characters(stem) >= kShortWord) forms.insert({stem, stem + "s"});
  for (const char vowel : {'e', 'o', 'u'}) forms.insert(stem + vowel);
  return forms;
}

/// Three letters or more, and nothing but letters.
bool is_word_like(std::string_view text) {
  const bool letters_only = std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80U;
  });
  return letters_only && count_characters(text) >= kShortWord;
}

}  // namespace

PartFinder::PartFinder(const Vocabulary& vocabulary, std::string_view word)
    : vocabulary_(vocabulary),
      model_(vocabulary.model()),
      not_parts_(not_parts()),
      word_(word),
      letters_(count_characters(word)),
      lemmas_(word_lemmas(model_, word)),
      joins_(joining_forms(word_)) {
  endings_.insert(word_);
  for (VocabularyForm& form : vocabulary.forms_of(word)) {
    if (model_.knows(form.form)) endings_.insert(std::move(form.form));
  }
  for (const std::string_view ending : {"n", "en", "et"}) {
    names_places_ = names_places_ || is_listed(not_parts_.place, word_ + std::string(ending));
  }
  std::set<std::string> stems;
  for (const std::string& form : endings_) stems.emplace(swedish_stem(form));
  if (is_vowel_end(word_)) stems.insert(word_.substr(0, word_.size() - 1));
  for (const std::string& stem : stems) {  // In order: a stem comes before those it begins.
    const bool begun = !roots_.empty() && stem.starts_with(roots_.back());
    if (!begun && count_characters(stem) >= kShortWord) roots_.push_back(stem);
  }
}

bool PartFinder::is_listed(const std::vector<std::string_view>& list, std::string_view word) const {
  return std::find(list.begin(), list.end(), word) != list.end();
}

PartFinder::Answer PartFinder::find(const VocabularyForm& form) const {
  Answer found;
  const std::string_view text = form.form;
  for (std::size_t at = 0; at <= text.size() && !found.is_part;) {
    // "hvb-vården", "och/eller": each piece is a word.
    const std::size_t end = std::min(text.find_first_of("-/:", at), text.size());
    const std::string_view piece = text.substr(at, end - at);
    const bool whole = piece.size() == text.size();
    if (!whole && (is_ending(piece) || joins_.count(piece) > 0)) return {true, {}};
    Answer answer = find_in(piece, form.name_only);
    if (answer.is_part || found.after_particle.empty()) found = std::move(answer);
    at = end + 1;
  }
  return found;
}

bool PartFinder::is_derivation(std::string_view form) const {
  return std::any_of(roots_.begin(), roots_.end(), [&](const std::string& root) {
    if (!form.starts_with(root) || !model_.knows(form)) return false;
    std::string_view rest = form.substr(std::min(form.size(), word_.size()));
    if (!form.starts_with(word_)) rest = form.substr(root.size());
    if (rest.starts_with("s") && rest.size() > 1 && right_side(rest) != Side::kEnding) {
      rest.remove_prefix(1);
    }
    return count_characters(rest) >= 2 && right_side(rest) == Side::kEnding;
  });
}

PartFinder::Answer PartFinder::find_in(std::string_view text, bool is_name) const {
  Answer found;
  for (const Place& place : places(text)) {
    Answer answer = judge(text, place, is_name);
    if (answer.is_part) return answer;
    if (found.after_particle.empty()) found = std::move(answer);
  }
  return found;
}

/// Everywhere that the word may stand in one of its shapes.
std::vector<PartFinder::Place> PartFinder::places(std::string_view text) const {
  std::vector<Place> found;
  for (const std::string& root : roots_) {
    for (std::size_t begin = text.find(root); begin != std::string_view::npos;
         begin = text.find(root, begin + 1)) {
      if (is_ending(text.substr(begin))) found.push_back({begin, text.size()});
      const std::size_t most = std::min(text.size(), begin + root.size() + kLongestLink);
      for (std::size_t end = begin + root.size(); end <= most; ++end) {
        if (end < text.size() && is_utf8_tail(text[end])) continue;
        if (may_join(text.substr(begin, end - begin))) found.push_back({begin, end});
      }
    }
  }
  return found;
}

/// "skatte-" of "skatt", "tjänste-": a vowel that the dictionary has before other parts, and that
/// makes no word of its own of it ("porto" is no "port").
bool PartFinder::has_linking_vowel(std::string_view letters) const {
  constexpr std::string_view kLinkingVowels = "aeou";
  return letters.size() == word_.size() + 1 && letters.starts_with(word_) &&
         kLinkingVowels.find(letters.back()) != std::string_view::npos &&
         model_.may_begin(letters) && !model_.knows(letters);
}

bool PartFinder::may_join(std::string_view letters) const {
  if (joins_.count(letters) > 0 || has_linking_vowel(letters)) return true;
  return model_.may_begin(letters) && shares_lemma(letters);
}

/// So long that its letters do not meet by accident. Endings alone do not make it so: "landet" does
/// meet in "säkerställandet".
bool PartFinder::is_long(std::string_view match) const {
  return letters_ >= kSureMatch && count_characters(match) >= kLongWord;
}

bool PartFinder::is_ending(std::string_view letters) const {
  return endings_.count(letters) > 0 || (model_.knows(letters) && shares_lemma(letters));
}

bool PartFinder::shares_lemma(std::string_view letters) const {
  const std::vector<std::string> own = word_lemmas(model_, letters);
  return std::find_first_of(own.begin(), own.end(), lemmas_.begin(), lemmas_.end()) != own.end();
}

PartFinder::Answer PartFinder::judge(std::string_view text, const Place& place,
                                     bool is_name) const {
  const WordParts parts = model_.split(text);
  bool begins = parts.count < 2;
  bool ends = begins;
  for (std::size_t i = 0; i < parts.count; ++i) {
    const ByteRange& part = parts.ranges[i];
    begins = begins || part.begin == place.begin;
    ends = ends || part.end == place.end || (part.end == place.end + 1 && text[place.end] == 's');
    if (begins && ends) return {true, {}};
    const bool inside = part.begin <= place.begin && place.end <= part.end;
    if (!inside) continue;
    // Less than one of the parts, which may itself be a word that holds it.
    if (is_derived(text, place)) return {true, {}};
    return judge_unsplit(text.substr(part.begin, part.size()),
                         {place.begin - part.begin, place.end - part.begin}, is_name);
  }
  if (parts.count >= 2) return {is_long(match_of(text, place)), {}};
  if (is_derived(text, place)) return {true, {}};
  return judge_unsplit(text, place, is_name);
}

/// Whether the text is derived from a compound with the word at its end, which the archive has too:
/// "sjukvårdare" of "sjukvård". What is derived from the word alone ("vårdnad") is another word.
bool PartFinder::is_derived(std::string_view text, const Place& place) const {
  if (place.begin == 0 || right_side(text.substr(place.end)) != Side::kEnding) return false;
  const std::string compound = std::string(text.substr(0, place.begin)) + word_;
  return vocabulary_.releases(compound) > 0 &&
         judge(compound, {place.begin, compound.size()}, false).is_part;
}

PartFinder::Answer PartFinder::judge_unsplit(std::string_view text, const Place& place,
                                             bool is_name) const {
  const std::string_view before = text.substr(0, place.begin);
  const std::string_view after = text.substr(place.end);
  const Side left = left_side(before);
  const Side right = right_side(after);
  if (left == Side::kNothing && right == Side::kNothing) return {true, {}};
  const std::string_view written = match_of(text, place);
  if (!model_.knows(text) && right == Side::kNothing && written.ends_with('s') &&
      is_ending(written.substr(0, written.size() - 1))) {
    // The genitive of what the dictionary may have without it.
    return judge(text.substr(0, text.size() - 1), {place.begin, place.end - 1}, is_name);
  }
  // Passives, too: "vägras" is "vägra" and no "väg|ras".
  const bool known =
      model_.knows(text) || (text.ends_with('s') && model_.knows(text.substr(0, text.size() - 1)));
  if (right == Side::kEnding || (known && right == Side::kNothing && !ends_in_lemma(text))) {
    return {};
  }
  if (left == Side::kParticle) {
    const bool goes_on = right == Side::kNothing || right == Side::kWord;
    return {false, goes_on ? std::string(before) + word_ : std::string()};
  }
  if (left == Side::kUnknown) {
    // "startup|bolaget": a known word at the end settles it, whatever stands before.
    for (std::size_t at = 1; at < place.begin; ++at) {
      if (is_utf8_tail(text[at]) || !model_.knows(text.substr(at))) continue;
      return judge(text.substr(at), {place.begin - at, place.end - at}, is_name);
    }
    std::string noun = particle_noun(before);
    if (!noun.empty()) return {false, std::move(noun)};
  }
  // "bostad" is known, and not cut before "stad": two letters are no evidence against that.
  const bool tiny = left == Side::kWord && count_characters(before) < kShortWord;
  if (known && tiny && letters_ < kLongWord) return {};
  if (known && right == Side::kWord && !is_inflected_as(text, after)) return {};
  const std::string_view match = match_of(text, place);
  if (known && right == Side::kUnknown) return {};  // "acklimatisera", "klimatologi".
  if (is_long(match)) {
    return {count_characters(before) != 1 && count_characters(after) != 1, {}};
  }
  // "Lindskog" is a name and nothing more; "Ojnareskogen" is one of a forest.
  const bool bare = match == word_ || match == word_ + "s";
  if (is_name && bare && names_places_ && left != Side::kNothing && right == Side::kNothing) {
    return {};
  }
  if (right == Side::kWord && is_surely_before(before, after)) return {true, {}};
  if (letters_ <= kShortWord && (known || count_characters(match) < kSureMatch)) {
    return {left == Side::kWord && right == Side::kNothing && !is_particle_verb_noun(text) &&
                count_characters(before) >= (known ? kShortWord : kShortWord + 1),
            {}};
  }
  if (left != Side::kUnknown && right != Side::kUnknown) {
    return {letters_ > kShortWord || right == Side::kNothing, {}};
  }
  // An unknown word beside it: a name, a loan, a slip. A known word that is not cut so is something
  // else.
  if (known || (left != Side::kNothing && right != Side::kNothing)) return {};
  if (letters_ <= kShortWord && left == Side::kNothing) return {};
  const bool sure =
      count_characters(match) >= kSureMatch || (left == Side::kNothing && joins_.count(match) > 0);
  if (!sure) return {};
  const std::string_view unknown = left == Side::kNothing ? after : before;
  return {is_word_like(unknown) && (left != Side::kNothing || !is_name), {}};
}

/// Whether a short word is a part though the splitter did not dare to cut: before a long word of
/// the dictionary ("mål|uppfyllelse"), or as the end of a compound that the archive has ("järnväg")
/// before any ("järnvägs|forum").
bool PartFinder::is_surely_before(std::string_view before, std::string_view after) const {
  if (!model_.knows(after)) return false;
  if (before.empty()) return count_characters(after) >= kLongWord;
  if (count_characters(after) < kSureMatch) return false;
  return std::any_of(endings_.begin(), endings_.end(), [&](const std::string& ending) {
    const std::string compound = std::string(before) + ending;
    return vocabulary_.releases(compound) > 0 &&
           judge(compound, {before.size(), compound.size()}, false).is_part;
  });
}

/// The particle noun that ends an unknown word before the word's own ending: "coronaut" →
/// "utbrott".
std::string PartFinder::particle_noun(std::string_view before) const {
  for (const std::string_view particle : not_parts_.first) {
    if (particle.size() < 2 || !before.ends_with(particle)) continue;
    std::string noun = std::string(particle) + word_;
    if (model_.knows(noun)) return noun;
  }
  return {};
}

/// Whether the text is a particle before a known word: "beslag" is be|slag and no "lag".
bool PartFinder::is_particle_verb_noun(std::string_view text) const {
  return std::any_of(not_parts_.first.begin(), not_parts_.first.end(),
                     [&](std::string_view particle) {
                       return text.starts_with(particle) &&
                              count_characters(text) >= count_characters(particle) + kShortWord &&
                              model_.knows(text.substr(particle.size()));
                     });
}

/// Whether a known text is inflected as what stands behind the word: "stadgas" is no "gas".
bool PartFinder::is_inflected_as(std::string_view text, std::string_view after) const {
  const std::vector<std::string> wanted = word_lemmas(model_, after);
  for (const std::string& own : word_lemmas(model_, text)) {
    for (const std::string& lemma : wanted) {
      if (own.ends_with(lemma)) return true;
    }
  }
  return false;
}

/// Whether a text that ends with the word is inflected as the word is: "gällande" is no "land".
bool PartFinder::ends_in_lemma(std::string_view text) const {
  const bool hanging = std::any_of(joins_.begin(), joins_.end(), [&](const std::string& join) {
    return text.ends_with(join) && endings_.count(join) == 0;
  });
  if (hanging) return true;  // "högskole-"
  for (const std::string& own : word_lemmas(model_, text)) {
    for (const std::string& lemma : lemmas_) {
      if (own.ends_with(lemma)) return true;
    }
  }
  return false;
}

PartFinder::Side PartFinder::left_side(std::string_view letters) const {
  if (letters.empty()) return Side::kNothing;
  if (is_listed(not_parts_.prefixes, letters)) {
    return count_characters(letters) > kShortWord ? Side::kWord : Side::kParticle;
  }
  if (is_listed(not_parts_.first, letters)) return Side::kParticle;
  if (count_characters(letters) < 2) return Side::kUnknown;
  if (is_known(letters) || model_.may_begin(letters)) return Side::kWord;
  // "när|sjuk|vård": the particle belongs to the whole.
  for (const std::string_view particle : not_parts_.first) {
    if (!letters.starts_with(particle)) continue;
    const std::string_view rest = letters.substr(particle.size());
    if (count_characters(rest) >= kShortWord && (is_known(rest) || model_.may_begin(rest))) {
      return Side::kWord;
    }
  }
  return Side::kUnknown;
}

PartFinder::Side PartFinder::right_side(std::string_view letters) const {
  constexpr std::string_view kLike = "mässig";  // Makes any noun an adjective: "klimatmässigt".
  if (letters.empty()) return Side::kNothing;
  if (letters.starts_with(kLike)) return Side::kWord;
  if (is_listed(not_parts_.last, letters)) return Side::kEnding;
  if (is_listed(not_parts_.first, letters)) return Side::kUnknown;
  if (is_known(letters) || (count_characters(letters) > kShortWord && model_.may_begin(letters))) {
    return Side::kWord;
  }
  for (const std::string_view ending : not_parts_.last) {
    if (count_characters(ending) < 2 || !letters.starts_with(ending)) continue;
    const std::string_view rest = letters.substr(ending.size());
    // Endings follow on endings: "lig|het|en".
    if (count_characters(rest) <= kShortWord || is_known(rest) ||
        right_side(rest) == Side::kEnding) {
      return Side::kEnding;
    }
  }
  return Side::kUnknown;
}

bool PartFinder::is_known(std::string_view letters) const {
  return count_characters(letters) > 1 &&
         (model_.knows(letters) || model_.split(letters).count > 0);
}

}  // namespace pressarkiv
