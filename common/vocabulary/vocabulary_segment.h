// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "common/hash.h"
#include "common/mapped_file.h"
#include "common/result.h"

namespace pressarkiv {

/// How a form relates to the word that it is looked up by.
enum class WordRelation : std::uint8_t {
  kForm = 0,      ///< It is a form of the word ("läroböcker" of "lärobok").
  kCompound = 1,  ///< It is a compound with the word in it ("läroböcker" with "bok").
};

/// The number under which a form is filed for a word. 64 bits, so that two of a million words share
/// one with a chance of one in forty million, and readers need not ask again.
inline std::uint64_t relation_hash(WordRelation relation, std::string_view lemma) {
  return stable_hash(lemma) +
         static_cast<std::uint64_t>(relation) * std::uint64_t{0x9E3779B97F4A7C15U};
}

/// One form of a segment, as it lies in the file.
struct FormEntry {
  std::uint32_t text = 0;  ///< Where the form begins in the text; it ends where the next begins.
  std::uint32_t releases = 0;                      ///< Releases that hold it.
  static constexpr std::uint32_t kSeenLower = 1;   ///< Seen in lower case.
  static constexpr std::uint32_t kSeenAsName = 2;  ///< Seen with a capital inside a sentence.
  std::uint32_t flags = 0;
};

struct RelationEntry {
  std::uint32_t hash_high = 0;  ///< relation_hash(), in halves that need no alignment to 8.
  std::uint32_t hash_low = 0;
  std::uint32_t form = 0;  ///< Number of the form.

  std::uint64_t hash() const { return std::uint64_t{hash_high} << 32U | hash_low; }
};
static_assert(sizeof(RelationEntry) == 12);

/// An index term, filed by what token streams know of it, as the beginning of one of its forms.
/// Terms that begin none of their forms are not filed; Swedish stems always do.
struct TermEntry {
  std::uint32_t hash = 0;  ///< WordHash::term (common/schema/token_stream.h).
  std::uint32_t form = 0;  ///< Number of a form …
  std::uint32_t size = 0;  ///< … whose first bytes it is.
};
static_assert(sizeof(TermEntry) == 12);

/// Three neighbouring characters of spelling skeletons, and where the forms with them are listed.
struct GramEntry {
  std::uint32_t gram = 0;
  std::uint32_t list = 0;  ///< Offset into the lists: LEB128 differences of ascending numbers.
};

/// The grams of a skeleton with a mark before and behind it, as hashes, ascending, each once.
std::vector<std::uint32_t> grams_of(std::string_view skeleton);
/// Those that hold no mark: what every text with these letters inside has.
std::vector<std::uint32_t> inner_grams_of(std::string_view skeleton);

/// The first bytes of a segment file. The content follows in the order of the counts: forms (12
/// bytes each, one more than counted), relations (12, by hash and form), terms (12, by hash), grams
/// (8, one more, by gram), the lists of the grams, the text of the forms in byte order. All numbers
/// little-endian.
struct SegmentHeader {
  static constexpr std::array<char, 8> kMagic{'P', 'A', 'V', 'O', 'C', 'A', '\r', '\n'};
  static constexpr std::uint32_t kVersion = 2;
  static constexpr std::uint32_t kByteOrder = 0x01020304;

  std::array<char, 8> magic = kMagic;
  std::uint32_t version = kVersion;
  std::uint32_t byte_order = kByteOrder;
  std::uint64_t model = 0;  ///< LanguageModel::fingerprint() of the model it was filed with.
  std::uint32_t forms = 0;
  std::uint32_t relations = 0;
  std::uint32_t grams = 0;
  std::uint32_t list_bytes = 0;
  std::uint32_t text_bytes = 0;
  std::uint32_t terms = 0;
};
static_assert(sizeof(SegmentHeader) == 48 && std::is_trivially_copyable_v<SegmentHeader>);

/// One file of word forms, mapped. Damaged content gives wrong answers, never a crash.
class VocabularySegment {
 public:
  /// kNotFound, kIo, kCorrupt, kIncompatible.
  static Result<VocabularySegment> open(const std::string& path);

  const SegmentHeader& header() const { return header_; }
  std::uint32_t size() const { return header_.forms; }
  std::string_view form(std::uint32_t number) const;
  std::uint32_t releases(std::uint32_t number) const { return forms_[number].releases; }
  std::uint32_t flags(std::uint32_t number) const { return forms_[number].flags; }
  /// Number of the first form that is not before `text` in byte order.
  std::uint32_t lower_bound(std::string_view text) const;
  /// Numbers filed under this hash, ascending.
  std::span<const RelationEntry> related(std::uint64_t hash) const;
  /// The term with this hash; "" where there is none. Lives as long as the segment.
  std::string_view term(std::uint32_t hash) const;
  /// Appends the numbers of the forms with a gram, ascending.
  void forms_with_gram(std::uint32_t gram, std::vector<std::uint32_t>& numbers) const;
  /// An upper bound of how many they are: the bytes of their list.
  std::size_t gram_bytes(std::uint32_t gram) const { return list_of(gram).size(); }

 private:
  Status map(const std::string& path);
  std::string_view list_of(std::uint32_t gram) const;

  MappedFile file_;
  SegmentHeader header_;
  std::span<const FormEntry> forms_;
  std::span<const RelationEntry> relations_;
  std::span<const TermEntry> terms_;
  std::span<const GramEntry> grams_;
  std::string_view lists_;
  std::string_view text_;
};

}  // namespace pressarkiv
