// SPDX-License-Identifier: MIT
// Schedules in other formats: checked as they are, and imported, which writes TOML that says the same.
#include "fuzz.hpp"
#include "source/toml_writer.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <sstream>

namespace fuzz {
namespace {

using source::Kind;
using source::Stored;
using source::Value;

bool same(const Stored& made, const Value& value);

bool same_members(const Stored& table, const Value& value) {
    const auto members = table.inside();
    return members.size() == value.entries().size() &&
           std::all_of(members.begin(), members.end(), [&](const Stored& member) {
               const auto found = value.find(source::scrubbed(member.key));
               return found && same(member, *found);
           });
}

bool same_elements(const Stored& list, const Value& value) {
    const auto made = list.inside();
    const auto elements = value.elements();
    return std::equal(made.begin(), made.end(), elements.begin(), elements.end(), same);
}

/// Whether a value that was written is there when it is read.
bool same(const Stored& made, const Value& value) {
    if (!value.is(made.kind)) return false;
    switch (made.kind) {
    case Kind::table: return same_members(made, value);
    case Kind::array: return same_elements(made, value);
    case Kind::integer: return made.integer == value.integer();
    case Kind::boolean: return made.boolean == value.boolean();
    default: return source::scrubbed(made.string()) == value.string();
    }
}

/// Whether both have the same slots at the same times.
bool same_programme(const Agenda& a, const Agenda& b) {
    return std::equal(a.slots.begin(), a.slots.end(), b.slots.begin(), b.slots.end(), [](const Slot& x, const Slot& y) {
        return x.clock == y.clock && x.when == y.when && x.start == y.start && x.kind == y.kind &&
               x.people.size() == y.people.size();
    });
}

} // namespace

/// A second file says which columns of a spreadsheet are what.
void imported(std::string_view input, std::string_view format) {
    for (const auto& one : load::formats::all()) one.is(input);
    const auto [bytes, columns] = parted(input);
    const auto schedule = text("schedule", bytes);
    const load::formats::ReadAs as{std::string{format}, columns.empty() ? nullptr : text("columns.toml", columns)};
    const auto direct = checked({schedule}, standard(), {}, as);

    const auto reading = load::formats::find(format)->read(*schedule, as);
    std::ostringstream toml;
    source::write_toml(reading.tree.root, toml);
    const auto written = text("imported.toml", toml.str());
    const source::Document document{written};
    holds(document.errors().empty(), "what import writes is TOML");
    holds(same(reading.tree.root, document.root()), "what import writes is what it has read");
    const auto again = load::load({written}, standard().kinds, {"toml", nullptr});
    is_sound(again);
    holds(again.whole(), "what import writes can be checked");
    holds(same_programme(direct.loaded.agenda, again.agenda), "what import writes is the same programme");
}

} // namespace fuzz
