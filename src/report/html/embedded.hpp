// SPDX-License-Identifier: MIT
// The page's template, styles and script, which are files of this folder and in the binary as they are.
#pragma once
#include <string_view>

namespace agenda::report::html {

/// "page.mustache", "script.js", "page.css" and the other styles, and as "page.css.sha256" the hash for a
/// Content-Security-Policy; empty for any other name. (Generated at build time.)
std::string_view embedded(std::string_view name);

} // namespace agenda::report::html
