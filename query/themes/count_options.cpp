// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/count_options.h"

namespace pressarkiv {

std::vector<std::string> conditions_of(const CountOptions& options) {
  std::vector<std::string> conditions;
  for (const FacetFilter& filter : options.filters) {
    conditions.push_back(std::string(facet_name(filter.facet).swedish) + ": " + filter.label);
  }
  if (options.from) conditions.push_back("från " + options.from->to_iso());
  if (options.to) conditions.push_back("till " + options.to->to_iso());
  conditions.emplace_back(options.with_boilerplate ? "med återkommande stycken och OM-texter"
                                                   : "utan återkommande stycken och OM-texter");
  conditions.emplace_back(options.with_duplicates ? "med dubbletter" : "utan dubbletter");
  return conditions;
}

}  // namespace pressarkiv
