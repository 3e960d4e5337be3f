// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <ostream>

#include "query/cli/commands.h"
#include "query/render/pairs_renderer.h"
#include "query/render/people_renderer.h"
#include "query/speakers/likely_pairs.h"
#include "query/speakers/people_directory.h"
#include "query/speakers/person_themes.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

constexpr std::size_t kWidestText = 100;
constexpr std::size_t kThemesOfPerson = 10;

void add_options(OptionAdder& add) {
  const auto text = [] { return po::value<std::string>(); };
  add_archive_option(add);
  add("role", text()->value_name("ROLE"), "people seen in this role, as socialminister");
  add("org", text()->value_name("NAME"), "people seen in this organisation; with --role, there");
  add("on", text()->value_name("DATE"), "with --role: who held it that day, and the evidence");
  add("pairs", po::bool_switch(),
      "names that may be one person's, most likely first; with NAME those of that name");
  add("list", po::bool_switch(), "a list even where one person alone fits");
  add("limit,n", po::value<std::int64_t>()->value_name("N")->default_value(20),
      "people to list; 0: all");
  add("format", text()->value_name("FORMAT")->default_value("text"), "text, json, jsonl or csv");
  add("no-pager", po::bool_switch(), "never through PAGER");
}

/// What was asked, checked.
struct Wanted {
  std::string name;
  std::string role;
  std::string organisation;
  std::optional<PartialDate> on;
  bool pairs = false;
  std::uint32_t limit = 0;
  OutputFormat format = OutputFormat::kText;
};

Result<Wanted> wanted_of(const Arguments& arguments) {
  Wanted wanted;
  wanted.name = arguments.joined_words();
  if (arguments.has("role")) wanted.role = arguments.get<std::string>("role");
  if (arguments.has("org")) wanted.organisation = arguments.get<std::string>("org");
  if (arguments.has("on")) {
    wanted.on = parse_iso_date(arguments.get<std::string>("on"));
    if (!wanted.on) {
      return Error{ErrorCode::kInvalidArgument,
                   "--on " + arguments.get<std::string>("on") + ": no date; write 2024-05-01"};
    }
    if (wanted.role.empty()) {
      return Error{ErrorCode::kInvalidArgument, "--on goes with --role"};
    }
  }
  wanted.pairs = arguments.flag("pairs");
  if (wanted.pairs && !(wanted.role.empty() && wanted.organisation.empty())) {
    return Error{ErrorCode::kInvalidArgument, "--pairs goes with a name or nothing"};
  }
  if (wanted.name.empty() && wanted.role.empty() && wanted.organisation.empty() && !wanted.pairs) {
    return Error{ErrorCode::kInvalidArgument, "name someone, or a --role or an --org, or --pairs"};
  }
  const Result<std::uint32_t> limit = count_of(arguments, "limit", kMostHits);
  if (!limit) return limit.error();
  wanted.limit = *limit;
  const auto format = find_output_format(arguments.get<std::string>("format"));
  if (!format) {
    return Error{ErrorCode::kInvalidArgument, "--format: use text, json, jsonl or csv"};
  }
  wanted.format = *format;
  return wanted;
}

std::vector<const DirectoryPerson*> find_people(const PeopleDirectory& directory,
                                                const Wanted& wanted, Console& console) {
  if (wanted.name.empty()) {
    return wanted.role.empty() ? directory.with_organisation(wanted.organisation)
                               : directory.with_role(wanted.role, wanted.organisation);
  }
  bool guessed = false;
  std::vector<const DirectoryPerson*> found = directory.find(wanted.name, guessed);
  if (guessed) {
    console.err << "obs: ingen heter ”" << wanted.name << "”; visar närmaste namn\n";
  }
  const auto keep_only = [&](const std::vector<const DirectoryPerson*>& others) {
    found.erase(std::remove_if(found.begin(), found.end(),
                               [&](const DirectoryPerson* person) {
                                 return std::find(others.begin(), others.end(), person) ==
                                        others.end();
                               }),
                found.end());
  };
  if (!wanted.role.empty()) {
    keep_only(directory.with_role(wanted.role, wanted.organisation));
  } else if (!wanted.organisation.empty()) {
    keep_only(directory.with_organisation(wanted.organisation));
  }
  return found;
}

std::vector<LikelyPair> find_pairs(const PeopleDirectory& directory, const Wanted& wanted,
                                   Console& console) {
  std::vector<LikelyPair> pairs = likely_pairs(directory);
  if (!wanted.name.empty()) {
    const auto people = find_people(directory, wanted, console);
    const auto is_wanted = [&](const DirectoryPerson* person) {
      return std::find(people.begin(), people.end(), person) != people.end();
    };
    pairs.erase(std::remove_if(pairs.begin(), pairs.end(),
                               [&](const LikelyPair& pair) {
                                 return !is_wanted(pair.first) && !is_wanted(pair.second);
                               }),
                pairs.end());
  }
  if (wanted.limit > 0 && pairs.size() > wanted.limit) {
    console.err << "obs: " << pairs.size() << " par, här de " << wanted.limit
                << " troligaste; alla med --limit 0\n";
    pairs.resize(wanted.limit);
  }
  return pairs;
}

int print(const std::string& text, const Arguments& arguments, Console& console, bool is_text) {
  if (!print_paged(console, text, is_text && !arguments.flag("no-pager"))) {
    return fail(console, kQueryProgram, "standard output: cannot write");
  }
  return 0;
}

int print_person(const PeopleDirectory& directory, const DirectoryPerson& person,
                 const Wanted& wanted, const TextStyle& style, const Arguments& arguments,
                 Console& console) {
  Result<ThemeSearcher> searcher = ThemeSearcher::open(archive_of(arguments, console));
  if (!searcher) return fail(console, kQueryProgram, searcher.error().message);
  const Result<std::vector<Theme>> themes =
      person_themes(*searcher, directory, person, kThemesOfPerson);
  if (!themes) return fail(console, kQueryProgram, themes.error().message);
  return print(render_person(directory, person, *themes, wanted.format, style), arguments, console,
               wanted.format == OutputFormat::kText);
}

int run(const Arguments& arguments, Console& console) {
  const Result<Wanted> wanted = wanted_of(arguments);
  if (!wanted) return fail(console, kQueryProgram, wanted.error().message);
  const Result<PeopleDirectory> directory = PeopleDirectory::open(archive_of(arguments, console));
  if (!directory) return fail(console, kQueryProgram, directory.error().message);
  const bool is_text = wanted->format == OutputFormat::kText;
  if (wanted->pairs) {
    const std::vector<LikelyPair> pairs = find_pairs(*directory, *wanted, console);
    const int status = print(render_pairs(pairs, wanted->format), arguments, console, is_text);
    return status == 0 && pairs.empty() ? kExitNothingFound : status;
  }
  if (wanted->on) {
    const RoleAnswer answer = directory->role_at(wanted->role, wanted->organisation, *wanted->on);
    if (answer.name.empty()) {
      console.err << "obs: " << answer.reason << '\n';
      return kExitNothingFound;
    }
    return print(render_holder(answer, wanted->format), arguments, console, is_text);
  }
  std::vector<const DirectoryPerson*> found = find_people(*directory, *wanted, console);
  if (found.empty()) {
    console.err << "obs: ingen i arkivet passar\n";
    return kExitNothingFound;
  }
  const TextStyle style{console.color,
                        console.out_is_terminal ? std::min(console.width, kWidestText) : 0};
  const bool one = found.size() == 1 || directory->is_one_person(found);
  if (one && !wanted->name.empty() && !arguments.flag("list")) {
    return print_person(*directory, *found.front(), *wanted, style, arguments, console);
  }
  if (wanted->limit > 0 && found.size() > wanted->limit) {
    console.err << "obs: " << found.size() << " personer passar, här de " << wanted->limit
                << " som nämns oftast\n";
    found.resize(wanted->limit);
  }
  return print(render_people(*directory, found, wanted->format), arguments, console, is_text);
}

}  // namespace

Command people_command() {
  Command command;
  command.name = "people";
  command.summary = "people by name, role or organisation; who held an office at a date";
  command.usage = "[NAME...] [options]";
  command.text =
      "Lists the people whom releases name. Where one person fits, everything about that person:\n"
      "names used, roles with dates and evidence, quotes by year, what their releases speak of "
      "more\n"
      "than others do, who is named together with them.\n"
      "With --role and --on: who held the office that day, on the first line, and the releases "
      "that\n"
      "say so; nothing and exit status 1 where the archive cannot know. An office without --org "
      "is\n"
      "that of Sweden where releases name those of other countries too.\n"
      "With --pairs: names that may be one person's, with what speaks for it and against it.\n"
      "ARCHIVE/names.txt says what is decided about names, a line each with tabs:\n"
      "  samma  Annika Sjöö  Annica Sjöö    one person\n"
      "  olika  Lars Berg    Lars Bergh     two people";
  command.examples =
      "  pressarkiv-query people Reuterberg\n"
      "  pressarkiv-query people --role näringslivschef --org Alingsås\n"
      "  pressarkiv-query people --role socialminister --on 2024-05-01\n"
      "  pressarkiv-query people --pairs --limit 50 --format csv\n";
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
