// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/stored_facts.h"

#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include "common/codec.h"
#include "common/compression.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kMaxFactsBytes = std::size_t{1} << 30U;

/// The items of a list, until the bytes end too early: a damaged count must not reserve memory.
template <typename Item, typename GetItem>
std::vector<Item> get_items(ByteReader& reader, GetItem get_item) {
  std::vector<Item> items;
  const std::uint64_t count = reader.number();
  for (std::uint64_t i = 0; i < count && reader.ok(); ++i) items.push_back(get_item(reader));
  return items;
}

template <typename Item, typename PutItem>
void put_items(ByteWriter& writer, const std::vector<Item>& items, PutItem put_item) {
  writer.number(items.size());
  for (const Item& item : items) put_item(writer, item);
}

void put_text(ByteWriter& writer, const std::string& text) { writer.text(text); }
std::string get_text(ByteReader& reader) { return std::string(reader.text()); }

void put_range(ByteWriter& writer, const ByteRange& range) { writer.range(range); }
ByteRange get_range(ByteReader& reader) { return reader.range(); }

void put_place(ByteWriter& writer, const TextRange& place) {
  writer.number(static_cast<unsigned>(place.text));
  writer.range(place.range);
}

TextRange get_place(ByteReader& reader) {
  const auto text = static_cast<FactText>(reader.number());
  return {text, reader.range()};
}

void put_person(ByteWriter& writer, const Person& person) {
  writer.text(person.name);
  put_items(writer, person.names, put_text);
  put_items(writer, person.mentions, put_place);
  writer.text(person.role);
  put_items(writer, person.other_roles, put_text);
  writer.text(person.organisation);
  writer.text(person.party);
  writer.number(person.is_contact ? 1 : 0);
}

Person get_person(ByteReader& reader) {
  Person person;
  person.name = reader.text();
  person.names = get_items<std::string>(reader, get_text);
  person.mentions = get_items<TextRange>(reader, get_place);
  person.role = reader.text();
  person.other_roles = get_items<std::string>(reader, get_text);
  person.organisation = reader.text();
  person.party = reader.text();
  person.is_contact = reader.number() != 0;
  return person;
}

void put_bare_name(ByteWriter& writer, const BareName& bare) {
  writer.text(bare.name);
  put_items(writer, bare.mentions, put_place);
}

BareName get_bare_name(ByteReader& reader) {
  BareName bare;
  bare.name = reader.text();
  bare.mentions = get_items<TextRange>(reader, get_place);
  return bare;
}

/// The words of the parts, joined as Quote::text is; ranges outside the text give nothing.
std::string words_of_parts(const Quote& quote, const Release& release) {
  const std::string& source = text_of(release, quote.source);
  std::string words;
  for (const ByteRange& part : quote.parts) {
    if (part.begin > part.end || part.end > source.size()) return {};
    if (!words.empty()) words += ' ';
    words.append(source, part.begin, part.size());
  }
  return words;
}

void put_quote(ByteWriter& writer, const Quote& quote, const Release& release) {
  writer.number(static_cast<unsigned>(quote.source));
  put_items(writer, quote.parts, put_range);
  const bool stands_in_text = quote.text == words_of_parts(quote, release);
  writer.number(stands_in_text ? 1 : 0);
  if (!stands_in_text) writer.text(quote.text);
  writer.number(quote.speaker);
  writer.text(quote.speaker_name);
  writer.text(quote.role);
  writer.text(quote.organisation);
  writer.text(quote.verb);
  put_place(writer, quote.attribution);
  writer.number(static_cast<unsigned>(quote.via));
  writer.number(std::bit_cast<std::uint32_t>(quote.confidence));
}

Quote get_quote(ByteReader& reader, const Release& release) {
  Quote quote;
  quote.source = static_cast<FactText>(reader.number());
  quote.parts = get_items<ByteRange>(reader, get_range);
  const bool stands_in_text = reader.number() != 0;
  quote.text = stands_in_text ? words_of_parts(quote, release) : std::string(reader.text());
  quote.speaker = static_cast<std::uint32_t>(reader.number());
  quote.speaker_name = reader.text();
  quote.role = reader.text();
  quote.organisation = reader.text();
  quote.verb = reader.text();
  quote.attribution = get_place(reader);
  quote.via = static_cast<SpeakerVia>(reader.number());
  quote.confidence = std::bit_cast<float>(static_cast<std::uint32_t>(reader.number()));
  return quote;
}

void put_region(ByteWriter& writer, const RegionMention& region) {
  writer.number(static_cast<unsigned>(region.kind));
  writer.text(region.name);
  writer.text(region.code);
  put_place(writer, region.where);
}

RegionMention get_region(ByteReader& reader) {
  RegionMention region;
  region.kind = static_cast<PlaceKind>(reader.number());
  region.name = reader.text();
  region.code = reader.text();
  region.where = get_place(reader);
  return region;
}

}  // namespace

std::string encode_facts(const Facts& facts, const Release& release) {
  std::string plain;
  ByteWriter writer(plain);
  put_items(writer, facts.people, put_person);
  put_items(writer, facts.bare_names, put_bare_name);
  put_items(writer, facts.quotes,
            [&release](ByteWriter& out, const Quote& quote) { put_quote(out, quote, release); });
  put_items(writer, facts.regions, put_region);
  return compress(plain);
}

Result<Facts> decode_facts(std::string_view encoded, const Release& release) {
  const Result<std::string> plain = decompress(encoded, kMaxFactsBytes);
  if (!plain) return plain.error();
  ByteReader reader(*plain);
  Facts facts;
  facts.people = get_items<Person>(reader, get_person);
  facts.bare_names = get_items<BareName>(reader, get_bare_name);
  facts.quotes =
      get_items<Quote>(reader, [&release](ByteReader& in) { return get_quote(in, release); });
  facts.regions = get_items<RegionMention>(reader, get_region);
  if (!reader.ok()) return Error{ErrorCode::kCorrupt, "stored facts end too early"};
  return facts;
}

}  // namespace pressarkiv
