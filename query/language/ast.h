// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/byte_range.h"
#include "common/date.h"

namespace pressarkiv {

/// Where a part of a query is to be found.
enum class QueryField : std::uint8_t {
  kAny,        ///< Title, lead and body: what is ranked.
  kTitle,      ///< rubrik: title:
  kLead,       ///< ingress: lead:
  kBody,       ///< brödtext: body:
  kAbout,      ///< om: about: — the boilerplate.
  kSubject,    ///< ämne: subject:
  kRegion,     ///< region: — municipality, county or as written.
  kPerson,     ///< person: — named in the metadata.
  kPublisher,  ///< avsändare: publisher:
  kKind,       ///< typ: kind:
  kDate,       ///< datum: date:
  kId,         ///< id:
  kSpeaker,    ///< sade: speaker: — who is quoted.
  kRole,       ///< roll: role: — in what role.
  kFamily,     ///< familj: family: — the word with its compounds, wherever kAny looks.
};

enum class NodeKind : std::uint8_t {
  kWord,       ///< One typed word: `text`.
  kPrefix,     ///< ord*: `text` without the star.
  kPhrase,     ///< "…": `text` is what stands between the quotes.
  kDates,      ///< datum:2012..2014: `from`, `to`; each may be open.
  kAnd,        ///< All children.
  kOr,         ///< At least one child.
  kNot,        ///< `children[0]` without `children[1]`; a lone NOT has kEverything first.
  kRanked,     ///< Free words beside each other: any child, ranked; more are better. `required`
               ///< and `excluded` children (+word, -word) are marked on the child.
  kNear,       ///< children within `distance` words of each other, in any order.
  kAdjacent,   ///< children within `distance` words of each other, in this order.
  kForms,      ///< Any of `forms`, each just so; made of a word (`text`) by the compiler, never
               ///< by the parser.
  kEverything  ///< Every release.
};

/// What stands before a child of kRanked.
enum class Demand : std::uint8_t { kOptional, kRequired, kExcluded };

/// One node of a parsed query. A plain tree of values: copyable, comparable, printable.
struct QueryNode {
  NodeKind kind = NodeKind::kEverything;
  QueryField field = QueryField::kAny;  ///< Inherited already: every leaf says where it looks.
  Demand demand = Demand::kOptional;
  std::string text;
  std::vector<std::string> forms;   ///< Of kForms: folded, ascending.
  std::optional<PartialDate> from;  ///< First period included; nullopt: open.
  std::optional<PartialDate> to;    ///< Last period included; nullopt: open.
  std::uint32_t distance = 0;       ///< In words, for kNear and kAdjacent.
  ByteRange range;                  ///< Where in the query text this part was typed.
  std::vector<QueryNode> children;
};

/// Equality of meaning: `range` is not compared.
bool same_query(const QueryNode& a, const QueryNode& b);

}  // namespace pressarkiv
