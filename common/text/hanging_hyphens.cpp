// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/hanging_hyphens.h"

#include <algorithm>
#include <array>

#include "common/text/compound_heads.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kMostOpen = 8;
// "jämställdhets- och biträdande arbetsmarknadsminister" has one word between.
constexpr unsigned kMostWordsPassed = 2;

bool is_conjunction(std::string_view form) {
  constexpr std::array<std::string_view, 8> kConjunctions{"och", "eller", "samt", "respektive",
                                                          "men", "till",  "som",  "liksom"};
  return std::find(kConjunctions.begin(), kConjunctions.end(), form) != kConjunctions.end();
}

}  // namespace

void HangingHyphens::hang(std::string_view form, ByteRange range, std::size_t token) {
  if (open_.size() == kMostOpen) stop();
  open_.push_back({std::string(form), range, token});
  words_passed_ = 0;
}

void HangingHyphens::take_word(std::string_view form, ByteRange range, bool behind_hyphen,
                               TokenWriter& writer) {
  if (!active()) return;
  if (is_conjunction(form)) {
    conjunction_seen_ = true;
    return;
  }
  if (!conjunction_seen_) return stop();
  const auto head = find_compound_head(form);
  if (head && (*head > 0 || behind_hyphen)) {
    complete(form.substr(*head), range.end, writer);
    stop();
  } else if (++words_passed_ > kMostWordsPassed) {
    stop();
  }
}

void HangingHyphens::complete(std::string_view tail, std::size_t end, TokenWriter& writer) {
  // From the last to the first, so that what is inserted moves no index still needed.
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    open->form.append(tail);
    writer.insert_extra(open->token, TokenKind::kCompleted, open->form, {open->range.begin, end});
  }
}

void HangingHyphens::stop() {
  open_.clear();
  words_passed_ = 0;
  conjunction_seen_ = false;
}

}  // namespace pressarkiv
