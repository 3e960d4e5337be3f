// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/copies.h"

namespace pressarkiv {

Xapian::docid Copies::original(Xapian::docid document) {
  const auto [chunk, is_new] = chunks_.try_emplace(document / kDocidsPerChunk);
  if (is_new) {
    const std::string encoded = index_.get_metadata(content_key(document));
    if (!append_content_chunk(encoded, chunk->second)) chunk->second = {};
  }
  const ContentEntry* entry = find_entry(chunk->second, document);
  return entry == nullptr || entry->duplicate_of == 0 ? document : entry->duplicate_of;
}

}  // namespace pressarkiv
