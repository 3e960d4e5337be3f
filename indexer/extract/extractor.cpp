// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/extractor.h"

#include <algorithm>

#include "indexer/extract/document_tokens.h"
#include "indexer/extract/name_data.h"
#include "indexer/extract/name_model.h"
#include "indexer/extract/person_finder.h"
#include "indexer/extract/quote_finder.h"
#include "indexer/extract/region_finder.h"
#include "indexer/extract/role_finder.h"
#include "indexer/extract/word_classes.h"

namespace pressarkiv {
namespace {

using extract::Document;
using extract::FoundRole;
using extract::NameMention;
using extract::PersonRoles;
using extract::PersonTable;

bool same_name(const std::string& a, const std::string& b) {
  return extract::clean_text(a) == extract::clean_text(b);
}

TextRange mention_range(const Document& doc, const NameMention& mention) {
  const std::size_t begin = doc.at(mention.begin).begin;
  std::size_t end = doc.at(mention.end - 1).end;
  if (mention.genitive && end - begin > 1) --end;  // The -s is one byte.
  return {doc.paragraph_of(mention.begin).text, {begin, end}};
}

void set_roles(const PersonRoles& found, Person& person) {
  person.party = found.party;
  for (const FoundRole& role : found.roles) {
    if (person.role.empty()) {
      person.role = role.role;
      person.organisation = role.organisation;
      continue;
    }
    if (role.role == person.role) {
      if (person.organisation.empty()) person.organisation = role.organisation;
      continue;
    }
    if (std::find(person.other_roles.begin(), person.other_roles.end(), role.role) ==
        person.other_roles.end()) {
      person.other_roles.push_back(role.role);
    }
  }
}

std::vector<Person> make_people(const Document& doc, const PersonTable& table,
                                const std::vector<PersonRoles>& roles) {
  std::vector<Person> people(table.people.size());
  for (std::size_t i = 0; i < people.size(); ++i) {
    people[i].name = table.people[i].name;
    people[i].names = table.people[i].names;
    set_roles(roles[i], people[i]);
  }
  for (const NameMention& mention : table.mentions) {
    Person& person = people[mention.person];
    person.mentions.push_back(mention_range(doc, mention));
    if (doc.paragraph_of(mention.begin).text == FactText::kContacts) person.is_contact = true;
  }
  return people;
}

std::vector<BareName> make_bare_names(const Document& doc, const PersonTable& table) {
  std::vector<BareName> names;
  for (const extract::SingleName& found : table.bare_names) {
    BareName name{found.name, {}};
    for (const NameMention& mention : found.mentions)
      name.mentions.push_back(mention_range(doc, mention));
    names.push_back(std::move(name));
  }
  return names;
}

// The reader's contacts are people, too, where the text pass could not be sure of them.
void add_contacts(const Release& release, std::vector<Person>& people) {
  for (const Contact& contact : release.contacts) {
    const auto known = std::find_if(people.begin(), people.end(), [&](const Person& person) {
      return std::any_of(person.names.begin(), person.names.end(),
                         [&](const std::string& name) { return same_name(name, contact.name); });
    });
    if (known != people.end()) {
      known->is_contact = true;
      continue;
    }
    const std::string name = extract::clean_text(contact.name);
    if (name.find(' ') == std::string::npos) continue;
    Person person;
    person.name = name;
    person.names.push_back(name);
    person.is_contact = true;
    people.push_back(std::move(person));
  }
}

void finish_quotes(const Release& release, const std::vector<Person>& people,
                   std::vector<Quote>& quotes) {
  for (Quote& quote : quotes) {
    const std::string_view text = text_of(release, quote.source);
    for (const ByteRange& range : quote.parts) {
      if (!quote.text.empty()) quote.text.push_back(' ');
      quote.text += text.substr(range.begin, range.size());
    }
    if (quote.speaker == kNoPerson) continue;
    const Person& person = people[quote.speaker];
    quote.speaker_name = person.name;
    quote.role = person.role;
    quote.organisation = person.organisation;
  }
}

}  // namespace

/// The tables of words and names.
struct Extractor::Tables {
  extract::WordClasses words;
  extract::NameModel model{extract::name_data::kNameWeights};
  extract::RegionFinder regions;
};

const Extractor::Tables& Extractor::tables() const {
  std::call_once(made_, [this] { tables_ = std::make_unique<const Tables>(); });
  return *tables_;
}

Extractor::Extractor() = default;
Extractor::~Extractor() = default;

Facts Extractor::extract(const Release& release) const {
  const Tables& known = tables();
  const Document doc(release, known.words);
  const PersonTable table = extract::find_people(doc, known.model);
  std::vector<PersonRoles> roles = extract::find_roles(doc, table);
  Facts facts;
  facts.quotes = extract::find_quotes(doc, table, roles);
  facts.people = make_people(doc, table, roles);
  facts.bare_names = make_bare_names(doc, table);
  add_contacts(release, facts.people);
  finish_quotes(release, facts.people, facts.quotes);
  facts.regions = known.regions.find(doc, table);
  return facts;
}

}  // namespace pressarkiv
