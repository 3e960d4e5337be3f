// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/organisation.h"

#include <algorithm>

#include "indexer/readers/text/word_list.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv::text {
namespace {

constexpr std::size_t kMostNameWords = 7;
constexpr std::size_t kLongestName = 300;  // In bytes.

std::string_view bare(std::string_view word) {
  return strip_right(strip_left(word, "(\"'[”»“’"), ".,:;!?)\"']");
}

bool is_link(std::string_view word) {
  static constexpr auto kWords = word_list("i", "på", "och", "för", "av", "&", "vid", "till", "the",
                                           "of", "and", "de", "med", "–", "-", "von");
  return kWords.has(word);
}

// Words that follow a capitalised name and make it an organisation: "Piteå kommun".
bool is_head_after(std::string_view lowered) {
  static constexpr auto kWords = word_list(
      "kommun", "stad", "län", "landsting", "region", "förbund", "förening", "stiftelse", "museum",
      "högskola", "universitet", "församling", "pastorat", "stift", "bibliotek", "kommunförbund",
      "räddningstjänst", "sparbank", "fastigheter", "bostäder", "energi", "sjukhus", "teater",
      "orkester", "folkhögskola", "gymnasium", "hembygdsförening", "länsförbund", "distrikt",
      "hamn", "airport", "handelskammare", "kooperativ", "kommunalförbund");
  static constexpr auto kEndings =
      endings("förbund", "förening", "museum", "högskola", "sjukhus", "kommunalförbund", "teater");
  return kWords.has(lowered) || kEndings.end(lowered);
}

// Words that begin an organisation's name: "Region Skåne", "Stiftelsen Bruksarvet".
bool is_head_before(std::string_view lowered) {
  static constexpr auto kWords = word_list(
      "region", "föreningen", "stiftelsen", "länsstyrelsen", "landstinget", "högskolan",
      "universitetet", "myndigheten", "räddningstjänsten", "förbundet", "biblioteken",
      "biblioteket", "museet", "kommunsamverkan", "samordningsförbundet", "regionförbundet",
      "bolaget", "sällskapet", "sparbanken", "hyresgästföreningen", "naturskyddsföreningen",
      "handelskammaren", "svenska", "statens", "riksförbundet", "fackförbundet", "institutet",
      "forskningsinstitutet", "nätverket", "kooperativet", "unionen", "akademin", "kulturhuset",
      "konsthallen", "teatern", "simklubben", "studieförbundet", "intresseföreningen",
      "cykelföreningen", "industriföreningen", "hembygdsföreningen", "utbildningsförbundet",
      "vattenvårdsförbundet", "kommunförbundet", "länstrafiken", "samverkan");
  static constexpr auto kEndings =
      endings("föreningen", "stiftelsen", "förbundet", "klubben", "sällskapet", "samverkan");
  return kWords.has(lowered) || kEndings.end(lowered);
}

// Small words with a capital only because a sentence begins: "När Svedala kommun skulle …".
bool opens_clause(std::string_view lowered) {
  static constexpr auto kWords =
      word_list("när", "om", "för", "i", "på", "nu", "då", "efter", "från", "till", "med", "idag",
                "här", "där", "så", "men", "och", "att", "det", "den", "de", "enligt", "hos", "vid",
                "av", "både", "även", "inom", "som", "medan", "eftersom", "därför", "bland",
                "sedan", "innan", "under", "utan", "mellan", "hur", "varför", "vad", "vem", "vi",
                "våra", "vår", "många", "alla", "flera");
  return kWords.has(lowered);
}

// Abbreviations that end a name: "Hökensås SK", "Sandahls Såg AB".
bool is_tail(std::string_view word) {
  static constexpr auto kWords = word_list(
      "AB", "HB", "KB", "SK", "IF", "IK", "BK", "FF", "FK", "FC", "GIF", "IFK", "IBK", "HK", "OK",
      "RK", "CK", "IS", "AIK", "AIS", "ASA", "Inc", "Ltd", "Group", "Gruppen", "(publ)");
  return kWords.has(word);
}

// Branches of trade, sport and the arts that end a name, with a capital: "Nordins Bageri",
// "Ljungby Hockey".
bool is_branch_word(std::string_view word) {
  if (!is_capitalised(word)) return false;
  const std::string plain = lower(word);
  static constexpr auto kWords = word_list(
      "deli", "apotek", "turism", "bandy", "hockey", "handboll", "fotboll", "basket", "livs",
      "buss", "taxi", "bio", "gård", "slott", "opera", "symfoniker", "arena", "camping", "djurpark",
      "zoo", "data", "system", "systems", "pharma", "medical", "biotech", "capital", "finans",
      "försäkring", "bank", "sparbank", "bil", "motor", "mekaniska", "industri", "industrier",
      "marin", "shipping", "airlines", "technologies", "solutions", "foods", "karameller", "mode",
      "möbler", "trä", "el", "rör", "stål", "plast", "smide", "logistik", "holding");
  static constexpr auto kEndings =
      endings("bryggeri", "bryggeriet", "bageri", "bageriet", "fabrik", "fabriken", "förlag",
              "förlaget", "byrå", "byrån", "hotell", "hotellet", "rederi", "mejeri", "åkeri",
              "handel", "orkester", "operan", "festival", "galleri", "apoteket", "restaurang",
              "symfonikerna", "konserthus", "bolag", "teknik", "maskin");
  return kWords.has(plain) || kEndings.end(plain);
}

// And those that begin one: "Antikvariat Kompassen", "Grand Hôtel".
bool is_branch_before(std::string_view lowered) {
  static constexpr auto kWords = word_list(
      "antikvariat", "antikvariatet", "restaurang", "hotell", "hotel", "galleri", "förlaget",
      "bokförlaget", "advokatfirman", "bryggeriet", "rederi", "rederiet", "grand", "destination",
      "teater", "operan", "bokhandeln", "musikhuset", "konserthuset");
  return kWords.has(lowered);
}

// Bodies that every municipality or company has: a capital only says that a sentence begins.
bool is_common_noun(std::string_view lowered) {
  static constexpr auto kWords =
      word_list("föreningen", "förbundet", "stiftelsen", "myndigheten", "högskolan",
                "universitetet", "landstinget", "kommunstyrelsen", "regionstyrelsen",
                "landstingsstyrelsen", "kommunfullmäktige", "socialnämnden", "byggnadsnämnden",
                "kulturnämnden", "bolagsstyrelsen", "sällskapet", "biblioteket", "biblioteken",
                "institutet", "kooperativet", "räddningstjänsten");
  static constexpr auto kEndings =
      endings("nämnden", "dotterbolaget", "moderbolaget", "kraftbolaget", "elbolaget",
              "bostadsbolaget", "forskningsinstitutet", "yrkeshögskolan", "universitetssjukhuset");
  return kWords.has(lowered) || kEndings.end(lowered);
}

// "förbundets" → "förbundet". Names that end in "s" themselves are no word for a body.
std::string_view without_genitive(std::string_view word) {
  return word.size() > 3 && word.back() == 's' ? word.substr(0, word.size() - 1) : word;
}

struct Token {
  std::string_view text;    // Bare.
  std::size_t begin = 0;    // Of `text` in the whole.
  bool ends_piece = false;  // A comma, a full stop or the end of the line follows.
};

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (const std::string_view word : words(text)) {
    const std::string_view closed = strip_right(word, ".,:;");
    const std::string_view kept = closed == "(publ)" ? closed : bare(word);
    if (kept.empty()) {
      if (!tokens.empty()) tokens.back().ends_piece = true;
      continue;
    }
    const auto begin = static_cast<std::size_t>(kept.data() - text.data());
    const bool cut_before = kept.data() != word.data();
    if (cut_before && !tokens.empty()) tokens.back().ends_piece = true;
    const std::size_t behind = begin + kept.size() + (word.size() - kept.size());
    const std::size_t next = text.find_first_not_of(" \t", std::min(behind, text.size()));
    const bool line_ends = next != std::string_view::npos && text[next] == '\n';
    tokens.push_back(
        {kept, begin, line_ends || kept.data() + kept.size() != word.data() + word.size()});
  }
  return tokens;
}

class Finder {
 public:
  Finder(std::string_view text, std::vector<NamedOrganisation>& found)
      : text_(text), tokens_(tokens_of(text)), found_(found) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size();) {
      const std::size_t end =
          std::max({name_after_head(i), name_before_head(i), one_word(i), after_letters(i)});
      if (end > i && (says_what_follows(i) || opens_clause(lower(tokens_[i].text)))) {
        ++i;
      } else if (end > i) {
        add(i, with_tail(end));
        i = end;
      } else {
        ++i;
      }
    }
  }

 private:
  bool capital(std::size_t i) const {
    return i < tokens_.size() && is_capitalised(tokens_[i].text);
  }
  bool joined(std::size_t i) const {
    return i > 0 && i < tokens_.size() && !tokens_[i - 1].ends_piece;
  }

  // "Region Västmanland", "Högskolan i Hudiksvall", "Landstinget i Jönköpings län".
  std::size_t name_after_head(std::size_t i) const {
    const std::string first = i < tokens_.size() ? lower(tokens_[i].text) : "";
    if (!capital(i) || (!is_head_before(first) && !is_branch_before(first))) return i;
    std::size_t end = i + 1;
    if (joined(end) && is_one_of(tokens_[end].text, {"i", "på", "för", "vid", "av"})) ++end;
    if (joined(end) && end > i + 1 && !capital(end) && tokens_[end - 1].text == "för") {
      // "Myndigheten för lokal beredskap": the phrase goes on to the next small verb; two words do.
      return std::min({end + 2, tokens_.size(), piece_end(end)});
    }
    const std::size_t names = end;
    while (joined(end) && capital(end) && end < i + kMostNameWords) ++end;
    if (end == names) return i;
    if (joined(end) &&
        is_one_of(tokens_[end].text, {"län", "kommun", "stad", "stift", "och", "skärgård"})) {
      if (tokens_[end].text != "och") ++end;
    }
    return end;
  }

  std::size_t piece_end(std::size_t i) const {
    while (i < tokens_.size() && !tokens_[i].ends_piece) ++i;
    return i + 1;
  }

  // "Familjeföretaget Nordins Bageri": a word for what the name is, none of the name.
  bool says_what_follows(std::size_t i) const {
    const std::string word = lower(tokens_[i].text);
    return joined(i + 1) && capital(i + 1) && !is_head_before(word) &&
           ends_with_one_of(word, {"företaget", "bolaget", "kedjan", "koncernen", "jätten"});
  }

  // "Piteå kommun", "Norrlands tekniska högskola", "Hökensås SK".
  std::size_t name_before_head(std::size_t i) const {
    if (!capital(i)) return i;
    std::size_t end = i;
    bool linked = false;
    while (end < i + kMostNameWords && end < tokens_.size() && (end == i || joined(end))) {
      const std::string_view word = tokens_[end].text;
      if (linked && end > i && is_tail(word)) return end + 1;
      // "Trafikverket region Mitt"
      if (end > i && word == "region" && joined(end + 1) && capital(end + 1)) {
        ++end;
        while (joined(end) && capital(end) && end < i + kMostNameWords) ++end;
        return end;
      }
      if (!linked && end > i &&
          (is_tail(word) || is_head_after(lower(without_genitive(word))) ||
           is_branch_word(without_genitive(word))))
        return end + 1;
      const bool adjective =
          end > i && is_one_of(lower(word), {"tekniska", "medicinska", "allmänna", "svenska",
                                             "fria", "kungliga", "nya", "norra", "södra", "västra",
                                             "östra", "lokala", "ekonomiska", "musikaliska"});
      // "Nordans Bygg och Fastighet AB": only a legal form shows where it ends.
      if (end > i && is_one_of(word, {"och", "&"}) && joined(end + 1) && capital(end + 1)) {
        linked = true;
        ++end;
        continue;
      }
      if (!is_capitalised(word) && !adjective) break;
      ++end;
    }
    return i;
  }

  // "IVL Svenska Miljöinstitutet": letters, and what they stand for or belong to.
  std::size_t after_letters(std::size_t i) const {
    const std::string_view letters = tokens_[i].text;
    if (!is_all_capitals(letters) || letters.size() > 6 || is_one_of(letters, {"VD", "HR", "IT"}) ||
        is_tail(letters) || !joined(i + 1) || is_all_capitals(tokens_[i + 1].text))
      return i;
    const std::size_t end = std::max(name_after_head(i + 1), one_word(i + 1));
    return end > i + 1 ? end : i;
  }

  // "Trafikverket", "Handelsstadsförbundet", "Västerdalsmuseet".
  std::size_t one_word(std::size_t i) const {
    if (!capital(i)) return i;
    const std::string_view word = without_genitive(tokens_[i].text);
    const bool long_enough = count_characters(word) > 9;
    return long_enough && is_strong_organisation_word(word) && !is_common_noun(lower(word)) ? i + 1
                                                                                            : i;
  }

  std::size_t with_tail(std::size_t end) const {
    while (joined(end) && is_tail(tokens_[end].text)) ++end;
    return end;
  }

  void add(std::size_t first, std::size_t end) {
    const Token& last = tokens_[end - 1];
    const std::size_t begin = tokens_[first].begin;
    const std::string_view whole = text_.substr(begin, last.begin + last.text.size() - begin);
    const std::string_view word = without_genitive(last.text);
    const bool cut =
        word.size() < last.text.size() &&
        (is_head_after(lower(word)) || is_strong_organisation_word(word) || is_branch_word(word));
    found_.push_back({unwrap(cut ? whole.substr(0, whole.size() - 1) : whole), begin});
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<NamedOrganisation>& found_;
};

bool is_word_sign(char32_t c) { return is_letter(c) || (c >= '0' && c <= '9') || c == 0xAD; }

bool word_begins(std::string_view text, std::size_t at) {
  if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) return false;
  return is_word_sign(first_character(text.substr(at))) &&
         (at == 0 || !is_word_sign(last_character(text.substr(0, at))));
}

bool word_ends(std::string_view text, std::size_t at) {
  return at >= text.size() || !is_word_sign(first_character(text.substr(at)));
}

}  // namespace

bool is_strong_organisation_word(std::string_view word) {
  const std::string_view stripped = bare(word);
  const std::string plain = lower(stripped);
  if (is_tail(stripped)) return true;
  static constexpr auto kWords = word_list(
      "kommun", "kommuns", "kommunen", "region", "regionen", "landsting", "landstinget", "län",
      "högskola", "högskolan", "universitet", "universitetet", "förening", "föreningen",
      "stiftelse", "stiftelsen", "förbund", "förbundet", "museet", "museum", "länsstyrelsen",
      "myndigheten", "polisen", "facket", "teatern", "bibliotek", "biblioteken", "biblioteket");
  static constexpr auto kEndings = endings(
      "verket", "förbundet", "förbund", "föreningen", "förening", "stiftelsen", "stiftelse",
      "museet", "museum", "myndigheten", "styrelsen", "högskolan", "högskola", "universitetet",
      "universitet", "bolaget", "banken", "klubben", "sjukhuset", "sjukhus", "facket", "nämnden",
      "inspektionen", "institutet", "regionen", "fonden", "kammaren", "kooperativet", "sällskapet",
      "teatern", "partiet", "akademin", "kommun", "kommunen", "samverkan", "kåren", "orkestern",
      "festivalen", "biblioteken", "biblioteket");
  return kWords.has(plain) || kEndings.end(plain);
}

bool is_organisation_word(std::string_view word) {
  const std::string plain = lower(bare(word));
  static constexpr auto kWords =
      word_list("energi", "kraft", "fastigheter", "bostäder", "elnät", "vatten", "såg", "teater",
                "stad", "sverige", "sweden", "nordic", "invest", "bygg", "skola", "gymnasium",
                "konsult", "bruk", "hamn", "församling", "stift", "pastorat", "it", "media",
                "group", "trafik", "golf", "hotell", "centrum", "center", "science", "park");
  return is_strong_organisation_word(word) || kWords.has(plain);
}

bool is_name_like(std::string_view line) {
  if (line.empty() || line.size() > kLongestName) return false;
  const std::vector<std::string_view> all = words(line);
  if (all.empty() || all.size() > kMostNameWords || !is_capitalised(line)) return false;
  if (std::string_view(".!?:;”\"").find(line.back()) != std::string_view::npos &&
      !ends_with(line, "för."))
    return false;
  // "Patent- och registreringsverket"
  const bool hangs = std::any_of(all.begin(), all.end(), [](std::string_view word) {
    return word.size() > 2 && word.back() == '-' && is_capitalised(word);
  });
  static constexpr auto kSmallWords = word_list("tekniska", "medicinska", "lokal", "kyrkan");
  static constexpr auto kForms = word_list("ek.", "för.");
  return std::all_of(all.begin(), all.end(), [hangs](std::string_view word) {
    const std::string_view stripped = bare(word);
    if (hangs && is_strong_organisation_word(stripped)) return true;
    return stripped.empty() || is_capitalised(stripped) || is_link(stripped) || word == "(publ)" ||
           is_head_after(lower(stripped)) || kSmallWords.has(stripped) || kForms.has(word);
  });
}

bool is_organisation_like(std::string_view line) {
  if (!is_name_like(line)) return false;
  const std::vector<std::string_view> all = words(line);
  return std::any_of(all.begin(), all.end(), is_organisation_word) ||
         is_head_before(lower(all.front()));
}

std::vector<NamedOrganisation> find_organisations(std::string_view text) {
  std::vector<NamedOrganisation> found;
  Finder(text, found).run();
  return found;
}

std::string spelling_in(std::string_view text, std::string_view name) {
  const std::string wanted = lower(unwrap(trim(name)));
  if (wanted.empty()) return "";
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!word_begins(text, at)) continue;
    const std::string_view piece = text.substr(at, name.size());
    // "krav.se" does not spell KRAV, and names have a capital.
    if (!is_capitalised(piece)) continue;
    if (word_ends(text, at + piece.size()) && lower(piece) == wanted && !is_all_capitals(piece)) {
      return std::string(piece);
    }
  }
  return "";
}

}  // namespace pressarkiv::text
