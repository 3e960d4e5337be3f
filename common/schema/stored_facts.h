// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/facts.h"
#include "common/release.h"
#include "common/result.h"

namespace pressarkiv {

/// Facts as bytes, compressed: people, bare names, quotes and regions in the order of their
/// fields. The words of a quote are not stored where the ranges of its parts give them. Contents
/// come back exactly: decode_facts(encode_facts(facts, release), release) == facts.
std::string encode_facts(const Facts& facts, const Release& release);

/// `release` must be the one that the facts are of. kCorrupt where the bytes are damaged.
Result<Facts> decode_facts(std::string_view encoded, const Release& release);

}  // namespace pressarkiv
