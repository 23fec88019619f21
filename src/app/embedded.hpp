// SPDX-License-Identifier: MIT
// Files of the source tree that are in the binary as they are: rules/ (for the pages of rules, which a check does not
// need), schemas/ and starter/.
#pragma once
#include <string_view>

namespace agenda::app {

/// The file of this name ("schemas/agenda.json"); empty for any other. (Generated at build time.)
std::string_view embedded(std::string_view name);

} // namespace agenda::app
