// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <iterator>

namespace pressarkiv {

/// The first item from `at` on that does not lie before `document`, in a list that ascends by
/// .document: steps that double, then a binary search of the last step. Cost: the logarithm of how
/// far it goes, so that many short ways cost no more than a walk.
template <typename Iterator, typename Document>
Iterator gallop(Iterator at, Iterator end, Document document) {
  using Distance = typename std::iterator_traits<Iterator>::difference_type;
  const auto lies_before = [](const auto& one, Document wanted) { return one.document < wanted; };
  Distance step = 1;
  for (; end - at > step && at[step].document < document; step *= 2) at += step;
  return std::lower_bound(at, end - at > step ? at + step : end, document, lies_before);
}

}  // namespace pressarkiv
