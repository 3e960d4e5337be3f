// SPDX-License-Identifier: GPL-2.0-or-later
#include "benchmarks/micro/recombine.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>
#include <string_view>

namespace pressarkiv::micro {
namespace {

/// Paragraphs that may take each other's place: neighbours by length.
constexpr std::size_t kGroup = 16;

std::vector<std::string_view> paragraphs_of(const std::vector<Release>& releases) {
  std::vector<std::string_view> all;
  for (const Release& release : releases) {
    for (const Block& block : release.blocks) all.push_back(block_text(release, block));
  }
  return all;
}

/// Numbers of `paragraphs` by length, shuffled within groups: entry i replaces paragraph order[i].
std::vector<std::size_t> shuffled_groups(const std::vector<std::size_t>& by_length,
                                         std::mt19937& random) {
  std::vector<std::size_t> place(by_length.size());
  for (std::size_t begin = 0; begin < by_length.size(); begin += kGroup) {
    const std::size_t end = std::min(by_length.size(), begin + kGroup);
    std::vector<std::size_t> group(by_length.begin() + static_cast<std::ptrdiff_t>(begin),
                                   by_length.begin() + static_cast<std::ptrdiff_t>(end));
    // std::shuffle differs between libraries; this does not.
    for (std::size_t i = group.size(); i > 1; --i) std::swap(group[i - 1], group[random() % i]);
    for (std::size_t i = begin; i < end; ++i) place[by_length[i]] = group[i - begin];
  }
  return place;
}

nlohmann::json facts_of(const Release& release, std::size_t round) {
  nlohmann::json json;
  json["id"] = "r" + std::to_string(round) + "/" + release.id;
  json["kind"] = "Pressmeddelande";
  json["title"] = release.title;
  json["summary"] = release.lead;
  json["subjects"] = release.subjects;
  json["regions"] = release.regions;
  json["people"] = release.people;
  json["publishers"] = release.publishers;
  if (release.publishers.empty() && !release.publisher.empty())
    json["publishers"] = {release.publisher};
  if (release.date) {
    PartialDate date = *release.date;
    date.year = 2006 + static_cast<int>((static_cast<std::size_t>(date.year) + round) % 20);
    json["published"] = date.to_iso();
  }
  return json;
}

}  // namespace

std::string recombine(const std::vector<Release>& originals, std::size_t count) {
  const std::vector<std::string_view> paragraphs = paragraphs_of(originals);
  std::vector<std::size_t> by_length(paragraphs.size());
  for (std::size_t i = 0; i < by_length.size(); ++i) by_length[i] = i;
  std::stable_sort(by_length.begin(), by_length.end(), [&](std::size_t a, std::size_t b) {
    return paragraphs[a].size() < paragraphs[b].size();
  });
  std::mt19937 random(2026);
  std::string lines;
  std::size_t made = 0;
  for (std::size_t round = 0; made < count && !originals.empty(); ++round) {
    const std::vector<std::size_t> place = shuffled_groups(by_length, random);
    std::size_t paragraph = 0;
    for (const Release& release : originals) {
      std::string body;
      for (std::size_t i = 0; i < release.blocks.size(); ++i) {
        if (i > 0) body += "\n\n";
        body += paragraphs[place[paragraph++]];
      }
      if (made++ == count) break;
      nlohmann::json json = facts_of(release, round);
      json["body"] = std::move(body);
      lines += json.dump() + "\n";
    }
  }
  return lines;
}

}  // namespace pressarkiv::micro
