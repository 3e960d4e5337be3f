// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

namespace pressarkiv {

/// Whether an index holds, beside the postings of each term, the list of terms of each document.
/// Xapian needs it to change or delete a document, and nothing else does (what a release's terms
/// are, its token stream tells). It is a fifth of the index, and a build that writes it goes
/// Xapian's own way (shard_factory.h), which takes half as long again. So a bulk build leaves it
/// out, until a release of the archive is changed for the first time: that build, and all later
/// ones, write it.
enum class TermLists { kLeftOut, kWritten };

/// What Xapian is to be told when such an index is made or opened for writing.
constexpr int term_list_flags(TermLists lists) {
  return lists == TermLists::kLeftOut ? Xapian::DB_NO_TERMLIST : 0;
}

}  // namespace pressarkiv
