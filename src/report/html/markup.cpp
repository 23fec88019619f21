// SPDX-License-Identifier: MIT
#include "report/html/markup.hpp"
#include "source/unicode.hpp"
#include <algorithm>

namespace agenda::report::html {
namespace {

void append_characters(std::string& to, std::string_view text) {
    constexpr std::string_view special = "&<>\"'";
    for (;;) {
        const auto end = std::min(text.find_first_of(special), text.size());
        to.append(text, 0, end);
        if (end == text.size()) return;
        switch (text[end]) {
        case '&': to += "&amp;"; break;
        case '<': to += "&lt;"; break;
        case '>': to += "&gt;"; break;
        case '"': to += "&quot;"; break;
        default: to += "&#39;";
        }
        text.remove_prefix(end + 1);
    }
}

bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~' && c != '#'; });
}

} // namespace

void append_escaped(std::string& to, std::string_view text) {
    if (is_plain(text))
        append_characters(to, text);
    else
        append_characters(to, source::visible(text));
}

Markup& Markup::message(std::string_view message, std::string_view element) {
    if (std::count(message.begin(), message.end(), '`') % 2 != 0) return text(message);
    for (bool named = false;; named = !named) {
        const auto end = std::min(message.find('`'), message.size());
        if (named)
            raw("<").raw(element).raw(">").text(message.substr(0, end)).raw("</").raw(element).raw(">");
        else
            text(message.substr(0, end));
        if (end == message.size()) return *this;
        message.remove_prefix(end + 1);
    }
}

} // namespace agenda::report::html
