// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/statistics.h"

#include <catch2/catch.hpp>

using namespace pressarkiv;

TEST_CASE("wilson: values of the published tables") {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3 (score without continuity
  // correction).
  struct Row {
    std::uint64_t hits;
    std::uint64_t all;
    double low;
    double high;
  };
  const Row row = GENERATE(values<Row>({{81, 263, 0.2553, 0.3662},
                                        {15, 148, 0.0624, 0.1605},
                                        {0, 20, 0.0000, 0.1611},
                                        {1, 29, 0.0061, 0.1718}}));
  const Interval interval = wilson_interval(row.hits, row.all);
  CHECK(interval.low == Approx(row.low).margin(0.00006));
  CHECK(interval.high == Approx(row.high).margin(0.00006));
}

TEST_CASE("wilson: always an interval of shares that holds the share") {
  CHECK(wilson_interval(0, 0).low == 0);
  CHECK(wilson_interval(0, 0).high == 1);
  for (std::uint64_t all = 1; all < 60; ++all) {
    for (std::uint64_t hits = 0; hits <= all; ++hits) {
      const Interval interval = wilson_interval(hits, all);
      const double share = static_cast<double>(hits) / static_cast<double>(all);
      CHECK(interval.low >= 0);
      CHECK(interval.high <= 1);
      CHECK(interval.low <= share);
      CHECK(interval.high >= share);
    }
  }
}

TEST_CASE("log-likelihood: zero where shares are equal, signed, as computed by hand") {
  CHECK(log_likelihood({10, 100, 20, 200}) == Approx(0).margin(1e-9));
  // 2 * (30 ln(30/20) + 10 ln(10/20) + 70 ln(70/80) + 90 ln(90/80))
  CHECK(log_likelihood({30, 100, 10, 100}) == Approx(12.9715).margin(0.001));
  CHECK(log_likelihood({10, 100, 30, 100}) == Approx(-12.9715).margin(0.001));
  CHECK(log_likelihood({0, 100, 0, 100}) == 0);
  CHECK(log_likelihood({100, 100, 100, 100}) == Approx(0).margin(1e-9));
  CHECK(log_likelihood({1, 0, 1, 100}) == 0);
}

TEST_CASE("log ratio: doublings") {
  CHECK(log_ratio({200, 1000, 100, 1000}) == Approx(1).margin(0.01));
  CHECK(log_ratio({100, 1000, 200, 1000}) == Approx(-1).margin(0.01));
  CHECK(log_ratio({5, 100, 0, 100}) > 3);
}

TEST_CASE("log-dice: 14 for what only occurs together, one less for half") {
  CHECK(log_dice(10, 10, 10) == Approx(14));
  CHECK(log_dice(5, 10, 10) == Approx(13));
  CHECK(log_dice(0, 10, 10) < 0);
}

TEST_CASE("least log ratio: the cautious end of the interval, nearer with more evidence") {
  CHECK(least_log_ratio({10, 100, 10, 100}) == 0);
  CHECK(least_log_ratio({3, 100, 2, 100}) == 0);
  const double few = least_log_ratio({8, 100, 1, 100});
  const double many = least_log_ratio({80, 1000, 10, 1000});
  CHECK(few > 0);
  CHECK(many > few);
  CHECK(many < log_ratio({80, 1000, 10, 1000}));
  CHECK(least_log_ratio({10, 1000, 80, 1000}) == Approx(-many).epsilon(0.02));
  CHECK(least_log_ratio({1, 0, 1, 10}) == 0);
}
