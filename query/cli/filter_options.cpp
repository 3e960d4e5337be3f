// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cli/filter_options.h"

#include <array>
#include <string>

#include "query/cli/commands.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

/// One option a facet: `--subject "Företagande, allmänt"`.
struct FilterOption {
  const char* option;
  Facet facet;
  const char* help;
};
constexpr std::array<FilterOption, 8> kFilterOptions{{
    {"subject", Facet::kSubject, "only releases with this subject (ämne)"},
    {"region", Facet::kRegion, "only this municipality, county or region as written"},
    {"county", Facet::kCounty, "only this county (län), with its municipalities"},
    {"municipality", Facet::kMunicipality, "only this municipality (kommun)"},
    {"person", Facet::kPerson, "only releases that name this person in their metadata"},
    {"publisher", Facet::kPublisher, "only from this sender (avsändare)"},
    {"kind", Facet::kKind, "only of this kind, as Pressmeddelande"},
    {"year", Facet::kYear, "only this year"},
}};

}  // namespace

void add_filter_options(OptionAdder& add) {
  const auto date = [] { return po::value<std::string>()->value_name("DATE"); };
  add("from", date(), "published then or later: 2019, 2019-05, 2019-05-14, 2019-Q2");
  add("to", date(), "published then or earlier");
  for (const FilterOption& filter : kFilterOptions) {
    add(filter.option, po::value<std::vector<std::string>>()->value_name("VALUE"), filter.help);
  }
}

std::vector<FacetFilter> filters_of(const Arguments& arguments) {
  std::vector<FacetFilter> filters;
  for (const FilterOption& filter : kFilterOptions) {
    for (const std::string& value : arguments.list(filter.option)) {
      filters.push_back({filter.facet, value});
    }
  }
  return filters;
}

Result<DateBounds> dates_of(const Arguments& arguments) {
  const auto from = date_of(arguments, "from");
  if (!from) return from.error();
  const auto to = date_of(arguments, "to");
  if (!to) return to.error();
  if (*from && *to && (*to)->last_day() < (*from)->first_day()) {
    return Error{ErrorCode::kInvalidArgument, "--from lies after --to"};
  }
  return DateBounds{*from, *to};
}

}  // namespace pressarkiv
