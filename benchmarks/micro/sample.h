// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "common/release.h"
#include "query/search/index_reader.h"

namespace pressarkiv::micro {

/// The releases of corpus/ (92 of them), as the readers give them. Read on first use.
const std::vector<Release>& sample_releases();

/// Bytes of title, lead and body of all sample releases.
std::size_t sample_bytes();

/// An open index, made on first use: that of the archive which PRESSARKIV_ARCHIVE names, else of a
/// few thousand releases whose titles are the sample's and whose paragraphs were exchanged for
/// others of like length, the same ones each time. So terms, lengths and facets are spread as in
/// real releases. Building takes some seconds.
IndexReader& sample_index();

/// Index terms of running text, the most frequent first; equal ones by the alphabet.
std::vector<std::string> common_terms(const Xapian::Database& releases, std::size_t most);

}  // namespace pressarkiv::micro
