// SPDX-License-Identifier: MIT
// The path of a file as machines want it, and what may be a link.
#pragma once
#include <string>
#include <string_view>

namespace agenda::report {

/// The path without "." and "..", as far as it itself says where they lead.
std::string tidy(std::string_view path);

/// The path as a URI reference (RFC 3986): relative where the path is, file:///... where it is absolute. Different
/// paths have different ones, whatever bytes are in them; all but letters, digits, "-._~" and "/" is percent-encoded.
std::string uri_of(std::string_view path);

/// Whether a reader may make a link of it: http or https, with no character that an address has only encoded. The
/// source of a house rule can be anything.
bool is_web_address(std::string_view url);

} // namespace agenda::report
