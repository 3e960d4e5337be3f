// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/card.h"

#include "common/codec.h"

namespace pressarkiv {

std::string encode_card(const Card& card) {
  std::string out;
  ByteWriter writer(out);
  writer.number(card.event);
  writer.text(card.id);
  writer.text(card.title);
  writer.text(card.date ? card.date->to_iso() : std::string());
  writer.text(card.publisher);
  writer.text(card.kind);
  writer.text(card.url);
  return out;
}

std::uint64_t event_of_card(std::string_view encoded) { return ByteReader(encoded).number(); }

Card decode_card(std::string_view encoded) {
  ByteReader reader(encoded);
  Card card;
  card.event = reader.number();
  card.id = reader.text();
  card.title = reader.text();
  card.date = parse_iso_date(reader.text());
  card.publisher = reader.text();
  card.kind = reader.text();
  card.url = reader.text();
  return card;
}

}  // namespace pressarkiv
