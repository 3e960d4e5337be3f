// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/tokenizer.h"

#include <algorithm>
#include <array>

#include "common/text/letters.h"
#include "common/text/numbers.h"

namespace pressarkiv {
namespace {

// A chain of more words than this is a slug or a list and not one thing.
constexpr std::size_t kLongestJoined = 6;
constexpr std::size_t kMostAddressPieces = 12;

// What Swedish hangs on abbreviations and numbers with a colon: genitive, definite forms, plurals,
// ordinals.
constexpr std::array<std::string_view, 32> kSuffixes{
    "s",  "n",   "t",   "a",  "e",    "an",   "ar",    "are", "aren", "arna", "arnas",
    "as", "en",  "ens", "er", "ern",  "erna", "ernas", "ers", "es",   "et",   "ets",
    "na", "nas", "ns",  "or", "orna", "r",    "re",    "rna", "ts",   "ans"};

struct Contraction {
  std::string_view with_colon;
  std::string_view joined;
  std::string_view full;
};

constexpr std::array<Contraction, 8> kContractions{{{"s:t", "st", "sankt"},
                                                    {"s:ta", "sta", "sankta"},
                                                    {"s:te", "ste", "sankte"},
                                                    {"n:o", "no", "nummer"},
                                                    {"n:r", "nr", "nummer"},
                                                    {"c:a", "ca", "cirka"},
                                                    {"d:o", "do", "dito"},
                                                    {"d:r", "dr", "doktor"}}};

const Contraction* find_contraction(std::string_view lower) {
  const auto* const found =
      std::find_if(kContractions.begin(), kContractions.end(),
                   [&](const Contraction& known) { return known.with_colon == lower; });
  return found == kContractions.end() ? nullptr : found;
}

bool is_suffix(std::string_view lower) {
  return std::find(kSuffixes.begin(), kSuffixes.end(), lower) != kSuffixes.end();
}

/// Lower-case byte of an ASCII letter, else 0.
constexpr std::array<char, 256> make_lower_letters() {
  std::array<char, 256> table{};
  for (char c = 'a'; c <= 'z'; ++c) {
    table[static_cast<unsigned char>(c)] = c;
    table[static_cast<unsigned char>(c - 'a' + 'A')] = c;
  }
  return table;
}
constexpr std::array<char, 256> kLowerLetters = make_lower_letters();

/// Second byte of å, ä or ö in lower case for the second byte of either case; else 0.
char swedish_tail(char byte) {
  const auto lower = static_cast<unsigned char>(static_cast<unsigned char>(byte) | 0x20U);
  return lower == 0xA4 || lower == 0xA5 || lower == 0xB6 ? static_cast<char>(lower) : '\0';
}

std::string without(std::string_view text, char sign) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [&](char byte) { return byte != sign; });
  return out;
}

bool contains(std::string_view text, char byte) {
  return text.find(byte) != std::string_view::npos;
}

/// "13.30", "9:00": hours and minutes with any sign between.
bool is_time(std::string_view text) {
  const std::size_t size = text.size();
  if (size < 4 || size > 5 || !all_digits(text.substr(0, size - 3)) ||
      !all_digits(text.substr(size - 2))) {
    return false;
  }
  const bool hour = size == 4 || text[0] < '2' || (text[0] == '2' && text[1] < '5');
  return hour && text[size - 2] < '6';
}

}  // namespace

void Tokenizer::run(std::string_view text, TokenWriter& writer) {
  text_ = text;
  writer_ = &writer;
  hanging_.stop();
  for (std::size_t at = 0; at < text_.size();) {
    if (is_blank(text_[at])) {
      // A blank line ends whatever was hanging.
      if (hanging_.active() && text_[at] == '\n' && at > 0 && text_[at - 1] == '\n')
        hanging_.stop();
      ++at;
      continue;
    }
    if (const std::size_t end = take_plain_word(at); end != 0) {
      at = end;
      continue;
    }
    std::size_t end = at;
    while (end < text_.size() && !is_blank(text_[end])) ++end;
    next_ = end;
    take_chunk({at, end});
    at = next_;
  }
}

/// Takes a word of nothing but a–z å ä ö that a blank, the end, or one closing sign and then a
/// blank follow: nine of ten words, none of which any rule but the hanging hyphen's is about.
/// Returns where to go on; 0 if there is no such word.
std::size_t Tokenizer::take_plain_word(std::size_t begin) {
  std::array<char, TokenWriter::kMaxFormBytes> form;  // NOLINT(*-member-init): written before read
  std::size_t size = 0;
  std::size_t at = begin;
  while (at < text_.size() && size + 2 <= form.size()) {
    const char byte = text_[at];
    if (const char lower = kLowerLetters[static_cast<unsigned char>(byte)]; lower != 0) {
      form[size++] = lower;
      ++at;
    } else if (byte == '\xC3') {  // Always a whole character: the text is normalised.
      const char tail = swedish_tail(text_[at + 1]);
      if (tail == 0) return 0;
      form[size++] = byte;
      form[size++] = tail;
      at += 2;
    } else {
      break;
    }
  }
  if (size == 0) return 0;
  const std::size_t end = at;
  bool closes = false;
  if (at < text_.size() && !is_blank(text_[at])) {
    constexpr std::string_view kClosing = ".,;!?)";
    if (!contains(kClosing, text_[at])) return 0;
    closes = text_[at] != ',' && text_[at] != ')';
    ++at;
    if (at < text_.size() && !is_blank(text_[at])) return 0;
  }
  const ByteRange range{begin, end};
  writer_->add_main({form.data(), size}, range);
  if (hanging_.active()) {
    hanging_.take_word({form.data(), size}, range, false, *writer_);
    if (closes) hanging_.stop();
  }
  return at;
}

/// Takes text between two blanks: addresses, and what stands around them.
void Tokenizer::take_chunk(ByteRange chunk) {
  while (!chunk.empty()) {
    const auto address = find_address(text_, chunk);
    if (!address) return take_stretch(chunk);
    take_stretch({chunk.begin, address->range.begin});
    add_address(*address);
    chunk.begin = address->range.end;
  }
}

/// Takes text without blanks and addresses.
void Tokenizer::take_stretch(ByteRange stretch) {
  if (stretch.empty()) return;
  breaker_.find_words(text_, stretch, words_);
  for (std::size_t word = 0; word < words_.size();) word = take_chain(word, stretch);
}

char Tokenizer::sign_after(std::size_t word) const {
  const bool one = word + 1 < words_.size() && words_[word + 1].begin == words_[word].end + 1;
  return one ? text_[words_[word].end] : '\0';
}

std::string_view Tokenizer::lower(ByteRange range) {
  scratch_.clear();
  append_lower(view(range), scratch_);
  return scratch_;
}

Tokenizer::Element Tokenizer::element_at(std::size_t word) const {
  Element element;
  element.first = word;
  element.base = words_[word];
  element.range = words_[word];
  const std::size_t numbers = count_number_words(text_, words_, word);
  if (numbers > 0) {
    element.kind = Element::Kind::kNumber;
    element.count = numbers;
    element.range.end = words_[word + numbers - 1].end;
    element.base = element.range;
    return element;
  }
  if (sign_after(word) != ':' || words_[word + 1].size() > 5) return element;
  std::string suffixed;
  append_lower(view({words_[word].begin, words_[word + 1].end}), suffixed);
  const bool contraction = find_contraction(suffixed) != nullptr;
  if (!contraction && !is_suffix(std::string_view(suffixed).substr(words_[word].size() + 1))) {
    return element;
  }
  element.kind = contraction ? Element::Kind::kContracted : Element::Kind::kSuffixed;
  element.count = 2;
  element.range.end = words_[word + 1].end;
  if (contraction) element.base = element.range;
  return element;
}

/// Takes the words that hyphens, slashes and ampersands hold together; returns the next word.
std::size_t Tokenizer::take_chain(std::size_t word, ByteRange stretch) {
  chain_.clear();
  for (;;) {
    chain_.push_back(element_at(word));
    word += chain_.back().count;
    const char sign = sign_after(word - 1);
    if (sign != '-' && sign != '/' && sign != '&') break;
  }
  const std::size_t stretch_end = std::min(stretch.end, text_.size());
  for (std::size_t i = 0; i < chain_.size(); ++i) {
    const Element& element = chain_[i];
    const bool last = i + 1 == chain_.size();
    if (last && element.kind == Element::Kind::kWord && element.range.end == next_) {
      const std::size_t number_end = spaced_number_end(text_, element.range.begin);
      if (number_end != 0) {
        add_spaced_number({element.range.begin, number_end});
        next_ = number_end;
        return words_.size();
      }
    }
    const std::size_t token = add_element(element);
    add_joined(chain_, i);
    const std::size_t end = element.range.end;
    const bool hangs = last && end < stretch_end && text_[end] == '-' &&
                       (end + 1 == next_ || text_[end + 1] == ',' || text_[end + 1] == '/') &&
                       !is_digit(text_[end - 1]);
    form_.clear();
    if (hangs || hanging_.active()) append_lower(view(element.base), form_);
    if (hangs) {
      hanging_.hang(form_, {element.range.begin, end}, token);
    } else if (hanging_.active()) {
      const bool behind_hyphen = i > 0 && text_[element.range.begin - 1] == '-';
      hanging_.take_word(form_, element.range, behind_hyphen, *writer_);
    }
  }
  return word;
}

/// Adds the chain's words from `first` on written as one, if they begin a run of one sign there.
void Tokenizer::add_joined(const std::vector<Element>& chain, std::size_t first) {
  if (first + 1 >= chain.size()) return;
  const char sign = text_[chain[first].range.end];
  if (first > 0 && text_[chain[first].range.begin - 1] == sign) return;
  std::size_t last = first + 1;
  bool only_digits = all_digits(view(chain[first].base)) && all_digits(view(chain[last].base));
  while (last + 1 < chain.size() && text_[chain[last].range.end] == sign) {
    ++last;
    only_digits = only_digits && all_digits(view(chain[last].base));
  }
  if (last - first >= kLongestJoined) return;
  const ByteRange range{chain[first].range.begin, chain[last].base.end};
  if (range.size() > 2 * TokenWriter::kMaxFormBytes) return;
  const std::string whole(lower(range));
  writer_->add_extra(TokenKind::kJoined, whole, range);
  if (sign != '-' || only_digits) return;
  writer_->add_extra(TokenKind::kJoined, without(whole, '-'), range);
  for (std::size_t end = first + 1; end < last; ++end) {
    const ByteRange part{range.begin, chain[end].base.end};
    writer_->add_extra(TokenKind::kPiece, lower(part), part);
  }
}

std::size_t Tokenizer::add_element(const Element& element) {
  const std::uint32_t before = writer_->main_count();
  switch (element.kind) {
    case Element::Kind::kWord:
      add_word(element.range);
      break;
    case Element::Kind::kNumber:
      add_number(element);
      break;
    case Element::Kind::kSuffixed:
    case Element::Kind::kContracted:
      add_suffixed(element);
      break;
  }
  return writer_->main_count() > before ? writer_->last_index() : 0;
}

/// "EU:s", "19:e"; "S:t".
void Tokenizer::add_suffixed(const Element& element) {
  const std::string whole(lower(element.range));
  if (element.kind == Element::Kind::kContracted) {
    const Contraction* known = find_contraction(whole);
    writer_->add_main(whole, element.range);
    writer_->add_extra(TokenKind::kVariant, known->joined, element.range);
    writer_->add_extra(TokenKind::kVariant, known->full, element.range);
    return;
  }
  writer_->add_main(lower(element.base), element.range);
  writer_->add_extra(TokenKind::kVariant, whole, element.range);
  if (!is_digit(text_[element.base.end - 1])) {
    writer_->add_extra(TokenKind::kVariant, without(whole, ':'), element.range);
  }
  add_foreign_spellings(element.base);
}

/// "2023:15", "2022/23:91", "2023-09-05".
void Tokenizer::add_number(const Element& element) {
  const bool clock = writer_->last_form() == "kl" || writer_->last_form() == "klockan";
  writer_->add_main(lower(element.range), element.range);
  if (clock) add_time(view(element.range));
  for (std::size_t i = 0; i < element.count; ++i) {
    const ByteRange piece = words_[element.first + i];
    writer_->add_extra(TokenKind::kPiece, lower(piece), piece);
  }
}

/// "500 000".
void Tokenizer::add_spaced_number(ByteRange number) {
  writer_->add_main(without(view(number), ' '), number);
  for (std::size_t at = number.begin; at < number.end;) {
    const std::size_t end = std::min(text_.find(' ', at), number.end);
    writer_->add_extra(TokenKind::kPiece, view({at, end}), {at, end});
    at = end + 1;
  }
}

void Tokenizer::add_word(ByteRange word) {
  const std::string_view text = view(word);
  bool point = false;
  bool apostrophe = false;
  bool underscore = false;
  bool digit = false;
  bool letter = false;
  for (const char byte : text) {
    point = point || byte == '.';
    apostrophe = apostrophe || byte == '\'';
    underscore = underscore || byte == '_';
    digit = digit || is_digit(byte);
    letter = letter || is_ascii_letter(byte) || static_cast<unsigned char>(byte) >= 0x80;
  }
  if (!letter) return add_numeric_word(word);
  if (apostrophe && !point) return add_apostrophe_word(word);
  if (point) return add_pointed_word(word);
  writer_->add_main(lower(word), word);
  if (underscore) add_pieces(word, '_');
  if (digit) add_code_pieces(word);
  add_foreign_spellings(word);
  const std::size_t end = word.end;
  if (end < text_.size() && text_[end] == '+' && !is_word_at(text_, end + 1)) {
    const ByteRange with_plus{word.begin, end + 1};
    writer_->add_extra(TokenKind::kVariant, lower(with_plus), with_plus);
  }
}

/// "O'Brien" stays whole; of "King's" the word is king.
void Tokenizer::add_apostrophe_word(ByteRange word) {
  const std::string whole(lower(word));
  const std::size_t apostrophe = whole.rfind('\'');
  const bool genitive = whole.size() - apostrophe == 2 && whole.back() == 's' && apostrophe > 1;
  const std::size_t in_text = view(word).rfind('\'');
  if (genitive) {
    const ByteRange base{word.begin, word.begin + in_text};
    writer_->add_main(lower(base), word);
    writer_->add_extra(TokenKind::kVariant, whole, word);
    writer_->add_extra(TokenKind::kVariant, without(whole, '\''), word);
    return add_foreign_spellings(base);
  }
  writer_->add_main(whole, word);
  writer_->add_extra(TokenKind::kVariant, without(whole, '\''), word);
  const ByteRange rest{word.begin + in_text + 1, word.end};
  if (count_characters(view(rest)) > 1) writer_->add_extra(TokenKind::kPiece, lower(rest), rest);
  add_foreign_spellings(word);
}

/// Abbreviations ("t.ex"), missing blanks ("slut.Nästa") and names of files.
void Tokenizer::add_pointed_word(ByteRange word) {
  bool short_parts = true;
  std::size_t begin = word.begin;
  while (begin < word.end) {
    const std::size_t end = std::min(text_.find('.', begin), word.end);
    const std::size_t size = count_characters(view({begin, end}));
    short_parts = short_parts && size <= 4;
    const bool sentence_ends = end < word.end && size >= 2 && is_upper_at(text_, end + 1) &&
                               is_lower_at(text_, character_before(text_, end));
    if (sentence_ends) {
      add_word({word.begin, end});
      hanging_.stop();
      return add_word({end + 1, word.end});
    }
    begin = end + 1;
  }
  const std::string whole(lower(word));
  if (short_parts) {
    writer_->add_main(whole, word);
    writer_->add_extra(TokenKind::kVariant, without(whole, '.'), word);
    return;
  }
  for (begin = word.begin; begin < word.end;) {
    const std::size_t end = std::min(text_.find('.', begin), word.end);
    if (end > begin) add_word({begin, end});
    if (begin == word.begin) writer_->add_extra(TokenKind::kJoined, whole, word);
    begin = end + 1;
  }
}

/// "50.000", "1,5", "13.30", "2025".
void Tokenizer::add_numeric_word(ByteRange word) {
  const std::string_view digits = view(word);
  if (is_pointed_number(digits)) {
    writer_->add_main(without(digits, '.'), word);
    writer_->add_extra(TokenKind::kVariant, digits, word);
    return;
  }
  const bool clock = writer_->last_form() == "kl" || writer_->last_form() == "klockan";
  writer_->add_main(digits, word);
  const std::size_t comma = digits.find(',');
  if (comma != std::string_view::npos && digits.find(',', comma + 1) == std::string_view::npos) {
    std::string with_point(digits);
    with_point[comma] = '.';
    writer_->add_extra(TokenKind::kVariant, with_point, word);
  }
  if (clock) add_time(digits);
}

/// Other spellings of a time of day: "09.00" and "09:00", "9.00".
void Tokenizer::add_time(std::string_view digits) {
  if (!is_time(digits)) return;
  const std::size_t begin = static_cast<std::size_t>(digits.data() - text_.data());
  const ByteRange range{begin, begin + digits.size()};
  std::string other(digits);
  for (const char sign : {'.', ':'}) {
    other[digits.size() - 3] = sign;
    writer_->add_extra(TokenKind::kVariant, other, range);
    if (other[0] == '0' && other.size() == 5) {
      writer_->add_extra(TokenKind::kVariant, std::string_view(other).substr(1), range);
    }
  }
}

void Tokenizer::add_pieces(ByteRange word, char separator) {
  for (std::size_t begin = word.begin; begin < word.end;) {
    const std::size_t end = std::min(text_.find(separator, begin), word.end);
    if (end > begin) writer_->add_extra(TokenKind::kPiece, lower({begin, end}), {begin, end});
    begin = end + 1;
  }
}

/// "COP28" also as "cop" and "28": two capitals or more, then digits.
void Tokenizer::add_code_pieces(ByteRange word) {
  std::size_t letters = word.begin;
  while (letters < word.end && text_[letters] >= 'A' && text_[letters] <= 'Z') ++letters;
  const ByteRange digits{letters, word.end};
  if (letters < word.begin + 2 || !all_digits(view(digits))) return;
  const ByteRange capitals{word.begin, letters};
  writer_->add_extra(TokenKind::kPiece, lower(capitals), capitals);
  writer_->add_extra(TokenKind::kPiece, view(digits), digits);
}

/// "jörgensen" and "jorgensen" for "jørgensen", "andre" for "andré".
void Tokenizer::add_foreign_spellings(ByteRange word) {
  if (!may_have_accents(view(word))) return;
  const std::string form(lower(word));
  if (const std::string folded = fold_accents(form); folded != form) {
    writer_->add_extra(TokenKind::kVariant, folded, word);
  }
  std::string plain;
  for (std::size_t at = 0; at < form.size(); ++at) {
    const std::string_view letter = std::string_view(form).substr(at, 2);
    if (letter == "ø" || letter == "æ") {
      plain += letter == "ø" ? "o" : "ae";
      ++at;
    } else {
      plain += form[at];
    }
  }
  if (plain != form) writer_->add_extra(TokenKind::kVariant, fold_accents(plain), word);
}

void Tokenizer::add_address(const Address& address) {
  hanging_.stop();
  // An endless query string is no word; the host is.
  const bool fits = address.whole.size() <= TokenWriter::kMaxFormBytes;
  const std::size_t begin = address.range.begin;
  const bool link_target =
      begin >= 2 && view({begin - 2, begin}) == "](" && writer_->main_count() > 0;
  const std::string_view form = lower(fits ? address.whole : address.host);
  if (link_target) {  // "[Läs mer](https://exempel.se)": a reader sees only the words.
    writer_->add_extra(TokenKind::kPiece, form, address.range);
  } else {
    writer_->add_main(form, address.range);
  }
  if (!address.local.empty()) {
    writer_->add_extra(TokenKind::kPiece, lower(address.local), address.local);
  }
  writer_->add_extra(TokenKind::kPiece, lower(address.host), address.host);
  if (!address.local.empty()) add_address_pieces(address.local, false);
  add_address_pieces(address.host, true);
  if (address.local.empty()) {
    const std::size_t path_end =
        std::min(text_.substr(0, address.whole.end).find_first_of("?#", address.host.end),
                 address.whole.end);
    add_address_pieces({address.host.end, path_end}, false);
  }
}

/// The names in an address: "exempel.se" and "exempel" of "www.exempel.se", the words of a path.
void Tokenizer::add_address_pieces(ByteRange part, bool host) {
  if (host && lower(part).substr(0, 4) == "www.") {
    part.begin += 4;
    writer_->add_extra(TokenKind::kPiece, lower(part), part);
  }
  if (host) part.end = part.begin + view(part).rfind('.');
  std::size_t pieces = 0;
  for (std::size_t at = part.begin; at < part.end && pieces < kMostAddressPieces;) {
    std::size_t end = at;
    while (end < part.end && is_word_at(text_, end)) {
      ++end;
      while (end < part.end && static_cast<unsigned char>(text_[end]) >= 0x80 &&
             (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U) {
        ++end;
      }
    }
    if (end > at + 1) {
      writer_->add_extra(TokenKind::kPiece, lower({at, end}), {at, end});
      ++pieces;
    }
    at = end + 1;
  }
}

}  // namespace pressarkiv
