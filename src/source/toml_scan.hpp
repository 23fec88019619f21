// SPDX-License-Identifier: MIT
// Steps over a TOML text without parsing it, with its strings and comments told apart; and finds its sections.
// Up to the text's first error the steps are those of the parser; behind it they are a guess.
#pragma once
#include "source/text.hpp"

namespace agenda::source {

/// The offset behind the string, the comment or the single other byte that begins at `at`, which is less than the
/// text's size. A comment, and a string of one line that is not closed, end before their LF; a multi-line string that
/// is not closed ends with the text.
std::size_t past_token(std::string_view text, std::size_t at);

/// What has to be taken out of a text so that an error at `error` goes: the lines of the section around it. The
/// header's line is not among them, unless the error is in it; then the headers of more parts behind it are, for with
/// no `[[day]]` to belong to,
/// `[[day.slot]]` would mean something else.
/// Behind an error a line is taken for a header only where it can be nothing else: `[1]` may as well be a list in a
/// list. So the section may be too long, never too short.
Span section_around(std::string_view text, std::size_t error);

} // namespace agenda::source
