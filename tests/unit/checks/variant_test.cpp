// SPDX-License-Identifier: MIT
// Names that are near: what examples cannot show - how the work and the findings grow with the people.
#include "checks/variants.hpp"
#include "support/processor_time.hpp"
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>
#include <functional>

using namespace agenda;
using namespace agenda::test;

namespace {

load::Loaded people(int count, const std::function<std::string(int)>& name) {
    std::string text = "[people]\n";
    for (int i = 0; i < count; ++i) text += "p" + std::to_string(i) + " = { name = \"" + name(i) + "\" }\n";
    return loaded(text);
}

std::vector<checks::PersonVariant> variants(const Agenda& agenda) {
    std::vector<PersonIndex> all;
    for (std::uint32_t i = 0; i < agenda.people.size(); ++i) all.push_back(PersonIndex{i});
    return checks::person_variants(agenda, all, {});
}

/// Letters that differ for each number: "baaa", "caaa", ...
std::string letters(int number) {
    std::string result;
    for (int i = 0; i < 4; ++i, number /= 26) result += static_cast<char>('a' + number % 26);
    return result;
}

/// How much longer eight times as many people take; 8 is linear, 64 is quadratic.
double growth(const std::function<std::string(int)>& name) {
    const auto time_of = [&](int count, int repeats) {
        const auto agenda = people(count, name);
        const auto work = [&] {
            for (int n = 0; n < repeats; ++n) variants(agenda.agenda);
        };
        return support::processor_time(work, 3);
    };
    return 8 * time_of(8'000, 1) / time_of(1'000, 8);
}

} // namespace

BOOST_AUTO_TEST_SUITE(checks_variant)

BOOST_AUTO_TEST_CASE(the_work_for_names_is_far_from_all_pairs) {
    const struct {
        std::string what;
        std::function<std::string(int)> name;
    } cases[] = {
        {"one name", [](int) { return "Ann Smith"; }},
        {"one surname", [](int i) { return letters(i) + "xyz Smith"; }},
        {"one first name", [](int i) { return "Ann " + letters(i) + "xyz"; }},
        {"one initial", [](int i) { return std::string{i % 2 == 0 ? "J. " : "Jo "} + "Smith"; }},
        {"nothing alike", [](int i) { return letters(i) + "abc " + letters(i) + "xyz"; }},
    };
    for (const auto& one : cases) BOOST_TEST_CONTEXT(one.what) BOOST_TEST(growth(one.name) < 24);
}

BOOST_AUTO_TEST_CASE(many_of_one_name_are_one_finding_each) {
    const auto agenda = people(2'000, [](int) { return "Ann Smith"; });
    BOOST_TEST(variants(agenda.agenda).size() == 1'999U);
}

BOOST_AUTO_TEST_CASE(a_slip_is_found_among_many_who_share_a_name) {
    const auto agenda = people(500, [](int i) {
        return i == 499 ? "Johnathan Smith" : i == 7 ? "Jonathan Smith" : letters(i * 31) + "qqqqqqqq Smith";
    });
    bool found = false;
    for (const auto& variant : variants(agenda.agenda))
        found = found || (variant.person == PersonIndex{499} && variant.other == PersonIndex{7});
    BOOST_TEST(found);
}

BOOST_AUTO_TEST_CASE(names_of_any_length_and_of_any_bytes_are_read) {
    const std::string names[] = {
        "", " ", "( (", "\\\"", std::string(10'000, 'a') + " b", "a " + std::string(9'999, '.')};
    for (const auto& name : names) BOOST_TEST(variants(people(3, [&](int) { return name; }).agenda).size() <= 2U);
    std::string words;
    for (int i = 0; i < 5'000; ++i) words += "ab ";
    BOOST_TEST(variants(people(3, [&](int) { return words; }).agenda).empty());
}

BOOST_AUTO_TEST_CASE(two_words_at_a_distance_share_a_deletion) {
    const auto share = [](std::u32string_view a, std::u32string_view b, std::size_t most) {
        const auto x = checks::deletions(a, most), y = checks::deletions(b, most);
        return std::any_of(x.begin(), x.end(),
                           [&](auto hash) { return std::find(y.begin(), y.end(), hash) != y.end(); });
    };
    BOOST_TEST(share(U"jon", U"john", 1));
    BOOST_TEST(share(U"brain", U"brian", 1));
    BOOST_TEST(share(U"stefan", U"stephan", 2));
    BOOST_TEST(!share(U"stefan", U"stephan", 1));
    BOOST_TEST(!share(U"martens", U"dottridge", 2));
}

BOOST_AUTO_TEST_CASE(one_organisation_under_a_thousand_names_is_one_finding) {
    std::string text = "[people]\n";
    for (int i = 0; i < 1'000; ++i)
        text += "p" + std::to_string(i) + " = { name = \"" + letters(i) + " Q\", org = \"Ministry" +
                std::string(static_cast<std::size_t>(i % 500) + 1, ' ') + "of Trade\" }\n";
    const auto checked = check(text);
    const auto found = checked.of("org-variant");
    BOOST_TEST_REQUIRE(found.size() == 1U);
    BOOST_TEST(found[0]->draft.facts.text("count") == "998");
}

BOOST_AUTO_TEST_SUITE_END()
