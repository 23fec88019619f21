// SPDX-License-Identifier: MIT
#include "checks/words_twice.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <array>
#include <utility>

namespace agenda::checks {
namespace {

/// Written with one capital, as a name is, and no small word of a title: Fei Fei Li, but not The The.
bool may_be_name(std::string_view word) {
    constexpr std::array small_words{"A",  "An", "And", "As",   "At",  "By",   "For", "From", "In",   "Is",
                                     "Of", "On", "Or",  "That", "The", "This", "To",  "We",   "With", "Are"};
    const auto lowered = source::lowered(word);
    const bool capitalised = word.front() != lowered.front() && word.substr(1) == lowered.substr(1);
    return capitalised && std::find(small_words.begin(), small_words.end(), word) == small_words.end();
}

bool ends_in_letter(std::string_view word) {
    const char c = word.back();
    return static_cast<unsigned char>(c) >= 0x80U || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// False only where the two differ in more than ASCII capitals.
bool may_be_alike(char a, char b) { return ((a ^ b) & ~0x20) == 0; }

/// But for ASCII capitals.
bool alike(std::string_view a, std::string_view b) {
    return a.size() == b.size() && source::lowered(a) == source::lowered(b);
}

/// How much of the word is the same as the one before: it has punctuation behind it, or nothing. None where it is not
/// the same, or may be a name. (Few words come as far; inlined, it takes its registers from the loop over all.)
[[gnu::noinline]] std::size_t repeated(std::string_view before, std::string_view word) {
    if (word.size() < before.size() || !may_be_alike(word[before.size() - 1], before.back())) return 0;
    const auto bare = word.substr(0, word.find_last_not_of(".,;:!?") + 1);
    const bool twice = !bare.empty() && ends_in_letter(bare) && alike(bare, before);
    return twice && !(bare == before && may_be_name(bare)) ? bare.size() : 0;
}

} // namespace

std::vector<source::Match> doubled_words(std::string_view text) {
    std::vector<source::Match> result;
    std::string_view last{" "};
    each_word(text, [&](std::string_view word) {
        const auto before = std::exchange(last, word);
        // All but a few words begin with another letter than the one before.
        if (!may_be_alike(word.front(), before.front())) return true;
        if (const auto size = repeated(before, word); size > 0)
            result.push_back({static_cast<std::size_t>(before.data() - text.data()),
                              static_cast<std::size_t>(word.data() + size - before.data())});
        return true;
    });
    return result;
}

} // namespace agenda::checks
