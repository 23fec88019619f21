// SPDX-License-Identifier: MIT
#include "source/stored.hpp"
#include <algorithm>
#include <memory>

namespace agenda::source {

const Stored* Stored::find(std::string_view name) const {
    if (kind != Kind::table) return nullptr;
    const auto all = inside();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Stored& one) { return one.key == name; });
    return found == all.end() ? nullptr : &*found;
}

void Stored::set_inside(std::span<const Stored> all) {
    members = all.data();
    size = static_cast<std::uint32_t>(all.size());
}

void Stored::set_text(std::string_view all) {
    text = all.data();
    size = static_cast<std::uint32_t>(all.size());
}

// What is stored of a text takes about as much as the text itself.
Store::Store(const Text& text, std::size_t bytes) : text_(text), memory_(std::max<std::size_t>(bytes, 256)) {}

std::span<Stored> Store::room(std::size_t count) {
    if (count == 0) return {};
    auto* begin = static_cast<Stored*>(memory_.allocate(count * sizeof(Stored), alignof(Stored)));
    std::uninitialized_default_construct_n(begin, count);
    return {begin, count};
}

std::string_view Store::keep(std::string_view meant, Span written) {
    const auto there = text_.slice(written);
    // Bare, or behind one quote or three and perhaps a line end.
    for (const std::size_t skipped : {0, 1, 3, 4, 5})
        if (skipped <= there.size() && there.substr(skipped).starts_with(meant))
            return there.substr(skipped, meant.size());
    auto* begin = static_cast<char*>(memory_.allocate(meant.size(), 1));
    std::copy(meant.begin(), meant.end(), begin);
    return {begin, meant.size()};
}

Stored Store::keep(const Node& made) {
    Stored result;
    result.kind = made.kind;
    result.at = made.at;
    switch (made.kind) {
    case Kind::table: {
        const auto inside = room(made.members.size());
        for (std::size_t i = 0; i < inside.size(); ++i) {
            const auto& member = made.members[i];
            inside[i] = keep(member.value);
            inside[i].key_at = member.key_at;
            inside[i].key = keep(member.key, member.key_at);
        }
        result.set_inside(inside);
        break;
    }
    case Kind::array: {
        const auto inside = room(made.elements.size());
        std::transform(made.elements.begin(), made.elements.end(), inside.begin(),
                       [&](const Node& one) { return keep(one); });
        result.set_inside(inside);
        break;
    }
    case Kind::string: result.set_text(keep(made.text, made.at)); break;
    case Kind::integer: result.integer = made.integer; break;
    case Kind::boolean: result.boolean = made.boolean; break;
    default: break; // nobody makes them
    }
    return result;
}

} // namespace agenda::source
