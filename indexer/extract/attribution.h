// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "indexer/extract/attribution_subject.h"
#include "indexer/extract/document_tokens.h"
#include "indexer/extract/person_finder.h"

namespace pressarkiv::extract {

/// A clause that names the speaker: tokens [begin, end).
struct Attribution {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t verb = 0;  ///< Token of the verb; equal to `end` if there is none ("X, granne:").
  Subject subject;
  std::uint32_t speech_end = 0;  ///< Where the speech before the clause ends (exclusive).
  std::uint32_t resume = 0;   ///< Token where speech goes on behind the clause; 0 if it does not.
  bool opens_speech = false;  ///< Ends in a colon: what follows is said, too.
  bool closes = false;        ///< Nothing but a full stop follows in the paragraph.
};

/// Finds the attribution behind or inside speech in tokens [begin, end) of one paragraph: a comma
/// (or ?, !, closing mark), a verb, a subject. With `strict`, only verbs of saying count.
std::optional<Attribution> attribution_in(const Document& doc, const PersonTable& people,
                                          std::uint32_t begin, std::uint32_t end, bool strict);

/// Reads words that stand before speech, tokens [begin, end) up to a colon or quote mark: "X,
/// titel, säger", "Själv säger hon", "X, granne", "Landshövdingen". nullopt if nobody speaks.
std::optional<Attribution> attribution_before(const Document& doc, const PersonTable& people,
                                              std::uint32_t begin, std::uint32_t end,
                                              bool needs_verb);

/// A sentence of its own that says whose words the ones before it were: "Det säger X …", "Orden är
/// X:s." Reads the sentence that begins at `begin`.
std::optional<Attribution> attribution_sentence(const Document& doc, const PersonTable& people,
                                                std::uint32_t begin, std::uint32_t end);

}  // namespace pressarkiv::extract
