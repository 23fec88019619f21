// SPDX-License-Identifier: MIT
// What the readers of rule files, profiles and kinds.toml share: keys that are all known, values of the right type,
// located troubles.
#pragma once
#include "engine/rule.hpp"
#include "source/toml.hpp"
#include <span>

namespace agenda::engine {

class FileReader {
public:
    /// Reads the text as TOML; its syntax errors are troubles.
    FileReader(std::shared_ptr<const source::Text> text, std::vector<Trouble>& troubles);

    source::Value root() const { return document_.root(); }
    void trouble(source::Span at, const std::string& what);

    /// Every key of the table must be one of these.
    void known_keys(const source::Value& table, std::string_view where, std::initializer_list<std::string_view> keys);
    /// A required text; a trouble at `absent` where the key is missing or empty.
    std::string text(const source::Value& table, std::string_view key, source::Span absent);
    std::string optional_text(const source::Value& table, std::string_view key);
    bool flag(const source::Value& table, std::string_view key);
    std::optional<Severity> severity(const source::Value& table, std::string_view key);
    std::optional<Severity> severity(const source::Value& value);
    /// A text or a list of texts.
    std::vector<std::string> texts(const source::Value& table, std::string_view key);
    std::optional<source::Value> table(const source::Value& table, std::string_view key);
    /// "did you mean `x`?" with a leading "; ", or nothing.
    static std::string suggestion(std::string_view name, std::span<const std::string_view> known);

private:
    std::shared_ptr<const source::Text> text_;
    source::Document document_;
    std::vector<Trouble>& troubles_;
};

} // namespace agenda::engine
