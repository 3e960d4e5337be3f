// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/statistics.h"

#include <algorithm>
#include <cmath>

namespace pressarkiv {
namespace {

constexpr double kZ95 = 1.959963984540054;  // The normal distribution's 97.5th percentile.

/// One cell's part of G².
double cell(double observed, double expected) {
  return observed > 0 && expected > 0 ? observed * std::log(observed / expected) : 0;
}

}  // namespace

Interval wilson_interval(std::uint64_t hits, std::uint64_t all) {
  if (all == 0) return {0, 1};
  const auto n = static_cast<double>(all);
  const double share = static_cast<double>(hits) / n;
  const double z2 = kZ95 * kZ95;
  const double centre = share + z2 / (2 * n);
  const double reach = kZ95 * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n));
  const double whole = 1 + z2 / n;
  return {hits == 0 ? 0.0 : std::max(0.0, (centre - reach) / whole),
          hits == all ? 1.0 : std::min(1.0, (centre + reach) / whole)};
}

double log_likelihood(const Contingency& counts) {
  if (counts.all == 0 || counts.other_all == 0) return 0;
  const auto a = static_cast<double>(counts.hits);
  const auto b = static_cast<double>(counts.other_hits);
  const auto n1 = static_cast<double>(counts.all);
  const auto n2 = static_cast<double>(counts.other_all);
  const double share = (a + b) / (n1 + n2);
  const double value = 2 * (cell(a, n1 * share) + cell(b, n2 * share) +
                            cell(n1 - a, n1 * (1 - share)) + cell(n2 - b, n2 * (1 - share)));
  return a * n2 >= b * n1 ? std::max(0.0, value) : -std::max(0.0, value);
}

double log_ratio(const Contingency& counts) {
  if (counts.all == 0 || counts.other_all == 0) return 0;
  constexpr double kHalf = 0.5;
  const double here =
      (static_cast<double>(counts.hits) + kHalf) / (static_cast<double>(counts.all) + 2 * kHalf);
  const double there = (static_cast<double>(counts.other_hits) + kHalf) /
                       (static_cast<double>(counts.other_all) + 2 * kHalf);
  return std::log2(here / there);
}

double least_log_ratio(const Contingency& counts) {
  if (counts.all == 0 || counts.other_all == 0) return 0;
  constexpr double kHalf = 0.5;
  const double a = static_cast<double>(counts.hits) + kHalf;
  const double b = static_cast<double>(counts.other_hits) + kHalf;
  const double variance = 1 / a - 1 / (static_cast<double>(counts.all) + 2 * kHalf) + 1 / b -
                          1 / (static_cast<double>(counts.other_all) + 2 * kHalf);
  const double reach = kZ95 * std::sqrt(std::max(0.0, variance)) / std::log(2.0);
  const double ratio = log_ratio(counts);
  return ratio > 0 ? std::max(0.0, ratio - reach) : std::min(0.0, ratio + reach);
}

double log_dice(std::uint64_t both, std::uint64_t a, std::uint64_t b) {
  constexpr double kMost = 14;
  constexpr double kNever = -100;
  if (both == 0) return kNever;
  return kMost + std::log2(2 * static_cast<double>(both) / static_cast<double>(a + b));
}

}  // namespace pressarkiv
