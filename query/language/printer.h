// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include "query/language/ast.h"

namespace pressarkiv {

/// How many pairs of parentheses print_query() sets inside one another.
std::size_t printed_depth(const QueryNode& node);

}  // namespace pressarkiv
