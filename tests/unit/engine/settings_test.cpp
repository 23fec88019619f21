// SPDX-License-Identifier: MIT
// What is in force: profile, then the agenda, then the command line; who said so; and what cannot be set.
#include "support/check.hpp"
#include <algorithm>
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda;
using namespace agenda::engine;

struct Chosen {
    load::Loaded loaded;
    std::vector<std::string> profiles;
    Settings settings;

    const InForce& rule(std::string_view id) const {
        return *std::find_if(settings.rules().begin(), settings.rules().end(), [&](const auto& one) { return one.rule->id == id; });
    }
    /// "45 min (the agenda)".
    std::string argument(std::string_view id, std::string_view name) const {
        const auto* argument = rule(id).arguments.find(name);
        return finding::format_parameter(argument->value) + " (" + argument->origin + ")";
    }
    std::string severity(std::string_view id) const { return std::string{finding::name_of(rule(id).severity)} + " (" + rule(id).severity_from + ")"; }
    /// "rule 3:1 reason", a line each.
    std::string faults() const {
        std::string result;
        for (const auto& fault : loaded.faults) {
            const auto at = loaded.text->position(fault.draft.at.offset, source::Unit::code_points);
            result += std::string{fault.rule} + " " + std::to_string(at.line) + ":" + std::to_string(at.column) + " " + fault.draft.facts.text("reason") + "\n";
        }
        return result;
    }
};

Chosen choose(std::string text, const Choice& choice = {}) {
    auto loaded = load::load(std::make_shared<const source::Text>("agenda.toml", text + "[[day]]\ndate = 2026-06-01\n"), test::standard().kinds);
    auto chosen = settings_for(loaded, test::standard(), choice);
    Chosen result{std::move(loaded), {}, std::move(chosen.settings)};
    for (const auto* profile : chosen.profiles) result.profiles.push_back(profile->name);
    return result;
}

Choice command_line(const std::vector<std::string>& parameters, const std::vector<std::string>& severities = {}) {
    Choice choice;
    for (const auto& option : parameters) BOOST_TEST_REQUIRE(read_parameter_option(option, test::standard(), choice.settings) == "");
    for (const auto& option : severities) BOOST_TEST_REQUIRE(read_severity_option(option, test::standard(), choice.settings) == "");
    return choice;
}

const std::string agenda_says = "[event]\nprofile = \"conference\"\n[rules.sitting-too-long]\nmax = \"100m\"\nseverity = \"info\"\n";

Profile profile(std::string name, bool overlay) {
    Profile result;
    result.name = std::move(name);
    result.overlay = overlay;
    return result;
}

std::string names(const std::vector<const Profile*>& profiles) {
    std::string result;
    for (const auto* one : profiles) result += one->name + " ";
    return result;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_parameter_is_the_rules_then_the_profiles_then_the_agendas_then_the_command_lines) {
    BOOST_TEST(choose("").argument("lunch-too-short", "min") == "45 min ()");
    BOOST_TEST(choose("[event]\nprofile = \"conference\"\n").argument("lunch-too-short", "min") == "60 min (profile conference)");
    BOOST_TEST(choose(agenda_says).argument("sitting-too-long", "max") == "100 min (the agenda)");
    BOOST_TEST(choose(agenda_says, command_line({"sitting-too-long.max=80"})).argument("sitting-too-long", "max") == "80 min (the command line)");
    BOOST_TEST(choose(agenda_says, command_line({"sitting-too-long.max=80", "sitting-too-long.max=70"})).argument("sitting-too-long", "max") == "70 min (the command line)");
}

BOOST_AUTO_TEST_CASE(a_severity_is_the_rules_then_the_agendas_then_the_command_lines) {
    BOOST_TEST(choose("").severity("sitting-too-long") == "warning ()");
    BOOST_TEST(choose(agenda_says).severity("sitting-too-long") == "info (the agenda)");
    BOOST_TEST(choose(agenda_says, command_line({}, {"sitting-too-long=error"})).severity("sitting-too-long") == "error (the command line)");
    BOOST_TEST(choose("", command_line({}, {"sitting-too-long=off"})).rule("sitting-too-long").off());
}

BOOST_AUTO_TEST_CASE(a_later_profile_of_the_agenda_wins) {
    BOOST_TEST(choose("[event]\nprofile = [\"conference\", \"un-meeting\"]\n").argument("sitting-too-long", "max") == "180 min (profile un-meeting)");
    BOOST_TEST(choose("[event]\nprofile = [\"un-meeting\", \"conference\"]\n").argument("sitting-too-long", "max") == "120 min (profile conference)");
}

BOOST_AUTO_TEST_CASE(an_agendas_profile_that_is_unknown_is_a_fault_and_the_others_count) {
    const auto chosen = choose("[event]\nprofile = [\"confrence\", \"un-meeting\"]\n");
    BOOST_TEST(chosen.profiles == std::vector<std::string>{"un-meeting"}, boost::test_tools::per_element());
    BOOST_TEST_REQUIRE(chosen.loaded.faults.size() == 1U);
    BOOST_TEST(chosen.loaded.faults.front().rule == "reference-unresolved");
    BOOST_TEST(chosen.loaded.faults.front().draft.facts.text("nearest") == "conference");
}

BOOST_AUTO_TEST_CASE(a_pacing_profile_of_the_command_line_takes_the_agendas_place_and_an_overlay_joins_it) {
    const auto un = profile("un", false), conference = profile("conference", false), draft = profile("draft", true), strict = profile("strict", true);
    const struct {
        std::vector<const Profile*> agenda, command_line;
        const char* in_force;
    } cases[] = {
        {{}, {}, ""},
        {{&un}, {}, "un "},
        {{&un}, {&conference}, "conference "},
        {{&un}, {&draft}, "un draft "},
        {{&un, &draft}, {&conference}, "conference draft "},
        {{&un, &draft}, {&strict}, "un draft strict "},
        {{&draft, &un}, {}, "un draft "},
        {{&un, &conference}, {}, "un conference "},
        {{&un}, {&draft, &conference}, "conference draft "},
        {{&un}, {&un}, "un "},
        {{&draft}, {&draft}, "draft "},
        {{&draft, &strict}, {&draft}, "strict draft "},
    };
    for (const auto& one : cases) {
        const auto in_force = names(chosen_profiles(one.agenda, one.command_line));
        BOOST_TEST(in_force == one.in_force, names(one.agenda) << "and " << names(one.command_line) << "give " << in_force);
    }
}

BOOST_AUTO_TEST_CASE(a_rule_that_is_always_on_has_no_other_severity) {
    for (const auto* level : {"off", "info", "error"}) {
        const auto from_agenda = choose("[rules.unknown-key]\nseverity = \"" + std::string{level} + "\"\n");
        BOOST_TEST(from_agenda.severity("unknown-key") == "warning ()");
        BOOST_TEST(from_agenda.faults() == "wrong-type 2:12 `unknown-key` is always on: it has no other severity\n");
        BOOST_TEST(choose("", command_line({}, {"unknown-key=" + std::string{level}})).severity("unknown-key") == "warning ()");
    }
    Choice only;
    only.only = {"slot-overlap"};
    const auto chosen = choose("", only);
    BOOST_TEST(!chosen.rule("unknown-key").off());
    BOOST_TEST(!chosen.rule("slot-overlap").off());
    BOOST_TEST(chosen.rule("room-double-booked").off());
    BOOST_TEST(chosen.rule("reference-unresolved").off());
}

BOOST_AUTO_TEST_CASE(only_does_not_turn_on_what_is_off) {
    auto choice = command_line({}, {"slot-overlap=off"});
    choice.only = {"slot-overlap"};
    BOOST_TEST(choose("", choice).rule("slot-overlap").off());
}

BOOST_AUTO_TEST_CASE(settings_of_the_agenda_that_reach_nothing_are_faults_with_their_places) {
    const struct {
        const char* rules;
        const char* fault;
    } cases[] = {
        {"[rules.slot-overlp]\n", "unknown-rule 1:8 there is no rule `slot-overlp`; did you mean `slot-overlap`?\n"},
        {"[rules]\nzzzzzzzzz = {}\n", "unknown-rule 2:1 there is no rule `zzzzzzzzz`\n"},
        {"[rules.slot-overlap]\ntolerence = 5\n", "unknown-rule 2:1 the rule `slot-overlap` has no parameter `tolerence`; did you mean `tolerance`?\n"},
        {"[rules.slot-overlap]\nseverty = \"info\"\n", "unknown-rule 2:1 the rule `slot-overlap` has no parameter `severty`; did you mean `severity`?\n"},
        {"[rules.slot-overlap]\nresource = \"rooms\"\n", "unknown-rule 2:1 the rule `slot-overlap` has no parameter `resource`\n"},
        {"[rules.slot-overlap]\ntolerance = \"soon\"\n", "wrong-type 2:13 `tolerance` takes a duration such as \"45m\", not `soon`\n"},
        {"[rules.slot-overlap]\nseverity = \"fatal\"\n", "wrong-type 2:12 a severity is `error`, `warning`, `info` or `off`\n"},
        {"[rules.slot-overlap]\nseverity = 3\n", "wrong-type 2:12 a severity is `error`, `warning`, `info` or `off`\n"},
        {"[rules.person-double-booked]\nroles = [\"speaker\", \"chiar\"]\n", "wrong-type 2:9 `roles` takes no `chiar`; it knows: chair moderator speaker\n"},
        {"[rules.person-double-booked]\nomit-kinds = [\"x-mine\", \"sesion\"]\n", "wrong-type 2:14 `omit-kinds` names no kind of slot with `sesion`; did you mean `session`?\n"},
        {"[rules]\nslot-overlap = \"off\"\n", "wrong-type 2:16 settings of a rule are a table: [rules.slot-overlap]\n"},
        {"rules = 3\n", "wrong-type 1:9 \n"},
    };
    for (const auto& one : cases) BOOST_TEST(choose(one.rules).faults() == one.fault, one.rules << " gives " << choose(one.rules).faults());
}

BOOST_AUTO_TEST_CASE(a_wrong_setting_leaves_the_others_in_force) {
    const auto chosen = choose("[rules.slot-overlap]\ntolerance = \"soon\"\nseverity = \"info\"\n[rules.nothing-such]\n[rules.sitting-too-long]\nmax = 5\n");
    BOOST_TEST(chosen.severity("slot-overlap") == "info (the agenda)");
    BOOST_TEST(chosen.argument("slot-overlap", "tolerance") == "0 min ()");
    BOOST_TEST(chosen.argument("sitting-too-long", "max") == "5 min (the agenda)");
}

BOOST_AUTO_TEST_CASE(wrong_options_of_the_command_line_say_why) {
    std::vector<Setting> settings;
    for (const auto* option : {"", "=", ".", "a.b", "slot-overlap=5", "slot-overlap.=5", "slot-overlap.tolerance=", "slot-overlap.tolerance", "nothing.tolerance=5", "slot-overlap.severity=info", "person-double-booked.roles=chiar"})
        BOOST_TEST(read_parameter_option(option, test::standard(), settings) != "", option << " is taken");
    for (const auto* option : {"", "=", "slot-overlap", "slot-overlap=", "slot-overlap=Error", "nothing=info", "slot-overlap=info=info"})
        BOOST_TEST(read_severity_option(option, test::standard(), settings) != "", option << " is taken");
    BOOST_TEST(settings.empty());
}
