// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "common/vocabulary/vocabulary.h"

namespace pressarkiv {

/// Whether a theme's words can name something: the last of them, which heads a Swedish phrase, is a
/// name, a number or a noun, and the first is no preposition. A noun is a word whose last part the
/// dictionary has with a definite ending too ("intyg", "intyget"). An unknown lower-case word is
/// one where the archive inflects it ("podd", "podden"); else it is most often of another language.
/// `expression` is as written.
bool can_name(const Vocabulary& vocabulary, std::string_view expression);

}  // namespace pressarkiv
