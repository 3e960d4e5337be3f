// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/token_writer.h"

namespace pressarkiv {

/// Completes words whose end stands in a later one: "bistånds- och utrikeshandelsminister" also
/// has "biståndsminister", "skatte-, tull- och avgiftsfrågor" has skattefrågor and tullfrågor.
/// The tokenizer tells it every word behind a hanging one until it has seen enough.
class HangingHyphens {
 public:
  /// Whether it wants to know the next word.
  bool active() const { return !open_.empty(); }

  /// A word with a hanging hyphen: the form without the hyphen, and the main token's index.
  void hang(std::string_view form, ByteRange range, std::size_t token);
  /// Any other word. `behind_hyphen`: it stands behind the hyphen of a compound ("IT-frågor").
  void take_word(std::string_view form, ByteRange range, bool behind_hyphen, TokenWriter& writer);
  void stop();

 private:
  struct Open {
    std::string form;
    ByteRange range;
    std::size_t token = 0;
  };
  void complete(std::string_view tail, std::size_t end, TokenWriter& writer);

  std::vector<Open> open_;
  unsigned words_passed_ = 0;  // Behind the conjunction.
  bool conjunction_seen_ = false;
};

}  // namespace pressarkiv
