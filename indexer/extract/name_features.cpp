// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/name_features.h"

#include <algorithm>

namespace pressarkiv::extract {
namespace {

// How common a given name is, in steps.
std::string_view bearers_step(std::uint32_t bearers) {
  if (bearers >= 20000) return "5";
  if (bearers >= 5000) return "4";
  if (bearers >= kCommonBearers) return "3";
  if (bearers >= kKnownBearers) return "2";
  return bearers >= 10 ? "1" : "0";
}

std::string_view size_step(std::uint32_t words) {
  return words == 1 ? "1" : words == 2 ? "2" : words == 3 ? "3" : "4";
}

bool has_inner_capital(std::string_view raw) {
  return std::any_of(raw.begin() + 1, raw.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The last `letters` characters of a UTF-8 word; empty if it has no more than that.
std::string_view ending(std::string_view word, int letters) {
  std::size_t at = word.size();
  while (at > 0 && letters > 0) {
    --at;
    if ((static_cast<unsigned char>(word[at]) & 0xC0U) != 0x80U) --letters;
  }
  return at == 0 ? std::string_view() : word.substr(at);
}

}  // namespace

void NameFeatures::add(std::string_view name, std::string_view value) {
  text_.append(name).append("=").append(value).push_back('\n');
}

std::string_view NameFeatures::kind_of(std::uint32_t token) {
  if (token >= kinds_.size()) return "sign";
  if (kinds_[token].empty()) kinds_[token] = find_kind(token);
  return kinds_[token];
}

// A word beside the name, in lower case; other names are not told apart.
std::string_view NameFeatures::word_at(std::uint32_t token) const {
  return doc_.is_word(token) && doc_.at(token).capital && !doc_.is(token, kFunctionWord)
             ? std::string_view("Name")
             : doc_.lower(token);
}

std::string_view NameFeatures::find_kind(std::uint32_t token) const {
  if (!doc_.is_word(token)) return doc_.is_kind(token, TokenKind::kNumber) ? "number" : "sign";
  const std::string_view lower = doc_.lower(token);
  if (doc_.at(token).capital && !doc_.starts_sentence(token)) return "capital";
  if (doc_.is(token, kSay)) return "say";
  if (doc_.is(token, kThink)) return "think";
  if (doc_.is(token, kCopula)) return "copula";
  if (doc_.is(token, kPreposition)) return "preposition";
  if (doc_.is(token, kFunctionWord)) return "function";
  if (words_.is_thing_lead(lower)) return "thing";
  if (doc_.is_role_noun(token)) return "role";
  if (words_.looks_like_verb(lower)) return "verb";
  if (words_.is_named_thing(lower)) return "named";
  return "word";
}

void NameFeatures::collect(const NameRun& span, const NameRun& whole) {
  text_.clear();
  const std::string_view size = size_step(span.end - span.begin);
  add("size", size);
  if (doc_.starts_sentence(span.begin)) add("opens", size);
  add_names(span, size);
  add_before(span, size);
  add_behind(span, size);
  add_rest(span, whole);
}

void NameFeatures::add_names(const NameRun& span, std::string_view size) {
  const std::uint32_t last = span.end - 1;
  std::string step(size);
  step.append("/").append(bearers_step(names_.bearers(span.begin)));
  add("given", step);
  if (doc_.starts_sentence(span.begin)) add("opens_given", step);
  const bool owner = names_.genitive_of(last) == Genitive::kOwner;
  std::string_view lower = doc_.lower(last);
  if (owner) {
    lower.remove_suffix(1);
    const GivenName* name = words_.given_name(lower);
    step.assign(size).append("/").append(bearers_step(name == nullptr ? 0 : name->bearers));
    add("owner_given", step);
  }
  add_word(last, lower, size);
  if (span.end - span.begin > 1) {
    step.assign(bearers_step(names_.bearers(last)));
    add("last_given", step);
    add_word(span.begin, doc_.lower(span.begin), "first");
    const double points = std::clamp(names_.points(span), -4.0, 6.0);
    add("points", std::to_string(static_cast<int>(points + 100) - 100));
  }
}

// A word of the name: `lower` is without the -s of a genitive.
void NameFeatures::add_word(std::uint32_t token, std::string_view lower, std::string_view which) {
  const std::uint32_t classes = words_.classes_of(lower);
  std::string name;
  const auto note = [&](std::string_view feature, std::string_view value) {
    name.assign(which).append(feature);
    add(name, value);
  };
  const bool opens = doc_.starts_sentence(token);
  if ((classes & kListedSurname) != 0) note("listed", "");
  if ((classes & kPlaceWord) != 0) note("place", "");
  if ((classes & kNotName) != 0) note("not_name", "");
  if ((classes & kFunctionWord) != 0) note("function", "");
  if (words_.is_ordinary(lower) && !words_.looks_like_surname(lower))
    note("ordinary", opens ? "opens" : "");
  if (words_.is_organisation_word(lower)) note("organisation", "");
  if (words_.is_named_thing(lower)) note("named", "");
  if (words_.is_role_noun(lower)) note("role", opens ? "opens" : "");
  if (words_.looks_like_surname(lower)) note("surname", opens ? "opens" : "");
  if (doc_.at(token).initial) note("initial", "");
  if (lower.find('-') != std::string_view::npos) note("hyphen", "");
  if (has_inner_capital(doc_.raw(token))) note("inner", "");
  if (which == "first") return;
  for (const int letters : {2, 3, 4}) {
    const std::string_view tail = ending(lower, letters);
    if (!tail.empty()) note("suffix", tail);
  }
}

void NameFeatures::add_before(const NameRun& span, std::string_view size) {
  const Paragraph& paragraph = doc_.paragraph_of(span.begin);
  if (span.begin == paragraph.begin) {
    add("prev", "");
    return;
  }
  const std::uint32_t before = span.begin - 1;
  std::string text(size);
  if (names_.title_before(span)) add("title", size);
  add("prev", word_at(before));
  text.append("/").append(kind_of(before));
  add("prev_kind", text);
  const std::string_view tail = ending(word_at(before), 3);
  if (!tail.empty()) add("prev_suffix", tail);
  if (before == paragraph.begin) return;
  text.assign(word_at(before - 1)).append(" ").append(word_at(before));
  add("prev2", text);
  text.assign(kind_of(before - 1)).append(" ");
  text.append(doc_.is_word(before) ? kind_of(before) : doc_.lower(before));
  add("prev2_kind", text);
}

void NameFeatures::add_behind(const NameRun& span, std::string_view size) {
  const Paragraph& paragraph = doc_.paragraph_of(span.begin);
  if (has_party(doc_, span.end)) add("party", "");
  if (names_.role_behind(span.end, paragraph.end)) add("role_behind", size);
  if (span.end >= paragraph.end) {
    add("next", "");
    return;
  }
  std::string text;
  add("next", word_at(span.end));
  text.assign(size).append("/").append(kind_of(span.end));
  add("next_kind", text);
  const bool opens = doc_.starts_sentence(span.begin);
  if (opens) {
    text.assign(word_at(span.end));
    add("opens_next", text);
    add("opens_next_kind", kind_of(span.end));
  }
  if (span.end + 1 < paragraph.end) {
    text.assign(word_at(span.end)).append(" ");
    text.append(word_at(span.end + 1));
    add("next2", text);
    text.assign(doc_.is_word(span.end) ? kind_of(span.end) : doc_.lower(span.end)).append(" ");
    text.append(kind_of(span.end + 1));
    add("next2_kind", text);
  }
  const std::string_view tail = ending(word_at(span.end), 2);
  if (!tail.empty()) add("next_suffix", tail);
  if (names_.genitive_of(span.end - 1) == Genitive::kOwner) add("genitive", size);
}

void NameFeatures::add_rest(const NameRun& span, const NameRun& whole) {
  if (span.begin > whole.begin) {
    add("left", word_at(span.begin - 1));
    add("left_kind", doc_.is_role_noun(span.begin - 1)      ? "role"
                     : doc_.starts_sentence(span.begin - 1) ? "opens"
                                                            : "other");
  }
  if (span.end < whole.end) {
    add("right", word_at(span.end));
    add("right_owner", doc_.lower(span.end - 1).back() == 's' ? "s" : "");
  }
}

}  // namespace pressarkiv::extract
