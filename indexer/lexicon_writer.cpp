// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lexicon_writer.h"

#include <xapian.h>

#include "common/schema/fields.h"
#include "indexer/writable_index.h"

namespace pressarkiv {

void write_lexicon(const std::filesystem::path& folder, FormCounts& counts, bool fresh) {
  const int flags =
      fresh ? Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_DANGEROUS : Xapian::DB_CREATE_OR_OPEN;
  WritableIndex lexicon(folder.string(), flags | Xapian::DB_BACKEND_GLASS);
  Xapian::Document batch;
  for (const auto& [form, releases] : counts) batch.add_term(make_term("", form), releases);
  lexicon->add_document(batch);
  lexicon->commit();
  counts.clear();
}

}  // namespace pressarkiv
