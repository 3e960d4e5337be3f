// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/all_matches.h"

namespace pressarkiv {

std::vector<Xapian::docid> all_matches(const Xapian::Database& releases,
                                       const Xapian::Query& query) {
  Xapian::Enquire enquire(releases);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet matches = enquire.get_mset(0, releases.get_doccount());
  std::vector<Xapian::docid> docids;
  docids.reserve(matches.size());
  for (auto entry = matches.begin(); entry != matches.end(); ++entry) docids.push_back(*entry);
  return docids;
}

}  // namespace pressarkiv
