// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/operators.h"

#include <algorithm>
#include <string>
#include <utility>

#include "query/language/characters.h"

namespace pressarkiv {
namespace {

using Kind = QueryTokenKind;

bool is_nearness(Kind kind) { return kind == Kind::kNear || kind == Kind::kAdjacent; }
bool is_sign(Kind kind) { return kind == Kind::kPlus || kind == Kind::kMinus; }
bool is_operator(Kind kind) {
  return kind == Kind::kAnd || kind == Kind::kOr || kind == Kind::kNot || is_nearness(kind);
}

class Sieve {
 public:
  explicit Sieve(QueryNotes& notes) : notes_(notes) {}

  void take(QueryToken token) {
    switch (token.kind) {
      case Kind::kClose:
        return close(std::move(token));
      case Kind::kNot:
        return take_not(std::move(token));
      case Kind::kPlus:
      case Kind::kMinus:
        return take_sign(std::move(token));
      case Kind::kAnd:
      case Kind::kOr:
      case Kind::kNear:
      case Kind::kAdjacent:
        return take_between(std::move(token));
      default:
        kept_.push_back(std::move(token));
    }
  }

  std::vector<QueryToken> finish() {
    drop_final_operators();
    return std::move(kept_);
  }

 private:
  bool ends_with(Kind kind) const { return !kept_.empty() && kept_.back().kind == kind; }

  void drop_final_operators() {
    while (!kept_.empty() && is_operator(kept_.back().kind)) {
      note(kept_.back(), "har inget att gälla efter sig");
      kept_.pop_back();
    }
  }

  void take_between(QueryToken token) {
    drop_final_operators();
    if (kept_.empty() || ends_with(Kind::kOpen)) {
      return note(token, "har inget att gälla före sig");
    }
    kept_.push_back(std::move(token));
  }

  void take_not(QueryToken token) {
    if (ends_with(Kind::kNot)) return note(token, "står två gånger");
    if (!kept_.empty() && is_nearness(kept_.back().kind)) drop_final_operators();
    kept_.push_back(std::move(token));
  }

  /// A NEAR -b cannot mean anything but "a, and not b"; a NEAR +b is a NEAR b.
  void take_sign(QueryToken token) {
    if (!kept_.empty() && is_nearness(kept_.back().kind)) {
      if (token.kind == Kind::kPlus) return;
      drop_final_operators();
    }
    kept_.push_back(std::move(token));
  }

  void close(QueryToken token) {
    drop_final_operators();
    if (!ends_with(Kind::kOpen)) {
      kept_.push_back(std::move(token));
      return;
    }
    notes_.add(kept_.back().range.begin, "tom parentes hoppades över");
    kept_.pop_back();
    while (ends_with(Kind::kField) || (!kept_.empty() && is_sign(kept_.back().kind))) {
      kept_.pop_back();
    }
  }

  void note(const QueryToken& token, const std::string& why) {
    notes_.add(token.range.begin, token.text + " " + why + " och hoppades över");
  }

  QueryNotes& notes_;
  std::vector<QueryToken> kept_;
};

/// The operators of a query that has nothing else, as words.
std::vector<QueryToken> as_words(std::vector<QueryToken> tokens) {
  const auto last = std::remove_if(tokens.begin(), tokens.end(), [](const QueryToken& token) {
    return !is_operator(token.kind);
  });
  tokens.erase(last, tokens.end());
  for (QueryToken& token : tokens) {
    token.kind = Kind::kWord;
    token.text = fold_name(token.text);
  }
  return tokens;
}

}  // namespace

std::vector<QueryToken> keep_meaningful(std::vector<QueryToken> tokens, QueryNotes& notes) {
  const bool only_operators =
      std::none_of(tokens.begin(), tokens.end(), [](const QueryToken& token) {
        return token.kind == Kind::kWord || token.kind == Kind::kPrefix ||
               token.kind == Kind::kPhrase || token.kind == Kind::kEverything;
      });
  if (only_operators) {
    tokens = as_words(std::move(tokens));
    if (!tokens.empty()) {
      notes.add(tokens.front().range.begin, "operatorer utan ord omkring sig söks som ord");
    }
    return tokens;
  }
  Sieve sieve(notes);
  for (QueryToken& token : tokens) sieve.take(std::move(token));
  return sieve.finish();
}

}  // namespace pressarkiv
