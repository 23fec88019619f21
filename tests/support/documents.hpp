// SPDX-License-Identifier: MIT
// Documents from a few bytes, and their errors and spans as text, for tests.
#pragma once
#include "source/toml.hpp"
#include <memory>
#include <string>
#include <vector>

namespace support {

inline agenda::source::Document document(std::string bytes) {
    return agenda::source::Document{std::make_shared<agenda::source::Text>("test.toml", std::move(bytes))};
}

/// "2:5", in code points.
inline std::string place(const agenda::source::Document& document, agenda::source::Span span) {
    const auto position = document.text().position(span.offset, agenda::source::Unit::code_points);
    return std::to_string(position.line) + ":" + std::to_string(position.column);
}

/// The places of all errors: "2:5 7:1"; empty where there is none.
inline std::string error_places(const agenda::source::Document& document) {
    std::string result;
    for (const auto& error : document.errors()) {
        if (!result.empty()) result += ' ';
        result += place(document, error.at);
    }
    return result;
}

/// What stands in the text where a value is.
inline std::string written(const agenda::source::Document& document, agenda::source::Value value) {
    return std::string{document.text().slice(value.span())};
}

/// The keys of a table in their order: "a b c".
inline std::string keys(agenda::source::Value table) {
    std::string result;
    for (const auto& entry : table.entries()) {
        if (!result.empty()) result += ' ';
        result += entry.key;
    }
    return result;
}

inline std::string repeated(std::string_view part, std::size_t times) {
    std::string result;
    result.reserve(part.size() * times);
    for (std::size_t n = 0; n < times; ++n) result += part;
    return result;
}

/// a.a.a... of that many parts.
inline std::string dotted_key(std::size_t parts) {
    auto result = repeated("a.", parts);
    result.pop_back();
    return result;
}

} // namespace support
