// SPDX-License-Identifier: MIT
#include "source/pattern_classes.hpp"
#include <utf8proc.h>

namespace agenda::source {

ByteSet class_named(char letter) {
    constexpr auto digits = ByteSet::range('0', '9');
    constexpr ByteSet blanks{"\t\n\f\r "};
    switch (letter) {
    case 'd': return digits;
    case 'D': return ~digits;
    case 's': return blanks;
    case 'S': return ~blanks;
    case 'w': return word_letters;
    default: return ~word_letters;
    }
}

ByteSet property_named(std::string_view name) {
    if (name == "Latin") return ByteSet::range('a', 'z') | ByteSet::range('A', 'Z') | not_ascii;
    for (const auto* script : {"Arabic", "Cyrillic", "Greek", "Han", "Hangul", "Hebrew", "Hiragana", "Katakana"})
        if (name == script) return not_ascii;
    if (name.size() > 2 || name.starts_with('^')) return ~ByteSet{};
    auto result = not_ascii; // of a category, such as L or Lu
    for (unsigned c = 0; c < 0x80; ++c)
        if (std::string_view{utf8proc_category_string(static_cast<utf8proc_int32_t>(c))}.starts_with(name))
            result.add(c);
    return result;
}

ByteSet in_both_cases(const ByteSet& set) {
    const ByteSet with_far_kin{"KkSs"}; // the Kelvin sign and the long s are theirs
    auto result = set.with_both_cases();
    if (!(set & with_far_kin).empty()) result |= not_ascii;
    if (!(set & not_ascii).empty()) result |= with_far_kin | not_ascii;
    return result;
}

} // namespace agenda::source
