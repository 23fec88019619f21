// SPDX-License-Identifier: MIT
#include "source/toml_writer.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <string>

namespace agenda::source {
namespace {

constexpr std::size_t longest_line = 100; // bytes of a text that stays on one

bool is_bare(std::string_view key) {
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

/// A character of a basic string; all that would move a terminal or end the string is escaped.
void append(std::string& to, char c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    switch (c) {
    case '"': to += "\\\""; return;
    case '\\': to += "\\\\"; return;
    case '\n': to += "\\n"; return;
    case '\r': to += "\\r"; return;
    case '\t': to += "\\t"; return;
    default: break;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F) {
        to += c;
        return;
    }
    to += "\\u00";
    to += digits[byte >> 4U];
    to += digits[byte & 0xFU];
}

std::string in_quotes(std::string_view text) {
    std::string result{'"'};
    for (const auto c : scrubbed(text)) append(result, c);
    return result + '"';
}

/// A long text in lines that end in a backslash, broken at single blanks: what is read back is the text.
std::string in_lines(std::string_view bytes) {
    const auto text = scrubbed(bytes);
    std::string result{"\"\"\"\\\n  "};
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool single = text[i] == ' ' && i + 1 < text.size() && text[i + 1] != ' ' && text[i + 1] != '\t';
        append(result, text[i]);
        ++width;
        if (single && width >= longest_line) {
            result += "\\\n  ";
            width = 0;
        }
    }
    return result + "\"\"\"";
}

bool is_list_of_tables(const Stored& value) {
    const auto elements = value.inside();
    return value.kind == Kind::array && !elements.empty() &&
           std::all_of(elements.begin(), elements.end(), [](const Stored& one) { return one.kind == Kind::table; });
}

class TomlWriter {
public:
    explicit TomlWriter(std::ostream& out) : out_(out) {}

    void write(const Stored& root) {
        for (const auto& member : root.inside())
            if (member.kind != Kind::table && !is_list_of_tables(member)) line(member);
        for (const auto& member : root.inside()) {
            if (member.kind == Kind::table) {
                begin("[" + key(member) + "]");
                body(member, key(member));
            } else if (is_list_of_tables(member)) {
                tables(member, key(member));
            }
        }
    }

private:
    static std::string key(const Stored& member) {
        return is_bare(member.key) ? std::string{member.key} : in_quotes(member.key);
    }

    void begin(const std::string& header) {
        if (any_) out_ << '\n';
        any_ = true;
        out_ << header << '\n';
    }

    void tables(const Stored& list, const std::string& name) {
        for (const auto& one : list.inside()) {
            begin("[[" + name + "]]");
            body(one, name);
        }
    }

    /// Lists of tables come last, since their headers end the table.
    void body(const Stored& table, const std::string& name) {
        for (const auto& member : table.inside())
            if (!is_list_of_tables(member) || member.key != "slot") line(member);
        for (const auto& member : table.inside())
            if (is_list_of_tables(member) && member.key == "slot") tables(member, name + "." + key(member));
    }

    void line(const Stored& member) {
        any_ = true;
        const auto text = member.string();
        out_ << key(member) << " = "
             << (text.size() > longest_line && !is_blank(text.front()) ? in_lines(text) : inlined(member)) << '\n';
    }

    static std::string inlined(const Stored& value) {
        std::string result;
        switch (value.kind) {
        case Kind::boolean: return value.boolean ? "true" : "false";
        case Kind::integer: return std::to_string(value.integer);
        case Kind::array:
            for (const auto& one : value.inside()) result += (result.empty() ? "" : ", ") + inlined(one);
            return "[" + result + "]";
        case Kind::table:
            for (const auto& member : value.inside())
                result += (result.empty() ? " " : ", ") + key(member) + " = " + inlined(member);
            return "{" + result + " }";
        default: return in_quotes(value.string());
        }
    }

    std::ostream& out_;
    bool any_ = false;
};

} // namespace

void write_toml(const Stored& root, std::ostream& out) { TomlWriter{out}.write(root); }

} // namespace agenda::source
