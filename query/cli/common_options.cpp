// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include "query/cli/commands.h"
#include "query/language/periods.h"

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
  add("no-feedback", po::bool_switch(), "no order by what the best hits have in common");
}

SearchSettings layers_of(const Arguments& arguments) {
  SearchSettings settings;
  settings.exact_words = arguments.flag("exact");
  settings.layers.forms = !arguments.flag("no-forms");
  settings.layers.compounds = !arguments.flag("no-compounds");
  settings.layers.spelling = !arguments.flag("no-spelling");
  settings.layers.synonyms = !arguments.flag("no-synonyms");
  settings.layers.places = !arguments.flag("no-places");
  if (arguments.flag("no-feedback")) settings.ranking.feedback = 0;
  return settings;
}

Result<std::optional<PartialDate>> date_of(const Arguments& arguments, const char* option) {
  if (!arguments.has(option)) return std::optional<PartialDate>();
  const std::string& text = arguments.get<std::string>(option);
  const auto period = read_date_word(text);
  if (!period) {
    return Error{ErrorCode::kInvalidArgument, "--" + std::string(option) + " " + text +
                                                  ": no date; write 2019, 2019-05, 2019-05-14 or "
                                                  "2019-Q2"};
  }
  return std::string_view(option) == "from" ? period->from : period->to;
}

Result<SortOrder> sort_of(const Arguments& arguments) {
  const std::string& name = arguments.get<std::string>("sort");
  if (name == "relevance") return SortOrder::kRelevance;
  if (name == "newest") return SortOrder::kNewest;
  if (name == "oldest") return SortOrder::kOldest;
  return Error{ErrorCode::kInvalidArgument, "--sort " + name + ": use relevance, newest or oldest"};
}

Result<bool> color_of(const Arguments& arguments, const Console& console) {
  const std::string& when = arguments.get<std::string>("color");
  if (when == "auto") return console.color;
  if (when == "always") return true;
  if (when == "never") return false;
  return Error{ErrorCode::kInvalidArgument, "--color " + when + ": use auto, always or never"};
}

}  // namespace pressarkiv
