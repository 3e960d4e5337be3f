// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace pressarkiv {

/// How strongly the archive holds two sets of word forms together, by the releases that hold any
/// form of each: normalised pointwise mutual information (G. Bouma, "Normalized (pointwise) mutual
/// information in collocation extraction", 2009). 1: never one without the other; 0: as chance has
/// it; -1: never together. What stands together in fewer than five releases is 0.
using WordAssociation =
    std::function<double(const std::vector<std::string>&, const std::vector<std::string>&)>;

}  // namespace pressarkiv
