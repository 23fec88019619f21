// SPDX-License-Identifier: MIT
// The best assignment against all there are.
#include "revision/assignment.hpp"
#include "unit/revision/generated.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda::revision;
using Rows = std::vector<std::vector<Candidate>>;

std::int64_t weight_of(const std::vector<Candidate>& row, std::uint32_t column) {
    for (const auto& candidate : row)
        if (candidate.column == column) return candidate.weight;
    return 0;
}

/// The greatest sum of what the rows from `row` on can get.
std::int64_t best(const Rows& rows, std::size_t row, std::uint32_t taken) {
    if (row == rows.size()) return 0;
    auto result = best(rows, row + 1, taken);
    for (const auto& [column, weight] : rows[row])
        if ((taken >> column & 1U) == 0) result = std::max(result, weight + best(rows, row + 1, taken | 1U << column));
    return result;
}

Rows random_rows(agenda::test::Chance& chance, int columns) {
    Rows rows(static_cast<std::size_t>(chance.below(8)));
    const int dense = 1 + chance.below(4), most = chance.one_in(2) ? 3 : 1000;
    for (auto& row : rows)
        for (int column = 0; column < columns; ++column)
            if (chance.below(4) < dense) row.push_back({static_cast<std::uint32_t>(column), 1 + chance.below(most)});
    for (auto& row : rows) chance.shuffle(row);
    return rows;
}

} // namespace

BOOST_AUTO_TEST_SUITE(revision_assignment)

BOOST_AUTO_TEST_CASE(no_other_assignment_has_a_greater_sum_and_no_column_is_given_twice) {
    agenda::test::Chance chance{1};
    for (int round = 0; round < 5000; ++round) {
        const int columns = chance.below(8);
        const auto rows = random_rows(chance, columns);
        const auto given = best_assignment(rows, static_cast<std::size_t>(columns));
        BOOST_TEST_REQUIRE(given.size() == rows.size());
        std::int64_t sum = 0;
        std::set<std::uint32_t> taken;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (!given[row]) continue;
            const auto weight = weight_of(rows[row], *given[row]);
            BOOST_TEST_REQUIRE(weight > 0, "round " << round << ": a row got what it did not ask for");
            BOOST_TEST_REQUIRE(taken.insert(*given[row]).second, "round " << round << ": a column was given twice");
            sum += weight;
        }
        BOOST_TEST_REQUIRE(sum == best(rows, 0, 0), "round " << round);
    }
}

BOOST_AUTO_TEST_CASE(a_row_goes_without_where_two_others_gain_more_by_it) {
    const auto given = best_assignment({{{0, 5}}, {{0, 6}, {1, 4}}, {{1, 6}}}, 2);
    BOOST_TEST(!given[0].has_value());
    BOOST_TEST((given[1] == 0U && given[2] == 1U));
}

BOOST_AUTO_TEST_CASE(nothing_is_assigned_of_nothing) {
    BOOST_TEST(best_assignment({}, 0).empty());
    BOOST_TEST(!best_assignment({{}}, 3).front().has_value());
}

BOOST_AUTO_TEST_SUITE_END()
