// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/vocabulary_writer.h"

#include <algorithm>
#include <cstdlib>

#include "common/codec.h"
#include "common/hash.h"
#include "common/language/swedish_stem.h"
#include "common/text/form_table.h"
#include "common/vocabulary/spelling.h"
#include "common/vocabulary/vocabulary.h"
#include "common/vocabulary/vocabulary_segment.h"
#include "common/whole_file.h"

namespace pressarkiv {
namespace {

namespace fs = std::filesystem;

/// More segments than this are put together.
constexpr std::size_t kMostSegments = 8;

template <typename T>
void append_bytes(std::string& out, const T* values, std::size_t count) {
  out.append(reinterpret_cast<const char*>(values), count * sizeof(T));
}

/// Gathers the tables of one segment, form by form in byte order.
class SegmentEncoder {
 public:
  explicit SegmentEncoder(const LanguageModel& model) : model_(model) {}

  void add(std::string_view form, const FormCount& count) {
    const auto number = static_cast<std::uint32_t>(forms_.size());
    forms_.push_back({static_cast<std::uint32_t>(text_.size()), count.releases, count.flags});
    text_ += form;
    for (const std::string& lemma : word_lemmas(model_, form)) {
      add_relation(WordRelation::kForm, lemma, number);
    }
    for (const std::string& lemma : compound_part_lemmas(model_, form)) {
      add_relation(WordRelation::kCompound, lemma, number);
    }
    const std::string_view term = is_stemmable(form) ? swedish_stem(form) : form;
    terms_.push_back({static_cast<std::uint32_t>(stable_hash(term)), number,
                      static_cast<std::uint32_t>(term.size())});
    for (const std::uint32_t gram : grams_of(spelling_skeleton(form))) {
      grams_.push_back(std::uint64_t{gram} << 32U | number);
    }
  }

  std::string encode() {
    std::sort(relations_.begin(), relations_.end(), [](const auto& a, const auto& b) {
      return a.hash() != b.hash() ? a.hash() < b.hash() : a.form < b.form;
    });
    encode_grams();
    keep_one_form_of_each_term();
    SegmentHeader header;
    header.model = model_.fingerprint();
    header.forms = static_cast<std::uint32_t>(forms_.size());
    header.relations = static_cast<std::uint32_t>(relations_.size());
    header.grams = static_cast<std::uint32_t>(entries_.size() - 1);
    header.list_bytes = static_cast<std::uint32_t>(lists_.size());
    header.text_bytes = static_cast<std::uint32_t>(text_.size());
    header.terms = static_cast<std::uint32_t>(terms_.size());
    forms_.push_back({header.text_bytes, 0, 0});
    std::string bytes;
    append_bytes(bytes, &header, 1);
    append_bytes(bytes, forms_.data(), forms_.size());
    append_bytes(bytes, relations_.data(), relations_.size());
    append_bytes(bytes, terms_.data(), terms_.size());
    append_bytes(bytes, entries_.data(), entries_.size());
    return bytes + lists_ + text_;
  }

 private:
  void add_relation(WordRelation relation, std::string_view lemma, std::uint32_t form) {
    const std::uint64_t hash = relation_hash(relation, lemma);
    relations_.push_back(
        {static_cast<std::uint32_t>(hash >> 32U), static_cast<std::uint32_t>(hash), form});
  }

  /// Of two terms with one hash, which a token stream cannot tell apart, one keeps its name.
  void keep_one_form_of_each_term() {
    std::sort(terms_.begin(), terms_.end(), [](const TermEntry& a, const TermEntry& b) {
      return a.hash != b.hash ? a.hash < b.hash : a.form < b.form;
    });
    const auto same = [](const TermEntry& a, const TermEntry& b) { return a.hash == b.hash; };
    terms_.erase(std::unique(terms_.begin(), terms_.end(), same), terms_.end());
  }

  void encode_grams() {
    std::sort(grams_.begin(), grams_.end());
    ByteWriter writer(lists_);
    std::uint32_t before = 0;
    for (const std::uint64_t pair : grams_) {
      const auto gram = static_cast<std::uint32_t>(pair >> 32U);
      const auto number = static_cast<std::uint32_t>(pair);
      if (entries_.empty() || entries_.back().gram != gram) {
        entries_.push_back({gram, static_cast<std::uint32_t>(lists_.size())});
        before = 0;
      }
      writer.number(number - before);
      before = number;
    }
    entries_.push_back({0xFFFFFFFFU, static_cast<std::uint32_t>(lists_.size())});
  }

  const LanguageModel& model_;
  std::vector<FormEntry> forms_;
  std::vector<RelationEntry> relations_;
  std::vector<TermEntry> terms_;
  std::vector<std::uint64_t> grams_;  // Gram and number of the form.
  std::vector<GramEntry> entries_;
  std::string lists_;
  std::string text_;
};

std::string next_segment_name(const std::vector<std::string>& names) {
  constexpr std::string_view kStart = "words-";
  unsigned long number = 0;
  for (const std::string& name : names) {
    if (!name.starts_with(kStart)) continue;
    number = std::max(number, std::strtoul(name.c_str() + kStart.size(), nullptr, 10));
  }
  return std::string(kStart) + std::to_string(number + 1);
}

/// Adds what the segments hold to `counts`.
Status add_segments(const fs::path& folder, const std::vector<std::string>& names,
                    FormCounts& counts) {
  for (const std::string& name : names) {
    const Result<VocabularySegment> segment = VocabularySegment::open((folder / name).string());
    if (!segment) return segment.error();
    for (std::uint32_t number = 0; number < segment->size(); ++number) {
      FormCount& count = counts[std::string(segment->form(number))];
      count.releases += segment->releases(number);
      count.flags |= segment->flags(number);
    }
  }
  return Done{};
}

}  // namespace

std::string encode_vocabulary(const FormCounts& counts, const LanguageModel& model) {
  std::vector<const FormCounts::value_type*> forms;
  forms.reserve(counts.size());
  for (const auto& entry : counts) forms.push_back(&entry);
  std::sort(forms.begin(), forms.end(),
            [](const auto* a, const auto* b) { return a->first < b->first; });
  SegmentEncoder encoder(model);
  for (const auto* entry : forms) encoder.add(entry->first, entry->second);
  return encoder.encode();
}

Status append_vocabulary(const fs::path& folder, const FormCounts& counts) {
  const Result<LanguageModel> model = LanguageModel::open((folder / "model").string());
  if (!model) return model.error();
  std::vector<std::string> names = vocabulary_segments(folder);
  const std::string name = next_segment_name(names);
  const bool merge = names.size() >= kMostSegments;
  FormCounts merged;
  std::vector<std::string> old;
  if (merge) {
    merged = counts;
    if (const Status added = add_segments(folder, names, merged); !added) return added;
    old.swap(names);
  }
  names.push_back(name);
  const std::string bytes = encode_vocabulary(merge ? merged : counts, *model);
  if (const Status written = write_whole_file(folder / name, bytes); !written) return written;
  std::string list;
  for (const std::string& segment : names) list += segment + '\n';
  if (const Status written = write_whole_file(folder / "segments", list); !written) return written;
  std::error_code ignored;  // Readers that have an old one open keep it.
  for (const std::string& segment : old) fs::remove(folder / segment, ignored);
  return Done{};
}

}  // namespace pressarkiv
