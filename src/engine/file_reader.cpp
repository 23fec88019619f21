// SPDX-License-Identifier: MIT
#include "engine/file_reader.hpp"
#include "source/nearest.hpp"
#include "source/unicode.hpp"
#include <algorithm>

namespace agenda::engine {

using source::Kind;
using source::Span;
using source::Value;

FileReader::FileReader(std::shared_ptr<const source::Text> text, std::vector<Trouble>& troubles)
    : text_(std::move(text)), document_(text_), troubles_(troubles) {
    for (const auto& error : document_.errors()) trouble(error.at, error.reason);
}

void FileReader::trouble(Span at, const std::string& what) {
    troubles_.push_back({text_->name(), text_->position(at.offset, source::Unit::code_points), source::visible(what)});
}

std::string FileReader::suggestion(std::string_view name, std::span<const std::string_view> known) {
    const auto near = source::nearest(name, known);
    return near.empty() ? "" : "; did you mean `" + std::string{near} + "`?";
}

void FileReader::known_keys(const Value& table, std::string_view where, std::initializer_list<std::string_view> keys) {
    for (const auto& entry : table.entries())
        if (!contains(keys, entry.key))
            trouble(entry.key_span, "unknown key `" + std::string{entry.key} + "` in " + std::string{where} +
                                        suggestion(entry.key, {keys.begin(), keys.size()}));
}

std::string FileReader::text(const Value& table, std::string_view key, Span absent) {
    auto result = optional_text(table, key);
    if (result.empty() && !(table.find(key) && !table.find(key)->is(Kind::string)))
        trouble(absent, "`" + std::string{key} + "` is missing or empty");
    return result;
}

std::string FileReader::optional_text(const Value& table, std::string_view key) {
    const auto value = table.find(key);
    if (!value) return {};
    if (!value->is(Kind::string))
        trouble(value->span(),
                "`" + std::string{key} + "` takes a string, not " + std::string{describe(value->kind())});
    return std::string{value->string()};
}

bool FileReader::flag(const Value& table, std::string_view key) {
    const auto value = table.find(key);
    if (value && !value->is(Kind::boolean)) trouble(value->span(), "`" + std::string{key} + "` takes true or false");
    return value && value->boolean();
}

std::optional<Severity> FileReader::severity(const Value& value) {
    const auto severity = finding::severity_named(value.string());
    if (!severity) trouble(value.span(), "a severity is `error`, `warning`, `info` or `off`");
    return severity;
}

std::optional<Severity> FileReader::severity(const Value& table, std::string_view key) {
    const auto value = table.find(key);
    return value ? severity(*value) : std::nullopt;
}

std::vector<std::string> FileReader::texts(const Value& table, std::string_view key) {
    const auto value = table.find(key);
    if (!value) return {};
    if (value->is(Kind::string)) return {std::string{value->string()}};
    std::vector<std::string> result;
    if (!value->is(Kind::array))
        trouble(value->span(), "`" + std::string{key} + "` takes a string or a list of strings");
    for (const auto& element : value->elements()) {
        if (!element.is(Kind::string))
            trouble(element.span(), "`" + std::string{key} + "` takes a string or a list of strings");
        result.emplace_back(element.string());
    }
    return result;
}

std::optional<Value> FileReader::table(const Value& table, std::string_view key) {
    const auto value = table.find(key);
    if (!value || value->is(Kind::table)) return value;
    trouble(value->span(), "`" + std::string{key} + "` takes a table");
    return std::nullopt;
}

} // namespace agenda::engine
