// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/content_update.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "common/hash.h"
#include "common/schema/card.h"
#include "common/schema/content_sketch.h"
#include "indexer/content_pass.h"
#include "tests/support/made_columns.h"

namespace pressarkiv {
namespace {

using Words = std::vector<std::uint32_t>;

struct Text {
  std::uint32_t sender = 1;
  PartialDate date;
  Words title;
  std::vector<Words> paragraphs;
};
using Archive = std::map<std::uint32_t, Text>;

std::uint32_t hash_of(const Words& words) {
  std::uint64_t hash = 0;
  for (const std::uint32_t word : words) hash = combined_hash(hash, word);
  return static_cast<std::uint32_t>(hash);
}

WordHash word_hash(std::uint32_t word) { return {word * 2654435761U, 7}; }

/// The columns that content is judged by.
std::shared_ptr<const Columns> columns_of(const Archive& archive) {
  test::MadeColumns made;
  for (const auto& [docid, text] : archive) {
    Card card;
    card.date = text.date;
    ContentSketch sketch;
    sketch.sender_hash = text.sender;
    sketch.title_words = static_cast<std::uint32_t>(text.title.size());
    sketch.title_hash = hash_of(text.title);
    TokenStreamBuilder tokens;
    Words terms;
    const auto add = [&](const Words& words, Section section) {
      for (const std::uint32_t word : words) {
        tokens.add(section, word_hash(word));
        terms.push_back(word_hash(word).term);
      }
    };
    add(text.title, Section::kTitle);
    for (const Words& paragraph : text.paragraphs) {
      add(paragraph, Section::kBody);
      sketch.blocks.push_back({static_cast<std::uint32_t>(paragraph.size()), hash_of(paragraph)});
    }
    sketch.minima = min_hash(terms);
    made.set(docid, Column::kCard, encode_card(card));
    made.set(docid, Column::kTokens, tokens.encode());
    made.set(docid, Column::kContent, encode_sketch(sketch));
  }
  return made.columns(37);
}

/// Texts of which many share paragraphs and some are nearly the same.
class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {
    for (int i = 0; i < 25; ++i) paragraphs_.push_back(words(3 + random_() % 30));
    for (int i = 0; i < 12; ++i) titles_.push_back(words(4));
  }

  Text text(const Archive& archive) {
    if (!archive.empty() && random_() % 4 == 0) return nearly(any(archive));
    // One text comes again so often that not all of its copies are compared with each other.
    if (!archive.empty() && random_() % 4 == 0) return nearly(archive.begin()->second);
    Text made;
    made.sender = 1 + static_cast<std::uint32_t>(random_() % 2);
    made.date = date();
    made.title = titles_[random_() % titles_.size()];
    for (auto count = random_() % 4; count > 0; --count) {
      made.paragraphs.push_back(paragraphs_[random_() % paragraphs_.size()]);
    }
    if (random_() % 2 == 0) made.paragraphs.push_back(words(20 + random_() % 50));
    return made;
  }
  std::uint32_t any_docid(const Archive& archive) {
    auto one = archive.begin();
    std::advance(one, static_cast<std::ptrdiff_t>(random_() % archive.size()));
    return one->first;
  }
  unsigned number(unsigned below) { return static_cast<unsigned>(random_()) % below; }

 private:
  Words words(std::size_t count) {
    Words made(count);
    for (std::uint32_t& word : made) word = static_cast<std::uint32_t>(random_() % 4000);
    return made;
  }
  PartialDate date() {
    PartialDate made;
    made.year = 2020;
    made.month = 1 + static_cast<unsigned>(random_() % 9);
    if (random_() % 5 != 0) made.day = 1 + static_cast<unsigned>(random_() % 3);
    return made;
  }
  const Text& any(const Archive& archive) { return archive.at(any_docid(archive)); }
  Text nearly(Text text) {
    for (auto changes = random_() % 4; changes > 0 && !text.paragraphs.empty(); --changes) {
      Words& paragraph = text.paragraphs[random_() % text.paragraphs.size()];
      paragraph[random_() % paragraph.size()] = static_cast<std::uint32_t>(random_() % 4000);
    }
    if (random_() % 2 == 0) text.date = date();
    return text;
  }

  std::mt19937 random_;
  std::vector<Words> paragraphs_;
  std::vector<Words> titles_;
};

void check_same(const ContentTable& found, const ContentTable& expected) {
  REQUIRE(found.entries.size() == expected.entries.size());
  for (std::size_t i = 0; i < found.entries.size(); ++i) {
    CAPTURE(found.entries[i].docid, found.entries[i].duplicate_of,
            expected.entries[i].duplicate_of);
    REQUIRE(found.entries[i] == expected.entries[i]);
  }
  REQUIRE(found.ranges.size() == expected.ranges.size());
  for (std::size_t i = 0; i < found.ranges.size(); ++i) {
    REQUIRE(found.ranges[i].begin == expected.ranges[i].begin);
    REQUIRE(found.ranges[i].end == expected.ranges[i].end);
  }
}

TEST_CASE("content table: brought up to date it is the one that is made anew") {
  std::size_t copies = 0;
  std::size_t repeated = 0;
  std::size_t turned = 0;
  for (unsigned seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    Writer writer(seed);
    Archive archive;
    std::uint32_t last = 0;
    std::shared_ptr<const Columns> old = columns_of(archive);
    ContentTable table = make_content_table(*old);
    for (int update = 0; update < 25; ++update) {
      CAPTURE(update);
      std::vector<std::uint32_t> changed;
      for (unsigned i = writer.number(12); i > 0; --i) {
        archive[++last] = writer.text(archive);
        changed.push_back(last);
      }
      for (unsigned i = archive.empty() ? 0 : writer.number(4); i > 0; --i) {
        const std::uint32_t docid = writer.any_docid(archive);
        archive[docid] = writer.text(archive);
        changed.push_back(docid);
      }
      std::sort(changed.begin(), changed.end());
      changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
      const std::shared_ptr<const Columns> now = columns_of(archive);
      const ContentTable before = table;
      table = update_content_table(before, *old, *now, changed);
      check_same(table, make_content_table(*now));
      for (const ContentEntry& entry : before.entries) {
        const bool is_changed = std::binary_search(changed.begin(), changed.end(), entry.docid);
        turned += !is_changed && !(find_entry(table, entry.docid)->range_count == entry.range_count)
                      ? 1
                      : 0;
      }
      old = now;
    }
    repeated += table.ranges.size();
    for (const ContentEntry& entry : table.entries) copies += entry.duplicate_of != 0 ? 1 : 0;
  }
  // What is to be tested did happen.
  CHECK(copies > 300);
  CHECK(repeated > 300);
  CHECK(turned > 100);
}

}  // namespace
}  // namespace pressarkiv
