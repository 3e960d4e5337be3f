// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/stored_people.h"

#include <algorithm>

#include "common/codec.h"

namespace pressarkiv {
namespace {

void put_list(ByteWriter& writer, const std::vector<std::string>& list) {
  writer.number(list.size());
  for (const std::string& item : list) writer.text(item);
}

std::vector<std::string> get_list(ByteReader& reader) {
  std::vector<std::string> list;
  const std::uint64_t count = reader.number();
  for (std::uint64_t i = 0; i < count && reader.ok(); ++i) list.emplace_back(reader.text());
  return list;
}

}  // namespace

std::vector<StoredPerson> stored_people(const Facts& facts) {
  std::vector<StoredPerson> people;
  for (std::size_t i = 0; i < facts.people.size(); ++i) {
    const Person& person = facts.people[i];
    StoredPerson stored;
    stored.name = person.name;
    for (const std::string& form : person.names) {
      if (form != person.name && form.find(' ') != std::string::npos) stored.names.push_back(form);
    }
    stored.role = person.role;
    stored.other_roles = person.other_roles;
    stored.organisation = person.organisation;
    stored.party = person.party;
    stored.mentions = static_cast<std::uint32_t>(
        std::count_if(person.mentions.begin(), person.mentions.end(),
                      [](const TextRange& where) { return where.text != FactText::kContacts; }));
    stored.is_contact = person.is_contact && stored.mentions == 0;
    stored.quotes = static_cast<std::uint32_t>(
        std::count_if(facts.quotes.begin(), facts.quotes.end(),
                      [&](const Quote& quote) { return quote.speaker == i; }));
    people.push_back(std::move(stored));
  }
  return people;
}

std::string encode_people(const std::vector<StoredPerson>& people) {
  std::string out;
  ByteWriter writer(out);
  writer.number(people.size());
  for (const StoredPerson& person : people) {
    writer.text(person.name);
    put_list(writer, person.names);
    writer.text(person.role);
    put_list(writer, person.other_roles);
    writer.text(person.organisation);
    writer.text(person.party);
    writer.number(person.is_contact ? 1 : 0);
    writer.number(person.mentions);
    writer.number(person.quotes);
  }
  return out;
}

std::vector<StoredPerson> decode_people(std::string_view encoded) {
  ByteReader reader(encoded);
  std::vector<StoredPerson> people;
  const std::uint64_t count = encoded.empty() ? 0 : reader.number();
  for (std::uint64_t i = 0; i < count; ++i) {
    StoredPerson person;
    person.name = reader.text();
    person.names = get_list(reader);
    person.role = reader.text();
    person.other_roles = get_list(reader);
    person.organisation = reader.text();
    person.party = reader.text();
    person.is_contact = reader.number() != 0;
    person.mentions = static_cast<std::uint32_t>(reader.number());
    person.quotes = static_cast<std::uint32_t>(reader.number());
    if (!reader.ok()) break;
    people.push_back(std::move(person));
  }
  return people;
}

}  // namespace pressarkiv
