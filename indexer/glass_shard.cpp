// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass_shard.h"

#include <algorithm>
#include <fstream>
#include <span>
#include <string_view>
#include <utility>

#include "common/schema/fields.h"

namespace pressarkiv {
namespace {

/// The terms of a table of which `is_there` says so, by their bytes.
template <typename IsThere>
std::vector<TermId> in_order(const TermTable& table, IsThere is_there) {
  struct Key {
    std::uint64_t order;  // The first eight bytes: tell most terms apart.
    TermId term;
  };
  constexpr std::size_t kOrderBytes = 8;
  std::vector<Key> keys;
  for (TermId term = 0; term < table.size(); ++term) {
    if (!is_there(term)) continue;
    const std::string_view text = table.text(term);
    std::uint64_t order = 0;
    for (std::size_t i = 0; i < kOrderBytes; ++i) {
      order = order << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    }
    keys.push_back({order, term});
  }
  std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
    return a.order != b.order ? a.order < b.order : table.text(a.term) < table.text(b.term);
  });
  std::vector<TermId> terms(keys.size());
  std::transform(keys.begin(), keys.end(), terms.begin(), [](const Key& key) { return key.term; });
  return terms;
}

}  // namespace

GlassShard::GlassShard(std::filesystem::path folder, const glass::VersionFile& version_file,
                       const TermTable& terms)
    : folder_(std::move(folder)), version_file_(version_file), table_(terms) {
  std::filesystem::create_directories(folder_);
}

void GlassShard::add(std::uint32_t docid, const IndexedDocument& document) {
  std::uint32_t length = 0;
  for (const DocumentTerm& term : document.terms) {
    length += term.wdf;
    statistics_.largest_wdf = std::max(statistics_.largest_wdf, term.wdf);
  }
  terms_.insert(terms_.end(), document.terms.begin(), document.terms.end());
  rows_.push_back({docid, static_cast<std::uint32_t>(terms_.size()), length, document.date});
  statistics_.add(docid, length);
}

void GlassShard::write_dates(glass::PostingLists& lists) const {
  std::vector<glass::Value> values;
  for (const Row& row : rows_) {
    if (!row.date.empty()) values.push_back({row.docid, row.date});
  }
  if (!values.empty()) lists.add_values(kDateSlot, values);
}

void GlassShard::write_lengths(glass::PostingLists& lists) const {
  std::vector<glass::Posting> lengths;
  for (const Row& row : rows_) lengths.push_back({row.docid, row.length});
  lists.add_lengths(lengths);
}

/// Sorts the postings by counting: how many each term has tells where its own begin.
void GlassShard::write_postings(glass::PostingLists& lists) {
  std::vector<std::uint32_t> ends(table_.size() + 1);
  for (const DocumentTerm& term : terms_) ++ends[term.term + 1];
  for (std::size_t i = 1; i < ends.size(); ++i) ends[i] += ends[i - 1];
  // Each is the beginning so far, and becomes the end as postings are placed.
  std::vector<glass::Posting> postings(terms_.size());
  std::size_t at = 0;
  for (const Row& row : rows_) {
    for (; at < row.terms_end; ++at) {
      postings[ends[terms_[at].term]++] = {row.docid, terms_[at].wdf};
    }
  }
  terms_ = {};
  const std::span<const glass::Posting> all(postings);
  const auto begin_of = [&](TermId term) { return term == 0 ? 0 : ends[term - 1]; };
  // Others of the table are terms of other shards.
  const auto is_there = [&](TermId term) { return begin_of(term) < ends[term]; };
  for (const TermId term : in_order(table_, is_there)) {
    lists.add_list(table_.text(term), all.subspan(begin_of(term), ends[term] - begin_of(term)));
  }
}

void GlassShard::finish() {
  glass::TableWriter table(folder_ / "postlist.glass");
  glass::PostingLists lists(table);
  write_dates(lists);
  write_lengths(lists);
  write_postings(lists);
  const glass::TableRoot root = table.finish();
  std::ofstream file(folder_ / "iamglass", std::ios::binary | std::ios::trunc);
  if (!(file << version_file_.bytes(root, statistics_) << std::flush)) {
    throw std::filesystem::filesystem_error("write", folder_ / "iamglass",
                                            std::make_error_code(std::errc::io_error));
  }
}

}  // namespace pressarkiv
