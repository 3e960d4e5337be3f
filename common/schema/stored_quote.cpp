// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/stored_quote.h"

#include "common/codec.h"

namespace pressarkiv {
namespace {

constexpr float kConfidenceSteps = 100;

}  // namespace

std::string encode_quote(const StoredQuote& stored) {
  const Quote& quote = stored.quote;
  std::string out;
  ByteWriter writer(out);
  writer.text(quote.text);
  writer.number(static_cast<unsigned>(quote.source));
  writer.number(quote.parts.size());
  for (const ByteRange& part : quote.parts) writer.range(part);
  writer.text(quote.speaker_name);
  writer.text(quote.role);
  writer.text(quote.organisation);
  writer.text(quote.verb);
  writer.number(static_cast<unsigned>(quote.attribution.text));
  writer.range(quote.attribution.range);
  writer.number(static_cast<unsigned>(quote.via));
  writer.number(static_cast<unsigned>(quote.confidence * kConfidenceSteps + 0.5F));
  writer.text(stored.attribution);
  return out;
}

StoredQuote decode_quote(std::string_view encoded) {
  ByteReader reader(encoded);
  StoredQuote stored;
  Quote& quote = stored.quote;
  quote.text = reader.text();
  quote.source = static_cast<FactText>(reader.number());
  const std::uint64_t parts = reader.number();
  for (std::uint64_t i = 0; i < parts && reader.ok(); ++i) quote.parts.push_back(reader.range());
  quote.speaker_name = reader.text();
  quote.role = reader.text();
  quote.organisation = reader.text();
  quote.verb = reader.text();
  quote.attribution.text = static_cast<FactText>(reader.number());
  quote.attribution.range = reader.range();
  quote.via = static_cast<SpeakerVia>(reader.number());
  quote.confidence = static_cast<float>(reader.number()) / kConfidenceSteps;
  stored.attribution = reader.text();
  return stored;
}

}  // namespace pressarkiv
