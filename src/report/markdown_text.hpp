// SPDX-License-Identifier: MIT
// Untrusted text for GitHub-flavoured Markdown and the HTML in it.
#pragma once
#include <string>
#include <string_view>

namespace agenda::report {

/// Text that stays text, in a paragraph, a table's cell and HTML alike: on one line and harmless for a terminal; what
/// could be markup is written as a character reference; a zero-width space breaks what services make links, pings or
/// pictures of ("@name", "#12", "https://", ":octocat:").
std::string markdown_text(std::string_view text);

/// A code span, which nothing inside can end. Not for a table's cell, nor for HTML.
std::string markdown_code(std::string_view text);

/// A message, in which names stand between backticks: those as code spans, the rest as text.
std::string markdown_message(std::string_view text);

} // namespace agenda::report
