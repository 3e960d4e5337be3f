// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/fields.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "query/language/characters.h"

namespace pressarkiv {
namespace {

TEST_CASE("fields: Swedish and English names, in any case, with or without diacritics") {
  const auto row = GENERATE(values<std::pair<const char*, QueryField>>({
      {"rubrik", QueryField::kTitle},
      {"title", QueryField::kTitle},
      {"ingress", QueryField::kLead},
      {"lead", QueryField::kLead},
      {"brödtext", QueryField::kBody},
      {"BRÖDTEXT", QueryField::kBody},
      {"brodtext", QueryField::kBody},
      {"body", QueryField::kBody},
      {"om", QueryField::kAbout},
      {"about", QueryField::kAbout},
      {"Ämne", QueryField::kSubject},
      {"amne", QueryField::kSubject},
      {"a\u0308mne", QueryField::kSubject},  // NFD
      {"subject", QueryField::kSubject},
      {"region", QueryField::kRegion},
      {"person", QueryField::kPerson},
      {"avsändare", QueryField::kPublisher},
      {"Avsandare", QueryField::kPublisher},
      {"publisher", QueryField::kPublisher},
      {"typ", QueryField::kKind},
      {"kind", QueryField::kKind},
      {"datum", QueryField::kDate},
      {"date", QueryField::kDate},
      {"id", QueryField::kId},
  }));
  CAPTURE(row.first);
  CHECK(find_field(row.first) == row.second);
  CHECK(find_field(field_name(row.second)) == row.second);
}

TEST_CASE("fields: anything else is none") {
  const auto name = GENERATE(as<std::string>(), "", "x", "EU", "rubri", "rubriken", "http",
                             "en-lång-rubrik-som-aldrig-tar-slut", "rubrik ");
  CAPTURE(name);
  CHECK_FALSE(find_field(name));
}

TEST_CASE("fields: a name that is nearly right is guessed") {
  const auto row = GENERATE(values<std::pair<const char*, const char*>>({
      {"ruprik", "rubrik"},
      {"Ingres", "ingress"},
      {"kommun", "region"},
      {"län", "region"},
      {"titel", "rubrik"},
      {"avsandre", "avsändare"},
      {"subjekt", "ämne"},
      {"år", "datum"},
      {"EU", ""},
      {"http", ""},
      {"klimat", ""},
      {"", ""},
  }));
  CAPTURE(row.first);
  CHECK(std::string(guess_field(row.first)) == row.second);
}

TEST_CASE("characters: columns count characters, and broken bytes as one each") {
  CHECK(column_of("åäö x", 0) == 1);
  CHECK(column_of("åäö x", 2) == 2);
  CHECK(column_of("åäö x", 7) == 5);
  CHECK(column_of("\xff\xc3 x", 3) == 4);
  CHECK(column_of("ab", 99) == 3);
}

TEST_CASE("characters: blanks of every kind become one") {
  CHECK(single_blanks("  a \t\u00A0 b\r\n") == "a b");
  CHECK(single_blanks("a\xff"
                      "b") == "a b");
  CHECK(single_blanks(" \n ").empty());
}

}  // namespace
}  // namespace pressarkiv
