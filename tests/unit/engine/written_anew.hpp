// SPDX-License-Identifier: MIT
// Agendas that say the same in other words: with their keys, tables and slots in another order, or printed from values. And what is found in
// them, as lines that can be compared.
#pragma once
#include "support/check.hpp"
#include "unit/revision/generated.hpp"

namespace agenda::test {

/// An agenda to try a property on.
struct Sample {
    std::string name; ///< where it comes from: a rule and its example, or a seed
    std::string text;
    std::vector<std::string> profiles;
};

/// The agendas of all examples in rules/ that are TOML and stand alone: each rule has some that it speaks of and some that look like them.
const std::vector<Sample>& examples();
/// Agendas that are made up.
std::vector<Sample> made_up(unsigned seeds);

/// In what other order an agenda is to be written.
struct Order {
    Chance* chance = nullptr; ///< nothing: in the order in which it is
    bool slots = false;       ///< also the slots of a day, and the days
};
/// Every value as its author wrote it, each table that stands in a table in a line. Slots without an id get one, since what they are called
/// by may be counted in the order of the file.
std::string written_anew(const std::string& text, const Order& order);
/// The same through nodes, as importers write agendas: dates are texts then. Nothing where a value is of a kind that nodes have not.
std::optional<std::string> printed(const std::string& text);

/// A finding by what tells it from others: rule, level, what it is about.
std::string identity_of(const finding::Finding& finding);
/// The same with all that it says: words and facts.
std::string said_of(const finding::Finding& finding);
/// The same with what it says of each of its places, of which the first in the file comes first.
std::string line_of(const finding::Finding& finding);
/// All findings as one of these shows them, in alphabetical order; those of some rules left out.
std::vector<std::string> lines_of(const Checked& checked, std::string (*shown)(const finding::Finding&), const std::set<std::string>& without = {});
/// The lines that are in one of them only, marked with the side.
std::string difference(const std::vector<std::string>& one, const std::vector<std::string>& other);

} // namespace agenda::test
