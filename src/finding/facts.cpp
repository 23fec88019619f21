// SPDX-License-Identifier: MIT
#include "finding/facts.hpp"
#include <cstring>
#include <limits>

namespace agenda::finding {
namespace {

/// What stands before each value.
struct Head {
    const char* name;
    std::uint32_t name_size;
    std::uint32_t text_size; ///< or that it is a number
};
constexpr auto number_mark = std::numeric_limits<std::uint32_t>::max();

template <class T> T read(const char* at) {
    T value;
    std::memcpy(&value, at, sizeof value); // stands at any address
    return value;
}

template <class T> void append(std::string& bytes, const T& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

std::size_t size_of(const FactValue& value) {
    const auto* text = std::get_if<std::string_view>(&value);
    return sizeof(Head) + (text ? text->size() : sizeof(std::int64_t));
}

void append(std::string& bytes, std::string_view name, const FactValue& value) {
    const auto* text = std::get_if<std::string_view>(&value);
    append(bytes, Head{name.data(), static_cast<std::uint32_t>(name.size()),
                       text ? static_cast<std::uint32_t>(text->size()) : number_mark});
    if (text)
        bytes += *text;
    else
        append(bytes, std::get<std::int64_t>(value));
}

} // namespace

Fact Facts::Iterator::operator*() const {
    const auto head = read<Head>(at_);
    const auto* value = at_ + sizeof head;
    const std::string_view name{head.name, head.name_size};
    if (head.text_size == number_mark) return {name, read<std::int64_t>(value)};
    return {name, std::string_view{value, head.text_size}};
}

Facts::Iterator& Facts::Iterator::operator++() {
    at_ += size_of((**this).value);
    return *this;
}

Facts::Facts(std::initializer_list<Fact> facts) {
    std::size_t size = 0;
    for (const auto& fact : facts) size += size_of(fact.value);
    bytes_.reserve(size);
    for (const auto& [name, value] : facts) append(bytes_, name, value);
}

void Facts::set(std::string_view name, FactValue value) {
    std::string changed;
    changed.reserve(bytes_.size() + size_of(value));
    bool is_there = false;
    for (const auto& fact : *this) {
        const bool same = fact.name == name;
        append(changed, fact.name, same ? value : fact.value);
        is_there = is_there || same;
    }
    if (!is_there) append(changed, name, value);
    bytes_ = std::move(changed);
}

std::optional<FactValue> Facts::find(std::string_view name) const {
    for (const auto& fact : *this)
        if (fact.name == name) return fact.value;
    return std::nullopt;
}

std::string Facts::text(std::string_view name) const {
    const auto value = find(name);
    if (!value) return {};
    if (const auto* number = std::get_if<std::int64_t>(&*value)) return std::to_string(*number);
    return std::string{std::get<std::string_view>(*value)};
}

} // namespace agenda::finding
