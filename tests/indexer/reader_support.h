// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/reader_registry.h"

namespace pressarkiv::test {

/// All that a source gave.
struct ReadAll {
  std::vector<ReadRelease> releases;
  std::vector<std::string> errors;
  std::vector<ErrorCode> codes;
};

inline ReadAll read_all(std::string_view bytes, std::string_view path,
                        const ReadOptions& options = {}, std::string_view default_id = "prov") {
  ReadAll all;
  read_source(bytes, path, default_id, options, [&](Result<ReadRelease> found) {
    if (found) {
      all.releases.push_back(std::move(*found));
    } else {
      all.errors.push_back(found.error().message);
      all.codes.push_back(found.error().code);
    }
  });
  return all;
}

/// Whether each release comes out of its own bytes as it came out of the whole source.
inline bool bytes_give_them_again(std::string_view bytes, std::string_view path, const ReadAll& all,
                                  ReadOptions options = {}) {
  for (const ReadRelease& read : all.releases) {
    options.format = format_of_name(read.release.source_format);
    if (read.raw.end > bytes.size()) return false;
    const ReadAll again =
        read_all(bytes.substr(read.raw.begin, read.raw.size()), path, options, read.release.id);
    if (again.releases.size() != 1 || !again.errors.empty()) return false;
    if (again.releases[0].release != read.release) return false;
  }
  return true;
}

/// UTF-8 as UTF-16, with or without a byte order mark. For characters of the BMP.
inline std::string as_utf16(std::string_view text, bool little, bool mark) {
  std::string out;
  const auto put = [&](unsigned unit) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    out.push_back(little ? low : high);
    out.push_back(little ? high : low);
  };
  if (mark) put(0xFEFF);
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    const auto tail = [&](std::size_t i) {
      return static_cast<unsigned char>(text[at + i]) & 0x3FU;
    };
    if (first < 0x80) {
      put(first);
      at += 1;
    } else if (first < 0xE0) {
      put((first & 0x1FU) << 6U | tail(1));
      at += 2;
    } else {
      put((first & 0x0FU) << 12U | tail(1) << 6U | tail(2));
      at += 3;
    }
  }
  return out;
}

/// UTF-8 as Latin-1. For characters below U+0100.
inline std::string as_latin1(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
      out.push_back(text[at]);
    } else {
      out.push_back(static_cast<char>((first & 0x03U) << 6U |
                                      (static_cast<unsigned char>(text[++at]) & 0x3FU)));
    }
  }
  return out;
}

/// A release as lines for golden files.
inline std::string described(const ReadRelease& read) {
  const Release& release = read.release;
  std::string out;
  const auto line = [&out](std::string_view key, std::string_view value) {
    if (value.empty()) return;
    out += std::string(key) + ": " + std::string(value) + "\n";
  };
  line("id", release.id);
  line("title", release.title);
  line("kind", release.kind);
  line("date", release.date ? release.date->to_iso() : "");
  line("updated", release.updated ? release.updated->to_iso() : "");
  for (const std::string& each : release.publishers) line("publisher", each);
  for (const std::string& each : release.subjects) line("subject", each);
  for (const std::string& each : release.regions) line("region", each);
  for (const std::string& each : release.people) line("person", each);
  line("url", release.url);
  line("language", release.language);
  line("preamble", release.preamble);
  line("lead", release.lead);
  for (const Block& block : release.blocks) {
    line(block.kind == BlockKind::kParagraph    ? "paragraph"
         : block.kind == BlockKind::kSubheading ? "heading"
                                                : "item",
         block_text(release, block));
  }
  line("boilerplate", release.boilerplate);
  for (const Contact& each : release.contacts) line("contact", each.name + " | " + each.details);
  line("contact text", release.contact_text);
  for (const std::string& each : release.attachments) line("attachment", each);
  for (const std::string& each : read.notes) line("note", each);
  return out;
}

}  // namespace pressarkiv::test
