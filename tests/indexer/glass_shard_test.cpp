// SPDX-License-Identifier: GPL-2.0-or-later
// What is written into Xapian's files without Xapian must be what Xapian would have written.
#include "indexer/glass_shard.h"

#include <xapian.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "indexer/shard_factory.h"
#include "indexer/shard_merger.h"
#include "indexer/xapian_shard.h"
#include "tests/support/temp_dir.h"

namespace pressarkiv {
namespace {

namespace fs = std::filesystem;

struct MadeDocument {
  std::uint32_t docid = 0;
  std::map<std::string, std::uint32_t> terms;  // With their frequencies.
  std::string date;
};

using MadeShard = std::vector<MadeDocument>;

/// Documents with common and rare terms, some without dates, some without terms.
MadeShard random_shard(std::uint32_t first, std::uint32_t count, std::uint32_t step) {
  std::mt19937 engine(first + count);
  const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
  MadeShard shard;
  for (std::uint32_t i = 0; i < count; ++i) {
    MadeDocument document;
    document.docid = first + i * step;
    for (std::uint32_t n = random() % 40; n > 0; --n) {
      const std::uint32_t rank = random() % (1U << random() % 14U);
      document.terms["ord" + std::to_string(rank)] = random() % 9 == 0 ? 300 : random() % 4;
    }
    if (i % 7 != 0) document.terms["alla"] = 1 + i % 200;
    if (i % 3 != 0) document.date = std::to_string(19900101 + random() % 300000);
    shard.push_back(std::move(document));
  }
  return shard;
}

void write(ShardWriter& writer, TermTable& terms, const MadeShard& shard) {
  DocumentTerms collector(terms);
  for (const MadeDocument& made : shard) {
    for (const auto& [term, wdf] : made.terms) collector.add(terms.id_of(term), wdf);
    IndexedDocument document;
    document.terms = collector.take();
    document.date = made.date;
    writer.add(made.docid, document);
  }
  writer.finish();
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Writes the shards in both ways, lets Xapian check those of our own and merge each set.
void check_written_alike(const std::vector<MadeShard>& shards, MergedIds ids) {
  const test::TempDir dir;
  const ShardFactory factory(dir.path() / "scratch", TermLists::kLeftOut);
  for (std::size_t i = 0; i < shards.size(); ++i) {
    TermTable terms;
    terms.id_of("a term of another shard");
    const fs::path own = dir.path() / "own" / std::to_string(i);
    const auto writer = factory.make(own, terms);
    REQUIRE(dynamic_cast<GlassShard*>(writer.get()) != nullptr);
    write(*writer, terms, shards[i]);
    std::ostringstream report;
    const std::size_t problems = Xapian::Database::check(own.string(), 0, &report);
    INFO(report.str());
    CHECK(problems == 0);
    fs::create_directories(dir.path() / "xapian");
    XapianShard reference(dir.path() / "xapian" / std::to_string(i), TermLists::kLeftOut, terms);
    write(reference, terms, shards[i]);
  }
  merge_shards(dir.path() / "own", shards.size(), dir.path() / "a", ids, 100);
  merge_shards(dir.path() / "xapian", shards.size(), dir.path() / "b", ids, 100);
  CHECK(bytes_of(dir.path() / "a" / "postlist.glass") ==
        bytes_of(dir.path() / "b" / "postlist.glass"));
  const Xapian::Database a((dir.path() / "a").string());
  const Xapian::Database b((dir.path() / "b").string());
  CHECK(a.get_doccount() == b.get_doccount());
  CHECK(a.get_lastdocid() == b.get_lastdocid());
  CHECK(a.get_total_length() == b.get_total_length());
  CHECK(a.get_doclength_lower_bound() == b.get_doclength_lower_bound());
  CHECK(a.get_doclength_upper_bound() == b.get_doclength_upper_bound());
  CHECK(a.get_wdf_upper_bound("alla") == b.get_wdf_upper_bound("alla"));
}

TEST_CASE("glass shard: merged, it is to the byte what Xapian's own way in gives") {
  SECTION("nothing") { check_written_alike({{}}, MergedIds::kKeep); }
  SECTION("documents without terms") {
    check_written_alike({{{3, {}, "20200101"}, {4, {}, ""}}}, MergedIds::kKeep);
  }
  SECTION("one") { check_written_alike({{{7, {{"ord", 2}}, ""}}}, MergedIds::kKeep); }
  SECTION("lists of many chunks") {
    check_written_alike({random_shard(1, 3000, 1), random_shard(3001, 4000, 1)}, MergedIds::kKeep);
  }
  SECTION("numbers of every length in keys") {
    check_written_alike({random_shard(32000, 1500, 1), random_shard(4193000, 1500, 1),
                         random_shard(536870000, 1500, 1), random_shard(1000000000, 1500, 900)},
                        MergedIds::kKeep);
  }
  SECTION("numbered anew, one of them empty") {
    check_written_alike({random_shard(1, 900, 1), {}, random_shard(1, 1200, 1)},
                        MergedIds::kRenumber);
  }
}

TEST_CASE("glass shard: terms with zero bytes, with high bytes, and of the greatest length") {
  MadeDocument document{1, {}, "20200101"};
  const std::string zero(1, '\0');
  const std::vector<std::string> terms{"a",
                                       "a" + zero,
                                       "a" + zero + "b",
                                       "a\x01",
                                       "å",
                                       "\xFF",
                                       zero,
                                       zero + zero,
                                       "ab",
                                       std::string(240, 'x'),
                                       "a" + zero + "\xFF"};
  for (const std::string& term : terms) document.terms[term] = 1;
  MadeShard shard;
  for (std::uint32_t i = 1; i <= 2000; ++i) {  // So that lists have further chunks.
    document.docid = i;
    shard.push_back(document);
  }
  check_written_alike({shard}, MergedIds::kKeep);
}

TEST_CASE("glass shard: terms stand in the order of their bytes, however many they share") {
  MadeDocument document{1, {}, ""};
  for (const char* const term : {"zon", "ål", "1", "a", "ab", "departementschef", "departement",
                                 "departem", "departementen", "departen", "departemå"}) {
    document.terms[term] = 1;
  }
  check_written_alike({{document}}, MergedIds::kKeep);
}

TEST_CASE("glass shard: what Xapian would refuse is refused") {
  const test::TempDir dir;
  const ShardFactory factory(dir.path() / "scratch", TermLists::kLeftOut);
  TermTable terms;
  const auto writer = factory.make(dir.path() / "shard", terms);
  CHECK_THROWS_AS(write(*writer, terms, {{1, {{std::string(300, 'x'), 1}}, ""}}),
                  std::length_error);
}

TEST_CASE("glass table: trees of several levels are whole") {
  const test::TempDir dir;
  const fs::path folder = dir.path() / "shard";
  {
    WritableIndex empty(folder.string(), Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST);
    empty->commit();
  }
  const auto version_file = glass::VersionFile::of_empty_database(folder);
  REQUIRE(version_file);
  constexpr int kTerms = 40000;
  glass::TableWriter table(folder / "postlist.glass", 2048);
  glass::PostingLists lists(table);
  glass::DatabaseStatistics statistics;
  statistics.add(1, kTerms);
  statistics.largest_wdf = 1;
  const std::vector<glass::Posting> length{{1, kTerms}};
  lists.add_lengths(length);
  const std::vector<glass::Posting> posting{{1, 1}};
  for (int i = 0; i < kTerms; ++i) {
    lists.add_list("a long word that makes keys long, too: " + std::to_string(100000 + i), posting);
  }
  const glass::TableRoot root = table.finish();
  CHECK(root.level == 2);
  std::ofstream(folder / "iamglass", std::ios::binary) << version_file->bytes(root, statistics);

  std::ostringstream report;
  const std::size_t problems = Xapian::Database::check(folder.string(), 0, &report);
  INFO(report.str());
  CHECK(problems == 0);
  const Xapian::Database database(folder.string());
  int found = 0;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    found += (*term).ends_with(std::to_string(100000 + found)) ? 1 : 0;
  }
  CHECK(found == kTerms);
  for (int i = 0; i < kTerms; i += 97) {
    CHECK(database.term_exists("a long word that makes keys long, too: " +
                               std::to_string(100000 + i)));
  }
  CHECK_FALSE(database.term_exists("a long word that makes keys long, too: "));
}

TEST_CASE("glass version file: a format that is not known is noticed") {
  const test::TempDir dir;
  const fs::path file = dir.path() / "iamglass";
  CHECK_FALSE(glass::VersionFile::of_empty_database(dir.path()));
  std::string bytes;
  {
    WritableIndex empty((dir.path() / "empty").string(), Xapian::DB_CREATE);
    empty->commit();
    bytes = bytes_of(dir.path() / "empty" / "iamglass");
  }
  const auto accepted = [&](std::string_view changed) {
    std::ofstream(file, std::ios::binary) << changed;
    return glass::VersionFile::of_empty_database(dir.path()).has_value();
  };
  CHECK(accepted(bytes));
  CHECK_FALSE(accepted(""));
  CHECK_FALSE(accepted(std::string_view(bytes).substr(0, bytes.size() - 1)));
  CHECK_FALSE(accepted(bytes + '\0'));
  std::string newer = bytes;
  ++newer[15];
  CHECK_FALSE(accepted(newer));
}

TEST_CASE("shards of an index with term lists can be changed") {
  const test::TempDir dir;
  const ShardFactory factory(dir.path() / "scratch", TermLists::kWritten);
  TermTable terms;
  {
    const auto writer = factory.make(dir.path() / "shard", terms);
    write(*writer, terms, random_shard(1, 10, 1));
  }
  CHECK_FALSE(fs::exists(dir.path() / "scratch"));
  WritableIndex index((dir.path() / "shard").string(), Xapian::DB_OPEN);
  index->delete_document(2);
  index->commit();
  CHECK(index->get_doccount() == 9);
}

TEST_CASE("document terms: a term counts once a document, in every round of the table") {
  TermTable table;
  DocumentTerms terms(table);
  for (int round = 0; round < 3; ++round) {
    terms.add_boolean("Qa");
    terms.add(table.id_of("ord"), 2);
    terms.add(table.id_of("ord"), 3);
    terms.add_boolean("Qa");
    CHECK(terms.take() == std::vector<DocumentTerm>{{0, 0}, {1, 5}});
    terms.add(table.id_of("ord"), 1);
    CHECK(terms.take() == std::vector<DocumentTerm>{{1, 1}});
    CHECK(terms.take().empty());
    CHECK(table.text(1) == "ord");
    CHECK(table.size() == 2);
    table.clear();
  }
}

}  // namespace
}  // namespace pressarkiv
