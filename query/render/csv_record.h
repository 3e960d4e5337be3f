// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressarkiv {

/// Appends one record as RFC 4180 has it, but with "\n" at the end of the line as every tool reads
/// it.
void append_csv_record(std::string& out, const std::vector<std::string_view>& cells);

}  // namespace pressarkiv
