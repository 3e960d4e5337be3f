// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/ast.h"

#include <algorithm>

namespace pressarkiv {

bool same_query(const QueryNode& a, const QueryNode& b) {
  return a.kind == b.kind && a.field == b.field && a.demand == b.demand && a.text == b.text &&
         a.forms == b.forms && a.from == b.from && a.to == b.to && a.distance == b.distance &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(),
                    same_query);
}

}  // namespace pressarkiv
