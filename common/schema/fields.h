// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/date.h"
#include "common/schema/facets.h"

namespace pressarkiv {

/// THE table of the index: which term prefixes and metadata exist and what they hold. The
/// format in prose, with a worked example: common/schema/FORMAT.md. A change of meaning raises
/// kSchemaVersion; readers refuse an index of another version.
inline constexpr unsigned kSchemaVersion = 5;

/// Term prefixes (after Omega's convention where it has one). Terms of running text are stems in
/// lower case, so none can be taken for a prefixed term.
namespace prefix {
inline constexpr std::string_view kText = "";           ///< Title, lead and body; wdf is weighted.
inline constexpr std::string_view kTitle = "S";         ///< The same stems, of the title alone.
inline constexpr std::string_view kBoilerplate = "XB";  ///< Stems of the boilerplate.
inline constexpr std::string_view kId = "Q";            ///< The release's id, exactly.
inline constexpr std::string_view kYear = "Y";          ///< Y2019
inline constexpr std::string_view kMonth = "M";         ///< M201905; absent where unknown.
inline constexpr std::string_view kDay = "D";           ///< D20190514; absent where unknown.
inline constexpr std::string_view kLanguage = "L";      ///< Lsv
inline constexpr std::string_view kSpeaker = "XQ:";     ///< Who is quoted: full name, folded.
inline constexpr std::string_view kSpeakerWord = "XQW:";  ///< One word of that name, folded.
inline constexpr std::string_view kRole = "XO:";          ///< A stem of the speaker's role.
inline constexpr std::string_view kOpenOffice =
    "XQO:";  ///< An office speaks that nobody is named in.
}  // namespace prefix

/// Value slots. Never renumber.
/// What Xapian does not sort by lies in the columns (common/columns/column.h).
enum Slot : std::uint32_t {
  // 0 and 2 to 15 were before the columns.
  kDateSlot = 1,  ///< "YYYYMMDD", with 00 for an unknown month or day; for sorting.
};

/// How often one occurrence counts in a field (wdf). Chosen on the development topics of the
/// retrieval collection; benchmarks/README.md has the figures.
inline constexpr std::uint32_t kTitleWeight = 3;
inline constexpr std::uint32_t kLeadWeight = 2;
inline constexpr std::uint32_t kBodyWeight = 1;

/// Keys of the index's metadata.
namespace meta {
inline constexpr std::string_view kSchema = "schema";
inline constexpr std::string_view kAnalyzer = "analyzer";
inline constexpr std::string_view kLastEvent = "last_event";
inline constexpr std::string_view kReadings = "readings";     ///< ReadingStore::identity()
inline constexpr std::string_view kTermLists = "term_lists";  ///< "1": documents can be changed.
inline constexpr std::string_view kColumns = "columns";       ///< ColumnDirectory
inline constexpr std::string_view kLabel = "label:";          ///< label:<facet>:<id> → label
inline constexpr std::string_view kContent =
    "content:";  ///< content:<chunk> → rows (common/schema/content_table.h)
}  // namespace meta

/// The term of a prefix and a value. Xapian holds terms up to 245 bytes; longer ones are cut and
/// closed with a hash, so that different values stay different.
std::string make_term(std::string_view prefix, std::string_view value);
/// The same, replacing `out`, which keeps its memory.
void make_term(std::string_view prefix, std::string_view value, std::string& out);

/// The term prefix of a facet's exact values ("XS:" for subjects).
std::string_view facet_prefix(Facet facet);
/// The term that a release with this facet value carries; case and accents beside å ä ö do not
/// count.
std::string facet_term(Facet facet, std::string_view label);
/// How labels are compared: folded, lower case, blanks single.
std::string facet_key(std::string_view label);

/// Year, month and day terms that a date carries, as far as it is known.
std::string year_term(const PartialDate& date);
std::string month_term(const PartialDate& date);
std::string day_term(const PartialDate& date);
/// "20190514", "20190500", "20190000".
std::string sortable_date(const PartialDate& date);

/// "label:0:000001": where the label of a facet value lies in the metadata.
std::string label_key(Facet facet, FacetId id);

}  // namespace pressarkiv
