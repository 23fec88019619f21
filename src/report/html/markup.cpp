// SPDX-License-Identifier: MIT
#include "report/html/markup.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <array>

namespace agenda::report::html {
namespace {

/// What stands for a character of our own markup; empty for one that may stand as it is.
constexpr std::array<std::string_view, 256> make_entities() {
    std::array<std::string_view, 256> entities{};
    entities['&'] = "&amp;";
    entities['<'] = "&lt;";
    entities['>'] = "&gt;";
    entities['"'] = "&quot;";
    entities['\''] = "&#39;";
    return entities;
}
constexpr auto entities = make_entities();

/// Of a text in which everything is visible.
void append_characters(std::string& to, std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto entity = entities[static_cast<unsigned char>(text[at])];
        if (entity.empty()) continue;
        to.append(text, begin, at - begin).append(entity);
        begin = at + 1;
    }
    to.append(text, begin, text.size() - begin);
}

/// Printable ASCII without a sign that `visible` may change.
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
