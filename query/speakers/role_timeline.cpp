// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/speakers/role_timeline.h"

#include <algorithm>
#include <cstdlib>

namespace pressarkiv {
namespace {

constexpr std::size_t kLeastEvidence = 2;
constexpr std::int64_t kWindowDays = 183;      // Where several cover a date, who is seen around it.
constexpr std::size_t kPlenty = 20;            // Releases.
constexpr std::int64_t kLongestSilence = 366;  // Days.
constexpr std::size_t kClearly = 3;            // Times as much evidence as the next.
constexpr std::size_t kEvidenceShown = 5;

PartialDate month_begin(const PartialDate& date) { return {date.year, date.first_day().month, 1}; }

/// Whether the evidence from one release to another spans the date.
bool spans(const RoleEvidence& first, const RoleEvidence& last, const PartialDate& date) {
  // A release dated to its month may be of any day in it.
  return month_begin(first.date) <= date &&
         date <= PartialDate{last.date.year, last.date.last_day().month, 31};
}

/// Whether a holder's evidence spans the date. Where there is plenty of it, a stretch of more than
/// a year without any is no time in office, and a release alone beyond it a slip.
bool covers(const OfficeHolder& holder, const PartialDate& date) {
  const std::vector<RoleEvidence>& evidence = holder.evidence;
  const PartialDate wanted = date.first_day();
  if (evidence.size() < kPlenty) return spans(evidence.front(), evidence.back(), wanted);
  for (std::size_t begin = 0; begin < evidence.size();) {
    std::size_t end = begin + 1;
    while (end < evidence.size() &&
           day_number(evidence[end].date) - day_number(evidence[end - 1].date) <= kLongestSilence)
      ++end;
    if (end - begin >= kLeastEvidence && spans(evidence[begin], evidence[end - 1], wanted))
      return true;
    begin = end;
  }
  return false;
}

std::size_t evidence_around(const OfficeHolder& holder, std::int64_t day) {
  return static_cast<std::size_t>(std::count_if(
      holder.evidence.begin(), holder.evidence.end(), [&](const RoleEvidence& evidence) {
        return std::llabs(day_number(evidence.date) - day) <= kWindowDays;
      }));
}

std::vector<RoleEvidence> nearest(const OfficeHolder& holder, std::int64_t day) {
  std::vector<RoleEvidence> evidence = holder.evidence;
  std::stable_sort(
      evidence.begin(), evidence.end(), [&](const RoleEvidence& a, const RoleEvidence& b) {
        return std::llabs(day_number(a.date) - day) < std::llabs(day_number(b.date) - day);
      });
  if (evidence.size() > kEvidenceShown) evidence.resize(kEvidenceShown);
  return evidence;
}

}  // namespace

std::int64_t day_number(const PartialDate& date) {
  const PartialDate day = date.first_day();
  const std::int64_t year = day.year - (day.month <= 2 ? 1 : 0);
  const std::int64_t era = year / 400;
  const std::int64_t of_era = year - era * 400;
  const std::int64_t month = static_cast<std::int64_t>(day.month) + (day.month > 2 ? -3 : 9);
  const std::int64_t of_year = (153 * month + 2) / 5 + static_cast<std::int64_t>(day.day) - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

RoleAnswer holder_at(const std::vector<OfficeHolder>& holders, const PartialDate& date) {
  RoleAnswer answer;
  const std::int64_t day = day_number(date);
  const OfficeHolder* best = nullptr;
  std::size_t best_count = 0;
  std::size_t next_count = 0;
  std::size_t covering = 0;
  for (const OfficeHolder& holder : holders) {
    if (holder.evidence.size() < kLeastEvidence || !covers(holder, date)) continue;
    ++covering;
    const std::size_t count = std::max<std::size_t>(evidence_around(holder, day), 1);
    if (count > best_count) {
      next_count = best_count;
      best_count = count;
      best = &holder;
    } else {
      next_count = std::max(next_count, count);
    }
  }
  if (best == nullptr) {
    answer.reason =
        holders.empty() ? "ingen i arkivet har den rollen" : "ingen som har rollen är belagd då";
    return answer;
  }
  if (covering > 1 && best_count < kClearly * next_count) {
    answer.reason = "flera är belagda i rollen då";
    return answer;
  }
  answer.name = best->name;
  answer.role = best->role;
  answer.organisation = best->organisation;
  answer.evidence = nearest(*best, day);
  answer.reason = "belagd i rollen " + best->evidence.front().date.to_iso() + "–" +
                  best->evidence.back().date.to_iso() + " i " +
                  std::to_string(best->evidence.size()) + " releaser";
  return answer;
}

}  // namespace pressarkiv
