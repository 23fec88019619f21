// SPDX-License-Identifier: MIT
// The classes of characters that RE2's syntax has names for, as what a byte of such a character may be. They may be
// larger than they are for RE2, never smaller.
#pragma once
#include "source/byte_set.hpp"

namespace agenda::source {

inline constexpr auto not_ascii = ByteSet::range(0x80, 0xFF); ///< the bytes of all characters that are not ASCII
inline constexpr auto word_letters =
    ByteSet::range('a', 'z') | ByteSet::range('A', 'Z') | ByteSet::range('0', '9') | ByteSet{"_"};

/// "d", "s" and "w" of \d, \s and \w; in capitals all other characters. Exact.
ByteSet class_named(char letter);
/// "Lu" and "Greek" of \p{Lu} and \p{Greek}.
ByteSet property_named(std::string_view name);
/// The class and all that is in it but for case.
ByteSet in_both_cases(const ByteSet& set);

} // namespace agenda::source
