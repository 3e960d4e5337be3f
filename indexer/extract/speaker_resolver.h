// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/facts.h"
#include "indexer/extract/attribution.h"
#include "indexer/extract/role_finder.h"

namespace pressarkiv::extract {

/// A speaker as far as it could be found.
struct Speaker {
  std::uint32_t person = kNoPerson;
  SpeakerVia via = SpeakerVia::kNone;
  float confidence = 0;
};

/// Turns the subjects of attributions into people, in the order of the text: it remembers who has
/// spoken so far, because pronouns and bare quotes refer back. The rules stand in the source.
class SpeakerResolver {
 public:
  SpeakerResolver(const Document& doc, const PersonTable& people, std::vector<PersonRoles>& roles);

  /// The speaker of an attribution whose words stand at token `at`.
  Speaker resolve(const Subject& subject, std::uint32_t at);
  /// The speaker of words without an attribution in paragraph `paragraph`.
  Speaker from_context(std::uint32_t paragraph) const;
  /// To be called for each quote once its speaker is known.
  void note_quote(std::uint32_t begin, std::uint32_t end, std::uint32_t person);
  /// Whether token `i` lies inside words that were found to be speech.
  bool in_speech(std::uint32_t i) const { return i < speech_.size() && speech_[i] != 0; }

 private:
  struct Reference {
    std::uint32_t token;
    std::uint32_t person;
  };
  Speaker by_pronoun(Gender gender, std::uint32_t at) const;
  Speaker by_role(const Subject& subject, std::uint32_t at);
  std::vector<Reference> references(std::uint32_t begin, std::uint32_t end) const;
  bool fits(std::uint32_t person, Gender gender) const;
  bool is_topic(std::uint32_t person, std::uint32_t at) const;
  bool is_named_in(std::uint32_t person, const Paragraph& paragraph) const;
  bool is_anonymous(std::string_view base, std::uint32_t at) const;

  const Document& doc_;
  const PersonTable& people_;
  std::vector<PersonRoles>& roles_;
  std::vector<std::uint8_t> speech_;
  std::vector<std::uint32_t> spoken_by_;                  // Per paragraph: its last speaker.
  std::vector<std::vector<std::uint32_t>> mentioned_at_;  // Per person: tokens, ascending.
  // "en undersköterska" and nobody named with it: the first token for each such noun.
  std::unordered_map<std::string_view, std::uint32_t> unnamed_;
};

}  // namespace pressarkiv::extract
