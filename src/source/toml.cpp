// SPDX-License-Identifier: MIT
// toml++ stops at its first error. So that a file's other errors are said too, the section that holds the error is
// blanked out and the text is read again; blanks keep every later place where it was. Where that is in doubt, fewer
// errors are said rather than one too many.
#include "source/toml.hpp"
#include "source/key_depth.hpp"
#include "source/toml_scan.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <toml++/toml.h>

namespace agenda::source {
namespace {

constexpr std::size_t most_errors = 10;

const toml::node& node_of(const void* node) { return *static_cast<const toml::node*>(node); }

Span span_of(const toml::source_region& region, const Text& text) {
    if (region.begin.line == 0) return {text.begin(), 0};
    const auto begin = text.offset(region.begin.line, region.begin.column);
    const auto end = std::max(begin, text.offset(region.end.line, region.end.column));
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
}

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

SyntaxError error_of(const toml::parse_error& error, const Text& text) {
    const auto description = error.description();
    if (contains(description, "utf-8")) {
        // toml++ places it at the character after the last good one; the byte itself is what the reader looks for.
        if (const auto at = first_invalid_utf8(text.bytes()))
            return {reason_of(description, ""), {text.begin() + static_cast<std::uint32_t>(*at), 1}};
    }
    const auto region = error.source();
    const auto at = text.offset(region.begin.line, region.begin.column);
    const auto next = text.offset(region.begin.line, region.begin.column + 1);
    const auto length = std::min(next, text.end()) - std::min(at, text.end());
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(length)};
    return {reason_of(description, text.slice(span)), span};
}

/// Whether an error may be no one's slip: where an error elsewhere hides a header, the sections behind it seem to be
/// another's; where it hides a quote, strings and what stands between them change places.
bool may_follow(std::string_view description) {
    return contains(description, "cannot redefine") || contains(description, "encountered end-of-file");
}

/// Blanks all but the line ends, so that what stands behind keeps its place.
void blank(std::string& bytes, Span span) {
    for (std::size_t i = span.offset; i < span.end(); ++i)
        if (bytes[i] != '\n') bytes[i] = ' ';
}

} // namespace

struct Document::Tree {
    toml::table table;
    std::optional<Node> made; ///< in place of the table
};

std::string_view describe(Kind kind) {
    switch (kind) {
    case Kind::table: return "a table";
    case Kind::array: return "a list";
    case Kind::string: return "a string";
    case Kind::integer: return "a whole number";
    case Kind::real: return "a decimal number";
    case Kind::boolean: return "true or false";
    case Kind::date: return "a date";
    case Kind::time: return "a time";
    case Kind::date_time: return "a date with a time";
    }
    return "";
}

Document::Document(std::shared_ptr<const Text> text) : text_(std::move(text)), tree_(std::make_unique<Tree>()) {
    if (const auto deep = too_deep_key(text_->bytes())) {
        errors_.push_back({"a dotted key, with those around it, has more than 256 parts",
                           {text_->begin() + deep->offset, deep->length}});
        return;
    }
    std::string patched;
    bool sound = true; // no error yet that another could follow from
    for (std::size_t round = 0; round < most_errors; ++round) {
        SyntaxError found;
        try {
            tree_->table = toml::parse(round == 0 ? text_->bytes() : std::string_view{patched});
            return;
        } catch (const toml::parse_error& error) {
            found = error_of(error, *text_);
            if (!errors_.empty() && errors_.back().at == found.at) return; // it stays whatever is blanked
            const bool follows = may_follow(error.description());
            if (sound || !follows) errors_.push_back(found);
            sound = sound && follows;
        }
        if (first_invalid_utf8(text_->bytes())) return;
        if (round == 0) patched = text_->bytes();
        blank(patched, section_around(patched, found.at.offset - text_->begin()));
        if (too_deep_key(patched)) return; // made by the blanking: the text itself has none
    }
}

Document::Document(std::shared_ptr<const Text> text, Node root, std::vector<SyntaxError> errors)
    : text_(std::move(text)), tree_(std::make_unique<Tree>()), errors_(std::move(errors)) {
    tree_->made = std::move(root);
}

Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

Value Document::root() const {
    if (tree_->made) return {&*tree_->made, text_.get()};
    return {static_cast<const void*>(static_cast<const toml::node*>(&tree_->table)), text_.get()};
}

Kind Value::kind() const {
    if (made_) return made().kind;
    switch (node_of(node_).type()) {
    case toml::node_type::table: return Kind::table;
    case toml::node_type::array: return Kind::array;
    case toml::node_type::integer: return Kind::integer;
    case toml::node_type::floating_point: return Kind::real;
    case toml::node_type::boolean: return Kind::boolean;
    case toml::node_type::date: return Kind::date;
    case toml::node_type::time: return Kind::time;
    case toml::node_type::date_time: return Kind::date_time;
    default: return Kind::string;
    }
}

Span Value::span() const {
    if (made_) return made().at;
    const auto& node = node_of(node_);
    const auto* array = node.as_array();
    // toml++ lets an array that headers make begin with its first table and end with the last one; a list in brackets
    // begins before.
    const bool by_headers = array && !array->empty() && array->front().source().begin == node.source().begin;
    return span_of(by_headers ? array->front().source() : node.source(), *text_);
}

std::string_view Value::string() const {
    if (made_) return made().text;
    const auto* value = node_of(node_).as_string();
    return value ? std::string_view{value->get()} : std::string_view{};
}

std::int64_t Value::integer() const {
    if (made_) return made().integer;
    const auto* value = node_of(node_).as_integer();
    return value ? value->get() : 0;
}

double Value::real() const {
    if (made_) return 0;
    const auto* value = node_of(node_).as_floating_point();
    return value ? value->get() : 0;
}

bool Value::boolean() const {
    if (made_) return made().boolean;
    const auto* value = node_of(node_).as_boolean();
    return value && value->get();
}

std::chrono::year_month_day Value::date() const {
    if (made_) return {};
    const auto* with_time = node_of(node_).as_date_time();
    const auto* alone = node_of(node_).as_date();
    if (!with_time && !alone) return {};
    const toml::date date = with_time ? with_time->get().date : alone->get();
    return {std::chrono::year{date.year}, std::chrono::month{date.month}, std::chrono::day{date.day}};
}

std::chrono::seconds Value::time() const {
    if (made_) return {};
    const auto* value = node_of(node_).as_time();
    if (!value) return {};
    const auto time = value->get();
    return std::chrono::hours{time.hour} + std::chrono::minutes{time.minute} + std::chrono::seconds{time.second};
}

std::vector<Entry> Value::entries() const {
    std::vector<Entry> result;
    if (made_) {
        for (const auto& member : made().members)
            result.push_back({member.key, member.key_at, Value{&member.value, text_}});
        return result;
    }
    const auto* table = node_of(node_).as_table();
    if (!table) return result;
    struct Placed {
        toml::source_position begin;
        const toml::key* key;
        const toml::node* node;
    };
    std::vector<Placed> placed;
    placed.reserve(table->size());
    for (const auto& [key, node] : *table) placed.push_back({key.source().begin, &key, &node});
    std::sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) { return a.begin < b.begin; });
    result.reserve(placed.size());
    for (const auto& entry : placed)
        result.push_back({entry.key->str(), span_of(entry.key->source(), *text_),
                          Value{static_cast<const void*>(entry.node), text_}});
    return result;
}

std::vector<Value> Value::elements() const {
    std::vector<Value> result;
    if (made_) {
        for (const auto& element : made().elements) result.emplace_back(&element, text_);
        return result;
    }
    const auto* array = node_of(node_).as_array();
    if (!array) return result;
    result.reserve(array->size());
    for (const auto& node : *array) result.emplace_back(static_cast<const void*>(&node), text_);
    return result;
}

std::optional<Value> Value::find(std::string_view key) const {
    if (made_) {
        for (const auto& member : made().members)
            if (member.key == key) return Value{&member.value, text_};
        return std::nullopt;
    }
    const auto* table = node_of(node_).as_table();
    const auto* node = table ? table->get(key) : nullptr;
    if (!node) return std::nullopt;
    return Value{static_cast<const void*>(node), text_};
}

} // namespace agenda::source
