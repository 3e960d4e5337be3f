// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace pressarkiv {

/// A share with its interval, all of 0–1.
struct Interval {
  double low = 0;
  double high = 0;
};

/// The 95 % interval of a share of `hits` among `all` (Wilson 1927), which also holds for few and
/// for none; [0, 1] where `all` is 0.
Interval wilson_interval(std::uint64_t hits, std::uint64_t all);

/// Two-by-two counts: how many of two collections have something.
struct Contingency {
  std::uint64_t hits = 0;        ///< In the collection at hand.
  std::uint64_t all = 0;         ///< Its size.
  std::uint64_t other_hits = 0;  ///< In the one that it is compared with.
  std::uint64_t other_all = 0;
};

/// Dunning's log-likelihood ratio G² (1993) of the four cells, with the sign of the difference:
/// positive where the collection at hand has more than its share. Above 3.84: p < .05; above 10.83:
/// p < .001. 0 where a collection is empty.
double log_likelihood(const Contingency& counts);

/// How many times as frequent, as log2: 1 is twice, -1 half. Half a release is added to both so
/// that what is new has a number (Haldane 1956). 0 where a collection is empty.
double log_ratio(const Contingency& counts);

/// The lower end of the 95 % interval of log_ratio(): what is surely so many times as frequent. (S.
/// Evert's "conservative log ratio", 2022, by the delta method for a ratio of shares.) 0 where a
/// collection is empty or the interval holds 0.
double least_log_ratio(const Contingency& counts);

/// Rychlý's log-Dice (2008) of two things that occur `a` and `b` times and `both` times together:
/// at most 14; one less is half as strong; does not depend on the size of the archive. Negative
/// infinity never comes out: 0 together is -100.
double log_dice(std::uint64_t both, std::uint64_t a, std::uint64_t b);

}  // namespace pressarkiv
