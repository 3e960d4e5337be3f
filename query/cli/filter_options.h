// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "query/cli/commands.h"
#include "query/search/search_request.h"

namespace pressarkiv {

/// Options that every command has which selects releases: --subject, --region …, --from and --to.
void add_filter_options(OptionAdder& add);
std::vector<FacetFilter> filters_of(const Arguments& arguments);

struct DateBounds {
  std::optional<PartialDate> from;
  std::optional<PartialDate> to;
};
/// kInvalidArgument where a date cannot be read, or --from lies after --to.
Result<DateBounds> dates_of(const Arguments& arguments);

}  // namespace pressarkiv
