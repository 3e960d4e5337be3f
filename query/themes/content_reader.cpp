// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/content_reader.h"

#include "common/schema/fields.h"

namespace pressarkiv {

Result<ContentTable> read_content_table(const IndexReader& index) {
  ContentTable table;
  const Xapian::Database& db = index.releases();
  table.entries.reserve(db.get_doccount());
  const std::string start(meta::kContent);
  const auto end = db.metadata_keys_end(start);
  for (auto key = db.metadata_keys_begin(start); key != end; ++key) {
    if (append_content_chunk(db.get_metadata(*key), table)) continue;
    return Error{ErrorCode::kCorrupt, index.layout().index().string() + ": the content table (" +
                                          *key +
                                          ") is damaged; mend it with: pressarkiv-index "
                                          "rebuild"};
  }
  return table;
}

}  // namespace pressarkiv
