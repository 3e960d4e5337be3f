// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/new_readings.h"

#include <utility>

#include "indexer/reading.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kMostPending = 512;
constexpr std::uint64_t kMostPendingBytes = 32U << 20U;

std::uint64_t text_bytes(const Release& release) {
  return release.body.size() + release.lead.size() + release.boilerplate.size() +
         release.contact_text.size() + release.preamble.size();
}

}  // namespace

NewReadings::NewReadings(ReadingStore& store, unsigned threads)
    : store_(store), workers_(threads, kMostPending) {}

Status NewReadings::add(const NewVersion& version, Release release) {
  while (!pending_.empty() &&
         (pending_.size() >= kMostPending || pending_bytes_ > kMostPendingBytes)) {
    if (const Status kept = keep_oldest(); !kept) return kept;
  }
  Pending pending{version, text_bytes(release), {}};
  pending_bytes_ += pending.bytes;
  pending.reading = workers_.run([this, release = std::move(release)]() mutable {
    Facts facts = extractor_.extract(release);
    return store_reading({std::move(release), std::move(facts)});
  });
  pending_.push_back(std::move(pending));
  return Done{};
}

Status NewReadings::keep_oldest() {
  Pending oldest = std::move(pending_.front());
  pending_.pop_front();
  pending_bytes_ -= oldest.bytes;
  return store_.keep(oldest.version.event, oldest.version.digest, oldest.reading.get());
}

Status NewReadings::finish() {
  while (!pending_.empty()) {
    if (const Status kept = keep_oldest(); !kept) return kept;
  }
  return store_.commit();
}

}  // namespace pressarkiv
