// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/shard_factory.h"

#include <xapian.h>

#include <catch2/catch.hpp>

#include "indexer/writable_index.h"
#include "tests/support/temp_dir.h"

namespace pressarkiv {
namespace {

TEST_CASE("shards of an index with term lists can be changed") {
  const test::TempDir dir;
  const ShardFactory factory(TermLists::kWritten);
  TermTable terms;
  {
    const auto writer = factory.make(dir.path() / "shard", terms);
    for (std::uint32_t docid = 1; docid <= 10; ++docid) {
      writer->add(docid, {{{terms.id_of("ord"), docid}}, "20200101", {}});
    }
    writer->finish();
  }
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
