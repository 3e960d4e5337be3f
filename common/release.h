// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/date.h"

namespace pressarkiv {

/// What a block of the body is. Values reach the disk: never renumber.
enum class BlockKind : unsigned char {
  kParagraph = 0,   ///< Running text, dash quotes included.
  kSubheading = 1,  ///< A heading inside the body.
  kListItem = 2,    ///< One item of a list, without its bullet.
};

/// One block of the body: a range of `Release::body`.
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  ByteRange range;
  bool operator==(const Block&) const = default;
};

/// A person given as contact. Personal data: `details` may hold telephone numbers and addresses,
/// and is kept apart from everything that is searched by default.
struct Contact {
  std::string name;
  std::string details;  ///< The rest of the line as written; may be empty.
  bool operator==(const Contact&) const = default;
};

/// What one source says about one release, and nothing that was concluded from it. All text is
/// UTF-8 in NFC with "\n" line ends; soft hyphens and no-break spaces stay as they were written.
struct Release {
  std::string id;             ///< Unique in the archive: the source's own, else from the path.
  std::string title;          ///< The headline; never empty once a reader is done.
  std::string lead;           ///< Ingress; empty where there is none.
  std::string body;           ///< The news text after title and lead, blocks separated by "\n\n".
  std::vector<Block> blocks;  ///< Of the body, in order, disjoint, covering all but the blanks.
  std::string boilerplate;    ///< "OM X …" and the like, heading line first; empty if none.
  std::vector<Contact> contacts;
  std::string contact_text;  ///< The contact blocks as written, so that nothing is lost.
  std::string preamble;      ///< What framed the news (type line, correction, page), as written.
  std::optional<PartialDate> date;       ///< Day of publication as far as the source tells it.
  std::optional<PartialDate> updated;    ///< Day of the last change, where the source tells it.
  std::string publisher;                 ///< Who issues the release, as written; empty if unknown.
  std::vector<std::string> publishers;   ///< All senders where a source lists several.
  std::string kind;                      ///< "Pressmeddelande", "Artikel" …; empty if unknown.
  std::vector<std::string> subjects;     ///< Ämnen, as written.
  std::vector<std::string> regions;      ///< Regioner, as written.
  std::vector<std::string> people;       ///< People named in the *metadata*, not found in the text.
  std::vector<std::string> attachments;  ///< Addresses of attached files.
  std::string url;                       ///< Where it was published; empty if unknown.
  std::string language;       ///< BCP 47 as the source says it ("sv"); empty if it does not.
  std::string source_format;  ///< "text", "markdown" or "jsonl".

  bool operator==(const Release&) const = default;
};

/// The text of a block.
inline std::string_view block_text(const Release& release, const Block& block) {
  return std::string_view(release.body).substr(block.range.begin, block.range.size());
}

}  // namespace pressarkiv
