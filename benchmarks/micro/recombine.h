// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/release.h"

namespace pressarkiv::micro {

/// `count` releases as JSON Lines, made of `originals`: titles, senders, subjects and the number of
/// paragraphs stay, every paragraph is exchanged for one of nearly the same length. Ids are new,
/// dates move by whole years. The same result each time.
std::string recombine(const std::vector<Release>& originals, std::size_t count);

}  // namespace pressarkiv::micro
