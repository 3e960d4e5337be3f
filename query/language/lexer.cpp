// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/lexer.h"

#include <algorithm>
#include <optional>

#include "query/language/characters.h"
#include "query/language/fields.h"

namespace pressarkiv {
namespace {

using Kind = QueryTokenKind;

constexpr std::size_t kLongestOperator = 24;

std::string quoted(std::string_view text) { return "”" + std::string(text) + "”"; }

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The text before the stars that a word ends with, punctuation after them passed over; nullopt
/// where it does not end with a star.
std::optional<std::string_view> before_final_star(std::string_view run) {
  const std::size_t last = run.find_last_not_of(".,;:!?");
  if (last == std::string_view::npos || run[last] != '*') return std::nullopt;
  run = run.substr(0, last + 1);
  const std::size_t kept = run.find_last_not_of('*');
  return kept == std::string_view::npos ? std::string_view() : run.substr(0, kept + 1);
}

class Lexer {
 public:
  Lexer(std::string_view text, QueryNotes& notes) : text_(text), notes_(notes) {}

  Result<std::vector<QueryToken>> lex() {
    while (at_ < text_.size() && !error_) step();
    drop_pending();
    if (!error_ && !open_.empty()) {
      fail(open_.back(), "parentesen stängs aldrig; skriv ) där gruppen slutar");
    }
    if (error_) return *error_;
    return std::move(tokens_);
  }

 private:
  void step() {
    const Character c = character_at(text_, at_);
    if (is_blank(c.code)) {
      pass_over(c.size);
    } else if (quote_family(c.code) != QuoteFamily::kNone) {
      lex_quote(c);
    } else if (c.code == U'(') {
      lex_open();
    } else if (c.code == U')') {
      lex_close();
    } else if (is_sign(at_)) {
      push(c.code == U'+' ? Kind::kPlus : Kind::kMinus, {at_, at_ + 1}, {});
      at_ += 1;
    } else {
      lex_run();
    }
  }

  /// + or - at the beginning of a term, with something right after it.
  bool is_sign(std::size_t at) const {
    if (!boundary_ || pending()) return false;
    if (text_[at] != '+' && text_[at] != '-') return false;
    if (at + 1 == text_.size()) return false;
    const char32_t next = character_at(text_, at + 1).code;
    return !is_blank(next) && next != U'+' && next != U'-' && next != U')';
  }

  /// A field or a sign that still waits for what it applies to.
  bool pending() const {
    if (tokens_.empty()) return false;
    const Kind last = tokens_.back().kind;
    return last == Kind::kField || last == Kind::kPlus || last == Kind::kMinus;
  }

  void drop_pending() {
    while (pending()) {
      const QueryToken& last = tokens_.back();
      if (last.kind == Kind::kField) {
        notes_.add(last.range.begin, last.text + " har inget att söka efter och hoppades över");
      }
      tokens_.pop_back();
    }
  }

  void pass_over(std::size_t bytes) {
    drop_pending();
    at_ += bytes;
    boundary_ = true;
  }

  void lex_quote(const Character& opening) {
    const std::size_t begin = at_;
    const QuoteFamily family = quote_family(opening.code);
    std::size_t end = find_quote(at_ + opening.size, family);
    if (end == text_.size()) {
      notes_.add(begin, "ensamt citattecken togs som blanksteg");
      return pass_over(opening.size);
    }
    const std::string_view inside = text_.substr(begin + opening.size, end - begin - opening.size);
    end += character_at(text_, end).size;
    if (!has_searchable(inside)) {
      notes_.add(begin, "citatet innehåller inget ord och hoppades över");
      return pass_over(end - at_);
    }
    std::string phrase = single_blanks(inside);
    const auto blanks = std::count(phrase.begin(), phrase.end(), ' ');
    count_words(static_cast<std::size_t>(blanks) + 1, begin);
    push(Kind::kPhrase, {begin, end}, std::move(phrase));
    at_ = end;
    boundary_ = false;
  }

  /// Offset of the next mark of a family, or the end of the text. Remembers where there is none, so
  /// that many stray quotes stay O(bytes).
  std::size_t find_quote(std::size_t from, QuoteFamily family) {
    bool& none = family == QuoteFamily::kGuillemets ? no_guillemets_ : no_quotes_;
    while (!none && from < text_.size()) {
      const Character c = character_at(text_, from);
      if (quote_family(c.code) == family) return from;
      from += c.size;
    }
    none = true;
    return text_.size();
  }

  void lex_open() {
    if (open_.size() == kMaxQueryDepth) {
      return fail(at_, "frågan är nästlad djupare än 64 nivåer; förenkla den");
    }
    open_.push_back(at_);
    push(Kind::kOpen, {at_, at_ + 1}, {});
    at_ += 1;
    boundary_ = true;
  }

  void lex_close() {
    if (open_.empty()) {
      notes_.add(at_, "ensam högerparentes togs som blanksteg");
      return pass_over(1);
    }
    drop_pending();
    open_.pop_back();
    push(Kind::kClose, {at_, at_ + 1}, {});
    at_ += 1;
    boundary_ = false;
  }

  /// Everything up to the next blank, quote or parenthesis.
  void lex_run() {
    ByteRange run{at_, at_};
    while (run.end < text_.size()) {
      const Character c = character_at(text_, run.end);
      if (is_blank(c.code) || c.code == U'(' || c.code == U')' ||
          quote_family(c.code) != QuoteFamily::kNone) {
        break;
      }
      run.end += c.size;
    }
    at_ = run.end;
    const bool after_quote = !boundary_ && !pending();
    boundary_ = false;
    while (after_quote && !run.empty() && (text_[run.begin] == '-' || text_[run.begin] == '+')) {
      ++run.begin;  // "röd"-grön: a hyphen, not an exclusion.
    }
    if (run.empty()) return;
    if (!tokens_.empty() && tokens_.back().kind == Kind::kField) return push_value(run);
    if (!pending() && push_operator(run)) return;
    if (push_field(run)) return;
    push_value(run);
  }

  std::string_view slice(ByteRange range) const { return text_.substr(range.begin, range.size()); }

  static std::optional<Kind> plain_operator(std::string_view run) {
    if (run == "AND" || run == "OCH") return Kind::kAnd;
    if (run == "OR" || run == "ELLER") return Kind::kOr;
    if (run == "NOT" || run == "INTE") return Kind::kNot;
    return std::nullopt;
  }

  bool push_operator(ByteRange run) {
    const std::string_view text = slice(run);
    if (text.size() > kLongestOperator) return false;
    if (const auto kind = plain_operator(text)) {
      push(*kind, run, std::string(text));
      return true;
    }
    const std::size_t slash = text.find('/');
    const std::string_view name = text.substr(0, slash);
    const bool has_distance = slash != std::string_view::npos;
    if (has_distance && !all_digits(text.substr(slash + 1))) return false;
    if (name != "NEAR" && name != "ADJ" && name != "ONEAR") {
      const std::string folded = fold_name(name);
      if (has_distance && (folded == "near" || folded == "adj" || folded == "onear")) {
        notes_.add(run.begin, quoted(text) + " söks som ord; skriv operatorn med versaler");
      }
      return false;
    }
    push(name == "NEAR" ? Kind::kNear : Kind::kAdjacent, run, std::string(text));
    tokens_.back().distance =
        has_distance ? read_distance(text.substr(slash + 1), run.begin) : kDefaultDistance;
    return true;
  }

  std::uint32_t read_distance(std::string_view digits, std::size_t offset) {
    std::uint32_t distance = 0;
    for (const char digit : digits) {
      distance =
          std::min(distance * 10 + static_cast<std::uint32_t>(digit - '0'), kMaxDistance + 1);
    }
    if (distance == 0 || distance > kMaxDistance) {
      fail(offset, "avståndet efter / ska vara mellan 1 och 1000 ord");
    }
    return distance;
  }

  /// rubrik:… : a field token, and the value where it stands in the same run.
  bool push_field(ByteRange run) {
    const std::string_view text = slice(run);
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const ByteRange value{run.begin + colon + 1, run.end};
    const bool goes_on =
        at_ < text_.size() && !is_blank(character_at(text_, at_).code) && text_[at_] != ')';
    const std::string_view name = text.substr(0, colon);
    const std::optional<QueryField> field = find_field(name);
    if (!field) {
      if (value.empty() ? goes_on : slice(value).substr(0, 2) != "//") note_guess(name, run.begin);
      return false;
    }
    if (value.empty() && !goes_on) {
      notes_.add(run.begin, quoted(text) + " söks som ord; skriv värdet direkt efter kolonet: " +
                                std::string(field_name(*field)) + ":ord");
      return false;
    }
    push(Kind::kField, {run.begin, value.begin}, std::string(text.substr(0, colon + 1)));
    tokens_.back().field = *field;
    if (!value.empty()) push_value(value);
    return true;
  }

  void note_guess(std::string_view name, std::size_t offset) {
    const std::string_view guess = guess_field(name);
    if (guess.empty()) return;
    notes_.add(offset, "det finns inget fält ”" + std::string(name) +
                           ":”; det söks som ord. Menade du ”" + std::string(guess) + ":”?");
  }

  /// A word, ord* or a lone star.
  void push_value(ByteRange run) {
    const std::string_view text = slice(run);
    const std::size_t first_star = text.find('*');
    if (first_star == std::string_view::npos) {
      const bool open_dates = text == ".." && !tokens_.empty() &&
                              tokens_.back().kind == Kind::kField &&
                              tokens_.back().field == QueryField::kDate;
      if (open_dates || has_searchable(text)) push_word(run, text);
      return;
    }
    const auto before_star = before_final_star(text);
    if (before_star && before_star->empty()) {
      return push(Kind::kEverything, run, std::string(text));
    }
    if (before_star && before_star->size() == first_star && has_searchable(*before_star)) {
      count_words(1, run.begin);
      return push(Kind::kPrefix, run, std::string(*before_star));
    }
    if (!has_searchable(text)) return;
    notes_.add(run.begin + first_star, "en stjärna betyder bara något sist i ett ord, som i skol*");
    push_word(run, text);
  }

  void push_word(ByteRange run, std::string_view text) {
    count_words(1, run.begin);
    const bool after_sign = pending() && tokens_.back().kind != Kind::kField;
    // +OCH is the word: in small letters, so that it cannot be taken for an operator again.
    push(Kind::kWord, run,
         after_sign && looks_like_operator(text) ? fold_name(text) : std::string(text));
  }

  static bool looks_like_operator(std::string_view text) {
    if (text.size() > kLongestOperator) return false;
    const std::string_view name = text.substr(0, text.find('/'));
    return plain_operator(text) || name == "NEAR" || name == "ADJ" || name == "ONEAR";
  }

  void count_words(std::size_t words, std::size_t offset) {
    words_ += words;
    if (words_ > kMaxQueryWords) fail(offset, "frågan har fler än 1024 ord; korta den");
  }

  void push(Kind kind, ByteRange range, std::string text) {
    tokens_.push_back({kind, range, std::move(text), QueryField::kAny, 0});
  }

  void fail(std::size_t offset, std::string_view message) {
    if (!error_) error_ = syntax_error(text_, offset, message);
  }

  std::string_view text_;
  QueryNotes& notes_;
  std::size_t at_ = 0;
  bool boundary_ = true;  ///< A term may begin here with a sign: start, after a blank or "(".
  bool no_quotes_ = false;
  bool no_guillemets_ = false;
  std::size_t words_ = 0;
  std::vector<std::size_t> open_;
  std::vector<QueryToken> tokens_;
  std::optional<Error> error_;
};

}  // namespace

Result<std::vector<QueryToken>> lex_query(std::string_view text, QueryNotes& notes) {
  return Lexer(text, notes).lex();
}

}  // namespace pressarkiv
