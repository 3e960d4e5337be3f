// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/content_update.h"

#include <algorithm>
#include <bitset>
#include <memory>
#include <optional>
#include <unordered_map>

#include "indexer/content_parts.h"
#include "indexer/duplicate_update.h"
#include "indexer/repeated_paragraphs.h"

namespace pressarkiv {
namespace {

/// The paragraphs of changed releases, and whether they are repeated, before and now.
class ChangedParagraphs {
 public:
  /// A changed release as it was, and as it is.
  void add_old(const SketchView& sketch) {
    each(sketch, [&](Titles& titles) { titles.old.add(sketch.title_hash()); });
  }
  void add_new(const SketchView& sketch) {
    each(sketch, [&](Titles& titles) { titles.now.add(sketch.title_hash()); });
  }
  /// A release that did not change. All changed ones come first.
  void add_unchanged(const SketchView& sketch) {
    sketch.each_block([&](const ContentBlock& block) {
      Titles* const titles = find(paragraph_key(sketch.sender_hash(), block));
      if (titles == nullptr) return;
      titles->old.add(sketch.title_hash());
      titles->now.add(sketch.title_hash());
    });
  }

  bool any_turned() const {
    return std::any_of(titles_.begin(), titles_.end(),
                       [](const auto& one) { return one.second.has_turned(); });
  }
  /// Whether a release holds a paragraph that is repeated now and was not, or the other way round.
  bool has_turned(const SketchView& sketch) {
    bool some = false;
    sketch.each_block([&](const ContentBlock& block) {
      const Titles* const titles = find(paragraph_key(sketch.sender_hash(), block));
      some = some || (titles != nullptr && titles->has_turned());
    });
    return some;
  }
  /// nullopt: no changed release has this paragraph.
  std::optional<bool> is_repeated(const SketchView& sketch, const ContentBlock& block) {
    const Titles* const titles = find(paragraph_key(sketch.sender_hash(), block));
    if (titles == nullptr) return std::nullopt;
    return titles->is_repeated();
  }

 private:
  static constexpr std::size_t kFilterBits = std::size_t{1} << 16U;

  struct Titles {
    std::size_t needed = 0;
    ParagraphTitles old;
    ParagraphTitles now;

    bool is_repeated() const { return now.size() >= needed; }
    bool has_turned() const { return (old.size() >= needed) != is_repeated(); }
  };

  template <typename Visit>
  void each(const SketchView& sketch, Visit visit) {
    sketch.each_block([&](const ContentBlock& block) {
      const std::uint64_t key = paragraph_key(sketch.sender_hash(), block);
      filter_->set(key % kFilterBits);
      Titles& titles = titles_[key];
      titles.needed = titles_needed(block.words);
      visit(titles);
    });
  }
  Titles* find(std::uint64_t key) {
    if (!filter_->test(key % kFilterBits)) return nullptr;
    const auto found = titles_.find(key);
    return found == titles_.end() ? nullptr : &found->second;
  }

  std::unordered_map<std::uint64_t, Titles> titles_;
  std::unique_ptr<std::bitset<kFilterBits>> filter_ =
      std::make_unique<std::bitset<kFilterBits>>();  // Turns away nearly all others.
};

/// One call of update_content_table().
class ContentUpdate {
 public:
  ContentUpdate(const ContentTable& before, const Columns& old, const Columns& now,
                std::span<const std::uint32_t> changed)
      : before_(before), old_(old), now_(now), changed_(changed) {}

  ContentTable run() {
    look_at_paragraphs();
    make_entries();
    find_copies();
    return std::move(table_);
  }

 private:
  bool has_changed(std::uint32_t docid) const {
    return std::binary_search(changed_.begin(), changed_.end(), docid);
  }
  void look_at_paragraphs();
  void make_entries();
  void append_anew(std::uint32_t docid, const SketchView& sketch, const ContentEntry* known);
  void append_known(const ContentEntry& known);
  void find_copies();

  const ContentTable& before_;
  const Columns& old_;
  const Columns& now_;
  const std::span<const std::uint32_t> changed_;
  ChangedParagraphs paragraphs_;
  ContentTable table_;
  std::vector<std::uint32_t> anew_;  // Entries of table_ that are not what they were.
};

void ContentUpdate::look_at_paragraphs() {
  for (const std::uint32_t docid : changed_) {
    if (find_entry(before_, docid) != nullptr) {
      paragraphs_.add_old(SketchView(old_.value(Column::kContent, docid)));
    }
    paragraphs_.add_new(SketchView(now_.value(Column::kContent, docid)));
  }
  now_.each(Column::kContent, [&](std::uint32_t docid, std::string_view bytes) {
    if (!has_changed(docid)) paragraphs_.add_unchanged(SketchView(bytes));
  });
}

void ContentUpdate::append_known(const ContentEntry& known) {
  ContentEntry entry = known;
  entry.first_range = static_cast<std::uint32_t>(table_.ranges.size());
  const auto begin = before_.ranges.begin() + known.first_range;
  table_.ranges.insert(table_.ranges.end(), begin, begin + known.range_count);
  table_.entries.push_back(entry);
}

/// `known`: its entry of before, which tells what is not in question.
void ContentUpdate::append_anew(std::uint32_t docid, const SketchView& sketch,
                                const ContentEntry* known) {
  std::uint32_t row = 0;
  const auto was_repeated = [&](const ContentBlock& block, std::uint32_t begin) {
    if (known == nullptr) return false;
    const auto range_begin = [&] { return before_.ranges[known->first_range + row].begin; };
    while (row < known->range_count && range_begin() < begin) ++row;
    if (row == known->range_count) return false;
    const SectionRange& range = before_.ranges[known->first_range + row];
    return range.begin == begin && range.end == begin + block.words;
  };
  const auto is_repeated = [&](const ContentBlock& block, std::uint32_t begin) {
    return paragraphs_.is_repeated(sketch, block).value_or(was_repeated(block, begin));
  };
  anew_.push_back(static_cast<std::uint32_t>(table_.entries.size()));
  append_entry(docid, date_of_card(now_.value(Column::kCard, docid)), sketch, is_repeated, table_);
}

void ContentUpdate::make_entries() {
  const bool any_turned = paragraphs_.any_turned();
  table_.entries.reserve(before_.entries.size() + changed_.size());
  table_.ranges.reserve(before_.ranges.size());
  auto known = before_.entries.begin();
  now_.each(Column::kContent, [&](std::uint32_t docid, std::string_view bytes) {
    while (known != before_.entries.end() && known->docid < docid) ++known;
    const bool is_known = known != before_.entries.end() && known->docid == docid;
    if (is_known && !has_changed(docid) &&
        !(any_turned && paragraphs_.has_turned(SketchView(bytes)))) {
      append_known(*known);
    } else {
      append_anew(docid, SketchView(bytes), is_known && !has_changed(docid) ? &*known : nullptr);
      if (is_known) table_.entries.back().duplicate_of = known->duplicate_of;
    }
  });
}

void ContentUpdate::find_copies() {
  std::vector<DuplicateCandidate> candidates;
  candidates.reserve(table_.entries.size());
  std::vector<std::uint32_t> duplicate_of;
  duplicate_of.reserve(table_.entries.size());
  CandidateMaker maker(now_);
  ColumnReader sketches(now_, Column::kContent);
  for (const ContentEntry& entry : table_.entries) {
    candidates.push_back(maker.candidate(table_, entry, SketchView(sketches.value(entry.docid))));
    duplicate_of.push_back(entry.duplicate_of);
  }
  CandidateMaker old_maker(old_);
  std::vector<ChangedCandidate> changed;
  for (const std::uint32_t number : anew_) {
    const std::uint32_t docid = table_.entries[number].docid;
    ChangedCandidate one{number, {}};
    if (const ContentEntry* const entry = find_entry(before_, docid)) {
      const SketchView sketch(old_.value(Column::kContent, docid));
      one.before = old_maker.candidate(before_, *entry, sketch).minima;
    }
    changed.push_back(one);
  }
  set_duplicates(
      update_duplicates(candidates, duplicate_of, changed, words_to_compare(now_, table_)), table_);
}

}  // namespace

ContentTable update_content_table(const ContentTable& before, const Columns& old,
                                  const Columns& now, std::span<const std::uint32_t> changed) {
  return ContentUpdate(before, old, now, changed).run();
}

}  // namespace pressarkiv
