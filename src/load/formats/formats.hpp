// SPDX-License-Identifier: MIT
// The formats other than TOML that an agenda can be read from, one file each.
#pragma once
#include "finding/finding.hpp"
#include "source/toml.hpp"
#include <memory>
#include <span>

namespace agenda::load::formats {

using source::Span;

/// What an importer sees that an agenda cannot say, as a finding of one of the loader's rules.
struct Remark {
    std::string_view rule;
    Span event; ///< the place of the slot that it is about; an empty one: the file
    Span at;
    finding::Facts facts;
    std::string label;
};

/// Where remarks are, in the words of messages.
inline constexpr std::string_view where = "the schedule";

/// What was read, as the tables and keys of an agenda's TOML, and what could not be.
struct Reading {
    source::Tree tree;
    std::vector<source::SyntaxError> errors;
    std::vector<Remark> remarks;
};

/// What the content of a text does not say of how it is to be read.
struct ReadAs {
    std::string format;                          ///< a name of the table, or "toml"; empty: by the content
    std::shared_ptr<const source::Text> columns; ///< which columns of a spreadsheet are what; nothing: by their names
};

struct Format {
    std::string_view name;
    std::string_view means;
    bool (*is)(std::string_view text); ///< whether a text looks like one of this format
    Reading (*read)(const source::Text& text, const ReadAs& as);
};
std::span<const Format> all();
const Format* find(std::string_view name);
/// By the content. Nothing for what is, or may be, TOML.
const Format* detect(std::string_view text);
/// The one that is asked for, else by the content, else a spreadsheet where its columns are named; nothing for TOML.
const Format* format_of(const source::Text& text, const ReadAs& as);

Reading read_schedule_json(const source::Text& text, const ReadAs& as);
bool is_schedule_json(std::string_view text);
Reading read_schedule_xml(const source::Text& text, const ReadAs& as);
bool is_schedule_xml(std::string_view text);
Reading read_devopsdays(const source::Text& text, const ReadAs& as);
bool is_devopsdays(std::string_view text);
Reading read_csv(const source::Text& text, const ReadAs& as);
bool is_csv(std::string_view text);
Reading read_icalendar(const source::Text& text, const ReadAs& as);
bool is_icalendar(std::string_view text);

} // namespace agenda::load::formats
