// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace pressarkiv {

/// Whether two words are one office in definite or indefinite form ("ministern", "minister"). Both
/// folded (fold_label).
bool same_office_word(std::string_view a, std::string_view b);

/// Whether someone with the title `held` holds the office `asked`: the same, or a part of a longer
/// one ("infrastruktur- och bostadsminister" is bostadsminister and infrastrukturminister). A
/// deputy, a vice or a former holder does not hold it, unless that is what was asked for. Both
/// folded.
bool holds_office(std::string_view held, std::string_view asked);

/// Whether a title speaks of the past or the future ("tidigare", "f.d.", "tillträdande"). Folded.
bool is_not_present(std::string_view role);

}  // namespace pressarkiv
