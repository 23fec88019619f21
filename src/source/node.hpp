// SPDX-License-Identifier: MIT
// Values that no TOML text has said: what an importer reads of another format, each with its place there.
#pragma once
#include "source/text.hpp"
#include <string>
#include <utility>
#include <vector>

namespace agenda::source {

enum class Kind { table, array, string, integer, real, boolean, date, time, date_time };

/// A table, a list, a text, a whole number or true and false; of no other kind. Views of it (source::Value) hold as
/// long as it is neither moved nor changed.
struct Node {
    struct Member;

    Kind kind = Kind::table;
    Span at;
    std::string text;
    std::int64_t integer = 0;
    bool boolean = false;
    std::vector<Member> members; ///< of a table, in the order of the text
    std::vector<Node> elements;  ///< of a list

    static Node table(Span at);
    static Node list(Span at);
    static Node string(std::string text, Span at);
    static Node flag(bool value, Span at);

    /// Adds a member and returns its value, which holds until the next is added.
    Node& add(std::string key, Span key_at, Node value);
};

struct Node::Member {
    std::string key;
    Span key_at;
    Node value;
};

inline Node Node::table(Span at) { return {Kind::table, at, {}, 0, false, {}, {}}; }
inline Node Node::list(Span at) { return {Kind::array, at, {}, 0, false, {}, {}}; }
inline Node Node::string(std::string text, Span at) { return {Kind::string, at, std::move(text), 0, false, {}, {}}; }
inline Node Node::flag(bool value, Span at) { return {Kind::boolean, at, {}, 0, value, {}, {}}; }

inline Node& Node::add(std::string key, Span key_at, Node value) {
    members.push_back({std::move(key), key_at, std::move(value)});
    return members.back().value;
}

} // namespace agenda::source
