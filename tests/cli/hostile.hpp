// SPDX-License-Identifier: MIT
// What must hold of every run of the tool, whatever it was given; and agendas of any size.
#pragma once
#include "support/run_tool.hpp"
#include <string>
#include <string_view>

namespace support {

/// `check -` with the bytes as `agenda.toml`.
Ran check_bytes(std::string bytes, std::vector<std::string> more = {});

/// What is wrong with how a run ended, by what the design says of every run; empty: nothing.
/// It ends with 0, 1 or 2 and by no signal; with 0 and 1 all is on standard output and 1 shows an error with its place; with 2 there is
/// one line on standard error and nothing on standard output; nothing that a terminal obeys is anywhere.
std::string wrong_with(const Ran& ran);

/// The first of these in a text, as "0x1B at 17": a control character but LF, a bidirectional control, a byte that is not UTF-8. Else empty.
std::string harmful_in(std::string_view text);

std::string repeated(std::string_view part, std::size_t times);

/// [event] with all that it needs, and one day.
std::string day_header();
/// A slot with a title; `more` is further lines of it.
std::string slot(const std::string& id, const std::string& time, const std::string& more = {});

} // namespace support
