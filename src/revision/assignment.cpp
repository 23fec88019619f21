// SPDX-License-Identifier: MIT
#include "revision/assignment.hpp"
#include <algorithm>
#include <limits>
#include <queue>

namespace agenda::revision {
namespace {

constexpr auto none = std::numeric_limits<std::uint32_t>::max();

/// Rows are assigned one after the other, each along the cheapest path of exchanges. A pair costs `dear_` less its
/// weight, and going without costs `dear_`.
class Assignment {
public:
    Assignment(const std::vector<std::vector<Candidate>>& rows, std::size_t columns)
        : rows_(rows), price_(columns, 0), row_of_(columns, none), column_of_(rows.size(), none), cost_(columns, far),
          from_(columns, none) {
        for (const auto& row : rows)
            for (const auto& candidate : row) dear_ = std::max(dear_, candidate.weight);
    }

    std::vector<std::optional<std::uint32_t>> run() {
        for (std::uint32_t row = 0; row < rows_.size(); ++row) assign(row);
        std::vector<std::optional<std::uint32_t>> result(rows_.size());
        for (std::size_t row = 0; row < rows_.size(); ++row)
            if (column_of_[row] != none) result[row] = column_of_[row];
        return result;
    }

private:
    static constexpr auto far = std::numeric_limits<std::int64_t>::max();
    using Reached = std::pair<std::int64_t, std::uint32_t>; // cost, column

    /// Where the cheapest path ends: at a column that is free, or with a row that goes without.
    struct End {
        std::int64_t cost = far;
        std::uint32_t column = none, without = none;
    };

    void assign(std::uint32_t row) {
        End end;
        std::vector<std::uint32_t> reached, settled;
        std::priority_queue<Reached, std::vector<Reached>, std::greater<>> next;
        look(row, 0, end, reached, next);
        while (!next.empty() && next.top().first < end.cost) {
            const auto [cost, column] = next.top();
            next.pop();
            if (cost > cost_[column]) continue;
            if (row_of_[column] == none) {
                end = {cost, column, none};
                break;
            }
            settled.push_back(column);
            const auto holder = row_of_[column];
            look(holder, cost - (cost_of(holder, column) - price_[column]), end, reached, next);
        }
        for (const auto column : settled) price_[column] += cost_[column] - end.cost;
        give(row, end);
        for (const auto column : reached) {
            cost_[column] = far;
            from_[column] = none;
        }
    }

    /// What a row can take that is reached at this cost.
    void look(std::uint32_t row, std::int64_t so_far, End& end, std::vector<std::uint32_t>& reached,
              std::priority_queue<Reached, std::vector<Reached>, std::greater<>>& next) {
        if (so_far + dear_ < end.cost) end = {so_far + dear_, none, row};
        for (const auto& [column, weight] : rows_[row]) {
            const auto cost = so_far + dear_ - weight - price_[column];
            if (cost >= cost_[column]) continue;
            if (cost_[column] == far) reached.push_back(column);
            cost_[column] = cost;
            from_[column] = row;
            next.emplace(cost, column);
        }
    }

    /// Passes the columns on along the path, from its end back to the row that it began with.
    void give(std::uint32_t row, const End& end) {
        auto taker = end.without;
        auto column = end.column;
        if (taker != none) {
            column = column_of_[taker];
            column_of_[taker] = none;
            if (taker == row) return;
        }
        while (true) {
            taker = from_[column];
            const auto left = column_of_[taker];
            column_of_[taker] = column;
            row_of_[column] = taker;
            if (taker == row) return;
            column = left;
        }
    }

    std::int64_t cost_of(std::uint32_t row, std::uint32_t column) const {
        const auto found = std::find_if(rows_[row].begin(), rows_[row].end(),
                                        [&](const Candidate& one) { return one.column == column; });
        return dear_ - found->weight;
    }

    const std::vector<std::vector<Candidate>>& rows_;
    std::int64_t dear_ = 0;
    std::vector<std::int64_t> price_;
    std::vector<std::uint32_t> row_of_, column_of_;
    std::vector<std::int64_t> cost_; // of the path to a column, in this round
    std::vector<std::uint32_t> from_;
};

} // namespace

std::vector<std::optional<std::uint32_t>> best_assignment(const std::vector<std::vector<Candidate>>& rows,
                                                          std::size_t columns) {
    return Assignment{rows, columns}.run();
}

} // namespace agenda::revision
