// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/fields.h"

#include <array>
#include <cstdio>

#include "common/hash.h"
#include "common/text/fold.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kMaxTermBytes = 240;  // Xapian's limit is 245; NUL bytes count double.

constexpr std::array<std::string_view, kFacetCount> kFacetPrefixes{
    "XS:", "XC:", "XM:", "XP:", "A", "Y", "XK:", "XR:"};

std::string formatted(std::string_view prefix, const char* format, int a, unsigned b = 0,
                      unsigned c = 0) {
  std::array<char, 40> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), format, a, b, c);
  return std::string(prefix).append(buffer.data(), static_cast<std::size_t>(size));
}

}  // namespace

void make_term(std::string_view prefix, std::string_view value, std::string& out) {
  out.assign(prefix);
  out += value;
  if (out.size() <= kMaxTermBytes) return;
  std::array<char, 20> digest{};
  const int size = std::snprintf(digest.data(), digest.size(), "#%016llx",
                                 static_cast<unsigned long long>(stable_hash(value)));
  std::size_t keep = kMaxTermBytes - static_cast<std::size_t>(size);
  while (keep > 0 && (static_cast<unsigned char>(out[keep]) & 0xC0U) == 0x80U) --keep;
  out.resize(keep);
  out.append(digest.data(), static_cast<std::size_t>(size));
}

std::string make_term(std::string_view prefix, std::string_view value) {
  std::string term;
  make_term(prefix, value, term);
  return term;
}

std::string_view facet_prefix(Facet facet) {
  return kFacetPrefixes[static_cast<std::size_t>(facet)];
}

std::string facet_key(std::string_view label) { return fold_label(label); }

std::string facet_term(Facet facet, std::string_view label) {
  return make_term(facet_prefix(facet), facet_key(label));
}

std::string year_term(const PartialDate& date) {
  return formatted(prefix::kYear, "%04d", date.year);
}
std::string month_term(const PartialDate& date) {
  return formatted(prefix::kMonth, "%04d%02u", date.year, date.month);
}
std::string day_term(const PartialDate& date) {
  return formatted(prefix::kDay, "%04d%02u%02u", date.year, date.month, date.day);
}
std::string sortable_date(const PartialDate& date) {
  return formatted("", "%04d%02u%02u", date.year, date.month, date.day);
}

std::string label_key(Facet facet, FacetId id) {
  return formatted(meta::kLabel, "%d:%08x", static_cast<int>(facet), id);
}

}  // namespace pressarkiv
