// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/language/compound_splitter.h"

#include <algorithm>

#include "common/language/word_roles.h"
#include "common/utf8.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kMaxBytes = 120;
constexpr int kNone = -1000;
/// A double consonant is written once only before a part of at least this many bytes.
constexpr std::size_t kMinAfterShared = 4;

bool is_consonant(char byte) {
  return byte >= 'b' && byte <= 'z' &&
         std::string_view("eiouy").find(byte) == std::string_view::npos;
}

}  // namespace

/// One search over the ways to read one word: a chain of starts of parts, each with the best sum of
/// boundaries so far.
class CompoundSplitter::Search {
 public:
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): zeroing costs more than the search.
  Search(const CompoundSplitter& splitter, std::string_view word)
      : splitter_(splitter), word_(word) {
    const WordInfo* info = splitter.find(word);
    const bool known = info != nullptr && (info->roles & WordRole::kLast) != 0;
    threshold_ = known ? splitter.weights_.known : splitter.weights_.unknown;
    starts_[0].score = 0;
    first_at_.fill(kNone);
  }

  WordParts run() {
    for (std::size_t at = 0; at < word_.size(); ++at) {
      if (starts_[at].score != kNone && !is_utf8_tail(word_[at])) read_from(at);
    }
    return collect();
  }

 private:
  /// A place where a part may begin.
  struct Start {
    int score = kNone;              // The best sum of the boundaries up to here.
    std::uint8_t previous = 0;      // Where the part before this place begins …
    std::uint8_t previous_end = 0;  // … and ends: here, or one byte on with a shared consonant.
  };
  /// A known part that begins at the place being read.
  struct Piece {
    std::uint8_t end;
    int first;
  };

  void read_from(std::size_t begin) {
    std::array<Piece, kMaxBytes> pieces;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    std::size_t count = 0;
    int last_here = kNone;  // The best last part that begins here.
    bool to_end = false;
    std::size_t known_until = begin;
    WordAutomaton::Walk walk(splitter_.words_);
    std::size_t letters = 0;
    for (std::size_t end = begin + 1; end <= word_.size() && walk.step(word_[end - 1]); ++end) {
      letters += is_utf8_tail(word_[end - 1]) ? 0 : 1;
      const WordInfo* known = walk.at_word() ? splitter_.info_at(walk.number()) : nullptr;
      if (known == nullptr) continue;
      const WordInfo& info = *known;
      const bool at_end = end == word_.size();
      if (at_end && begin == 0) continue;
      if (info.last > 0) known_until = end;
      if (at_end ? info.last == 0 : info.first == 0) continue;
      if (info.last > 0) last_here = std::max(last_here, info.last - malus(letters));
      to_end = to_end || at_end;
      if (!at_end) pieces[count++] = {static_cast<std::uint8_t>(end), first_score(info, letters)};
    }
    if (begin > 0 && !enter(begin, last_here)) return;
    if (to_end && starts_[begin].score > best_score_) {
      best_score_ = starts_[begin].score;
      best_start_ = begin;
    }
    for (std::size_t index = 0; index < count; ++index) leave(begin, pieces[index]);
    known_until_ = std::max(known_until_, known_until);
  }

  /// Adds the worth of the boundary before a start to its score; false where it is too little.
  bool enter(std::size_t begin, int last_here) {
    Start& start = starts_[begin];
    const int threshold = known_until_ > begin ? splitter_.weights_.known : threshold_;
    const int gain = first_at_[start.previous_end] + last_here - threshold;
    if (last_here == kNone || gain < 0) {
      start.score = kNone;
      return false;
    }
    start.score += gain;
    return true;
  }

  void leave(std::size_t begin, const Piece& piece) {
    const std::size_t end = piece.end;
    first_at_[end] = std::max(first_at_[end], piece.first);
    offer(end, begin, end);
    if (shares_consonant(end)) offer(end - 1, begin, end);
  }

  void offer(std::size_t start, std::size_t begin, std::size_t end) {
    if (starts_[begin].score <= starts_[start].score) return;
    starts_[start] = {starts_[begin].score, static_cast<std::uint8_t>(begin),
                      static_cast<std::uint8_t>(end)};
  }

  /// Whether the part that ends here ends in a double consonant that the next may share.
  bool shares_consonant(std::size_t end) const {
    return end >= 3 && end + kMinAfterShared - 1 <= word_.size() &&
           word_[end - 1] == word_[end - 2] && is_consonant(word_[end - 1]);
  }

  int malus(std::size_t letters) const {
    if (letters > 4) return 0;
    return splitter_.weights_.malus[letters < 3 ? 0 : letters - 2];
  }

  int first_score(const WordInfo& info, std::size_t letters) const {
    const bool named = (info.roles & WordRole::kNamed) != 0;
    return info.first + (named ? splitter_.weights_.named_bonus : 0) - malus(letters);
  }

  WordParts collect() const {
    WordParts parts;
    if (best_start_ == 0) return parts;
    std::size_t end = word_.size();
    for (std::size_t begin = best_start_;; begin = starts_[begin].previous) {
      if (parts.count == WordParts::kMax) return {};
      parts.ranges[parts.count++] = {begin, end};
      if (begin == 0) break;
      end = starts_[begin].previous_end;
    }
    std::reverse(parts.ranges.begin(),
                 parts.ranges.begin() + static_cast<std::ptrdiff_t>(parts.count));
    return parts;
  }

  const CompoundSplitter& splitter_;
  std::string_view word_;
  int threshold_ = 0;
  std::array<Start, kMaxBytes + 1> starts_;
  std::array<int, kMaxBytes + 1> first_at_;
  std::size_t best_start_ = 0;
  int best_score_ = kNone;
  std::size_t known_until_ = 0;  // How far the known parts reach that begin before the place read.
};

const WordInfo* CompoundSplitter::find(std::string_view word) const {
  const std::optional<std::uint32_t> number = words_.find(word);
  return number ? info_at(*number) : nullptr;
}

WordParts CompoundSplitter::split(std::string_view word) const {
  if (word.size() > kMaxBytes) return {};
  return Search(*this, word).run();
}

}  // namespace pressarkiv
