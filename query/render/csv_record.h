// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace pressarkiv {

/// Appends one record as RFC 4180 has it, but with "\n" at the end of the line as every tool reads
/// it.
void append_csv(std::string& out, std::initializer_list<std::string_view> cells);

}  // namespace pressarkiv
