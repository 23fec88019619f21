// SPDX-License-Identifier: MIT
#include "load/people.hpp"
#include <algorithm>
#include <array>

namespace agenda::load {
namespace {

void read_status(Reader& reader, const Entry& entry, Person& person) {
    std::string word;
    if (!reader.read(entry, word)) return;
    const auto found = std::find(person_status_names.begin(), person_status_names.end(), word);
    if (found == person_status_names.end()) return reader.wrong_word(entry, word, person_status_names);
    person.status = static_cast<PersonStatus>(found - person_status_names.begin());
}

void read_affiliation(Reader& reader, const Entry& entry, Person& person) {
    std::string word;
    static constexpr std::array<std::string_view, 1> words{"withheld"};
    if (!reader.read(entry, word)) return;
    if (word == words[0])
        person.affiliation_withheld = true;
    else
        reader.wrong_word(entry, word, words);
}

/// A moment until which something lasts: a date alone is meant as a whole day.
template <auto Member, class T> void set_until(Reader& reader, const Entry& entry, T& into) {
    reader.read(entry, into.*Member);
    const bool date_alone = entry.value.is(Kind::date) || entry.value.string().size() == 10;
    if (into.*Member && date_alone) *(into.*Member) += std::chrono::days{1};
}

constexpr Key<Absence> absence_keys[] = {{"from", set<&Absence::from>}, {"to", set_until<&Absence::to, Absence>}};

void read_unavailable(Reader& reader, const Entry& entry, Person& person) {
    reader.tables(entry, [&](const Value& value) {
        Absence absence;
        reader.table(value, "`unavailable`", absence_keys, absence);
        person.unavailable.push_back(absence);
    });
}

constexpr Key<Person> person_keys[] = {
    {"name", set<&Person::name>},
    {"suffix", set<&Person::suffix>},
    {"mononym", set<&Person::mononym>},
    {"title", set<&Person::title>},
    {"unit", set<&Person::unit>},
    {"org", set<&Person::org>},
    {"country", set<&Person::country>},
    {"aliases", set<&Person::aliases>},
    {"distinct-from", set<&Person::distinct_from>},
    {"arrives", set<&Person::arrives>},
    {"leaves", set_until<&Person::leaves, Person>},
    {"unavailable", read_unavailable},
    {"status", read_status},
    {"affiliation", read_affiliation},
    {"role", set<&Person::role>},
};

/// A person where a slot names one, before the name is looked up.
struct Named {
    std::optional<Entry> person, delivered_by, joint;
    Person here; ///< a whole person named inline, or what is true only here
    std::string mode, capacity, status;
    std::optional<time::minutes> minutes;
    KeyPlaces keys;
};

template <std::optional<Entry> Named::*Member> void keep(Reader&, const Entry& entry, Named& into) {
    into.*Member = entry;
}

template <auto Member> void set_here(Reader& reader, const Entry& entry, Named& into) {
    reader.read(entry, into.here.*Member);
}

void read_mode(Reader& reader, const Entry& entry, Named& into) {
    static constexpr std::array<std::string_view, 2> modes{"in-person", "remote"};
    if (!reader.read(entry, into.mode) || std::find(modes.begin(), modes.end(), into.mode) != modes.end()) return;
    reader.wrong_word(entry, into.mode, modes);
}

/// True only here: the person's own status is another matter.
void read_status_here(Reader& reader, const Entry& entry, Named& into) {
    if (!reader.read(entry, into.status)) return;
    if (std::find(person_status_names.begin(), person_status_names.end(), into.status) == person_status_names.end())
        reader.wrong_word(entry, into.status, person_status_names);
}

void read_affiliation_here(Reader& reader, const Entry& entry, Named& into) {
    read_affiliation(reader, entry, into.here);
}

constexpr Key<Named> named_keys[] = {
    {"person", keep<&Named::person>},       {"name", set_here<&Person::name>},
    {"joint", keep<&Named::joint>},         {"delivered-by", keep<&Named::delivered_by>},
    {"capacity", set<&Named::capacity>},    {"mode", read_mode},
    {"minutes", set<&Named::minutes>},      {"status", read_status_here},
    {"title", set_here<&Person::title>},    {"unit", set_here<&Person::unit>},
    {"org", set_here<&Person::org>},        {"country", set_here<&Person::country>},
    {"suffix", set_here<&Person::suffix>},  {"mononym", set_here<&Person::mononym>},
    {"affiliation", read_affiliation_here},
};

constexpr std::string_view person_wanted =
    "a person's id, or a table such as `{ person = \"id\" }` or `{ name = \"...\" }`";

class RoleReader {
public:
    RoleReader(Reader& reader, Names& names, const RoleOf& role) : reader_(reader), names_(names), role_(role) {}

    void read(const Entry& entry) {
        if (!entry.value.is(Kind::array)) return one(entry);
        const auto elements = entry.value.elements();
        if (auto& people = role_.slot.people; people.empty()) people.reserve(elements.size());
        for (const auto& element : elements) one({entry.key, entry.key_span, element});
    }

private:
    void one(const Entry& entry) {
        if (entry.value.is(Kind::string)) {
            appear(names_.person(entry.value.string(), entry.value.span()), entry, {});
        } else if (entry.value.is(Kind::table)) {
            table(entry);
        } else {
            miss();
            reader_.wrong_type(entry, person_wanted);
        }
    }

    void table(const Entry& entry) {
        Named named;
        reader_.table(entry.value, "a person of a slot", named_keys, named);
        const int ways = (named.person ? 1 : 0) + (named.joint ? 1 : 0) + (named.here.name.empty() ? 0 : 1);
        if (ways != 1) {
            miss();
            if (ways == 0)
                reader_.fault("key-missing", entry.value.span(),
                              {{"what", std::string{"one of `person`, `name`, `joint`"}}});
            else
                reader_.wrong_type(entry, "a table with only one of `person`, `name` and `joint`");
            return;
        }
        auto here = said_here(named);
        if (named.joint) return joint(*named.joint, here);
        one_person(named, entry, std::move(here));
    }

    /// What a table says of the person here, before the person is looked up.
    Appearance said_here(const Named& named) {
        Appearance here;
        here.keys = named.keys;
        here.capacity = named.capacity;
        here.mode = named.mode;
        here.status = named.status;
        here.minutes = named.minutes;
        here.withdrawn = named.status == "withdrawn";
        here.title = named.here.title;
        here.unit = named.here.unit;
        here.org = named.here.org;
        if (named.delivered_by) here.delivered_by = reference(*named.delivered_by);
        if (here.delivered_by) {
            auto& deliverer = reader_.agenda().people[*here.delivered_by];
            deliverer.used = true;
            here.deliverer_withdrawn = deliverer.status == PersonStatus::withdrawn;
        }
        return here;
    }

    void one_person(Named& named, const Entry& entry, Appearance here) {
        if (named.person) return appear(reference(*named.person), *named.person, std::move(here));
        named.here.at = entry.value.span();
        named.here.keys = named.keys;
        if (named.status == "tbc") named.here.status = PersonStatus::tbc; // a placeholder is nobody in particular
        appear(names_.inline_person(std::move(named.here)), entry, std::move(here));
    }

    void joint(const Entry& entry, const Appearance& together) {
        const auto& people = role_.slot.people;
        const auto last = std::find_if(people.rbegin(), people.rend(), [](const Appearance& one) { return one.joint; });
        const auto group = last == people.rend() ? 0 : *last->joint + 1;
        if (!entry.value.is(Kind::array)) {
            miss();
            return reader_.wrong_type(entry, "a list of people's ids");
        }
        for (const auto& element : entry.value.elements()) {
            const Entry member{entry.key, entry.key_span, element};
            auto here = together;
            here.joint = group;
            if (!element.is(Kind::table)) {
                appear(reference(member), member, std::move(here));
                continue;
            }
            Named named;
            reader_.table(element, "a person of a slot", named_keys, named);
            if (!named.person && named.here.name.empty()) {
                miss();
                reader_.wrong_type(member, person_wanted);
                continue;
            }
            here = said_here(named);
            here.joint = group;
            one_person(named, member, std::move(here));
        }
    }

    std::optional<PersonIndex> reference(const Entry& entry) {
        if (entry.value.is(Kind::string)) return names_.person(entry.value.string(), entry.value.span());
        reader_.wrong_type(entry, "a person's id");
        return std::nullopt;
    }

    void appear(std::optional<PersonIndex> person, const Entry& entry, Appearance&& appearance) {
        if (!person) return miss();
        appearance.person = *person;
        appearance.role = role_.role;
        appearance.item = role_.item;
        appearance.at = entry.value.span();
        auto& who = reader_.agenda().people[*person];
        who.used = true;
        appearance.withdrawn = appearance.withdrawn || who.status == PersonStatus::withdrawn;
        if (const auto on_stage = appearance.on_stage())
            appearance.unknown = is_placeholder(reader_.agenda().people[*on_stage].name);
        role_.slot.people.push_back(std::move(appearance));
    }

    void miss() { ++(role_.role == Role::speaker ? role_.slot.unresolved_speakers : role_.slot.unresolved_moderators); }

    Reader& reader_;
    Names& names_;
    const RoleOf& role_;
};

} // namespace

void read_people(Reader& reader, Names& names, const std::vector<Value>& tables) {
    auto& table = reader.agenda().people;
    std::vector<std::pair<PersonIndex, Value>> distinct;
    for (const auto& people : tables) {
        const auto entries = people.entries();
        table.reserve(table.size() + entries.size());
        for (const auto& entry : entries) {
            if (!entry.value.is(Kind::table)) {
                const Reader::In in{reader, {}, "[people]"};
                reader.wrong_type(entry, "a table");
                continue;
            }
            const auto index = table.next();
            auto& person = table.emplace_back();
            person.id = entry.key;
            person.at = entry.key_span;
            const Reader::In in{reader, index, "[people]"};
            reader.table(entry.value, "[people]", person_keys, person);
            if (const auto from = entry.value.find("distinct-from")) distinct.emplace_back(index, *from);
            reader.count("duplicate-id");
            if (const auto first = names.declare(entry.key, index))
                reader
                    .fault("duplicate-id", entry.key_span, {{"sort", std::string{"person"}}, {"what", table[index].id}})
                    .related.push_back({table[*first].at, "first given here, as `" + table[*first].id + "`"});
        }
    }
    // Who is distinct from whom can be asked only when all are declared.
    for (const auto& [index, from] : distinct) {
        const Reader::In in{reader, index, "[people]"};
        if (from.is(Kind::string)) names.person(from.string(), from.span());
        for (const auto& one : from.elements())
            if (one.is(Kind::string)) names.person(one.string(), one.span());
    }
}

void read_role(Reader& reader, Names& names, const Entry& entry, const RoleOf& role) {
    RoleReader{reader, names, role}.read(entry);
}

} // namespace agenda::load
