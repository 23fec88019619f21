// SPDX-License-Identifier: MIT
// toml++'s tree takes six times the memory of its text, and is gone when its values are stored.
#include "source/toml_parser.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <toml++/toml.h>

namespace agenda::source {
namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// toml++'s words for what went wrong, in a planner's words where the usual slips are concerned.
std::string reason_of(std::string_view description, std::string_view seen) {
    if (contains(description, "unescaped control characters") ||
        contains(description, "control characters other than TAB"))
        return seen == "\n" || seen == "\r" ? "the string is not closed on its line"
                                            : "a control character stands in a string";
    if (contains(description, "encountered end-of-file")) return "the file ends before this is complete";
    if (contains(description, "invalid utf-8")) return "a byte here is not UTF-8 text; save the file as UTF-8";
    if (contains(description, "exceeded maximum nested value depth")) return "values are nested more than 256 deep";
    const auto colon = description.find(": ");
    if (description.starts_with("Error while parsing ") && colon != std::string_view::npos)
        description.remove_prefix(colon + 2);
    std::string result{description};
    if (!result.empty() && result.front() >= 'A' && result.front() <= 'Z')
        result.front() = static_cast<char>(result.front() + 32);
    std::replace(result.begin(), result.end(), '\'', '`');
    return result;
}

class Parser {
public:
    Parser(std::size_t lines_before, const Text& text, Store& store)
        : lines_before_(lines_before), text_(text), store_(store) {}

    Stored stored(const toml::node& node) {
        Stored result;
        result.at = span_of(node.source());
        switch (node.type()) {
        case toml::node_type::table: store_table(*node.as_table(), result); break;
        case toml::node_type::array: store_array(*node.as_array(), result); break;
        case toml::node_type::integer:
            result.kind = Kind::integer;
            result.integer = node.as_integer()->get();
            break;
        case toml::node_type::floating_point:
            result.kind = Kind::real;
            result.real = node.as_floating_point()->get();
            break;
        case toml::node_type::boolean:
            result.kind = Kind::boolean;
            result.boolean = node.as_boolean()->get();
            break;
        case toml::node_type::date:
            result.kind = Kind::date;
            result.date = date_of(node.as_date()->get());
            break;
        case toml::node_type::date_time:
            result.kind = Kind::date_time;
            result.date = date_of(node.as_date_time()->get().date);
            break;
        case toml::node_type::time:
            result.kind = Kind::time;
            result.time = time_of(node.as_time()->get());
            break;
        default:
            result.kind = Kind::string;
            result.set_text(store_.keep(node.as_string()->get(), result.at));
            break;
        }
        return result;
    }

    ParseError error_of(const toml::parse_error& error) const {
        const auto description = error.description();
        const bool may_follow =
            contains(description, "cannot redefine") || contains(description, "encountered end-of-file");
        if (contains(description, "utf-8")) {
            // toml++ places it at the character after the last good one; the byte itself is what the reader looks for.
            if (const auto at = first_invalid_utf8(text_.bytes()))
                return {{reason_of(description, ""), {text_.begin() + static_cast<std::uint32_t>(*at), 1}}, may_follow};
        }
        const auto begin = error.source().begin;
        const auto at = offset_of(begin);
        const auto next = text_.offset(begin.line + lines_before_, begin.column + 1);
        const auto length = std::min(next, text_.end()) - std::min(at, text_.end());
        const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(length)};
        return {{reason_of(description, text_.slice(span)), span}, may_follow};
    }

private:
    static std::chrono::year_month_day date_of(toml::date date) {
        return {std::chrono::year{date.year}, std::chrono::month{date.month}, std::chrono::day{date.day}};
    }
    static std::chrono::seconds time_of(toml::time time) {
        return std::chrono::hours{time.hour} + std::chrono::minutes{time.minute} + std::chrono::seconds{time.second};
    }

    std::size_t offset_of(const toml::source_position& position) const {
        return text_.offset(position.line + lines_before_, position.column);
    }
    Span span_of(const toml::source_region& region) const {
        const auto begin = offset_of(region.begin);
        const auto end = std::max(begin, offset_of(region.end));
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
    }

    void store_table(const toml::table& table, Stored& into) {
        struct Placed {
            const toml::key* key;
            const toml::node* node;
        };
        std::vector<Placed> placed; // toml++ has them in the order of the alphabet
        placed.reserve(table.size());
        for (const auto& [key, node] : table) placed.push_back({&key, &node});
        std::sort(placed.begin(), placed.end(),
                  [](const Placed& a, const Placed& b) { return a.key->source().begin < b.key->source().begin; });
        const auto inside = store_.room(placed.size());
        for (std::size_t i = 0; i < inside.size(); ++i) {
            const auto& key = *placed[i].key;
            inside[i] = stored(*placed[i].node);
            inside[i].key_at = span_of(key.source());
            inside[i].key = store_.keep(key.str(), inside[i].key_at);
        }
        into.set_inside(inside);
    }

    void store_array(const toml::array& array, Stored& into) {
        const auto inside = store_.room(array.size());
        std::transform(array.begin(), array.end(), inside.begin(), [&](const toml::node& one) { return stored(one); });
        into.kind = Kind::array;
        into.set_inside(inside);
        // toml++ lets an array that headers make begin with its first table and end with the last one; a list in
        // brackets begins before.
        into.by_headers = !array.empty() && array.front().source().begin == array.source().begin;
        if (into.by_headers) into.at = inside.front().at;
    }

    std::size_t lines_before_;
    const Text& text_;
    Store& store_;
};

} // namespace

std::variant<Stored, ParseError> parse(std::string_view bytes, std::size_t lines_before, const Text& text,
                                       Store& store) {
    Parser parser{lines_before, text, store};
    try {
        const toml::table table = toml::parse(bytes);
        return parser.stored(table);
    } catch (const toml::parse_error& error) {
        return parser.error_of(error);
    }
}

} // namespace agenda::source
