// SPDX-License-Identifier: MIT
// The parser stops at its first error. So that a file's other errors are said too, the section that holds the error is
// blanked out and the text is read again; blanks keep every later place where it was. Where that is in doubt, fewer
// errors are said rather than one too many.
#include "source/toml.hpp"
#include "source/key_depth.hpp"
#include "source/toml_parser.hpp"
#include "source/toml_pieces.hpp"
#include "source/toml_scan.hpp"
#include "source/unicode.hpp"
#include <algorithm>

namespace agenda::source {
namespace {

constexpr std::size_t most_errors = 10;

/// Blanks all but the line ends, so that what stands behind keeps its place.
void blank(std::string& bytes, Span span) {
    for (std::size_t i = span.offset; i < span.end(); ++i)
        if (bytes[i] != '\n') bytes[i] = ' ';
}

} // namespace

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

Document::Document(std::shared_ptr<const Text> text, std::size_t piece)
    : text_(std::move(text)), tree_(std::make_unique<Tree>()) {
    if (text_->bytes().size() / 2 > piece) {
        if (const auto root = read_in_pieces(*text_, piece, tree_->stores)) {
            tree_->root = *root;
            return;
        }
        tree_->stores.clear();
    }
    read_whole();
}

void Document::read_whole() {
    tree_->root.at = {text_->begin(), 0};
    if (const auto deep = too_deep_key(text_->bytes())) {
        errors_.push_back({"a dotted key, with those around it, has more than 256 parts",
                           {text_->begin() + deep->offset, deep->length}});
        return;
    }
    std::string patched;
    bool sound = true; // no error yet that another could follow from
    for (std::size_t round = 0; round < most_errors; ++round) {
        const auto bytes = round == 0 ? text_->bytes() : std::string_view{patched};
        tree_->stores.push_back(std::make_unique<Store>(*text_, bytes.size()));
        const auto read = parse(bytes, 0, *text_, *tree_->stores.back());
        if (const auto* root = std::get_if<Stored>(&read)) {
            tree_->root = *root;
            return;
        }
        tree_->stores.clear();
        const auto& [found, follows] = std::get<ParseError>(read);
        if (!errors_.empty() && errors_.back().at == found.at) return; // it stays whatever is blanked
        if (sound || !follows) errors_.push_back(found);
        sound = sound && follows;
        if (first_invalid_utf8(text_->bytes())) return;
        if (round == 0) patched = text_->bytes();
        blank(patched, section_around(patched, found.at.offset - text_->begin()));
        if (too_deep_key(patched)) return; // made by the blanking: the text itself has none
    }
}

Document::Document(std::shared_ptr<const Text> text, Tree read, std::vector<SyntaxError> errors)
    : text_(std::move(text)), tree_(std::make_unique<Tree>(std::move(read))), errors_(std::move(errors)) {}

Value Document::root() const { return {&tree_->root, text_.get()}; }

std::chrono::year_month_day Value::date() const {
    return is(Kind::date) || is(Kind::date_time) ? stored_->date : std::chrono::year_month_day{};
}
std::chrono::seconds Value::time() const { return is(Kind::time) ? stored_->time : std::chrono::seconds{}; }

Members<Entry> Value::entries() const {
    return {is(Kind::table) ? stored_->inside() : std::span<const Stored>{}, text_};
}

Members<Value> Value::elements() const {
    return {is(Kind::array) ? stored_->inside() : std::span<const Stored>{}, text_};
}

std::optional<Value> Value::find(std::string_view key) const {
    const auto* found = stored_->find(key);
    return found ? std::optional{Value{found, text_}} : std::nullopt;
}

} // namespace agenda::source
