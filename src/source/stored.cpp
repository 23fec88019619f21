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

Stored Stored::whole(std::int64_t value, Span at) {
    Stored result;
    result.kind = Kind::integer;
    result.at = at;
    result.integer = value;
    return result;
}

Stored Stored::flag(bool value, Span at) {
    Stored result;
    result.kind = Kind::boolean;
    result.at = at;
    result.boolean = value;
    return result;
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

Stored Store::made(Kind kind, std::span<const Stored> inside, Span at) {
    const auto copies = room(inside.size());
    std::copy(inside.begin(), inside.end(), copies.begin());
    Stored result;
    result.kind = kind;
    result.at = at;
    result.set_inside(copies);
    return result;
}

Stored Store::table(std::span<const Stored> members, Span at) { return made(Kind::table, members, at); }
Stored Store::list(std::span<const Stored> elements, Span at) { return made(Kind::array, elements, at); }

Stored Store::string(std::string_view meant, Span at) {
    Stored result;
    result.kind = Kind::string;
    result.at = at;
    result.set_text(keep(meant, at));
    return result;
}

} // namespace agenda::source
