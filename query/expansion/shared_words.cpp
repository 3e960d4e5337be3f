// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expansion/shared_words.h"

#include <algorithm>
#include <iterator>

namespace pressarkiv {
namespace {

bool holds(const SharedWords& list, const SharedWords& part) {
  return list.is(part) || (list.size() >= part.size() &&
                           std::includes(list.begin(), list.end(), part.begin(), part.end()));
}

}  // namespace

SharedWords united(const SharedWords& a, const SharedWords& b) {
  if (holds(a, b)) return a;
  if (holds(b, a)) return b;
  SharedWords::List both;
  both.reserve(a.size() + b.size());
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

}  // namespace pressarkiv
