// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "common/language/language_model.h"

namespace pressarkiv {

/// Whether a theme's words can name something: the last of them, which heads a Swedish phrase, is a
/// name, a number or a noun, and the first is no preposition. A noun is a word whose last part the
/// dictionary has with a definite ending too ("intyg", "intyget"); unknown lower-case words count
/// as nouns, for most new words are. `expression` is as written.
bool can_name(const LanguageModel& model, std::string_view expression);

}  // namespace pressarkiv
