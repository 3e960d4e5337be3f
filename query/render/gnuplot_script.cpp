// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "query/render/text_table.h"
#include "query/render/theme_renderers.h"
#include "query/render/trend_parts.h"

namespace pressarkiv {
namespace {

constexpr double kThousand = 1000;
/// With more lines the intervals would hide each other.
constexpr std::size_t kMostIntervals = 3;
/// Labels of the time axis that fit beside each other: "2019", and "2019-Q2" or "2019-05".
constexpr std::size_t kMostYearLabels = 16;
constexpr std::size_t kMostTimeLabels = 9;
constexpr std::size_t kFewPoints = 60;  ///< Up to so many, each has its mark.

/// Okabe and Ito's colours that stand out from white, each with a dash and a mark of its own.
struct LineLook {
  const char* color;
  int dash;
  int mark;
};
constexpr std::array<LineLook, 6> kLooks{{{"#0072B2", 1, 7},
                                          {"#D55E00", 2, 5},
                                          {"#009E73", 4, 9},
                                          {"#CC79A7", 3, 11},
                                          {"#000000", 5, 6},
                                          {"#E69F00", 1, 4}}};

/// Fill patterns that differ without colour too: full, diagonals, crosses, empty.
constexpr std::array<int, 7> kPatterns{3, 4, 1, 5, 2, 6, 0};

/// `text` as a gnuplot string that nothing in it can end: single quotes, which know no escapes but
/// their own doubling; control characters as blanks.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : printable(text)) {
    if (c == '\'') out.push_back('\'');
    out.push_back(c == '\n' ? ' ' : c);
  }
  return out + "'";
}

std::string decimal(double value) {
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%.4f", value);
  return text.data();
}

std::string unit_noun(PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::kYear:
      return "år";
    case PeriodUnit::kQuarter:
      return "kvartal";
    case PeriodUnit::kMonth:
      return "månad";
  }
  return {};
}

class PlotScript {
 public:
  explicit PlotScript(const TrendResult& result) : result_(result) {
    for (std::size_t i = 0; i < result.periods.size(); ++i) {
      if (result.periods[i].known()) places_.push_back(i);
    }
  }

  std::string write(PlotFormat format) const {
    std::string out = terminal(format);
    out += "set encoding utf8\nset decimalsign ','\n";
    out += layout();
    if (stacked()) return out + stack_data() + stack_command();
    for (std::size_t s = 0; s < result_.series.size(); ++s) out += data_block(s);
    return out + plot_command();
  }

 private:
  static std::string terminal(PlotFormat format) {
    if (format == PlotFormat::kPng) {
      return "set terminal pngcairo size 1440,840 noenhanced font 'DejaVu Sans,16'\n";
    }
    return "set terminal svg size 960,560 noenhanced font 'DejaVu Sans,Helvetica,Arial,13' "
           "background rgb 'white' linewidth 1\n";
  }

  /// Words that share out the occurrences of a query stand on each other: together the whole.
  bool stacked() const { return result_.split == TrendSplit::kMember && !empty(); }
  bool empty() const { return places_.empty() || result_.series.empty(); }

  std::string layout() const {
    // The title at the top, the key below it, or for stacks beside them in their order.
    const bool keyed = result_.series.size() > 1;
    std::string out = "unset title\nset label 99 " + quoted(title()) +
                      " at screen 0.5, 0.965 center font ',16'\nset tmargin " +
                      (keyed && !stacked() ? "6" : "4") + "\n";
    out += "set ylabel " + quoted(stacked() ? "Förekomster per miljon ord" : "Releaser per 1 000") +
           "\nset xlabel " + quoted("Publicerat, " + unit_noun(result_.unit)) + "\n";
    out +=
        "set border 3 lc rgb '#444444'\nset tics nomirror out\nset grid ytics lc rgb '#DDDDDD' "
        "lt 1\nset yrange [0:" +
        top() + "]\n";
    if (stacked()) {
      out += "set key outside right center vertical reverse invert Left noautotitle\n";
    } else {
      out += keyed ? "set key at screen 0.5, 0.935 center top horizontal reverse Left noautotitle\n"
                   : "unset key\n";
    }
    out += "set bmargin 7.5\nset rmargin " + std::string(stacked() ? "32" : "6") + "\n";
    const std::size_t last = places_.empty() ? 1 : places_.size();
    out += "set xrange [-0.5:" + decimal(static_cast<double>(last) - 0.5) + "]\n";
    out += time_labels();
    const std::vector<std::string> lines = caption();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      // In the margin below the axis, one text line (about .025 of the height) under the other.
      out += "set label " + std::to_string(i + 1) + " " + quoted(lines[i]) + " at screen 0.02, " +
             decimal(0.075 - 0.028 * static_cast<double>(i)) +
             " left font ',10' textcolor rgb '#444444'\n";
    }
    return out;
  }

  bool with_intervals() const { return !stacked() && result_.series.size() <= kMostIntervals; }

  double highest_value() const {
    double highest = 0;
    for (const TrendSeries& series : result_.series) {
      for (const std::size_t place : places_) {
        if (!series.points[place].thin) {
          highest = std::max(highest, series.points[place].per_thousand());
        }
      }
    }
    return highest;
  }

  /// Whether intervals of small periods are so wide that the lines would lie flat below them: then
  /// the picture ends at twice the highest value.
  bool is_cut() const {
    bool cut = false;
    for (std::size_t s = 0; with_intervals() && s < result_.series.size(); ++s) {
      for (const std::size_t place : places_) {
        const TrendPoint& point = result_.series[s].points[place];
        cut = cut || (!point.thin && point.share.high * kThousand > 2 * highest_value());
      }
    }
    return cut && highest_value() > 0;
  }

  std::string top() const { return is_cut() ? decimal(2 * highest_value()) : "*"; }

  std::string title() const {
    std::string text;
    for (const TrendSeries& series : result_.series) {
      const std::string name = series.query.empty() ? "alla releaser" : series.query;
      if (text.find(name) == std::string::npos) text += (text.empty() ? "" : " · ") + name;
    }
    return text;
  }

  /// What tells a line from the others; the title has the query.
  std::string key_of(const TrendSeries& series) const {
    const bool one_query =
        std::all_of(result_.series.begin(), result_.series.end(),
                    [&](const TrendSeries& other) { return other.query == series.query; });
    return one_query && !series.group.empty() ? series.group : series_name(result_, series);
  }

  std::string time_labels() const {
    // For months and quarters whole years only, as long as there is room.
    const std::size_t most = result_.unit == PeriodUnit::kYear ? kMostYearLabels : kMostTimeLabels;
    const std::size_t step = (places_.size() + most - 1) / most;
    std::string out = "set xtics (";
    bool first = true;
    std::size_t since = step;
    for (std::size_t x = 0; x < places_.size(); ++x, ++since) {
      const TrendPeriod& period = result_.periods[places_[x]];
      const bool fits = result_.unit == PeriodUnit::kYear || step < 2 || period.part == 1;
      if (since < std::max<std::size_t>(step, 1) || !fits) continue;
      since = 0;
      out +=
          (first ? "" : ", ") + quoted(period_name(result_, places_[x])) + " " + std::to_string(x);
      first = false;
    }
    return out + ")\n";
  }

  std::vector<std::string> caption() const {
    std::uint64_t least = 0;
    std::uint64_t most = 0;
    std::uint64_t dateless = 0;
    const std::vector<TrendPoint>& points = result_.series.front().points;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (!result_.periods[i].known()) {
        dateless += points[i].releases;
        continue;
      }
      const std::uint64_t all = points[i].all_releases;
      least = i == places_.front() ? all : std::min(least, all);
      most = std::max(most, all);
    }
    std::string scope = "Nämnare: " + denominator_text(result_);
    if (result_.split == TrendSplit::kNone) {
      scope += "; " + swedish_number(least) + "–" + swedish_number(most) + " per " +
               unit_noun(result_.unit);
    }
    std::string marks = "× färre än " + std::to_string(result_.thin) + " releaser i arkivet";
    if (with_intervals()) marks += " · staplar: 95 % konfidensintervall";
    if (is_cut()) marks += ", de längsta når utanför bilden";
    if (result_.unfinished) marks += " · … perioden är inte slut";
    if (dateless > 0) marks += " · " + swedish_number(dateless) + " träffar utan så exakt datum";
    std::string origin = "Pressarkiv, arkivrevision " + std::to_string(result_.revision) + ", " +
                         swedish_number(result_.archive_releases) + " releaser";
    if (result_.newest != 0) origin += ", material till och med " + newest_text(result_);
    return {scope, marks, origin};
  }

  /// Rows: place, per thousand, low, high; a second block of the places that are too thin to show.
  std::string data_block(std::size_t s) const {
    const std::string number = std::to_string(s);
    std::string lines = "$line" + number + " << END_OF_DATA\n";
    std::string thin;
    for (std::size_t x = 0; x < places_.size(); ++x) {
      const TrendPoint& point = result_.series[s].points[places_[x]];
      if (point.thin) {
        lines += std::to_string(x) + " NaN NaN NaN\n";
        thin += std::to_string(x) + " 0\n";
        continue;
      }
      lines += std::to_string(x) + " " + decimal(point.per_thousand()) + " " +
               decimal(point.share.low * kThousand) + " " + decimal(point.share.high * kThousand) +
               "\n";
    }
    lines += "END_OF_DATA\n$thin" + number + " << END_OF_DATA\n";
    return lines + (thin.empty() ? "-9 0\n" : thin) + "END_OF_DATA\n";
  }

  /// Rows: place and a column for each series; a second block of the places too thin to show.
  std::string stack_data() const {
    std::string lines = "$stack << END_OF_DATA\n";
    std::string thin;
    for (std::size_t x = 0; x < places_.size(); ++x) {
      lines += std::to_string(x);
      for (const TrendSeries& series : result_.series) {
        const TrendPoint& point = series.points[places_[x]];
        lines += " " + decimal(point.thin ? 0 : point.per_million());
      }
      lines += "\n";
      if (result_.series.front().points[places_[x]].thin) thin += std::to_string(x) + " 0\n";
    }
    lines += "END_OF_DATA\n$thin0 << END_OF_DATA\n";
    return lines + (thin.empty() ? "-9 0\n" : thin) + "END_OF_DATA\n";
  }

  std::string stack_command() const {
    std::string out =
        "set style data histograms\nset style histogram rowstacked\nset boxwidth 0.8\n"
        "plot ";
    for (std::size_t s = 0; s < result_.series.size(); ++s) {
      out += "$stack using " + std::to_string(s + 2) + " fs pattern " +
             std::to_string(kPatterns[s % kPatterns.size()]) + " lc rgb '" +
             kLooks[s % kLooks.size()].color + "' title " + quoted(result_.series[s].group) +
             ", \\\n  ";
    }
    return out + "$thin0 using 1:2 with points pt 2 ps 0.9 lc rgb '#666666'\n";
  }

  std::string plot_command() const {
    if (empty()) return "plot [0:1][0:1] -1 notitle\n";
    std::string out = "plot ";
    for (std::size_t s = 0; s < result_.series.size(); ++s) {
      const LineLook& look = kLooks[s % kLooks.size()];
      const std::string number = std::to_string(s);
      const std::string color = std::string(" lc rgb '") + look.color + "'";
      if (with_intervals()) {
        // Beside each other, so that none hides another.
        const double middle = static_cast<double>(result_.series.size() - 1) / 2;
        const std::string x = "($1+" + decimal((static_cast<double>(s) - middle) * 0.12) + ")";
        out += "$line" + number + " using " + x + ":2:3:4 with yerrorbars pt 0 lw 1" + color +
               ", \\\n  ";
      }
      const bool marks = places_.size() <= kFewPoints;
      out += "$line" + number + " using 1:2 with " + (marks ? "linespoints" : "lines") +
             " lw 2 dt " + std::to_string(look.dash) + color;
      if (marks) out += " pt " + std::to_string(look.mark) + " ps 0.7";
      out += " title " + quoted(key_of(result_.series[s])) + ", \\\n  ";
      out += "$thin" + number + " using 1:2 with points pt 2 ps 0.9 lc rgb '#666666'";
      out += s + 1 < result_.series.size() ? ", \\\n  " : "\n";
    }
    return out;
  }

  const TrendResult& result_;
  std::vector<std::size_t> places_;  ///< Of the known periods.
};

}  // namespace

std::string plot_script(const TrendResult& result, PlotFormat format) {
  return PlotScript(result).write(format);
}

}  // namespace pressarkiv
