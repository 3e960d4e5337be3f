// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include "query/cli/commands.h"

namespace pressarkiv {

namespace po = boost::program_options;

void add_archive_option(OptionAdder& add) {
  add("archive", po::value<std::string>()->value_name("DIR"),
      "the archive; else PRESSARKIV_ARCHIVE, else ./pressarkiv.archive");
}

ArchiveLayout archive_of(const Arguments& arguments, const Console& console) {
  return {arguments.has("archive") ? arguments.get<std::string>("archive") : console.archive};
}

Result<std::uint32_t> count_of(const Arguments& arguments, const char* option, std::int64_t most) {
  const std::int64_t value = arguments.get<std::int64_t>(option);
  if (value < 0 || value > most) {
    return Error{ErrorCode::kInvalidArgument,
                 "--" + std::string(option) + " takes a number from 0 to " + std::to_string(most)};
  }
  return static_cast<std::uint32_t>(value);
}

void add_layer_options(OptionAdder& add) {
  add("exact", po::bool_switch(), "free words only in just the form that was typed");
  add("no-forms", po::bool_switch(), "no inflections beyond a common stem (städer, stad)");
  add("no-compounds", po::bool_switch(), "no compounds with a word, no parts of one");
  add("no-spelling", po::bool_switch(), "no other spellings, no joined or divided words");
  add("no-synonyms", po::bool_switch(), "no abbreviations and no other words for the same");
  add("no-places", po::bool_switch(), "no places inside a place");
}

SearchSettings layers_of(const Arguments& arguments) {
  SearchSettings settings;
  settings.exact_words = arguments.flag("exact");
  settings.layers.forms = !arguments.flag("no-forms");
  settings.layers.compounds = !arguments.flag("no-compounds");
  settings.layers.spelling = !arguments.flag("no-spelling");
  settings.layers.synonyms = !arguments.flag("no-synonyms");
  settings.layers.places = !arguments.flag("no-places");
  return settings;
}

}  // namespace pressarkiv
