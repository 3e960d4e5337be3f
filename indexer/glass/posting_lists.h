// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "indexer/glass/table_writer.h"

namespace pressarkiv::glass {

struct Posting {
  std::uint32_t docid = 0;
  std::uint32_t wdf = 0;
};

struct Value {
  std::uint32_t docid = 0;
  std::string_view bytes;  ///< Not empty.
};

/// Writes what the table of postings holds. Call in this order: values by slot, the lengths, the
/// posting lists by term; postings, lengths and values each by ascending document.
///
/// A list is parted into chunks of about 2,000 bytes, as Xapian's own are, so that merging takes
/// them as they are. The first one stands under the term, with how many documents have it and how
/// often; a further one under term and first document.
class PostingLists {
 public:
  /// `table` must outlive the object.
  explicit PostingLists(TableWriter& table) : table_(table) {}

  /// At least one value.
  void add_values(std::uint32_t slot, std::span<const Value> values);
  /// The lengths of all documents, as a list of their own (wdf: the length).
  void add_lengths(std::span<const Posting> lengths);
  /// At least one posting.
  void add_list(std::string_view term, std::span<const Posting> postings);

 private:
  void add_chunks(std::string_view first_key, std::string_view further_key, std::uint64_t documents,
                  std::uint64_t occurrences, std::span<const Posting> postings);

  TableWriter& table_;
  std::string key_;
  std::string further_key_;
  std::string chunk_;
  std::string tag_;
};

}  // namespace pressarkiv::glass
