// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/stopwords.h"

#include <algorithm>
#include <array>

namespace pressarkiv {
namespace {

// In byte order, for binary search (the test checks it).
constexpr std::array<std::string_view, 76> kStopwords{
    "alla",  "allt",  "att",   "av",    "blev",   "bli",   "blir",  "blivit", "de",   "dem",  "den",
    "denna", "deras", "dess",  "dessa", "det",    "detta", "dig",   "din",    "dina", "ditt", "du",
    "där",   "då",    "efter", "en",    "ens",    "er",    "ert",   "ett",    "från", "för",  "ha",
    "hade",  "han",   "hans",  "har",   "hennes", "hon",   "honom", "hos",    "hur",  "här",  "i",
    "jag",   "ju",    "kan",   "man",   "med",    "men",   "mig",   "min",    "mot",  "ni",   "nu",
    "när",   "och",   "om",    "oss",   "på",     "samt",  "sig",   "sin",    "sina", "sitt", "ska",
    "som",   "så",    "till",  "var",   "vi",     "vid",   "än",    "är",     "åt",   "över"};

}  // namespace

bool is_stopword(std::string_view form) {
  return std::binary_search(kStopwords.begin(), kStopwords.end(), form);
}

std::vector<std::string_view> all_stopwords() { return {kStopwords.begin(), kStopwords.end()}; }

}  // namespace pressarkiv
