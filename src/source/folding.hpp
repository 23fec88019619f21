// SPDX-License-Identifier: MIT
// Text made alike to be compared: composed, folded, taken apart into words. Wraps utf8proc.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace agenda::source {

/// Whether the text is in Unicode's composed form (NFC); true for a text that is not UTF-8.
bool is_composed(std::string_view text);

/// The text with ASCII letters lowered; other characters stay.
std::string lowered(std::string_view text);

/// The text as it is compared with others: compatibility forms composed (NFKC), full case folding, typographic
/// apostrophes and dashes plain, invisible characters left out, each run of blanks one space and none at the ends. A
/// text that is not UTF-8 is lowered.
std::string folded(std::string_view text);
/// Of a text that is UTF-8: the first bytes of its folded text, as many as `size`, or all where it has no more. Where
/// it is mostly ASCII, not much more than twice as many are read.
std::string folded_beginning(std::string_view text, std::size_t size);

/// Whether `words` keeps what stands over and under Latin, Greek and Cyrillic letters.
enum class Accents { kept, dropped };
/// The folded words of a text: runs of letters and digits, apostrophes left out ("O'Brien" is one word, "Lopez-Ekra"
/// two). With accents dropped, "José" is "jose" and "Łódź" "lodz"; marks of other scripts stay, since they are vowels.
std::vector<std::u32string> words(std::string_view text, Accents accents);

/// The same words, but that "Mid-morning" is one and "l’après-midi" two, "l" and "apres-midi": hyphens inside a word
/// are part of it, and an apostrophe ends it. Accents are dropped.
std::vector<std::string> hyphenated_words(std::string_view text);

} // namespace agenda::source
