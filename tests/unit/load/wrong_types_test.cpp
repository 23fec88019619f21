// SPDX-License-Identifier: MIT
// Each key of each table with a value of each TOML type: the loader takes it or tells a fault that lies within the
// value, and never ends otherwise.
#include "support/child_process.hpp"
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>
#include <set>

using namespace agenda;
using namespace agenda::test;

namespace {

/// A table by the text before a key and after it, its keys, and the types that each takes by their letter (see
/// `values`).
struct TableOfKeys {
    std::string before, after;
    std::vector<std::pair<std::string, std::string>> keys;
};

struct TypedValue {
    char letter;
    std::string text;
};

/// i integer, r real, b boolean, d date, t time, e local date-time, f one with an offset, a array of integers, l of
/// strings, m mixed, n nested, u empty, o table, v empty, w a text that means nothing, z the empty one, h and q numbers
/// at the edge.
const std::vector<TypedValue> values{
    {'i', "7"},
    {'r', "1.5"},
    {'b', "true"},
    {'d', "2026-06-01"},
    {'t', "10:00:00"},
    {'e', "2026-06-01T10:00:00"},
    {'f', "2026-06-01T10:00:00Z"},
    {'a', "[1, 2]"},
    {'l', "[\"x\"]"},
    {'o', "{ y = 1 }"},
    {'m', "[1, \"x\", { y = 1 }]"},
    {'n', "[[[]], [[1]]]"},
    {'w', "\"~\""},
    {'z', "\"\""},
    {'h', "-9223372036854775808"},
    {'q', "nan"},
    {'u', "[]"},
    {'v', "{}"},
};

const std::string a_slot = "[[day]]\ndate = 2026-06-01\n[[day.slot]]\ntime = \"10:00-11:00\"\n";
const std::string a_day = "[[day]]\ndate = 2026-06-01\n";

/// The second of each pair: the values that are taken without any fault.
const std::vector<TableOfKeys> tables{
    {"",
     a_day,
     {{"schema", ""},
      {"event", "v"},
      {"people", "v"},
      {"rooms", "v"},
      {"tracks", "v"},
      {"walk", "u"},
      {"delegation", "u"}}},
    {"", "", {{"day", ""}}},
    {"[event]\n",
     a_day,
     {{"title", "wz"},
      {"subtitle", "wz"},
      {"series", "wz"},
      {"organizer", "wz"},
      {"dates", "du"},
      {"timezone", ""},
      {"venue", "wz"},
      {"mode", ""},
      {"zones", "u"},
      {"profile", "wlzu"},
      {"status", ""},
      {"revision", "wizh"},
      {"frozen-on", "d"},
      {"languages", "wlzu"},
      {"holidays", "du"},
      {"contact", "wz"},
      {"interpretation", "v"}}},
    {"[event.interpretation]\n", a_day, {{"languages", "wlzu"}, {"teams", "i"}, {"interpreters", "i"}, {"windows", "u"}}},
    {"[people.ann]\n",
     a_day,
     {{"name", "wz"},
      {"suffix", "wz"},
      {"mononym", "b"},
      {"title", "wz"},
      {"unit", "wz"},
      {"org", "wz"},
      {"country", "wz"},
      {"aliases", "wlzu"},
      {"distinct-from", "u"},
      {"arrives", "de"},
      {"leaves", "de"},
      {"unavailable", "u"},
      {"status", ""},
      {"affiliation", ""},
      {"role", "wz"}}},
    {"[people.ann]\nunavailable = [{ ", " }]\n" + a_day, {{"from", "de"}, {"to", "de"}}},
    {"[rooms.aula]\n",
     a_day,
     {{"name", "wz"}, {"building", "wz"}, {"capacity", "i"}, {"shared", "b"}, {"part-of", ""}, {"available", "u"}}},
    {"[tracks.data]\n", a_day, {{"name", "wz"}, {"room", "wz"}, {"stagger", "b"}}},
    {"[[walk]]\n", a_day, {{"from", "wz"}, {"to", "wz"}, {"minutes", "i"}}},
    {"[[delegation]]\n", a_day, {{"name", "wz"}, {"members", "u"}, {"size", "i"}}},
    {"[[day]]\ndate = 2026-06-01\n",
     "",
     {{"weekday", "wz"}, {"label", "wz"}, {"start", "t"}, {"end", "t"}, {"closing-note", "wz"}, {"slot", "u"}}},
    {"[[day]]\n", "", {{"date", "d"}}},
    {"[[day]]\ndate = 2026-06-01\n[[day.slot]]\n", "", {{"time", ""}, {"start", "t"}, {"end", "t"}, {"duration", "i"}}},
    {a_slot, "", {{"id", "wz"},          {"kind", ""},          {"number", "wz"},
                  {"title", "wz"},       {"room", "wz"},        {"track", "wz"},
                  {"plenary", "b"},      {"tags", "wlzu"},      {"chair", "u"},
                  {"moderators", "u"},   {"speakers", "u"},     {"items", "u"},
                  {"questions", "wlzu"}, {"description", "wz"}, {"discussion", "bi"},
                  {"open-floor", "b"},   {"optional", "b"},     {"catered", "b"},
                  {"expected", "i"},     {"languages", "wlzu"}, {"interpretation", "b"},
                  {"status", ""},        {"repeat-of", "u"},    {"parallel-with", "u"},
                  {"note", "wz"},        {"next-day", "b"},     {"breaks-inside", "b"}}},
    {a_slot + "items = [{ ",
     " }]\n",
     {{"title", "wz"},
      {"kind", ""},
      {"minutes", "i"},
      {"time", ""},
      {"parallel", "b"},
      {"speakers", "u"},
      {"moderators", "u"},
      {"chair", "u"}}},
    {a_slot + "speakers = [{ ", " }]\n", {{"person", ""}, {"name", "w"}, {"joint", "u"}}},
    {a_slot + "speakers = [{ name = \"Ann\", ",
     " }]\n",
     {{"delivered-by", ""},
      {"capacity", "wz"},
      {"mode", ""},
      {"minutes", "i"},
      {"status", ""},
      {"title", "wz"},
      {"unit", "wz"},
      {"org", "wz"},
      {"country", "wz"},
      {"suffix", "wz"},
      {"mononym", "b"},
      {"affiliation", ""}}},
};

/// Slots that a wrong value leaves without a time, people or a zone are spoken of by these rules too.
const std::set<std::string_view> expected_rules{
    "wrong-type",  "time-unparsable",    "reference-unresolved", "unknown-kind",      "timezone-invalid", "key-missing",
    "unknown-key", "schema-unsupported", "slot-end-missing",     "slot-time-missing", "slot-nonpositive"};

/// A fault of these may lie at the header instead: what it says is absent.
const std::set<std::string_view> rules_of_absence{"key-missing", "slot-time-missing", "slot-end-missing"};

std::string with_value(const TableOfKeys& table, const std::string& key, const std::string& value) {
    const bool is_inline = table.after.starts_with(" }");
    return table.before + key + " = " + value + (is_inline ? "" : "\n") + table.after;
}

template <class Each> void for_each_key_and_value(Each each) {
    for (const auto& table : tables)
        for (const auto& [key, taken] : table.keys)
            for (const auto& value : values) each(table, key, taken, value);
}

/// What is wrong with the faults; empty where nothing is.
std::string complaint(const load::Loaded& read, std::uint32_t begin, std::uint32_t end) {
    for (const auto& fault : read.faults) {
        const std::string rule{fault.rule};
        if (!expected_rules.contains(rule)) return "unexpected: " + rule;
        const bool within = begin <= fault.draft.at.offset && fault.draft.at.end() <= end;
        if (!within && !rules_of_absence.contains(rule))
            return rule + " lies at " + std::string{read.text->slice(fault.draft.at)};
    }
    return {};
}

} // namespace

BOOST_AUTO_TEST_SUITE(load_wrong_types)

BOOST_AUTO_TEST_CASE(no_value_of_any_key_ends_the_loader) {
    const auto ended = support::in_child([] {
        for_each_key_and_value([](const auto& table, const auto& key, const auto&, const auto& value) {
            check(with_value(table, key, value.text));
        });
    });
    BOOST_TEST(ended == "done");
}

BOOST_AUTO_TEST_CASE(each_fault_lies_within_the_value_that_it_speaks_of) {
    for_each_key_and_value([](const auto& table, const auto& key, const auto&, const auto& value) {
        const auto text = with_value(table, key, value.text);
        const auto begin = static_cast<std::uint32_t>(table.before.size() + key.size() + 3);
        const auto read = loaded(text);
        BOOST_TEST_CONTEXT(text) {
            BOOST_TEST(read.whole());
            BOOST_TEST(complaint(read, begin, begin + static_cast<std::uint32_t>(value.text.size())) == "");
        }
    });
}

BOOST_AUTO_TEST_CASE(only_values_of_a_type_that_the_key_takes_pass_without_a_fault) {
    for_each_key_and_value([](const auto& table, const auto& key, const auto& taken, const auto& value) {
        const auto text = with_value(table, key, value.text);
        const auto read = loaded(text);
        const bool passes = taken.find(value.letter) != std::string::npos;
        const auto about_value = std::count_if(read.faults.begin(), read.faults.end(), [&](const auto& fault) {
            const bool other_keys = fault.rule == "key-missing" && fault.draft.at.offset == 0 && table.before != "";
            return !other_keys && !std::string_view{fault.rule}.starts_with("slot-");
        });
        BOOST_TEST_CONTEXT(text) BOOST_TEST((about_value == 0) == passes, faults(read));
    });
}

BOOST_AUTO_TEST_SUITE_END()
