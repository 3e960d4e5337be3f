// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/ranking.h"

#include <array>

namespace pressarkiv {
namespace {

using P = RankingParameters;

constexpr std::array<NamedParameter, 21> kParameters{{
    {"k1", [](P& p) -> double& { return p.k1; }},
    {"b", [](P& p) -> double& { return p.b; }},
    {"min-length", [](P& p) -> double& { return p.min_length; }},
    {"all-words", [](P& p) -> double& { return p.all_words; }},
    {"more-evidence", [](P& p) -> double& { return p.more_evidence; }},
    {"feedback", [](P& p) -> double& { return p.feedback; }},
    {"feedback-most", [](P& p) -> double& { return p.feedback_most; }},
    {"feedback-hits", [](P& p) -> double& { return p.feedback_hits; }},
    {"feedback-terms", [](P& p) -> double& { return p.feedback_terms; }},
    {"unit-overlap", [](P& p) -> double& { return p.unit_overlap; }},
    {"unit-discount", [](P& p) -> double& { return p.unit_discount; }},
    {"nearness", [](P& p) -> double& { return p.nearness; }},
    {"weak-hits", [](P& p) -> double& { return p.weak_hits; }},
    {"compounds", [](P& p) -> double& { return p.expansion.compounds; }},
    {"parts", [](P& p) -> double& { return p.expansion.parts; }},
    {"one-part", [](P& p) -> double& { return p.expansion.one_part; }},
    {"spelling", [](P& p) -> double& { return p.expansion.spelling; }},
    {"joined", [](P& p) -> double& { return p.expansion.joined; }},
    {"divided", [](P& p) -> double& { return p.expansion.divided; }},
    {"synonym", [](P& p) -> double& { return p.expansion.synonym; }},
    {"places", [](P& p) -> double& { return p.expansion.places; }},
}};

}  // namespace

std::span<const NamedParameter> ranking_parameters() { return kParameters; }

Xapian::BM25Weight ranking_weight(const RankingParameters& parameters) {
  constexpr double kNoQueryLength = 0;
  constexpr double kRepeatedInQuery = 1;
  return {parameters.k1, kNoQueryLength, kRepeatedInQuery, parameters.b, parameters.min_length};
}

Xapian::Query with_all_words_bonus(const Xapian::Query& any,
                                   const std::vector<Xapian::Query>& words, double bonus) {
  if (bonus <= 0) return any;
  const Xapian::Query all(Xapian::Query::OP_AND, words.begin(), words.end());
  return Xapian::Query(Xapian::Query::OP_OR, any,
                       Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, all, bonus));
}

}  // namespace pressarkiv
