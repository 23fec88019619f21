// SPDX-License-Identifier: MIT
// The work of loading hostile agendas grows with their size: processor time of this process, as ratio of two sizes
// only.
#include "support/processor_time.hpp"
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>
#include <functional>

using namespace agenda;
using namespace agenda::test;

namespace {

std::string list_of(int count, const std::function<std::string(int)>& make) {
    std::string text;
    for (int i = 0; i < count; ++i) text += make(i) + ", ";
    return "[" + text + "]";
}

double least_time(const std::string& text, int repeats) {
    const auto work = [&] {
        for (int n = 0; n < repeats; ++n) loaded(text);
    };
    return support::processor_time(work, 3);
}

/// How much longer an agenda of eight times the size takes; 8 is linear, 64 is quadratic.
double growth(const std::function<std::string(int)>& make, int size = 300) {
    return 8 * least_time(make(8 * size), 1) / least_time(make(size), 8);
}

std::string numbered(const std::string& before, int number, const std::string& after) {
    return before + std::to_string(number) + after;
}

std::string repeated(int count, const std::function<std::string(int)>& make) {
    std::string text;
    for (int i = 0; i < count; ++i) text += make(i);
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(load_growth)

BOOST_AUTO_TEST_CASE(loading_is_far_from_all_pairs) {
    const struct {
        std::string name;
        std::function<std::string(int)> make;
    } cases[] = {
        {"slots of one title",
         [](int n) {
             return one_slot("title = \"A\"") + repeated(n, [](int) { return "[[day.slot]]\ntitle = \"A\"\n"; });
         }},
        {"slots of one id",
         [](int n) { return one_slot("id = \"a\"") + repeated(n, [](int) { return "[[day.slot]]\nid = \"a\"\n"; }); }},
        {"people of other names",
         [](int n) {
             return one_slot("speakers = " + list_of(n, [](int i) { return numbered("{ name = \"Ann ", i, "\" }"); }));
         }},
        {"people of one name and other organisations",
         [](int n) {
             return one_slot("speakers = " +
                             list_of(n, [](int i) { return numbered("{ name = \"Ann\", org = \"", i, "\" }"); }));
         }},
        {"joint appearances",
         [](int n) {
             return one_slot("speakers = " + list_of(n, [](int) { return "{ joint = [\"ann\"] }"; }), "[people.ann]\n");
         }},
        {"as many ids mistyped as declared",
         [](int n) {
             return one_slot("speakers = " + list_of(n, [](int i) { return numbered("\"persom-", i, "\""); }),
                             repeated(n, [](int i) { return numbered("[people.person-", i, "]\n"); }));
         }},
        {"unknown keys",
         [](int n) { return one_slot(repeated(n, [](int i) { return numbered("titel-", i, " = 1\n"); })); }},
        {"rooms each a part of the next",
         [](int n) {
             return repeated(n,
                             [](int i) {
                                 return numbered("[rooms.r", i, "]\n") + numbered("part-of = \"r", i + 1, "\"\n");
                             }) +
                    numbered("[rooms.r", n, "]\n") + one_slot("");
         }},
    };
    for (const auto& one : cases) BOOST_TEST_CONTEXT(one.name) BOOST_TEST(growth(one.make) < 24);
}

BOOST_AUTO_TEST_CASE(ids_that_nobody_has_are_not_held_against_all_that_are_declared) {
    // Of more than 100 bytes: then nothing is looked for that may be meant, which takes as long whatever the size.
    const std::string nobody(101, 'n'), person(101, 'p');
    const auto make = [&](int n) {
        return one_slot("speakers = " + list_of(n, [&](int i) { return numbered("\"" + nobody, i, "\""); }),
                        repeated(n, [&](int i) { return numbered("[people." + person, i, "]\n"); }));
    };
    BOOST_TEST(growth(make, 4'000) < 14);
}

BOOST_AUTO_TEST_SUITE_END()
