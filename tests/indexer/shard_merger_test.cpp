// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/shard_merger.h"

#include <xapian.h>

#include <catch2/catch.hpp>

#include "indexer/writable_index.h"
#include "tests/support/temp_dir.h"

namespace pressarkiv {
namespace {

constexpr int kDocumentsOfShard = 3;

/// Shards of documents 1, 2, 3 | 4, 5, 6 | …, each with its number as a term.
void write_shards(const std::filesystem::path& parts, std::size_t count, bool own_numbers) {
  std::filesystem::create_directories(parts);
  Xapian::docid number = 0;
  for (std::size_t shard = 0; shard < count; ++shard) {
    WritableIndex index((parts / std::to_string(shard)).string(), Xapian::DB_CREATE);
    for (int i = 0; i < kDocumentsOfShard; ++i) {
      Xapian::Document document;
      document.add_term("n" + std::to_string(++number));
      document.add_term("alla");
      if (own_numbers) {
        index->replace_document(number, document);
      } else {
        index->add_document(document);
      }
    }
    index->commit();
  }
}

TEST_CASE("merging shards: every document is there under its number, however few are open") {
  const std::size_t count = GENERATE(0U, 1U, 2U, 5U, 9U);
  const std::size_t at_once = GENERATE(2U, 3U, 100U);
  const MergedIds ids = GENERATE(MergedIds::kKeep, MergedIds::kRenumber);
  INFO(count << " shards, " << at_once << " at once");
  const test::TempDir dir;
  const std::filesystem::path parts = dir.path() / "parts";
  write_shards(parts, count, ids == MergedIds::kKeep);

  merge_shards(parts, count, dir.path() / "whole", ids, at_once);

  const Xapian::Database whole((dir.path() / "whole").string());
  const auto documents = static_cast<Xapian::doccount>(count * kDocumentsOfShard);
  CHECK(whole.get_doccount() == documents);
  CHECK(whole.get_termfreq("alla") == documents);
  for (Xapian::docid number = 1; number <= documents; ++number) {
    const auto posting = whole.postlist_begin("n" + std::to_string(number));
    REQUIRE(posting != whole.postlist_end("n" + std::to_string(number)));
    CHECK(*posting == number);
  }
  CHECK(std::filesystem::is_empty(parts));
}

TEST_CASE("merging shards: some can always be open, and no more than pays") {
  CHECK(most_shards_at_once() >= 2);
  CHECK(most_shards_at_once() <= 1000);
}

}  // namespace
}  // namespace pressarkiv
