// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/text_reader.h"

namespace pressarkiv::test {

/// What the plain-text reader gave for one source: a release or an error.
struct ReadText {
  std::optional<ReadRelease> read;
  std::string error;
  ErrorCode code = ErrorCode::kInternal;
  int calls = 0;
};

inline ReadText read_plain(std::string_view bytes, std::string_view path = "prov.txt") {
  ReadText result;
  read_text({bytes, path, "prov"}, {}, [&](Result<ReadRelease> read) {
    ++result.calls;
    if (read) {
      result.read = std::move(*read);
    } else {
      result.error = read.error().message;
      result.code = read.error().code;
    }
  });
  return result;
}

/// How often each word (run of letters and digits) stands in a text.
inline std::map<std::string, int> count_each_word(std::string_view text) {
  std::map<std::string, int> counts;
  std::string word;
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    const std::int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(data, i, size, c);
    if (u_isalnum(c)) {
      word.append(
          text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin)));
    } else if (!word.empty()) {
      ++counts[word];
      word.clear();
    }
  }
  if (!word.empty()) ++counts[word];
  return counts;
}

/// All text of a release, whichever field it is in.
inline std::string all_text(const Release& release) {
  std::string all;
  for (const std::string* part : {&release.preamble, &release.title, &release.lead, &release.body,
                                  &release.boilerplate, &release.contact_text}) {
    all += *part + "\n";
  }
  for (const std::vector<std::string>* list : {&release.subjects, &release.regions}) {
    for (const std::string& item : *list) all += item + "\n";
  }
  return all;
}

/// A release as text, for golden files: a field a line, then the blocks.
inline std::string described(const ReadRelease& read) {
  const Release& release = read.release;
  std::string out;
  const auto field = [&out](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out.append(name).append(": ");
    for (const char c : value) out.append(c == '\n' ? std::string("\n    ") : std::string(1, c));
    out += '\n';
  };
  field("title", release.title);
  field("kind", release.kind);
  field("publisher", release.publisher);
  field("date", release.date ? release.date->to_iso() : "");
  field("updated", release.updated ? release.updated->to_iso() : "");
  field("preamble", release.preamble);
  field("lead", release.lead);
  for (const Block& block : release.blocks) {
    const char* names[] = {"paragraph", "subheading", "item"};
    field(names[static_cast<unsigned>(block.kind)], block_text(release, block));
  }
  for (const std::string& subject : release.subjects) field("subject", subject);
  for (const std::string& region : release.regions) field("region", region);
  for (const Contact& contact : release.contacts)
    field("contact", contact.name + " | " + contact.details);
  field("contact text", release.contact_text);
  field("boilerplate", release.boilerplate);
  field("source format", release.source_format);
  for (const std::string& note : read.notes) field("note", note);
  return out;
}

}  // namespace pressarkiv::test
