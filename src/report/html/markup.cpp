// SPDX-License-Identifier: MIT
#include "report/html/markup.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <array>

namespace agenda::report::html {
namespace {

enum class Mark : unsigned char { plain, markup, suspicious };

/// Of each byte: whether it may stand as it is, is a sign of markup, or may be part of something that `visible`
/// changes.
constexpr std::array<Mark, 256> make_marks() {
    std::array<Mark, 256> marks{};
    for (std::size_t byte = 0; byte < marks.size(); ++byte)
        if (byte < ' ' || byte > '~') marks[byte] = Mark::suspicious;
    for (const unsigned char sign : {'&', '<', '>', '"', '\''}) marks[sign] = Mark::markup;
    marks['#'] = Mark::suspicious;
    return marks;
}
constexpr auto marks = make_marks();

Mark mark_of(char c) { return marks[static_cast<unsigned char>(c)]; }

std::string_view entity_of(char c) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    default: return "&#39;";
    }
}

/// Of a text in which everything is visible.
void append_characters(std::string& to, std::string_view text) {
    for (const char c : text) {
        if (mark_of(c) == Mark::markup)
            to += entity_of(c);
        else
            to += c;
    }
}

} // namespace

void append_escaped(std::string& to, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto mark = mark_of(text[at]);
        auto end = at + 1;
        while (end < text.size() && mark_of(text[end]) == mark) ++end;
        const auto run = text.substr(at, end - at);
        if (mark == Mark::plain)
            to += run;
        else
            append_characters(to, mark == Mark::markup ? std::string{run} : source::visible(run));
        at = end;
    }
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
