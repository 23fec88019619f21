// SPDX-License-Identifier: MIT
// The formats other than TOML that an agenda can be read from, one file each.
#pragma once
#include "source/toml.hpp"
#include <span>

namespace agenda::load::formats {

/// What was read, as the tables and keys of an agenda's TOML, and what could not be.
struct Reading {
    source::Node root;
    std::vector<source::SyntaxError> errors;
};

struct Format {
    std::string_view name;
    std::string_view means;
    bool (*is)(std::string_view text); ///< whether a text looks like one of this format
    Reading (*read)(const source::Text& text);
};
std::span<const Format> all();
const Format* find(std::string_view name);
/// By the content. Nothing for what is, or may be, TOML.
const Format* detect(std::string_view text);

Reading read_schedule_json(const source::Text& text);
bool is_schedule_json(std::string_view text);
Reading read_schedule_xml(const source::Text& text);
bool is_schedule_xml(std::string_view text);

} // namespace agenda::load::formats
