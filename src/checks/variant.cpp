// SPDX-License-Identifier: MIT
// variant: people, or organisations, that seem to be entered under two names. How names are brought together is in
// person_variants.cpp and org_variants.cpp.
#include "checks/all.hpp"
#include "checks/variants.hpp"
#include "checks/words.hpp"
#include <array>

namespace agenda::checks {
namespace variant_check {

using finding::ParameterType;

constexpr std::array arguments_taken{
    ArgumentSpec{"names", ParameterType::name, "whose names are compared", true, "people organisations"},
    ArgumentSpec{"distance", ParameterType::count,
                 "how many letters of one word may differ, 2 at most; not given: 2, and 1 for organisations", false},
    ArgumentSpec{"min-letters", ParameterType::count,
                 "a person's name, or the longer of the words in which two organisations differ, has so many at least; "
                 "not given: 6",
                 false},
    ArgumentSpec{"left-out", ParameterType::names, "words that do not belong to a person's name: titles", false},
    ArgumentSpec{"keys", ParameterType::names,
                 "texts in which the whole name of an organisation can stand; not given: org", false,
                 "title unit org capacity"},
    ArgumentSpec{"aliases", ParameterType::names,
                 "pairs of names of organisations that are both right: \"IOM = International Organization for "
                 "Migration\"",
                 false},
};
constexpr std::array fields_given{
    FieldSpec{"name", true, "the name here"},
    FieldSpec{"other", true, "the name that it is held against"},
    FieldSpec{"twice", false, "the name, where both are written alike"},
    FieldSpec{"how", true, "in what they differ"},
    FieldSpec{"orgs", false,
              "of two people: whether their organisations and countries are the same, different, or unknown where one "
              "of them gives none"},
    FieldSpec{"what", true, "the person, or the thing in which the organisation is named"},
    FieldSpec{"count", true, "how often the name is there; of an organisation, this one and other rare ones"},
    FieldSpec{"other-count", true, "how often the other one is"},
};

Span name_place(const Person& person) { return person.keys.at("name", person.at); }

void run_people(const Context& context, const Nearness& nearness, finding::Drafts& drafts, Outcome& outcome) {
    const auto& agenda = context.agenda;
    std::vector<PersonIndex> people;
    for (const auto& thing : selected(agenda, context.selection, Sort::person))
        if (thing.sort == Sort::person) people.push_back(PersonIndex{thing.index});
    outcome.checked = people.size();
    for (const auto& variant : person_variants(agenda, people, nearness)) {
        const auto& person = agenda.people[variant.person];
        const auto& other = agenda.people[variant.other];
        finding::Draft draft;
        draft.at = name_place(person);
        draft.about = {agenda.about(variant.other), agenda.about(variant.person)};
        sort_about(draft);
        draft.related = {{name_place(other), ticked_name(other) + ", entered first"}};
        draft.facts = {{"name", called(person)},          {"other", called(other)},
                       {"how", std::string{variant.how}}, {"orgs", std::string{variant.orgs}},
                       {"what", ticked_name(person)},     {"count", std::int64_t{1}},
                       {"other-count", std::int64_t{1}}};
        if (person.name == other.name) draft.facts.set("twice", person.name);
        drafts.push_back(std::move(draft));
    }
}

void run_organisations(const Context& context, const finding::Arguments& arguments, const Nearness& nearness,
                       finding::Drafts& drafts, Outcome& outcome) {
    const auto& agenda = context.agenda;
    const auto things = selected(agenda, context.selection, Sort::person);
    const auto keys = arguments.given<std::vector<std::string>>("keys").value_or(std::vector<std::string>{"org"});
    for (const auto& thing : things) outcome.checked += keys_of(agenda, thing).has("org") ? 1 : 0;
    for (const auto& variant : org_variants(agenda, things, keys, arguments.words_or_none("aliases"), nearness)) {
        const auto& first = variant.rarer.front();
        const auto place = [&](const OrgMention& mention) {
            return narrowed(*context.loaded.text, mention.at, mention.name);
        };
        finding::Draft draft;
        draft.at = place(first);
        draft.key = "org";
        draft.related = {{place(variant.usual), ticked(variant.usual.name)}};
        for (const auto& mention : variant.rarer) {
            draft.about.push_back(about(agenda, mention.thing));
            if (&mention != &first) draft.related.push_back({place(mention), ticked(mention.name)});
        }
        sort_about(draft);
        draft.facts = {{"name", first.name},
                       {"other", variant.usual.name},
                       {"how", std::string{variant.how}},
                       {"what", called(agenda, first.thing)},
                       {"count", static_cast<std::int64_t>(variant.rarer.size())},
                       {"other-count", static_cast<std::int64_t>(variant.usual_count)}};
        drafts.push_back(std::move(draft));
    }
}

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    const bool people = arguments.word("names") == "people";
    const auto count = [&](std::string_view name, std::int64_t otherwise) {
        return static_cast<std::size_t>(arguments.count_or(name, otherwise));
    };
    const Nearness nearness{std::min<std::size_t>(count("distance", people ? 2 : 1), 2), count("min-letters", 6),
                            arguments.words_or_none("left-out")};
    Outcome outcome;
    if (people)
        run_people(context, nearness, drafts, outcome);
    else
        run_organisations(context, arguments, nearness, drafts, outcome);
    return outcome;
}

} // namespace variant_check

const Check variant{"variant",
                    "people, or organisations, that seem to be entered under two names",
                    variant_check::arguments_taken,
                    variant_check::fields_given,
                    "count",
                    variant_check::run,
                    "person appearance"};

} // namespace agenda::checks
