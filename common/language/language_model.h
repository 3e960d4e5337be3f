// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "common/byte_range.h"
#include "common/language/compound_splitter.h"
#include "common/result.h"

namespace pressarkiv {

/// The keys under which one word form is indexed and searched. Two forms are taken as forms of one
/// word when they share a key. Reuse one object for many words; it holds its text itself, so the
/// views are valid until it is filled again or destroyed.
class WordKeys {  // NOLINT(cppcoreguidelines-pro-type-member-init): the text is never read ahead.
 public:
  static constexpr std::size_t kMax = 3;  ///< Two lemmas and a stem.

  std::size_t size() const { return count_; }
  std::string_view operator[](std::size_t index) const { return keys_[index]; }
  const std::string_view* begin() const { return keys_.data(); }
  const std::string_view* end() const { return keys_.data() + count_; }

 private:
  friend class LanguageModel;
  static constexpr std::size_t kMaxBytes = 256;

  /// Adds head + tail unless it is there already or does not fit.
  void add(std::string_view head, std::string_view tail);

  std::array<std::string_view, kMax> keys_;
  std::array<std::array<char, kMaxBytes>, kMax> text_;
  std::size_t count_ = 0;
};

/// What is known of Swedish for one archive: how compounds are cut and which forms belong to one
/// word. Made by build_language_model() from the installed dictionary and the archive's own
/// vocabulary, kept as one flat file that is mapped, not read: opening costs some 20 µs whatever
/// its size, and processes share its pages.
///
/// It is no list of the archive's words: split() and keys() work the answer out from parts,
/// productivity and inflection (about a microsecond), so that a word nobody has written yet is
/// treated as it will be when it is. Immutable and thread-safe.
///
/// Forms are lower case and NFC with å ä ö (Token::form). Any bytes are safe.
class LanguageModel {
 public:
  /// Maps a model file. kNotFound where there is none, kCorrupt where it is not one or is cut off,
  /// kIncompatible where another version or byte order wrote it. Only header and sizes are checked
  /// (use verify() for the content); damage elsewhere gives wrong answers, never a crash.
  static Result<LanguageModel> open(const std::string& path);
  /// The same of bytes in memory; takes them over.
  static Result<LanguageModel> from_bytes(std::string bytes);

  LanguageModel(LanguageModel&&) noexcept;
  LanguageModel& operator=(LanguageModel&&) noexcept;
  ~LanguageModel();

  /// The parts of a compound at full depth; count 0 for any other word and for names.
  /// "arbetsmarknadsminister" → [0,6) [6,15) [15,23).
  WordParts split(std::string_view form) const;

  /// Fills `keys`: first the lemma of the last part joined to what stands before it ("läroböcker" →
  /// "lärobok"; two where the form belongs to two words), then the Snowball stem of the form.
  /// Never empty for a form that is not; a form of more than 240 bytes is its own key.
  void keys(std::string_view form, WordKeys& keys) const;

  /// The lemma keys alone of one part as split() gave it ("böcker" → "bok"); its stem where the
  /// model does not know it. Linking elements stay: "arbets" → "arbete".
  void lemmas(std::string_view part, WordKeys& keys) const;

  /// Whether the form is known as a word (not only as a part or a name).
  bool knows(std::string_view form) const;

  /// Whether it is known as what a compound may begin with ("skol", "arbets", "hand").
  bool may_begin(std::string_view part) const;

  /// Checksum over the whole content against the header: kCorrupt where a byte changed. Reads all.
  Status verify() const;

  /// The same for equal content on every machine; an index that was written with another model
  /// must be searched with that one.
  std::uint64_t fingerprint() const;
  /// Size of the model in bytes.
  std::size_t size_bytes() const;

 private:
  class Storage;
  explicit LanguageModel(std::unique_ptr<Storage> storage);
  static Result<LanguageModel> from_storage(std::unique_ptr<Storage> storage,
                                            const std::string& name);

  /// Adds the lemmas of a known word after `head`; false where it has none.
  bool add_lemmas(std::string_view head, std::string_view word, WordKeys& keys) const;
  /// The ending that a dictionary word which ends the form shows, for words it does not know.
  bool add_lemmas_by_ending(std::string_view form, WordKeys& keys) const;
  std::string_view ending(std::uint16_t index) const;

  std::unique_ptr<Storage> storage_;
  CompoundSplitter splitter_;
};

}  // namespace pressarkiv
