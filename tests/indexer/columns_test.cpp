// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/columns/columns.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <thread>

#include "common/columns/column_file.h"
#include "indexer/column_update.h"
#include "tests/support/temp_dir.h"

namespace pressarkiv {
namespace {

using Words = std::vector<WordHash>;

/// What a document should have.
struct Expected {
  std::string card;
  Words words;
  bool operator==(const Expected&) const = default;
};
using Documents = std::map<std::uint32_t, Expected>;

WordHash word(std::uint32_t number) {
  return {number * 2654435761U, static_cast<std::uint16_t>(number * 40503U)};
}

std::vector<ColumnValue> values_of(const Expected& document) {
  std::vector<ColumnValue> values;
  if (!document.card.empty()) values.push_back({Column::kCard, document.card});
  if (!document.words.empty()) {
    TokenStreamBuilder tokens;
    for (const WordHash& one : document.words) tokens.add(Section::kBody, one);
    values.push_back({Column::kTokens, tokens.encode()});
  }
  return values;
}

Words words_of(const TokenStreamView& stream) {
  Words words;
  for (std::uint32_t at = 0; at < stream.size(); ++at) words.push_back(stream.row(stream.word(at)));
  return words;
}

Expected random_document(std::mt19937& random, std::uint32_t distinct) {
  Expected document;
  if (random() % 8 != 0) document.card = "card " + std::to_string(random() % 1000);
  for (auto words = random() % 40; words > 0; --words) {
    document.words.push_back(word(static_cast<std::uint32_t>(random() % distinct)));
  }
  return document;
}

ColumnDirectory written(const std::string& path, const Documents& documents) {
  ColumnFile file(path, 0);
  ColumnBlockBuilder builder;
  ColumnDirectory directory;
  for (const auto& [docid, document] : documents) {
    builder.begin(docid);
    builder.set(values_of(document));
    if (docid % 50 == 0) directory.blocks.push_back(file.append(builder.finish()));
  }
  if (!builder.empty()) directory.blocks.push_back(file.append(builder.finish()));
  return directory;
}

Columns opened(const std::string& path, const ColumnDirectory& directory) {
  Result<Columns> columns = Columns::open(path, directory);
  if (!columns) FAIL(columns.error().message);
  return std::move(*columns);
}

/// Every way of reading gives what is expected.
void check_all(const Columns& columns, const Documents& documents, std::uint32_t last) {
  Documents whole;  // As each() finds them.
  columns.each(Column::kCard,
               [&](std::uint32_t docid, std::string_view card) { whole[docid].card = card; });
  columns.each_tokens([&](std::uint32_t docid, const TokenStreamView& stream) {
    whole[docid].words = words_of(stream);
  });
  ColumnReader cards(columns, Column::kCard);
  ColumnReader tokens(columns, Column::kTokens);
  std::vector<std::uint32_t> all;
  Documents present;
  for (std::uint32_t docid = 0; docid <= last + 2; ++docid) {
    const auto found = documents.find(docid);
    const Expected expected = found == documents.end() ? Expected() : found->second;
    REQUIRE(columns.value(Column::kCard, docid) == expected.card);
    REQUIRE(cards.value(docid) == expected.card);
    REQUIRE(words_of(columns.tokens(docid)) == expected.words);
    REQUIRE(words_of(tokens.tokens(docid)) == expected.words);
    REQUIRE(columns.value(Column::kPeople, docid).empty());
    all.push_back(docid);
    if (expected != Expected()) present[docid] = expected;
  }
  REQUIRE(whole == present);
  std::size_t place = 0;
  cards.values(all, [&](std::string_view card) {
    const auto found = documents.find(all[place++]);
    REQUIRE(card == (found == documents.end() ? std::string() : found->second.card));
  });
  REQUIRE(place == all.size());
}

TEST_CASE("columns: give back every value, from files with and without gaps") {
  const test::TempDir dir;
  for (const std::uint32_t seed : {1U, 2U, 3U, 4U}) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    Documents documents;
    for (std::uint32_t docid = 1; docid <= 400; ++docid) {
      if (seed % 2 == 0 && random() % 3 == 0) continue;
      documents[docid] = random_document(random, 500);
    }
    const std::string path = dir.file("columns" + std::to_string(seed));
    const ColumnDirectory directory = written(path, documents);
    const auto again = decode_directory(encode_directory(directory));
    REQUIRE(again);
    CHECK(again->blocks == directory.blocks);
    check_all(opened(path, *again), documents, 400);
  }
}

TEST_CASE("columns: a base moves the documents of a block") {
  const test::TempDir dir;
  const Documents documents{{1, {"a", {word(1)}}}, {2, {"b", {}}}};
  ColumnDirectory directory = written(dir.file("columns"), documents);
  BlockPlace moved = directory.blocks.front();
  moved.base = 10;
  moved.first += 10;
  moved.last += 10;
  directory.blocks.push_back(moved);
  const Columns columns = opened(dir.file("columns"), directory);
  check_all(columns,
            {{1, {"a", {word(1)}}}, {2, {"b", {}}}, {11, {"a", {word(1)}}}, {12, {"b", {}}}}, 12);
  CHECK(columns.next_document(3) == 11);
  CHECK(columns.next_document(13) == 0);
}

TEST_CASE("columns: many different words take wider numbers, and streams stay what they were") {
  const test::TempDir dir;
  Documents documents;
  for (std::uint32_t docid = 1; docid <= 3; ++docid) {
    for (std::uint32_t i = 0; i < 30000; ++i) {
      documents[docid].words.push_back(word(docid * 30000 + i));
    }
  }
  ColumnFile file(dir.file("columns"), 0);
  ColumnBlockBuilder builder;
  for (const auto& [docid, document] : documents) {
    builder.begin(docid);
    builder.set(values_of(document));
  }
  CHECK(builder.is_full());
  const Columns columns = opened(dir.file("columns"), {{file.append(builder.finish())}});
  check_all(columns, documents, 3);
  const TokenStreamView stream = columns.tokens(2);
  CHECK(stream.find_row(word(60000)) == 0);
  CHECK(stream.find_row(word(7)) == stream.row_count());
  CHECK(stream.table().find(word(60001)) != stream.table().size());
  CHECK(stream.find_row(stream.table().find(word(60001))) == 1);
}

TEST_CASE("columns: updates replace, add and remove documents, and small blocks become few") {
  const test::TempDir dir;
  const std::string path = dir.file("columns");
  std::mt19937 random(5);
  Documents documents;
  for (std::uint32_t docid = 1; docid <= 3000; ++docid) {
    documents[docid] = random_document(random, 300);
  }
  ColumnDirectory directory;
  {
    ColumnFile file(path, 0);
    ColumnBlockBuilder builder;
    for (const auto& [docid, document] : documents) {
      builder.begin(docid);
      builder.set(values_of(document));
    }
    directory.blocks.push_back(file.append(builder.finish()));
  }
  std::uint32_t last = 3000;
  std::size_t most_blocks = 0;
  for (int update = 0; update < 80; ++update) {
    const Documents before = documents;
    const Columns old = opened(path, directory);
    ColumnUpdate change(path, directory);
    for (int i = 0; i < 5; ++i) {
      const std::uint32_t docid = 1 + static_cast<std::uint32_t>(random() % last);
      documents[docid] = random() % 3 == 0 ? Expected() : random_document(random, 300);
      change.documents()[docid] = values_of(documents[docid]);
    }
    for (int i = 0; i < 3; ++i) {
      documents[++last] = random_document(random, 300);
      change.documents()[last] = values_of(documents[last]);
    }
    change.spill();
    // What a run that broke off leaves behind is written over.
    if (update % 7 == 3) {
      ColumnFile broken(path, directory.end());
      ColumnBlockBuilder builder;
      builder.begin(1);
      builder.set(Column::kCard, "never committed");
      broken.append(builder.finish());
      documents = before;
      last -= 3;
      continue;
    }
    const Result<ColumnDirectory> changed = change.finish();
    REQUIRE(changed);
    directory = *changed;
    most_blocks = std::max(most_blocks, directory.blocks.size());
    check_all(old, before, last);  // Who has it open sees what was.
    if (update % 10 == 0) check_all(opened(path, directory), documents, last);
  }
  check_all(opened(path, directory), documents, last);
  CHECK(most_blocks > ColumnUpdate::kMostSmallBlocks);
  CHECK(most_blocks <= ColumnUpdate::kMostSmallBlocks + 3);
  CHECK(opened(path, directory).damaged_blocks(directory).empty());
}

TEST_CASE("columns: threads append to one file at once") {
  const test::TempDir dir;
  const std::string path = dir.file("columns");
  ColumnFile file(path, 0);
  std::array<BlockPlace, 8> places;
  std::vector<std::thread> threads;
  for (std::uint32_t number = 0; number < places.size(); ++number) {
    threads.emplace_back([&, number] {
      ColumnBlockBuilder builder;
      for (std::uint32_t i = 1; i <= 100; ++i) {
        builder.begin(number * 100 + i);
        builder.set(Column::kCard, std::string(i, static_cast<char>('a' + number)));
      }
      places[number] = file.append(builder.finish());
    });
  }
  for (std::thread& thread : threads) thread.join();
  const Columns columns = opened(path, {{places.begin(), places.end()}});
  for (std::uint32_t docid = 1; docid <= 800; ++docid) {
    const auto letter = static_cast<char>('a' + (docid - 1) / 100);
    REQUIRE(columns.value(Column::kCard, docid) == std::string((docid - 1) % 100 + 1, letter));
  }
}

TEST_CASE("columns: damage is told, and never read beyond") {
  const test::TempDir dir;
  std::mt19937 random(6);
  Documents documents;
  for (std::uint32_t docid = 1; docid <= 120; ++docid) {
    if (docid % 9 != 0) documents[docid] = random_document(random, 200);
  }
  const std::string path = dir.file("columns");
  const ColumnDirectory directory = written(path, documents);
  std::ifstream in(path, std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), {}};
  for (int round = 0; round < 400; ++round) {
    std::string damaged = whole;
    const std::size_t at = random() % damaged.size();
    damaged[at] = static_cast<char>(damaged[at] ^ static_cast<char>(1 + random() % 255));
    const Columns columns = Columns::of_blocks(damaged, directory);
    const bool in_a_block =
        std::any_of(directory.blocks.begin(), directory.blocks.end(), [&](const BlockPlace& block) {
          return at >= block.position && at < block.position + block.bytes;
        });
    CHECK(columns.damaged_blocks(directory).size() == (in_a_block ? 1U : 0U));
    std::size_t bytes = 0;
    for (std::uint32_t docid = 0; docid < 130; ++docid) {
      bytes += columns.value(Column::kCard, docid).size() + words_of(columns.tokens(docid)).size();
    }
    columns.each_tokens(
        [&](std::uint32_t, const TokenStreamView& stream) { bytes += words_of(stream).size(); });
    CHECK(bytes < 1'000'000);
  }
  std::filesystem::resize_file(path, whole.size() / 2);
  const Result<Columns> cut = Columns::open(path, directory);
  REQUIRE_FALSE(cut);
  CHECK(cut.error().code == ErrorCode::kCorrupt);
  CHECK(cut.error().message.find(path) != std::string::npos);
  CHECK(cut.error().message.find("pressarkiv-index rebuild") != std::string::npos);
  CHECK_FALSE(decode_directory("nonsense"));
  CHECK_FALSE(decode_directory(encode_directory(directory) + "x"));
  CHECK_FALSE(decode_directory(""));
}

}  // namespace
}  // namespace pressarkiv
