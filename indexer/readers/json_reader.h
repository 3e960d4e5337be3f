// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/readers/reader.h"

namespace pressarkiv {

/// One JSON object a line. A line that is broken is an error of its own; the others are read.
///
/// Each object's own bytes give it again, in every encoding: UTF-16 is told by the zero byte beside
/// the first brace, UTF-8 or Windows-1252 for each object by itself, so that neither needs the rest
/// of the file (or its byte order mark). Objects without an id get `default_id`, the second and
/// later ones of a source with "#2", "#3" … (their place among all values of the source) after it.
void read_json_lines(const SourceBytes& source, const ReadOptions& options,
                     const ReleaseSink& sink);

/// JSON over any number of lines: one object, a list of objects, several of these one after the
/// other, or the answer of a service that holds such a list ("items", "releases" …). Broken objects
/// are errors of their own; reading goes on at the next brace that stands at the same margin.
void read_json(const SourceBytes& source, const ReadOptions& options, const ReleaseSink& sink);

}  // namespace pressarkiv
