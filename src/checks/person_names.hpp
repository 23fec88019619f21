// SPDX-License-Identifier: MIT
// A person's name as it is compared with others.
#pragma once
#include "agenda/agenda.hpp"
#include "checks/variants.hpp"
#include "source/folding.hpp"
#include <string_view>

namespace agenda::checks {

using Words = std::vector<std::u32string>;

/// The name of a person, or an alias. Views into the agenda.
struct PersonName {
    PersonIndex person;
    std::string_view text;
    Words bare; ///< folded, without accents, titles and what stands in brackets or quotation marks
};

/// Reads names.
class NameReader {
public:
    explicit NameReader(const std::vector<std::string>& left_out);
    /// The name and the aliases of a person who is somebody and has more than one word for a name, or is a mononym. A
    /// text of more than twelve words is no name.
    void read(const Agenda& agenda, PersonIndex index, std::vector<PersonName>& into) const;
    /// The words of a name with their accents.
    Words exact(std::string_view name) const { return words(name, source::Accents::kept); }

private:
    Words words(std::string_view name, source::Accents accents) const;

    Words left_out_;                       ///< sorted
    std::vector<Words> left_out_in_front_; ///< of several words, in front of a name
};

std::u32string letters(const Words& words);
bool is_initial(const std::u32string& word);
/// "John A. Smith" without the initials in the middle.
Words core(const Words& words);
/// Whether the words of an abbreviated name can stand for those of a whole one: "J. R. Zau", "José Zau".
bool stands_for(const Words& abbreviated, const Words& whole);
/// Whether a word is likely the other, mistyped: a letter inside it, and no other letter in a short one. So Jon and
/// John; not Jan and Jon, not Anna and Anne.
bool is_slip(const std::u32string& a, const std::u32string& b);

} // namespace agenda::checks
