// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/near_windows.h"

#include <algorithm>
#include <cstddef>

namespace pressarkiv {
namespace {

using Spans = std::vector<Span>;
using Lists = std::vector<Spans>;

bool share_a_begin(const Lists& lists) {
  std::vector<std::uint32_t> begins;
  for (const Spans& list : lists) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i == 0 || list[i].begin != list[i - 1].begin) begins.push_back(list[i].begin);
    }
  }
  std::sort(begins.begin(), begins.end());
  return std::adjacent_find(begins.begin(), begins.end()) != begins.end();
}

/// The classic smallest window where no two lists share a beginning: advance the list that begins
/// first; every other one then stands at its first span after that.
Spans disjoint_windows(const Lists& lists, std::uint32_t distance) {
  Spans windows;
  std::vector<std::size_t> at(lists.size(), 0);
  while (true) {
    std::size_t first = 0;
    Span window = lists[0][at[0]];
    std::uint32_t last_begin = window.begin;
    for (std::size_t i = 1; i < lists.size(); ++i) {
      const Span& span = lists[i][at[i]];
      if (span.begin < window.begin) {
        window.begin = span.begin;
        first = i;
      }
      window.end = std::max(window.end, span.end);
      last_begin = std::max(last_begin, span.begin);
    }
    if (last_begin - window.begin <= distance) windows.push_back(window);
    if (++at[first] == lists[first].size()) return windows;
  }
}

/// Lists that share beginnings ("klimat NEAR klimat", "klimat NEAR klimat*"): whether each can have
/// one of its own inside a window is a bipartite matching, found with augmenting paths (Kuhn).
class SharedWindows {
 public:
  SharedWindows(const Lists& lists, std::uint32_t distance)
      : lists_(lists), distance_(distance), from_(lists.size(), 0) {}

  Spans find() {
    Spans windows;
    for (const std::uint32_t begin : all_begins()) {
      if (!advance(begin)) break;  // Some list has nothing from here on.
      std::uint32_t end = 0;
      if (match_from(begin, end)) windows.push_back({begin, end});
    }
    return windows;
  }

 private:
  std::vector<std::uint32_t> all_begins() const {
    std::vector<std::uint32_t> begins;
    for (const Spans& list : lists_) {
      for (const Span& span : list) begins.push_back(span.begin);
    }
    std::sort(begins.begin(), begins.end());
    begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
    return begins;
  }

  bool advance(std::uint32_t begin) {
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      while (from_[i] < lists_[i].size() && lists_[i][from_[i]].begin < begin) ++from_[i];
      if (from_[i] == lists_[i].size()) return false;
    }
    return true;
  }

  /// Positions after `begin` that any list has inside the window.
  void collect_positions(std::uint32_t begin) {
    positions_.clear();
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      for (std::size_t at = from_[i]; in_window(i, at, begin); ++at) {
        if (lists_[i][at].begin != begin) positions_.push_back(lists_[i][at].begin);
      }
    }
    std::sort(positions_.begin(), positions_.end());
    positions_.erase(std::unique(positions_.begin(), positions_.end()), positions_.end());
  }

  bool in_window(std::size_t list, std::size_t at, std::uint32_t begin) const {
    return at < lists_[list].size() && lists_[list][at].begin - begin <= distance_;
  }

  std::size_t position_of(const Span& span) const {
    const auto at = std::lower_bound(positions_.begin(), positions_.end(), span.begin);
    return static_cast<std::size_t>(at - positions_.begin());
  }

  /// A list that begins the window, and the others in it.
  bool match_from(std::uint32_t begin, std::uint32_t& end) {
    collect_positions(begin);
    if (positions_.size() + 1 < lists_.size()) return false;
    for (std::size_t first = 0; first < lists_.size(); ++first) {
      const Span& span = lists_[first][from_[first]];
      if (span.begin != begin || !match_others(first, begin)) continue;
      end = span.end;
      for (const Owner& owner : owners_) {
        if (owner.list != kNobody) end = std::max(end, lists_[owner.list][owner.span].end);
      }
      return true;
    }
    return false;
  }

  bool match_others(std::size_t first, std::uint32_t begin) {
    owners_.assign(positions_.size(), Owner{});
    for (std::size_t list = 0; list < lists_.size(); ++list) {
      if (list == first) continue;
      seen_.assign(positions_.size(), false);
      if (!find_place(list, begin)) return false;
    }
    return true;
  }

  /// Gives the list a position, moving others on where that helps. Depth: the number of lists.
  bool find_place(std::size_t list, std::uint32_t begin) {
    for (std::size_t at = from_[list]; in_window(list, at, begin); ++at) {
      if (lists_[list][at].begin == begin) continue;
      Owner& owner = owners_[position_of(lists_[list][at])];
      if (owner.list != kNobody) continue;
      owner = {list, at};
      return true;
    }
    for (std::size_t at = from_[list]; in_window(list, at, begin); ++at) {
      if (lists_[list][at].begin == begin) continue;
      const std::size_t position = position_of(lists_[list][at]);
      if (seen_[position]) continue;
      seen_[position] = true;
      if (!find_place(owners_[position].list, begin)) continue;
      owners_[position] = {list, at};
      return true;
    }
    return false;
  }

  static constexpr std::size_t kNobody = SIZE_MAX;
  struct Owner {
    std::size_t list = kNobody;
    std::size_t span = 0;
  };

  const Lists& lists_;
  std::uint32_t distance_;
  std::vector<std::size_t> from_;  ///< For each list, its first span that is not before the window.
  std::vector<std::uint32_t> positions_;
  std::vector<Owner> owners_;  ///< Of positions_.
  std::vector<bool> seen_;
};

}  // namespace

std::vector<Span> near_windows(const Lists& lists, std::uint32_t distance) {
  if (lists.empty()) return {};
  if (lists.size() > 1 && share_a_begin(lists)) return SharedWindows(lists, distance).find();
  return disjoint_windows(lists, distance);
}

}  // namespace pressarkiv
