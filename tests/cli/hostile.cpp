// SPDX-License-Identifier: MIT
#include "hostile.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <array>
#include <cstdio>

namespace support {
namespace {

/// UTF-8 of characters that turn the direction of a text, of line separators, and of the second block of controls (U+0080-U+009F).
constexpr std::array<std::string_view, 15> bidirectional{"\u061C", "\u200E", "\u200F", "\u2028", "\u2029", "\u202A", "\u202B", "\u202C",
                                                         "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\uFEFF"};

std::string at(unsigned char byte, std::size_t offset) {
    char text[64];
    std::snprintf(text, sizeof text, "0x%02X at %zu", byte, offset);
    return text;
}

bool starts_harmful(std::string_view rest) {
    const auto byte = static_cast<unsigned char>(rest.front());
    if (byte < 0x20 || byte == 0x7F) return byte != '\n';
    if (byte == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0) return true;
    return byte >= 0xC2 && std::any_of(bidirectional.begin(), bidirectional.end(), [&](auto mark) { return rest.starts_with(mark); });
}

std::size_t lines_of(std::string_view text) { return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')); }

} // namespace

Ran check_bytes(std::string bytes, std::vector<std::string> more) {
    How how;
    how.input = std::move(bytes);
    std::vector<std::string> arguments{"check", "-", "--stdin-filename", "agenda.toml"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_tool(arguments, how);
}

std::string harmful_in(std::string_view text) {
    if (const auto invalid = agenda::source::first_invalid_utf8(text)) return at(static_cast<unsigned char>(text[*invalid]), *invalid) + " (not UTF-8)";
    for (std::size_t i = 0; i < text.size(); ++i)
        if (starts_harmful(text.substr(i))) return at(static_cast<unsigned char>(text[i]), i);
    return {};
}

std::string wrong_with(const Ran& ran) {
    if (ran.signal != 0 || ran.status < 0 || ran.status > 2) return ran.ending();
    if (const auto harmful = harmful_in(ran.out); !harmful.empty()) return "standard output has " + harmful;
    if (const auto harmful = harmful_in(ran.err); !harmful.empty()) return "standard error has " + harmful;
    if (ran.status == 2) {
        if (!ran.out.empty()) return "exit 2 and something on standard output";
        if (!ran.err.starts_with("agenda-lint: ") || lines_of(ran.err) != 1) return "exit 2 without its one line: " + ran.err.substr(0, 200);
        return {};
    }
    if (!ran.err.empty()) return "something on standard error: " + ran.err.substr(0, 200);
    const auto verdict = ran.status == 0 ? "\ncheck passed: " : "\ncheck failed: ";
    if (("\n" + ran.out).rfind(verdict) == std::string::npos) return "no verdict";
    if (ran.status == 1 && (ran.out.find("error[") == std::string::npos || ran.out.find("--> agenda.toml:") == std::string::npos)) return "exit 1 and no error with a place";
    return {};
}

std::string repeated(std::string_view part, std::size_t times) {
    std::string result;
    result.reserve(part.size() * times);
    for (std::size_t n = 0; n < times; ++n) result += part;
    return result;
}

std::string day_header() {
    return "[event]\ntitle = \"Forum\"\ntimezone = \"Europe/Zurich\"\nvenue = \"Town hall\"\n[[day]]\ndate = 2026-06-01\n";
}

std::string slot(const std::string& id, const std::string& time, const std::string& more) {
    const auto title = ("\n" + more).find("\ntitle = ") == std::string::npos ? "title = \"Workshop " + id + "\"\n" : "";
    return "[[day.slot]]\nid = \"" + id + "\"\ntime = \"" + time + "\"\nkind = \"workshop\"\n" + title + more;
}

} // namespace support
