// SPDX-License-Identifier: MIT
// Thousands of agendas that are made up and edited: the changes that are told, applied to the earlier revision, give
// the later one; nothing is told of one revision; and from either side the same is told.
#include "unit/revision/comparing.hpp"
#include "unit/revision/generated.hpp"
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

namespace {

using namespace agenda;
using namespace agenda::test;
using revision::Comparison;

/// How the later revision calls the things of the earlier one, and their ids.
struct Renaming {
    std::map<std::string, std::string> abouts;

    Renaming(const Compared& compared) {
        const auto& before = compared.before;
        const auto& after = compared.after;
        const auto& matches = compared.comparison.matches;
        const auto add = [&](const auto& table, const auto& same) {
            for (const auto index : table.indices())
                if (const auto other = same.after(index))
                    abouts.emplace(before.agenda.about(index), after.agenda.about(*other));
        };
        add(before.agenda.slots, matches.slots);
        add(before.agenda.people, matches.people);
        add(before.agenda.rooms, matches.rooms);
        add(before.agenda.tracks, matches.tracks);
        for (const auto& change : compared.comparison.changes)
            for (const auto& member : change.members)
                if (member.before_about.starts_with("day:") && !member.after_about.empty())
                    abouts.emplace(member.before_about, member.after_about);
    }

    std::string about(const std::string& name) const {
        const auto found = abouts.find(name);
        return found == abouts.end() ? name : found->second;
    }
    std::string id(const std::string& sort, const std::string& id) const {
        return about(sort + id).substr(sort.size());
    }

    Triple operator()(const Triple& triple) const {
        auto [thing, key, value] = triple;
        if (thing.starts_with("slot:")) {
            if (key == "room") value = id("room:", value);
            if (key == "track") value = id("track:", value);
            if (key == "speaker" || key == "moderator" || key == "chair" || key.ends_with("/delivered-by"))
                value = id("person:", value);
            if (const auto first = key.find('/'); first != std::string::npos) {
                const auto second = key.find('/', first + 1);
                key = key.substr(0, first + 1) + id("person:", key.substr(first + 1, second - first - 1)) +
                      key.substr(second);
            }
        }
        return {about(thing), key, value};
    }
};

/// What is wrong with applying the changes; empty where all is well.
std::string apply(const Compared& compared, const Triples& before, const Triples& after) {
    const Renaming renaming{compared};
    Triples now;
    for (const auto& triple : before) now.insert(renaming(triple));
    std::string wrong;
    const auto shown = [](const Triple& triple) {
        return fmt::format("({}, {}, {})\n", std::get<0>(triple), std::get<1>(triple), std::get<2>(triple));
    };
    const auto take_out = [&](const Triple& triple) {
        if (const auto found = now.find(triple); found != now.end())
            now.erase(found);
        else
            wrong += "taken out, but not there: " + shown(triple);
    };
    const auto each = [&](const auto& act) {
        for (const auto& change : compared.comparison.changes)
            for (const auto& member : change.members) act(member);
    };
    each([&](const revision::Member& member) {
        const auto& about = member.after_about.empty() ? member.before_about : member.after_about;
        if (member.after_about.empty()) take_out({about, "", ""});
        for (const auto& edit : member.edits)
            if (edit.before && !edit.key.starts_with("order of")) take_out({about, edit.key, *edit.before});
    });
    each([&](const revision::Member& member) {
        const auto& about = member.after_about.empty() ? member.before_about : member.after_about;
        if (member.before_about.empty()) now.insert({about, "", ""});
        for (const auto& edit : member.edits)
            if (edit.after && !edit.key.starts_with("order of")) now.insert({about, edit.key, *edit.after});
    });
    for (const auto& triple : now)
        if (now.count(triple) > after.count(triple)) wrong += "left: " + shown(triple);
    for (const auto& triple : after)
        if (after.count(triple) > now.count(triple)) wrong += "missing: " + shown(triple);
    return wrong;
}

struct Generated {
    Made before, after;
    std::string before_text, after_text;

    Generated(unsigned seed, int most_days, int most_slots, int most_edits) {
        Chance chance{seed};
        before = make_agenda(chance, most_days, most_slots);
        after = before;
        edit(after, chance, chance.below(most_edits + 1));
        before_text = written(before);
        after_text = written(after);
    }
};

void check_applying(unsigned seed, int most_days, int most_slots, int most_edits) {
    const Generated one{seed, most_days, most_slots, most_edits};
    const Compared compared{one.before_text, one.after_text};
    const auto wrong =
        apply(compared, triples(one.before, compared.before.agenda), triples(one.after, compared.after.agenda));
    BOOST_TEST_REQUIRE(wrong.empty(), "seed " << seed << "\n"
                                              << wrong << "\ntold:\n"
                                              << told(compared.comparison) << "\nbefore:\n"
                                              << one.before_text << "\nafter:\n"
                                              << one.after_text);
}

/// An edit as a line; of one seen from the other side with the later revision's names. Who it is is left out: one who
/// is in one revision only may have an id that is another's in the other.
std::string line_of(const revision::Edit& edit, const Renaming* mirrored) {
    if (edit.key.starts_with("order of")) return edit.key;
    const auto named = [&](const std::optional<std::string>& text) {
        if (!text) return std::string{"nothing"};
        const Triple triple{"slot:", edit.key, *text};
        if (edit.key.find('/') != std::string::npos) return edit.key.substr(edit.key.rfind('/'));
        if (edit.key == "speaker" || edit.key == "moderator" || edit.key == "chair") return edit.key;
        const auto [thing, key, value] = mirrored ? (*mirrored)(triple) : triple;
        return key + " " + value;
    };
    return fmt::format("{} -> {}", named(mirrored ? edit.after : edit.before),
                       named(mirrored ? edit.before : edit.after));
}

/// Everything that a comparison says, as it is or seen from the other side.
std::multiset<std::string> said(const Comparison& comparison, const Renaming* mirrored) {
    using revision::Kind;
    static const std::map<Kind, Kind> other{
        {Kind::room_added, Kind::room_removed},     {Kind::room_removed, Kind::room_added},
        {Kind::track_added, Kind::track_removed},   {Kind::track_removed, Kind::track_added},
        {Kind::day_added, Kind::day_removed},       {Kind::day_removed, Kind::day_added},
        {Kind::slot_added, Kind::slot_removed},     {Kind::slot_removed, Kind::slot_added},
        {Kind::slot_cancelled, Kind::slot_reinstated}, {Kind::slot_reinstated, Kind::slot_cancelled},
        {Kind::person_added, Kind::person_dropped}, {Kind::person_dropped, Kind::person_added}};
    std::multiset<std::string> result;
    for (const auto& change : comparison.changes) {
        const auto found = other.find(change.kind);
        const auto kind = mirrored && found != other.end() ? found->second : change.kind;
        std::multiset<std::string> members;
        for (const auto& member : change.members) {
            std::multiset<std::string> edits;
            for (const auto& edit : member.edits) edits.insert(line_of(edit, mirrored));
            members.insert(fmt::format("{} -> {} {{{}}}", mirrored ? member.after_about : member.before_about,
                                       mirrored ? member.before_about : member.after_about, fmt::join(edits, "; ")));
        }
        result.insert(fmt::format("{}: {}", name_of(kind), fmt::join(members, "\n    ")));
    }
    return result;
}

using Ids = std::multiset<std::string>;

/// "slot:a -> slot:b", of what is told.
Ids told_ids(const Comparison& comparison) {
    Ids result;
    for (const auto& change : comparison.changes)
        if (change.kind == revision::Kind::id_renamed || change.kind == revision::Kind::ids_regenerated)
            for (const auto& member : change.members) result.insert(member.before_about + " -> " + member.after_about);
    return result;
}

/// The same of what is in both revisions and has an id that somebody wrote in one at least; a label is its own.
Ids other_ids(const Compared& compared) {
    const auto& before = compared.before;
    const auto& after = compared.after;
    const auto& matches = compared.comparison.matches;
    Ids result;
    const auto add = [&](const auto& earlier, const auto& later, const auto& same, const auto& written) {
        for (const auto index : earlier.indices())
            if (const auto other = same.after(index))
                if (written(earlier[index], later[*other]) && earlier[index].id != later[*other].id)
                    result.insert(before.agenda.about(index) + " -> " + after.agenda.about(*other));
    };
    const auto declared = [](const auto& a, const auto& b) { return a.declared && b.declared; };
    const auto given = [](const Slot& a, const Slot& b) { return !a.id_derived || !b.id_derived; };
    add(before.agenda.slots, after.agenda.slots, matches.slots, given);
    add(before.agenda.people, after.agenda.people, matches.people, declared);
    add(before.agenda.rooms, after.agenda.rooms, matches.rooms, declared);
    add(before.agenda.tracks, after.agenda.tracks, matches.tracks, declared);
    return result;
}

} // namespace

BOOST_AUTO_TEST_SUITE(revision_property)

BOOST_AUTO_TEST_CASE(the_changes_applied_to_the_earlier_revision_give_the_later_one) {
    for (unsigned seed = 0; seed < 2000; ++seed) check_applying(seed, 3, 9, 4);
    for (unsigned seed = 0; seed < 500; ++seed) check_applying(seed, 5, 30, 12);
    for (unsigned seed = 0; seed < 20; ++seed) check_applying(seed, 6, 300, 60);
}

BOOST_AUTO_TEST_CASE(nothing_is_told_of_a_file_that_is_written_in_another_way) {
    for (unsigned seed = 0; seed < 500; ++seed) {
        Chance chance{seed};
        const auto made = make_agenda(chance, 4, 20);
        const auto text = written(made), other = written(made, &chance);
        for (const auto& revision : {text, other}) {
            const auto said = told(Compared{text, revision}.comparison);
            BOOST_TEST_REQUIRE(said == "", "seed " << seed << "\n" << said << text << "\n\n" << revision);
        }
    }
}

BOOST_AUTO_TEST_CASE(from_either_side_the_same_is_told) {
    for (unsigned seed = 0; seed < 1000; ++seed) {
        const Generated one{seed, 4, 16, 8};
        const Compared forth{one.before_text, one.after_text}, back{one.after_text, one.before_text};
        const Renaming renaming{forth};
        const auto a = said(forth.comparison, nullptr), b = said(back.comparison, &renaming);
        std::string differ;
        for (const auto& line : a)
            if (!b.contains(line)) differ += "forth: " + line + "\n";
        for (const auto& line : b)
            if (!a.contains(line)) differ += "back:  " + line + "\n";
        BOOST_TEST_REQUIRE((a == b), "seed " << seed << "\n" << differ << one.before_text << "\n\n" << one.after_text);
    }
}

BOOST_AUTO_TEST_CASE(every_id_that_is_another_is_told_once_and_no_other) {
    for (unsigned seed = 0; seed < 1000; ++seed) {
        const Generated one{seed, 4, 16, 8};
        const Compared compared{one.before_text, one.after_text};
        BOOST_TEST_REQUIRE((told_ids(compared.comparison) == other_ids(compared)), "seed " << seed);
    }
}

BOOST_AUTO_TEST_CASE(where_all_ids_are_others_nothing_else_is_told) {
    for (unsigned seed = 0; seed < 500; ++seed) {
        Chance chance{seed};
        auto before = make_agenda(chance, 4, 20);
        for (auto& person : before.people) person.values["name"] += std::string(3, static_cast<char>('a' + person.key));
        auto after = before;
        int next = 0;
        for (auto& day : after.days)
            for (auto& slot : day.slots) slot.id = fmt::format("{:06x}", 7919 * ++next);
        for (auto& person : after.people) person.id = "other-" + person.id;
        const Compared compared{written(before), written(after)};
        for (const auto& change : compared.comparison.changes)
            BOOST_TEST_REQUIRE(
                (change.kind == revision::Kind::ids_regenerated || change.kind == revision::Kind::id_renamed),
                "seed " << seed << "\n"
                        << told(compared.comparison) << written(before) << "\n"
                        << written(after));
    }
}

BOOST_AUTO_TEST_SUITE_END()
