// SPDX-License-Identifier: MIT
// Sequences of sets of bytes are found where they first stand, as a plain loop finds them.
#include "source/byte_sequence.hpp"
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>

namespace {

using agenda::source::ByteSearch;
using agenda::source::ByteSequence;
using agenda::source::ByteSet;

constexpr auto nowhere = std::string_view::npos;

std::size_t found_plainly(const ByteSequence& sequence, std::string_view text, std::size_t from) {
    for (auto at = from; at + sequence.size() <= text.size(); ++at) {
        std::size_t same = 0;
        while (same < sequence.size() && sequence[same].has(text[at + same])) ++same;
        if (same == sequence.size()) return at;
    }
    return nowhere;
}

} // namespace

BOOST_AUTO_TEST_SUITE(source_byte_sequence)

BOOST_AUTO_TEST_CASE(a_sequence_is_found_where_it_first_stands) {
    const ByteSearch am_or_pm{{ByteSet::range('0', '9'), ByteSet{"ap"}, ByteSet{"m"}}};
    BOOST_TEST(am_or_pm.find("am 5pm 6am") == 3U);
    BOOST_TEST(am_or_pm.find("am 5pm 6am", 3) == 3U);
    BOOST_TEST(am_or_pm.find("am 5pm 6am", 4) == 7U);
    BOOST_TEST(am_or_pm.find("am 5pm 6am", 8) == nowhere);
    BOOST_TEST(am_or_pm.find("am 5pm 6am", 10) == nowhere);
    BOOST_TEST(am_or_pm.find("5p") == nowhere);
    BOOST_TEST(am_or_pm.find("") == nowhere);
}

BOOST_AUTO_TEST_CASE(sequences_are_found_in_texts_of_any_length_as_a_plain_loop_finds_them) {
    std::mt19937 random{11};
    const std::vector<ByteSet> sets{ByteSet{"a"},  ByteSet{"b"},    ByteSet{" "}, ByteSet{"ab"}, ByteSet{"<"},
                                    ByteSet{"A<"}, ByteSet{"\xC3"}, ByteSet{},    ~ByteSet{"a"}, ByteSet::range(0x80, 0xFF)};
    const std::string letters = std::string{"ab <A\xC3\xA9"} + '\0';
    int found = 0;
    for (int i = 0; i < 20000; ++i) {
        ByteSequence sequence;
        for (auto n = 1 + random() % 4; n > 0; --n) sequence.push_back(sets[random() % sets.size()]);
        // Few letters are rare in most texts, so that what is looked for is not always at the begin.
        const auto variety = 1 + random() % letters.size();
        std::string text;
        for (auto n = random() % 600; n > 0; --n) text += letters[random() % 50 == 0 ? random() % letters.size() : random() % variety];
        const auto from = random() % (text.size() + 1);
        const auto expected = found_plainly(sequence, text, from);
        found += expected != nowhere && expected > from + 16;
        BOOST_TEST(ByteSearch{sequence}.find(text, from) == expected);
    }
    BOOST_TEST(found > 1000);
}

BOOST_AUTO_TEST_CASE(a_longer_sequence_is_rarer_and_a_larger_set_is_less_so) {
    using agenda::source::commonness;
    BOOST_TEST(commonness({}) == 1);
    BOOST_TEST(commonness({ByteSet{"ab"}}) > commonness({ByteSet{"a"}}));
    BOOST_TEST(commonness({ByteSet{"a"}}) > commonness({ByteSet{"a"}, ByteSet{" "}}));
    BOOST_TEST(commonness({ByteSet{" "}}) > commonness({ByteSet{"X"}}));
}

BOOST_AUTO_TEST_CASE(a_set_has_what_was_put_in_and_letters_in_both_cases) {
    auto set = ByteSet{"aZ3"} | ByteSet::range(0xF0, 0xFF);
    BOOST_TEST(set.size() == 19);
    BOOST_TEST((set.has('a') && set.has('Z') && set.has('3') && set.has('\xFF') && !set.has('A')));
    BOOST_TEST((set.with_both_cases() == (set | ByteSet{"Az"})));
    BOOST_TEST(((~set & set).empty() && (~set | set) == ~ByteSet{}));
}

BOOST_AUTO_TEST_SUITE_END()
