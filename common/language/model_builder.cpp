// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/language/model_builder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <map>
#include <string_view>

#include "common/language/model_file.h"
#include "common/language/productivity.h"
#include "common/language/word_lists.h"
#include "common/language/word_roles.h"
#include "common/text/letters.h"
#include "common/utf8.h"

namespace pressarkiv {
namespace {

std::uint8_t scored(std::uint32_t partners) {
  return static_cast<std::uint8_t>(std::min(255L, 1 + std::lround(16 * std::log2(1.0 + partners))));
}

/// How many bytes two words have in common at the front, whole letters only.
std::size_t common_prefix(std::string_view a, std::string_view b) {
  std::size_t size = 0;
  while (size < a.size() && size < b.size() && a[size] == b[size]) ++size;
  const auto inside_letter = [](std::string_view word, std::size_t at) {
    return at < word.size() && is_utf8_tail(word[at]);
  };
  while (size > 0 && (inside_letter(a, size) || inside_letter(b, size))) --size;
  return size;
}

/// Numbers different values in the order they come in.
template <typename Value>
class Numbering {
 public:
  /// The number of `value`; 0 where there is no room for another.
  std::uint16_t operator()(const Value& value) {
    if (values_.size() == 65536 && !numbers_.contains(value)) return 0;
    const auto [found, is_new] =
        numbers_.try_emplace(value, static_cast<std::uint16_t>(values_.size()));
    if (is_new) values_.push_back(value);
    return found->second;
  }
  const std::vector<Value>& values() const { return values_; }

 private:
  std::map<Value, std::uint16_t> numbers_;
  std::vector<Value> values_;
};

/// A last part of this length is no name's: surnames and place names end in shorter words.
constexpr std::size_t kLettersNoNameEndsIn = 7;

using InfoBytes = std::array<char, sizeof(WordInfo)>;

class ModelBuilder {
 public:
  ModelBuilder(const WordTable& table, const SplitWeights& weights)
      : table_(table), weights_(weights) {}

  std::string build(const Productivity& productivity) {
    endings_(std::string_view());
    infos_(InfoBytes{});
    for (std::size_t number = 0; number < table_.words().size(); ++number) {
      const TableWord& word = table_.words()[number];
      WordInfo info = with_lemmas(word);
      info.roles = word.roles;
      if (word.can_be_first) info.first = scored(productivity.first[number]);
      // A first part has a place behind others too, as productive as its lemma is there.
      const std::uint32_t as_last = word.lemma_count > 0 ? productivity.last[word.lemmas[0]] : 0;
      if (word.can_follow) info.last = scored(as_last);
      info_of_word_.push_back(number_of(info));
    }
    release_bodies();
    return encode();
  }

 private:
  WordInfo with_lemmas(const TableWord& word) {
    WordInfo info;
    for (std::size_t index = 0; index < word.lemma_count; ++index) {
      const std::string_view lemma = table_.lemmas()[word.lemmas[index]];
      const std::size_t common = common_prefix(word.form, lemma);
      const std::size_t cut = word.form.size() - common;
      const std::string_view ending = lemma.substr(common);
      const std::uint16_t number = endings_(ending);
      if (cut > 255 || endings_.values()[number] != ending) continue;
      info.cut[info.lemma_count] = static_cast<std::uint8_t>(cut);
      info.ending[info.lemma_count++] = number;
    }
    return info;
  }

  std::uint16_t number_of(const WordInfo& info) {
    InfoBytes bytes{};
    std::memcpy(bytes.data(), &info, sizeof info);
    return infos_(bytes);
  }

  WordInfo info_at(std::size_t number) const {
    WordInfo info;
    std::memcpy(&info, infos_.values()[info_of_word_[number]].data(), sizeof info);
    return info;
  }

  /// "Folkhälsomyndigheten" and "Natomedlemmar" are only ever written with a capital, and yet are
  /// compounds. Names of people and places end in short elements without the definite article
  /// ("ström", "holm"); what ends otherwise loses the mark of a name.
  void release_bodies() {
    const std::vector<std::string_view> places = not_parts().place;
    std::vector<WordInfo> infos;
    for (const InfoBytes& bytes : infos_.values()) {
      std::memcpy(&infos.emplace_back(), bytes.data(), bytes.size());
    }
    const CompoundSplitter splitter({table_.arcs().data(), table_.arcs().size()},
                                    {info_of_word_.data(), info_of_word_.size()},
                                    {infos.data(), infos.size()}, weights_);
    for (std::size_t number = 0; number < table_.words().size(); ++number) {
      const TableWord& word = table_.words()[number];
      if ((word.roles & WordRole::kName) == 0) continue;
      const WordParts parts = splitter.split(word.form);
      if (parts.count == 0) continue;
      std::string_view last = word.form.substr(parts.ranges[parts.count - 1].begin);
      const bool definite = is_definite(last);
      if (last.ends_with('s')) last.remove_suffix(1);
      if (!definite && count_characters(last) < kLettersNoNameEndsIn) continue;
      if (std::find(places.begin(), places.end(), last) != places.end()) continue;
      WordInfo info;
      info.first = info_at(number).first;
      info_of_word_[number] = number_of(info);
    }
  }

  /// Whether a word is a noun in the definite form of five letters or more, genitive included.
  bool is_definite(std::string_view form) const {
    const TableWord* word = table_.find(form);
    if (word == nullptr || word->base || word->lemma_count == 0) return false;
    const std::string_view lemma = table_.lemmas()[word->lemmas[0]];
    if (form.ends_with('s')) form.remove_suffix(1);
    const bool ending = form.ends_with('n') || form.ends_with('t') || form.ends_with("na");
    return ending && count_characters(form) >= 5 && lemma.size() <= form.size();
  }

  std::string encode() const;

  const WordTable& table_;
  SplitWeights weights_;
  Numbering<std::string_view> endings_;
  Numbering<InfoBytes> infos_;
  std::vector<std::uint16_t> info_of_word_;
};

template <typename T>
void append_bytes(std::string& out, const std::vector<T>& values) {
  out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

std::string ModelBuilder::encode() const {
  std::vector<std::uint32_t> offsets{0};
  std::string text;
  for (const std::string_view ending : endings_.values()) {
    text += ending;
    offsets.push_back(static_cast<std::uint32_t>(text.size()));
  }
  ModelHeader header;
  std::string bytes(sizeof header, '\0');
  append_bytes(bytes, table_.arcs());
  append_bytes(bytes, info_of_word_);
  append_bytes(bytes, infos_.values());
  append_bytes(bytes, offsets);
  bytes += text;
  const std::string_view content = std::string_view(bytes).substr(sizeof header);
  header.content_hash = model_hash(content);
  header.content_size = content.size();
  header.arc_count = static_cast<std::uint32_t>(table_.arcs().size());
  header.word_count = static_cast<std::uint32_t>(info_of_word_.size());
  header.info_count = static_cast<std::uint32_t>(infos_.values().size());
  header.ending_count = static_cast<std::uint32_t>(endings_.values().size());
  header.ending_bytes = static_cast<std::uint32_t>(text.size());
  header.weights = weights_;
  header.header_hash = header_hash_of(header);
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

}  // namespace

std::string build_language_model(const Lexicon& lexicon,
                                 const std::vector<VocabularyWord>& vocabulary,
                                 const SplitWeights& weights) {
  const WordTable table(lexicon, vocabulary);
  return ModelBuilder(table, weights).build(count_productivity(table, vocabulary));
}

Result<std::string> build_language_model(const DictionaryPaths& paths,
                                         const std::vector<VocabularyWord>& vocabulary,
                                         bool* used_dictionary) {
  const Result<HunspellDictionary> dictionary = HunspellDictionary::read(paths.dic, paths.aff);
  if (used_dictionary != nullptr) *used_dictionary = dictionary.ok();
  if (dictionary) return build_language_model(Lexicon::from_hunspell(*dictionary), vocabulary);
  if (dictionary.error().code != ErrorCode::kNotFound) return dictionary.error();
  return build_language_model(Lexicon::from_nst(), vocabulary);
}

}  // namespace pressarkiv
