// SPDX-License-Identifier: MIT
// Collisions of thousands of small inputs against all pairs, and how many members they can have together.
#include "unit/checks/bookings.hpp"
#include <boost/test/unit_test.hpp>
#include <numeric>
#include <random>
#include <set>

using namespace agenda::test;
using agenda::checks::any_collide;
using agenda::checks::booking_classes;
using agenda::checks::collisions;

namespace {

using Bookings = std::vector<Booking>;
using MemberSets = std::set<std::set<std::uint32_t>>;

class Chance {
public:
    explicit Chance(unsigned seed) : engine_(seed) {}
    int below(int bound) { return static_cast<int>(engine_() % static_cast<unsigned>(bound)); }
    std::mt19937& engine() { return engine_; }

private:
    std::mt19937 engine_;
};

struct Input {
    Bookings bookings;
    Contention contention;
};

/// Up to nine bookings in twelve minutes, a few of them empty; all classes or only some; any symmetric contention.
Input random_input(Chance& chance) {
    Input input;
    const int classes = 1 + chance.below(booking_classes);
    const int density = 1 + chance.below(4);
    for (std::size_t a = 0; a < booking_classes; ++a)
        for (std::size_t b = 0; b <= a; ++b)
            input.contention.contends[a][b] = input.contention.contends[b][a] = chance.below(4) < density;
    const int count = chance.below(10);
    for (int i = 0; i < count; ++i) {
        const int from = chance.below(12);
        input.bookings.push_back(
            booking(from, from + chance.below(7) - chance.below(2), static_cast<std::uint8_t>(chance.below(classes))));
    }
    return input;
}

bool contend(const Input& input, std::size_t a, std::size_t b) {
    const auto& one = input.bookings[a];
    const auto& other = input.bookings[b];
    return input.contention.contends[one.booking_class][other.booking_class] && overlap(one.when, other.when);
}

std::string described(const Input& input) {
    std::string result;
    for (const auto& one : input.bookings)
        result += std::to_string(in_minutes(one.when.start)) + "-" + std::to_string(in_minutes(one.when.end)) + "/" +
                  std::to_string(one.booking_class) + " ";
    result += "contending:";
    for (std::size_t a = 0; a < booking_classes; ++a)
        for (std::size_t b = 0; b <= a; ++b)
            if (input.contention.contends[a][b]) result += " " + std::to_string(b) + std::to_string(a);
    return result;
}

MemberSets member_sets(const std::vector<Collision>& found) {
    MemberSets sets;
    for (const auto& collision : found) sets.emplace(collision.members.begin(), collision.members.end());
    return sets;
}

bool holds(const Collision& collision, std::size_t member) {
    return std::binary_search(collision.members.begin(), collision.members.end(), member);
}

bool has_partner(const Input& input, const Collision& collision, std::uint32_t member) {
    return std::any_of(collision.members.begin(), collision.members.end(), [&](std::uint32_t other) {
        if (other == member || !contend(input, member, other)) return false;
        const auto shared = intersection(input.bookings[member].when, input.bookings[other].when);
        return overlap(shared, collision.when);
    });
}

/// What is wrong with a collision of this input; empty where nothing is.
std::string fault_of(const Input& input, const Collision& collision) {
    if (collision.members.size() < 2) return "fewer than two members";
    if (collision.when.empty()) return "it takes no time";
    if (!std::is_sorted(collision.members.begin(), collision.members.end())) return "members are not ascending";
    if (std::adjacent_find(collision.members.begin(), collision.members.end()) != collision.members.end())
        return "a member stands there twice";
    for (const auto member : collision.members) {
        if (member >= input.bookings.size()) return "a member is no booking";
        if (!has_partner(input, collision, member)) return "no other member contends with " + std::to_string(member);
    }
    const auto& a = input.bookings[collision.members[0]].when;
    const auto& b = input.bookings[collision.members[1]].when;
    if (collision.members.size() == 2 && intersection(a, b) != collision.when) return "not what the two share";
    return {};
}

std::string fault_of(const Input& input, const std::vector<Collision>& found) {
    for (const auto& collision : found)
        if (auto fault = fault_of(input, collision); !fault.empty()) return fault;
    if (member_sets(found).size() != found.size()) return "a collision is told twice";
    const auto earlier = [](const Collision& a, const Collision& b) { return a.when.start < b.when.start; };
    if (!std::is_sorted(found.begin(), found.end(), earlier)) return "not sorted by their begin";
    for (std::size_t a = 0; a < input.bookings.size(); ++a)
        for (std::size_t b = 0; b < a; ++b) {
            const auto within = [&](const Collision& one) { return holds(one, a) && holds(one, b); };
            if (contend(input, a, b) && std::none_of(found.begin(), found.end(), within))
                return "nothing is told of " + std::to_string(b) + " and " + std::to_string(a);
        }
    return {};
}

/// The most members that n bookings can have in all collisions together. Each collision of two begins with the begin of
/// its later booking, outside any stretch of three: 2 a booking, and none for the first. A stretch of three or more has
/// at most two that came before it, and one begin of its own at least: 3 a booking, and none for the two that last.
std::size_t most_members(std::size_t bookings) {
    return bookings < 2 ? 0 : std::max(2 * (bookings - 1), 3 * (bookings - 2));
}

MemberSets named_by(const MemberSets& sets, const std::vector<std::uint32_t>& names) {
    MemberSets result;
    for (const auto& set : sets) {
        std::set<std::uint32_t> named;
        for (const auto member : set) named.insert(names[member]);
        result.insert(named);
    }
    return result;
}

/// All choices of `count` intervals with ends in 0..6, in any order: the greatest sum of members.
std::size_t greatest_sum(std::size_t count, Bookings& chosen, int first = 0) {
    if (chosen.size() == count) return members_in_all(collisions(chosen, everything_contends()));
    std::size_t greatest = 0;
    for (int code = first; code < 49; ++code) {
        if (code / 7 >= code % 7) continue;
        chosen.push_back(booking(code / 7, code % 7));
        greatest = std::max(greatest, greatest_sum(count, chosen, code));
        chosen.pop_back();
    }
    return greatest;
}

} // namespace

BOOST_AUTO_TEST_SUITE(collisions_of_any_input)

BOOST_AUTO_TEST_CASE(collisions_agree_with_all_pairs) {
    Chance chance{1};
    for (int round = 0; round < 20'000; ++round) {
        const auto input = random_input(chance);
        const auto found = collisions(input.bookings, input.contention);
        const auto fault = fault_of(input, found);
        BOOST_TEST_REQUIRE(fault == "", described(input) << ": " << fault << ": " << told(found));
    }
}

BOOST_AUTO_TEST_CASE(whether_any_collide_agrees_with_all_pairs) {
    Chance chance{2};
    for (int round = 0; round < 5'000; ++round) {
        const auto input = random_input(chance);
        bool any = false;
        for (std::size_t a = 0; a < input.bookings.size(); ++a)
            for (std::size_t b = 0; b < a; ++b) any = any || contend(input, a, b);
        BOOST_TEST_REQUIRE(any_collide(input.bookings, input.contention) == any, described(input));
    }
}

BOOST_AUTO_TEST_CASE(the_order_of_the_bookings_does_not_change_what_collides) {
    Chance chance{3};
    for (int round = 0; round < 5'000; ++round) {
        const auto input = random_input(chance);
        std::vector<std::uint32_t> names(input.bookings.size());
        std::iota(names.begin(), names.end(), 0U);
        std::shuffle(names.begin(), names.end(), chance.engine());
        Bookings shuffled;
        for (const auto name : names) shuffled.push_back(input.bookings[name]);
        const auto expected = member_sets(collisions(input.bookings, input.contention));
        const auto seen = named_by(member_sets(collisions(shuffled, input.contention)), names);
        BOOST_TEST_REQUIRE((seen == expected), described(input));
    }
}

BOOST_AUTO_TEST_CASE(members_stay_below_the_bound_for_any_classes) {
    Chance chance{4};
    for (int round = 0; round < 5'000; ++round) {
        const auto input = random_input(chance);
        const auto members = members_in_all(collisions(input.bookings, input.contention));
        BOOST_TEST_REQUIRE(members <= most_members(input.bookings.size()), described(input));
    }
}

BOOST_AUTO_TEST_CASE(the_bound_is_reached_and_not_passed_by_any_few_bookings) {
    const std::size_t expected[] = {0, 0, 2, 4, 6, 9};
    for (std::size_t count = 0; count < std::size(expected); ++count) BOOST_TEST_CONTEXT(count << " bookings") {
            Bookings chosen;
            BOOST_TEST(greatest_sum(count, chosen) == expected[count]);
            BOOST_TEST(most_members(count) == expected[count]);
        }
}

BOOST_AUTO_TEST_CASE(members_of_large_shapes_are_as_counted_by_hand) {
    constexpr int n = 1'000;
    Bookings staggered, nested, one_long{booking(0, 10 * n)}, two_long{booking(0, 10 * n), booking(0, 10 * n)}, chain;
    for (int i = 0; i < n; ++i) {
        staggered.push_back(booking(i, i + 10));
        nested.push_back(booking(i, 3 * n - i));
        chain.push_back(booking(10 * i, 10 * i + 11));
        if (i > 0) one_long.push_back(booking(10 * i, 10 * i + 5));
        if (i > 1) two_long.push_back(booking(10 * i, 10 * i + 5));
    }
    const struct {
        std::string name;
        const Bookings& bookings;
        std::size_t collisions, members;
    } cases[] = {
        {"staggered, ten at once", staggered, 1, n},
        {"nested", nested, 1, n},
        {"one long one with short ones", one_long, n - 1, 2 * (n - 1)},
        {"two long ones with short ones", two_long, n - 2, 3 * (n - 2)},
        {"a chain of overruns", chain, n - 1, 2 * (n - 1)},
        {"all equal", Bookings(n, booking(0, 60)), 1, n},
    };
    for (const auto& one : cases) BOOST_TEST_CONTEXT(one.name) {
            const auto found = collisions(one.bookings, everything_contends());
            BOOST_TEST(found.size() == one.collisions);
            BOOST_TEST(members_in_all(found) == one.members);
        }
}

BOOST_AUTO_TEST_SUITE_END()
