// SPDX-License-Identifier: MIT
// Compiled zone files built byte by byte: sound ones are read, and whatever is cut short, lies or is no zone file is
// refused.
#include "support/temporary_directory.hpp"
#include "support/zone_file_bytes.hpp"
#include "time/zone_file.hpp"
#include <boost/test/unit_test.hpp>
#include <cstdint>

using namespace agenda::time;
using support::Block;
using support::block_bytes;
using support::Counts;
using support::zone_file_bytes;

namespace {

const std::string central_europe = "CET-1CEST,M3.5.0,M10.5.0/3";
const std::string letters{"CET\0CEST\0", 9};
constexpr std::int64_t spring_2026 = 1774746000; // 2026-03-29 01:00 UTC
constexpr std::int64_t autumn_2026 = 1792890000; // 2026-10-25 01:00 UTC

Block with_changes() {
    return {{{spring_2026, 1}, {autumn_2026, 0}}, {{3600, false, 0}, {7200, true, 4}}, letters, true};
}

/// What a slim file has in place of its 32-bit block.
Block hollow() { return {{}, {{0, false, 0}}, std::string(1, '\0')}; }

std::string sound_bytes() { return zone_file_bytes(with_changes(), with_changes(), central_europe); }

std::string outcome(const std::filesystem::path& path) {
    const auto read = read_zone_file(path);
    const auto* fault = std::get_if<ZoneFileFault>(&read);
    if (fault) return *fault == ZoneFileFault::missing ? "missing" : "damaged";
    const auto& file = std::get<ZoneFile>(read);
    if (file.transitions.empty()) return "never then " + (file.rule_after.empty() ? "nothing" : file.rule_after);
    const auto last = std::to_string(file.transitions.back().at.time_since_epoch().count());
    return last + " then " + (file.rule_after.empty() ? "nothing" : file.rule_after);
}

std::string outcome_of_bytes(const std::string& bytes) {
    const support::TemporaryDirectory directory;
    return outcome(directory.write("zone", bytes));
}

ZoneFile sound_file(const std::string& bytes) {
    const support::TemporaryDirectory directory;
    return std::get<ZoneFile>(read_zone_file(directory.write("zone", bytes)));
}

std::string offsets(const ZoneFile& file) {
    std::string result;
    for (const auto& [at, offset] : file.transitions)
        result += (result.empty() ? "" : ", ") + std::to_string(at.time_since_epoch().count()) + ": " + std::to_string(offset.count());
    return result;
}

} // namespace

BOOST_AUTO_TEST_SUITE(time_zone_file)

BOOST_AUTO_TEST_CASE(a_fat_file_gives_its_last_transition_and_its_rule) {
    BOOST_TEST(outcome_of_bytes(sound_bytes()) == "1792890000 then " + central_europe);
}

BOOST_AUTO_TEST_CASE(a_slim_file_gives_its_last_transition_and_its_rule) {
    Block second = with_changes();
    second.transitions = {{spring_2026, 1}};
    second.flags = false;
    BOOST_TEST(outcome_of_bytes(zone_file_bytes(hollow(), second, central_europe)) ==
               "1774746000 then " + central_europe);
}

BOOST_AUTO_TEST_CASE(a_zone_that_never_changed_has_no_last_transition) {
    const Block utc{{}, {{0, false, 0}}, std::string{"UTC\0", 4}};
    BOOST_TEST(outcome_of_bytes(zone_file_bytes(utc, utc, "UTC0")) == "never then UTC0");
}

BOOST_AUTO_TEST_CASE(the_first_type_holds_before_all_transitions_and_each_transition_gives_an_offset) {
    const auto file = sound_file(sound_bytes());
    BOOST_TEST(file.first_offset.count() == 3600);
    BOOST_TEST(offsets(file) == "1774746000: 7200, 1792890000: 3600");
}

BOOST_AUTO_TEST_CASE(a_transition_that_leaves_the_offset_alone_is_kept_only_as_the_last) {
    Block second = with_changes();
    second.types.push_back({3600, false, 4});
    second.transitions = {{spring_2026 - 100, 2}, {spring_2026, 1}, {autumn_2026, 0}, {autumn_2026 + 100, 2}, {autumn_2026 + 200, 0}};
    BOOST_TEST(offsets(sound_file(zone_file_bytes(hollow(), second, ""))) == "1774746000: 7200, 1792890000: 3600, 1792890200: 3600");
}

BOOST_AUTO_TEST_CASE(an_offset_west_of_utc_is_negative) {
    Block second = with_changes();
    second.types[1].offset = -12600;
    BOOST_TEST(offsets(sound_file(zone_file_bytes(hollow(), second, ""))) == "1774746000: -12600, 1792890000: 3600");
}

BOOST_AUTO_TEST_CASE(an_offset_of_more_than_26_hours_is_refused) {
    for (const auto offset : {26 * 3600 + 1, -26 * 3600 - 1, INT32_MAX, INT32_MIN}) {
        Block second = with_changes();
        second.types[1].offset = offset;
        BOOST_TEST_CONTEXT(offset) BOOST_TEST(outcome_of_bytes(zone_file_bytes(hollow(), second, "")) == "damaged");
    }
}

BOOST_AUTO_TEST_CASE(an_empty_footer_is_a_zone_with_no_rule_after) {
    BOOST_TEST(outcome_of_bytes(zone_file_bytes(with_changes(), with_changes(), "")) == "1792890000 then nothing");
}

BOOST_AUTO_TEST_CASE(a_transition_before_1970_is_read_with_its_sign) {
    Block second = with_changes();
    second.transitions = {{-2422054408, 1}};
    BOOST_TEST(outcome_of_bytes(zone_file_bytes(hollow(), second, "CET-1")) == "-2422054408 then CET-1");
}

BOOST_AUTO_TEST_CASE(versions_3_and_4_are_read_like_version_2) {
    for (const char version : {'3', '4'}) BOOST_TEST_CONTEXT("version " << version)
    BOOST_TEST(outcome_of_bytes(zone_file_bytes(with_changes(), with_changes(), central_europe, version)) ==
               "1792890000 then " + central_europe);
}

BOOST_AUTO_TEST_CASE(a_file_of_version_1_alone_is_refused) {
    BOOST_TEST(outcome_of_bytes(block_bytes(with_changes(), '\0', 4)) == "damaged");
    BOOST_TEST(outcome_of_bytes(block_bytes(with_changes(), '1', 4)) == "damaged");
}

BOOST_AUTO_TEST_CASE(a_file_cut_at_any_byte_is_refused) {
    const support::TemporaryDirectory directory;
    const auto whole = sound_bytes();
    for (std::size_t size = 0; size < whole.size(); ++size) BOOST_TEST_CONTEXT("cut behind byte " << size)
    BOOST_TEST(outcome(directory.write("zone", whole.substr(0, size))) == "damaged");
}

BOOST_AUTO_TEST_CASE(a_file_with_one_byte_missing_in_front_of_its_footer_is_refused) {
    const auto whole = sound_bytes();
    const auto footer_at = whole.size() - central_europe.size() - 2;
    for (std::size_t at = 0; at < footer_at; ++at) {
        auto shorter = whole;
        shorter.erase(at, 1);
        // A zero of the reserved bytes or of a count may stand for its neighbour; the shift shows at the footer all the
        // same.
        BOOST_TEST_CONTEXT("without byte " << at) BOOST_TEST(outcome_of_bytes(shorter) == "damaged");
    }
}

BOOST_AUTO_TEST_CASE(counts_that_promise_more_than_is_there_are_refused) {
    const std::vector<Counts> lies{
        {2, 2, 0, 3, 2, 9},
        {2, 2, 0, 2, 3, 9},
        {2, 2, 0, 2, 2, 10},
        {2, 2, 1, 2, 2, 9},
        {3, 2, 0, 2, 2, 9},
        {2, 2, 0, 0xFFFFFFFFU, 2, 9},
        {2, 2, 0, 2, 0xFFFFFFFFU, 9},
        {2, 2, 0, 2, 2, 0xFFFFFFFFU},
        {0xFFFFFFFFU, 0xFFFFFFFFU, 0xFFFFFFFFU, 0xFFFFFFFFU, 0xFFFFFFFFU, 0xFFFFFFFFU},
    };
    for (std::size_t n = 0; n < lies.size(); ++n) BOOST_TEST_CONTEXT("lie " << n) {
            Block liar = with_changes();
            liar.counts_said = lies[n];
            BOOST_TEST(outcome_of_bytes(zone_file_bytes(liar, with_changes(), central_europe)) == "damaged");
            BOOST_TEST(outcome_of_bytes(zone_file_bytes(with_changes(), liar, central_europe)) == "damaged");
        }
}

BOOST_AUTO_TEST_CASE(a_file_without_types_or_letters_is_refused) {
    Block no_types{{}, {}, "UTC"};
    Block no_letters{{}, {{0, false, 0}}, ""};
    BOOST_TEST(outcome_of_bytes(zone_file_bytes(hollow(), no_types, "UTC0")) == "damaged");
    BOOST_TEST(outcome_of_bytes(zone_file_bytes(hollow(), no_letters, "UTC0")) == "damaged");
}

BOOST_AUTO_TEST_CASE(a_transition_to_a_type_that_is_not_there_is_refused) {
    Block second = with_changes();
    second.transitions.back().type = 2;
    BOOST_TEST(outcome_of_bytes(zone_file_bytes(hollow(), second, central_europe)) == "damaged");
}

BOOST_AUTO_TEST_CASE(a_type_whose_letters_are_not_there_is_refused) {
    Block second = with_changes();
    second.types.back().letters_at = 200;
    BOOST_TEST(outcome_of_bytes(zone_file_bytes(hollow(), second, central_europe)) == "damaged");
}

BOOST_AUTO_TEST_CASE(transitions_that_do_not_rise_are_refused) {
    Block second = with_changes();
    second.transitions = {{autumn_2026, 0}, {spring_2026, 1}};
    BOOST_TEST(outcome_of_bytes(zone_file_bytes(hollow(), second, central_europe)) == "damaged");
}

BOOST_AUTO_TEST_CASE(a_wrong_magic_is_refused_in_either_header) {
    auto first = sound_bytes();
    first[0] = 'X';
    auto second = sound_bytes();
    second[second.find("TZif", 4)] = 'X';
    BOOST_TEST(outcome_of_bytes(first) == "damaged");
    BOOST_TEST(outcome_of_bytes(second) == "damaged");
}

BOOST_AUTO_TEST_CASE(text_and_zeros_are_no_zone_file) {
    BOOST_TEST(outcome_of_bytes("# tzdb data for Europe\nZone Europe/Berlin\n") == "damaged");
    BOOST_TEST(outcome_of_bytes(std::string(4096, '\0')) == "damaged");
    BOOST_TEST(outcome_of_bytes("") == "damaged");
}

BOOST_AUTO_TEST_CASE(a_file_of_two_megabytes_is_refused_even_if_it_begins_well) {
    const auto rule = std::string(2U << 20U, 'A');
    BOOST_TEST(outcome_of_bytes(zone_file_bytes(with_changes(), with_changes(), rule)) == "damaged");
}

BOOST_AUTO_TEST_CASE(a_directory_and_a_path_to_nothing_are_missing) {
    const support::TemporaryDirectory directory;
    BOOST_TEST(outcome(directory.path()) == "missing");
    BOOST_TEST(outcome(directory.path() / "nowhere") == "missing");
    BOOST_TEST(outcome(directory.path() / std::string(5000, 'x')) == "missing");
    BOOST_TEST(outcome({}) == "missing");
}

BOOST_AUTO_TEST_SUITE_END()
