// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/stored_release.h"

#include "common/codec.h"
#include "common/compression.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kMaxReleaseBytes = std::size_t{1} << 30U;

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

void put_date(ByteWriter& writer, const std::optional<PartialDate>& date) {
  writer.text(date ? date->to_iso() : std::string());
}

void put_blocks(ByteWriter& writer, const std::vector<Block>& blocks) {
  writer.number(blocks.size());
  for (const Block& block : blocks) {
    writer.number(static_cast<unsigned>(block.kind));
    writer.number(block.range.begin);
    writer.number(block.range.size());
  }
}

std::vector<Block> get_blocks(ByteReader& reader, std::size_t body_bytes) {
  std::vector<Block> blocks;
  const std::uint64_t count = reader.number();
  for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
    Block block;
    block.kind = static_cast<BlockKind>(reader.number());
    block.range.begin = static_cast<std::size_t>(reader.number());
    block.range.end = block.range.begin + static_cast<std::size_t>(reader.number());
    if (block.range.begin <= block.range.end && block.range.end <= body_bytes) {
      blocks.push_back(block);
    }
  }
  return blocks;
}

void put_contacts(ByteWriter& writer, const std::vector<Contact>& contacts) {
  writer.number(contacts.size());
  for (const Contact& contact : contacts) {
    writer.text(contact.name);
    writer.text(contact.details);
  }
}

std::vector<Contact> get_contacts(ByteReader& reader) {
  std::vector<Contact> contacts;
  const std::uint64_t count = reader.number();
  for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
    Contact contact;
    contact.name = reader.text();
    contact.details = reader.text();
    contacts.push_back(std::move(contact));
  }
  return contacts;
}

}  // namespace

std::string encode_release(const Release& release) {
  std::string plain;
  plain.reserve(release.body.size() + release.boilerplate.size() + 1024);
  ByteWriter writer(plain);
  writer.text(release.id);
  writer.text(release.title);
  writer.text(release.lead);
  writer.text(release.body);
  put_blocks(writer, release.blocks);
  writer.text(release.boilerplate);
  put_contacts(writer, release.contacts);
  writer.text(release.contact_text);
  writer.text(release.preamble);
  put_date(writer, release.date);
  put_date(writer, release.updated);
  writer.text(release.publisher);
  put_list(writer, release.publishers);
  writer.text(release.kind);
  put_list(writer, release.subjects);
  put_list(writer, release.regions);
  put_list(writer, release.people);
  put_list(writer, release.attachments);
  writer.text(release.url);
  writer.text(release.language);
  writer.text(release.source_format);
  return compress(plain);
}

Result<Release> decode_release(std::string_view encoded) {
  const Result<std::string> plain = decompress(encoded, kMaxReleaseBytes);
  if (!plain) return plain.error();
  ByteReader reader(*plain);
  Release release;
  release.id = reader.text();
  release.title = reader.text();
  release.lead = reader.text();
  release.body = reader.text();
  release.blocks = get_blocks(reader, release.body.size());
  release.boilerplate = reader.text();
  release.contacts = get_contacts(reader);
  release.contact_text = reader.text();
  release.preamble = reader.text();
  release.date = parse_iso_date(reader.text());
  release.updated = parse_iso_date(reader.text());
  release.publisher = reader.text();
  release.publishers = get_list(reader);
  release.kind = reader.text();
  release.subjects = get_list(reader);
  release.regions = get_list(reader);
  release.people = get_list(reader);
  release.attachments = get_list(reader);
  release.url = reader.text();
  release.language = reader.text();
  release.source_format = reader.text();
  if (!reader.ok()) return Error{ErrorCode::kCorrupt, "stored release ends too early"};
  return release;
}

}  // namespace pressarkiv
