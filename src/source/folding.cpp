// SPDX-License-Identifier: MIT
#include "source/folding.hpp"
#include "source/code_points.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utf8proc.h>

namespace agenda::source {
namespace {

/// Whatever stands before and after it, NFC leaves it alone: it has no canonical decomposition and takes part in no
/// composition as the second. Nothing below U+0300 needs a look; jamo compose by arithmetic.
bool stays_as_it_is(std::int32_t code_point) {
    if (code_point < 0x300) return true;
    if (code_point >= 0x1100 && code_point < 0x1200) return false;
    const auto& property = *utf8proc_get_property(code_point);
    const bool decomposes = property.decomp_seqindex != UINT16_MAX && property.decomp_type == 0;
    return !decomposes && property.combining_class == 0 && property.comb_index == UINT16_MAX;
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80U; }
bool is_ascii(std::string_view text) { return ascii_prefix(text) == text.size(); }

/// Nothing for a text that is not UTF-8.
std::optional<std::string> mapped(std::string_view text, int options) {
    utf8proc_uint8_t* result = nullptr;
    const auto size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &result, static_cast<utf8proc_option_t>(options | UTF8PROC_STABLE));
    if (size < 0) return std::nullopt;
    std::string copy{reinterpret_cast<const char*>(result), static_cast<std::size_t>(size)};
    std::free(result); // utf8proc_map allocates with malloc
    return copy;
}

/// The same, quicker for texts with few characters that are not ASCII: each run of those is mapped with the one ASCII
/// character before it, with which an accent may compose. All other ASCII characters are what the options leave alone.
std::optional<std::string> mapped_by_runs(std::string_view text, int options) {
    const auto ascii = [](char c) { return is_ascii(c); };
    std::string result;
    for (auto from = text.begin(); from != text.end();) {
        const auto run = std::find_if_not(from, text.end(), ascii);
        const auto begin = run == from || run == text.end() ? run : run - 1;
        const auto end = std::find_if(run, text.end(), ascii);
        result.append(from, begin);
        if (begin != end) {
            const auto piece = mapped({begin, end}, options);
            if (!piece) return std::nullopt;
            result += *piece;
        }
        from = end;
    }
    return result;
}

constexpr int fold_options = UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_LUMP;

/// The letters that Unicode does not take apart, as they are written where they are not to be had.
std::string_view plain_letter(std::int32_t code_point) {
    switch (code_point) {
    case 0x00E6: return "ae";
    case 0x00F0:
    case 0x0111: return "d";
    case 0x00F8: return "o";
    case 0x00FE: return "th";
    case 0x0127: return "h";
    case 0x0131: return "i";
    case 0x0142: return "l";
    case 0x0153: return "oe";
    default: return {};
    }
}

/// Of folded text.
std::string without_accents(std::string_view text) {
    std::string result;
    auto rest = std::string_view{text};
    const auto apart = mapped_by_runs(text, UTF8PROC_DECOMPOSE);
    if (apart) rest = *apart;
    while (!rest.empty()) {
        const auto decoded = decode(rest);
        const bool accent = decoded.code_point >= 0x0300 && decoded.code_point <= 0x036F;
        if (const auto plain = plain_letter(decoded.code_point); !plain.empty())
            result += plain;
        else if (!accent)
            result += rest.substr(0, decoded.size);
        rest.remove_prefix(decoded.size);
    }
    return mapped_by_runs(result, UTF8PROC_COMPOSE).value_or(result);
}

/// Or digit, of ASCII, in folded text.
bool is_plain_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool belongs_to_word(std::int32_t code_point) {
    switch (utf8proc_category(code_point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND: return true;
    default: return false;
    }
}

/// Whether all blanks are spaces, none beside another or at an end. (Loops without a way out, on single bytes: they
/// look at many letters at once.)
bool has_single_blanks(std::string_view text) {
    if (text.empty()) return true;
    if (text.front() == ' ' || text.back() == ' ') return false;
    unsigned char other = 0;
    for (const char c : text) other |= static_cast<unsigned char>((c == '\t') | (c == '\r') | (c == '\n'));
    for (std::size_t i = 1; i < text.size(); ++i)
        other |= static_cast<unsigned char>((text[i - 1] == ' ') & (text[i] == ' '));
    return other == 0;
}

} // namespace

bool is_composed(std::string_view text) {
    // Texts in which composing has nothing to do are by far the most; utf8proc takes twenty times as long to say so.
    bool plain = true;
    for (auto rest = text.substr(ascii_prefix(text)); !rest.empty(); rest.remove_prefix(ascii_prefix(rest))) {
        const auto decoded = decode(rest);
        if (decoded.code_point < 0) return true;
        plain = plain && stays_as_it_is(decoded.code_point);
        rest.remove_prefix(decoded.size);
    }
    if (plain) return true;
    const auto composed = mapped(text, UTF8PROC_COMPOSE);
    return !composed || *composed == text;
}

std::string folded(std::string_view text) {
    std::string other;
    if (!is_ascii(text)) text = other = mapped_by_runs(text, fold_options).value_or(std::string{text});
    auto result = lowered(text);
    if (has_single_blanks(result)) return result;
    // Without a branch for blanks it takes a seventh less time.
    std::size_t size = 0;
    bool behind_blank = true;
    for (const char c : result) {
        const bool blank = is_blank(c);
        result[size] = blank ? ' ' : c;
        size += blank && behind_blank ? 0U : 1U;
        behind_blank = blank;
    }
    if (size > 0 && result[size - 1] == ' ') --size;
    result.resize(size);
    return result;
}

std::string folded_beginning(std::string_view text, std::size_t size) {
    // What stands behind two ASCII characters changes none before them, but that blanks at an end are left out.
    const auto enough = std::min(text.size(), 2 * size);
    const auto cut = std::adjacent_find(text.begin() + static_cast<std::ptrdiff_t>(enough), text.end(),
                                        [](char a, char b) { return is_ascii(a) && is_ascii(b); });
    auto result = cut == text.end() ? std::string{} : folded({text.begin(), cut + 1});
    if (result.size() <= size) result = folded(text);
    result.resize(std::min(result.size(), size));
    return result;
}

std::vector<std::u32string> words(std::string_view text, Accents accents) {
    auto simple = folded(text);
    if (accents == Accents::dropped && !is_ascii(simple)) simple = without_accents(simple);
    std::vector<std::u32string> result;
    bool inside = false;
    for (std::string_view rest = simple; !rest.empty();) {
        // Most words are of such letters alone.
        const auto* const end = std::find_if_not(rest.begin(), rest.end(), is_plain_letter);
        if (end != rest.begin()) {
            if (inside)
                result.back().append(rest.begin(), end);
            else
                result.emplace_back(rest.begin(), end);
            rest = {end, rest.end()};
            inside = true;
            continue;
        }
        const auto decoded = decode(rest);
        rest.remove_prefix(decoded.size);
        if (decoded.code_point == U'\'') continue;
        const bool part = decoded.code_point >= 0 && belongs_to_word(decoded.code_point);
        if (part && !inside) result.emplace_back();
        if (part) result.back() += static_cast<char32_t>(decoded.code_point);
        inside = part;
    }
    return result;
}

std::string lowered(std::string_view text) {
    std::string result{text};
    for (char& c : result) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); // many at once, as it is written
    return result;
}

std::vector<std::string> hyphenated_words(std::string_view text) {
    const auto simple = without_accents(folded(text));
    std::vector<std::string> result{""};
    for (std::string_view rest = simple; !rest.empty();) {
        const auto decoded = decode(rest);
        const bool letter = decoded.code_point >= 0 && belongs_to_word(decoded.code_point);
        if (letter || (decoded.code_point == '-' && !result.back().empty()))
            result.back() += rest.substr(0, decoded.size);
        else
            result.emplace_back();
        rest.remove_prefix(decoded.size);
    }
    for (auto& word : result)
        while (word.ends_with('-')) word.pop_back();
    std::erase(result, "");
    return result;
}

} // namespace agenda::source
