// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "common/release.h"
#include "common/result.h"
#include "indexer/readers/json_mapping.h"

namespace pressarkiv {

struct JsonRelease {
  Release release;  ///< All but source_format; `id` is empty where the object has none.
  std::vector<std::string> notes;
};

/// Makes a release of a JSON object. Bodies may be Markdown or HTML, and so may leads, headlines
/// and contacts hold HTML. Fails, with the bare reason as message, where there is neither a
/// headline nor a text to make one from.
Result<JsonRelease> release_of_json(const nlohmann::json& object, const JsonMapping& mapping);

}  // namespace pressarkiv
