// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/vocabulary/vocabulary.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "common/language/swedish_stem.h"
#include "common/vocabulary/spelling.h"

namespace pressarkiv {
namespace {

namespace fs = std::filesystem;

/// Puts forms of several segments in order, each once.
template <typename Form>
void merge_forms(std::vector<Form>& forms) {
  std::sort(forms.begin(), forms.end(),
            [](const auto& a, const auto& b) { return a.form < b.form; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (kept > 0 && forms[kept - 1].form == forms[i].form) {
      forms[kept - 1].releases += forms[i].releases;
      forms[kept - 1].name_only = forms[kept - 1].name_only && forms[i].name_only;
    } else {
      if (kept != i) forms[kept] = std::move(forms[i]);
      ++kept;
    }
  }
  forms.resize(kept);
}

VocabularyFormView view_at(const VocabularySegment& segment, std::uint32_t number) {
  const std::uint32_t flags = segment.flags(number);
  return {segment.form(number), segment.releases(number),
          (flags & FormEntry::kSeenLower) == 0 && (flags & FormEntry::kSeenAsName) != 0};
}

VocabularyForm form_at(const VocabularySegment& segment, std::uint32_t number) {
  return view_at(segment, number).copy();
}

std::vector<VocabularyForm> copies(const std::vector<VocabularyFormView>& views) {
  std::vector<VocabularyForm> forms;
  forms.reserve(views.size());
  for (const VocabularyFormView& view : views) forms.push_back(view.copy());
  return forms;
}

/// The number of just this form; nullopt where the segment lacks it.
std::optional<std::uint32_t> number_of(const VocabularySegment& segment, std::string_view form) {
  const std::uint32_t number = segment.lower_bound(form);
  if (number < segment.size() && segment.form(number) == form) return number;
  return std::nullopt;
}

/// Numbers of forms with at least `wanted` of the grams, found by counting in their lists.
std::vector<std::uint32_t> forms_sharing_grams(const VocabularySegment& segment,
                                               const std::vector<std::uint32_t>& grams,
                                               std::size_t wanted) {
  std::vector<std::uint8_t> shared(segment.size());
  std::vector<std::uint32_t> numbers;
  std::vector<std::uint32_t> found;
  for (const std::uint32_t gram : grams) {
    numbers.clear();
    segment.forms_with_gram(gram, numbers);
    for (const std::uint32_t number : numbers) {
      if (shared[number] < 255 && ++shared[number] == wanted) found.push_back(number);
    }
  }
  return found;
}

}  // namespace

std::vector<std::string> vocabulary_segments(const fs::path& folder) {
  std::vector<std::string> names;
  std::ifstream list(folder / "segments");
  for (std::string name; std::getline(list, name);) {
    if (!name.empty()) names.push_back(name);
  }
  return names;
}

std::vector<std::string> word_lemmas(const LanguageModel& model, std::string_view form) {
  WordKeys keys;
  model.keys(form, keys);
  std::vector<std::string> lemmas(keys.begin(), keys.end());
  if (lemmas.size() > 1 && lemmas.back() == swedish_stem(form)) lemmas.pop_back();
  return lemmas;
}

std::vector<std::string> compound_part_lemmas(const LanguageModel& model, std::string_view form) {
  std::vector<std::string> lemmas;
  const WordParts parts = model.split(form);
  WordKeys keys;
  for (std::size_t first = 0; first < parts.count; ++first) {
    for (std::size_t last = first; last < parts.count; ++last) {
      if (last - first + 1 == parts.count) continue;  // The word itself.
      const ByteRange& head = parts.ranges[first];
      const ByteRange& tail = parts.ranges[last];
      model.lemmas(form.substr(tail.begin, tail.end - tail.begin), keys);
      const std::string before(form.substr(head.begin, tail.begin - head.begin));
      for (const std::string_view lemma : keys) lemmas.push_back(before + std::string(lemma));
    }
  }
  std::sort(lemmas.begin(), lemmas.end());
  lemmas.erase(std::unique(lemmas.begin(), lemmas.end()), lemmas.end());
  return lemmas;
}

Result<Vocabulary> Vocabulary::open(const fs::path& folder) {
  Result<LanguageModel> model = LanguageModel::open((folder / "model").string());
  if (!model) return model.error();
  Vocabulary vocabulary(std::move(*model));
  // A writer may put segments together between the reading of the list and the opening of them.
  for (int tries_left = 3;; --tries_left) {
    const Status opened = vocabulary.open_segments(folder);
    if (opened) return vocabulary;
    if (opened.error().code != ErrorCode::kNotFound || tries_left == 0) return opened.error();
  }
}

Status Vocabulary::open_segments(const fs::path& folder) {
  segments_.clear();
  for (const std::string& name : vocabulary_segments(folder)) {
    Result<VocabularySegment> segment = VocabularySegment::open((folder / name).string());
    if (!segment) return segment.error();
    segments_.push_back(std::move(*segment));
  }
  return Done{};
}

std::optional<VocabularyForm> Vocabulary::find(std::string_view form) const {
  std::vector<VocabularyForm> found;
  for (const VocabularySegment& segment : segments_) {
    if (const auto number = number_of(segment, form)) found.push_back(form_at(segment, *number));
  }
  merge_forms(found);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::uint64_t Vocabulary::releases(std::string_view form) const {
  std::uint64_t releases = 0;
  for (const VocabularySegment& segment : segments_) {
    if (const auto number = number_of(segment, form)) releases += segment.releases(*number);
  }
  return releases;
}

std::string_view Vocabulary::term_of_hash(std::uint32_t hash) const {
  for (const VocabularySegment& segment : segments_) {
    const std::string_view term = segment.term(hash);
    if (!term.empty()) return term;
  }
  return {};
}

std::vector<VocabularyForm> Vocabulary::with_prefix(std::string_view prefix) const {
  std::vector<VocabularyForm> forms;
  for (const VocabularySegment& segment : segments_) {
    for (std::uint32_t number = segment.lower_bound(prefix);
         number < segment.size() && segment.form(number).starts_with(prefix); ++number) {
      forms.push_back(form_at(segment, number));
    }
  }
  merge_forms(forms);
  return forms;
}

std::vector<VocabularyForm> Vocabulary::containing(std::string_view letters) const {
  const std::vector<std::uint32_t> grams = inner_grams_of(spelling_skeleton(letters));
  std::vector<VocabularyForm> forms;
  if (grams.empty()) return forms;
  for (const VocabularySegment& segment : segments_) {
    // One list is read, the shortest; the letters themselves settle the rest.
    const auto rarest =
        std::min_element(grams.begin(), grams.end(), [&](std::uint32_t a, std::uint32_t b) {
          return segment.gram_bytes(a) < segment.gram_bytes(b);
        });
    std::vector<std::uint32_t> numbers;
    segment.forms_with_gram(*rarest, numbers);
    for (const std::uint32_t number : numbers) {
      if (segment.form(number).find(letters) != std::string_view::npos) {
        forms.push_back(form_at(segment, number));
      }
    }
  }
  merge_forms(forms);
  return forms;
}

std::vector<VocabularyFormView> Vocabulary::related(WordRelation relation,
                                                    std::string_view form) const {
  std::vector<VocabularyFormView> forms;
  const std::vector<std::string> wanted = word_lemmas(model_, form);
  for (const VocabularySegment& segment : segments_) {
    std::vector<std::uint32_t> numbers;
    for (const std::string& lemma : wanted) {
      for (const RelationEntry& entry : segment.related(relation_hash(relation, lemma))) {
        numbers.push_back(entry.form);
      }
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    forms.reserve(forms.size() + numbers.size());
    for (const std::uint32_t number : numbers) forms.push_back(view_at(segment, number));
  }
  // Those of one segment are in order.
  if (segments_.size() > 1) merge_forms(forms);
  return forms;
}

std::vector<VocabularyForm> Vocabulary::forms_of(std::string_view form) const {
  return copies(related(WordRelation::kForm, form));
}

std::vector<VocabularyForm> Vocabulary::compounds_with(std::string_view form) const {
  return copies(related(WordRelation::kCompound, form));
}

std::vector<Neighbour> Vocabulary::neighbours(std::string_view form, unsigned limit,
                                              std::size_t most) const {
  const std::string skeleton = spelling_skeleton(form);
  const std::vector<std::uint32_t> grams = grams_of(skeleton);
  // One edit of a character touches three grams at most (a swap four).
  const std::size_t lost = 4 * (std::size_t{limit} / 100) + 1;
  const std::size_t wanted = grams.size() > lost + 1 ? grams.size() - lost : 2;
  std::vector<VocabularyForm> forms;
  for (const VocabularySegment& segment : segments_) {
    for (const std::uint32_t number : forms_sharing_grams(segment, grams, wanted)) {
      const std::string_view other = segment.form(number);
      if (other == form || typing_distance(form, other, limit) > limit) continue;
      forms.push_back(form_at(segment, number));
    }
  }
  merge_forms(forms);
  std::vector<Neighbour> neighbours;
  for (VocabularyForm& other : forms) {
    const unsigned distance = typing_distance(form, other.form, limit);
    neighbours.push_back({std::move(other), distance});
  }
  std::stable_sort(neighbours.begin(), neighbours.end(), [](const auto& a, const auto& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.form.releases > b.form.releases;
  });
  if (neighbours.size() > most) neighbours.resize(most);
  return neighbours;
}

}  // namespace pressarkiv
