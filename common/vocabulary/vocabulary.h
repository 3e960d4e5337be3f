// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/language/language_model.h"
#include "common/result.h"
#include "common/vocabulary/vocabulary_segment.h"

namespace pressarkiv {

/// A word form of the archive, folded and lower case.
struct VocabularyForm {
  std::string form;
  std::uint64_t releases = 0;  ///< That hold it; a little high where releases were replaced.
  bool name_only = false;      ///< Only ever written with a capital inside sentences.
};

/// The same without a copy of its letters: lives as long as the vocabulary.
struct VocabularyFormView {
  std::string_view form;
  std::uint64_t releases = 0;
  bool name_only = false;

  VocabularyForm copy() const { return {std::string(form), releases, name_only}; }
};

/// A form that may have been meant by another spelling.
struct Neighbour {
  VocabularyForm form;
  unsigned distance = 0;  ///< typing_distance(), hundredths of an edit.
};

/// All word forms of an archive, filed by spelling, by the word they belong to, by the words that
/// they hold as compounds and by how they look: what search expands words with, without a single
/// posting of its own. Opening costs some 50 µs; every call reads only what it returns.
///
///     lexicon/model        the LanguageModel that forms were filed with
///     lexicon/segments     one line for each segment: its file name
///     lexicon/words-N      a segment (vocabulary_segment.h)
///
/// Immutable and thread-safe. Forms come in byte order unless said otherwise, each once.
class Vocabulary {
 public:
  /// kNotFound, kIo, kCorrupt, kIncompatible.
  static Result<Vocabulary> open(const std::filesystem::path& folder);

  const LanguageModel& model() const { return model_; }
  /// Releases that hold just this form; 0: not in the archive.
  std::uint64_t releases(std::string_view form) const;
  /// Just this form; nullopt where the archive lacks it.
  std::optional<VocabularyForm> find(std::string_view form) const;
  /// The index term that token streams know by this hash (WordHash::term); "" where the archive has
  /// none. Lives as long as the vocabulary.
  std::string_view term_of_hash(std::uint32_t hash) const;
  /// Forms that begin so.
  std::vector<VocabularyForm> with_prefix(std::string_view prefix) const;
  /// Forms that hold these letters anywhere. Three letters or more; none for fewer.
  std::vector<VocabularyForm> containing(std::string_view letters) const;
  /// Forms that share a lemma or, where it has none, the stem with `form`, itself included if the
  /// archive has it.
  std::vector<VocabularyForm> forms_of(std::string_view form) const;
  /// Compounds that hold the word of `form` as a part or as several parts in a row.
  std::vector<VocabularyForm> compounds_with(std::string_view form) const;
  /// The same, compounds or forms.
  std::vector<VocabularyFormView> related(WordRelation relation, std::string_view form) const;
  /// Forms within `limit` (typing_distance) of `form`, nearest first, then the most frequent;
  /// `form` itself is not among them. At most `most`.
  std::vector<Neighbour> neighbours(std::string_view form, unsigned limit, std::size_t most) const;
  /// All forms, for building.
  std::vector<VocabularyForm> all() const { return with_prefix({}); }

 private:
  explicit Vocabulary(LanguageModel model) : model_(std::move(model)) {}

  Status open_segments(const std::filesystem::path& folder);

  LanguageModel model_;
  std::vector<VocabularySegment> segments_;
};

/// Names of the segment files in a vocabulary's folder, the oldest first; none where there is no
/// vocabulary yet.
std::vector<std::string> vocabulary_segments(const std::filesystem::path& folder);

/// The words that a form is filed under as one of their forms: its lemmas, its stem without any.
std::vector<std::string> word_lemmas(const LanguageModel& model, std::string_view form);

/// The lemmas that a form is filed under as a compound: of each run of parts but the whole word.
/// For "arbetsmarknadsminister": arbete, arbetsmarknad, marknad, marknadsminister, minister.
std::vector<std::string> compound_part_lemmas(const LanguageModel& model, std::string_view form);

}  // namespace pressarkiv
