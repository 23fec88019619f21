// SPDX-License-Identifier: MIT
// The people view: for each person, in the order of the alphabet, when, where and as what they are on stage.
#include "report/html/sections.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace agenda::report::html {
namespace {

struct Named {
    SlotIndex slot;
    const Appearance* appearance;
    bool stands_in; ///< delivers for somebody else
};

/// For each person the slots that name them, in the order of the days' pictures.
std::vector<std::vector<Named>> appearances_of(const View& view) {
    std::vector<std::vector<Named>> result(view.agenda.people.size());
    for (const auto& day : view.days)
        for (const auto slot : day.slots)
            for (const auto& one : view.agenda.slots[slot].people) {
                result[static_cast<std::size_t>(one.person)].push_back({slot, &one, false});
                if (one.delivered_by) result[static_cast<std::size_t>(*one.delivered_by)].push_back({slot, &one, true});
            }
    return result;
}

/// "Director, Migration Department, IOM": what is there.
std::string standing(const Person& person) {
    std::string result;
    for (const auto* part : {&person.title, &person.unit, &person.org, &person.country})
        if (!part->empty()) result += (result.empty() ? "" : ", ") + *part;
    return result;
}

std::string role_of(const View& view, const Named& named) {
    const auto& appearance = *named.appearance;
    std::string role{appearance.role == Role::speaker ? "" : name_of(appearance.role)};
    const auto add = [&](const std::string& what) { role += (role.empty() ? "" : ", ") + what; };
    if (named.stands_in)
        add("for " + called(view.agenda.people[appearance.person]));
    else if (appearance.delivered_by)
        add("delivered by " + called(view.agenda.people[*appearance.delivered_by]));
    if (appearance.withdrawn && !named.stands_in) add("withdrawn");
    return role;
}

void write_person(const View& view, PersonIndex index, const std::vector<Named>& appearances, Markup& page) {
    const auto& person = view.agenda.people[index];
    page.raw("<tr><th scope=\"row\">").text(called(person));
    if (const auto text = standing(person); !text.empty()) page.raw("<br><small>").text(text).raw("</small>");
    page.raw("</th><td><ul>");
    for (const auto& named : appearances) {
        const auto& slot = view.agenda.slots[named.slot];
        page.raw("<li>");
        if (view.days.size() > 1) page.text(view.day_of(named.slot)).raw(" ");
        if (slot.clock) page.raw(time::format_range(*slot.clock)).raw(" ");
        write_slot_link(view, named.slot, page);
        if (const auto role = role_of(view, named); !role.empty())
            page.raw(" <span class=\"note\">").text(role).raw("</span>");
        if (slot.cancelled) page.raw(" <span class=\"note\">cancelled</span>");
        page.raw("</li>");
    }
    page.raw("</ul></td></tr>\n");
}

} // namespace

void write_people(const View& view, Markup& page) {
    const auto appearances = appearances_of(view);
    std::vector<std::pair<std::string, PersonIndex>> people;
    for (const auto index : view.agenda.people.indices())
        if (!appearances[static_cast<std::size_t>(index)].empty())
            people.emplace_back(source::folded(called(view.agenda.people[index])), index);
    if (people.empty()) return;
    std::sort(people.begin(), people.end());
    page.raw("<section class=\"people\" style=\"--rows:").number(people.size()).raw("\">\n<h3 id=\"");
    page.raw(view.anchor("people"));
    page.raw("\">People</h3>\n<table><thead><tr><th scope=\"col\">Who</th>");
    page.raw("<th scope=\"col\">In the programme</th></tr></thead>\n<tbody>\n");
    for (const auto& [name, index] : people)
        write_person(view, index, appearances[static_cast<std::size_t>(index)], page);
    page.raw("</tbody></table>\n</section>\n");
}

} // namespace agenda::report::html
