// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/facet_counter.h"

#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "common/record/generation.h"
#include "common/schema/fields.h"
#include "common/text/analyzer.h"
#include "tests/support/made_columns.h"
#include "tests/support/temp_dir.h"

namespace pressarkiv {
namespace {

/// Labels of the values of one facet, release by release.
using Labels = std::vector<std::vector<std::string>>;

/// An archive whose index holds nothing but facet values.
class FacetArchive {
 public:
  FacetArchive(Facet facet, const Labels& releases) {
    const ArchiveLayout layout{folder_.path()};
    const GenerationLayout generation{layout.generation("g000001")};
    std::filesystem::create_directories(generation.root);
    Xapian::WritableDatabase index(generation.releases().string(), Xapian::DB_CREATE);
    std::map<std::string, FacetId> ids;
    test::MadeColumns columns;
    for (const std::vector<std::string>& labels : releases) {
      Xapian::Document document;
      std::vector<FacetId> values;
      for (const std::string& label : labels) {
        const FacetId fresh = static_cast<FacetId>(ids.size());
        const FacetId id = facet == Facet::kYear ? static_cast<FacetId>(std::stoi(label))
                                                 : ids.emplace(label, fresh).first->second;
        values.push_back(id);
        if (facet != Facet::kYear) index.set_metadata(label_key(facet, id), label);
      }
      const Xapian::docid docid = index.add_document(document);
      if (!values.empty()) columns.set(docid, facet_column(facet), pack_facet_ids(values));
    }
    index.set_metadata(std::string(meta::kColumns),
                       encode_directory(columns.write(generation.release_columns())));
    index.set_metadata(std::string(meta::kSchema), std::to_string(kSchemaVersion));
    index.set_metadata(std::string(meta::kAnalyzer), Analyzer::fingerprint());
    index.commit();
    index.close();
    REQUIRE(publish_generation(layout, "g000001"));
  }

  IndexReader open() const {
    Result<IndexReader> reader = IndexReader::open(ArchiveLayout{folder_.path()});
    if (!reader) FAIL(reader.error().message);
    return std::move(*reader);
  }

 private:
  test::TempDir folder_;
};

std::string shown(const FacetCounts& counts) {
  std::string text;
  for (const FacetValue& value : counts.values)
    text += value.label + ":" + std::to_string(value.count) + " ";
  return text + "of " + std::to_string(counts.distinct) + ", " + std::to_string(counts.missing) +
         " without";
}

TEST_CASE("facet counter: most frequent first, equal ones in Swedish order") {
  const FacetArchive archive(
      Facet::kSubject,
      {{"Övrigt", "Skola"}, {"Skola"}, {}, {"Zoo", "Ängar", "Åar"}, {"Skola", "Åar", "Övrigt"}});
  const IndexReader index = archive.open();
  const auto count = [&](std::vector<Xapian::docid> docids, std::uint32_t values) {
    return shown(count_facet(index, Facet::kSubject, docids, values));
  };
  CHECK(count({1, 2, 3, 4, 5}, 10) == "Skola:3 Åar:2 Övrigt:2 Zoo:1 Ängar:1 of 5, 1 without");
  CHECK(count({1, 2, 3, 4, 5}, 2) == "Skola:3 Åar:2 of 5, 1 without");
  CHECK(count({1, 2, 3, 4, 5}, 4) == "Skola:3 Åar:2 Övrigt:2 Zoo:1 of 5, 1 without");
  CHECK(count({4}, 1) == "Zoo:1 of 3, 0 without");
  CHECK(count({3}, 9) == "of 0, 1 without");
  CHECK(count({}, 9) == "of 0, 0 without");
  CHECK(count({1, 2}, 0) == "of 2, 0 without");
  CHECK(shown(count_facet(index, Facet::kPerson, {1, 2, 3}, 5)) == "of 0, 3 without");
}

TEST_CASE("facet counter: years are all shown, newest first") {
  const FacetArchive archive(Facet::kYear, {{"2019"}, {"2006"}, {"2025"}, {"2019"}, {}});
  const IndexReader index = archive.open();
  CHECK(shown(count_facet(index, Facet::kYear, {1, 2, 3, 4, 5}, 1)) ==
        "2025:1 2019:2 2006:1 of 3, 1 without");
}

TEST_CASE("facet counter: counts what a plain count finds, over any choice of releases") {
  std::mt19937 random(9);
  Labels releases;
  for (int i = 0; i < 400; ++i) {
    std::set<std::string> labels;
    while (random() % 3 != 0) labels.insert("ämne " + std::to_string(random() % 40));
    releases.emplace_back(labels.begin(), labels.end());
  }
  const FacetArchive archive(Facet::kSubject, releases);
  const IndexReader index = archive.open();
  for (int round = 0; round < 50; ++round) {
    const unsigned one_in = round % 4 == 1 ? 9 : 3;
    std::vector<Xapian::docid> docids;
    std::map<std::string, std::uint64_t> expected;
    std::uint64_t missing = 0;
    for (std::size_t i = 0; i < releases.size(); ++i) {
      if (random() % one_in != 0) continue;
      docids.push_back(static_cast<Xapian::docid>(i + 1));
      missing += releases[i].empty() ? 1 : 0;
      for (const std::string& label : releases[i]) ++expected[label];
    }
    const FacetCounts counts = count_facet(index, Facet::kSubject, docids, 1000);
    std::map<std::string, std::uint64_t> found;
    for (const FacetValue& value : counts.values) found[value.label] = value.count;
    REQUIRE(found == expected);
    REQUIRE(counts.missing == missing);
    REQUIRE(counts.distinct == expected.size());
  }
}

}  // namespace
}  // namespace pressarkiv
