// SPDX-License-Identifier: MIT
// What must change no finding, tried on the agendas of all examples of all rules and on agendas that are made up: another order of keys,
// tables, slots and people, printing what was read, a second run; and dates that move by whole weeks change these dates alone.
#include "unit/engine/written_anew.hpp"
#include "unit/report/reporting.hpp"
#include <boost/test/unit_test.hpp>
#include <sstream>

using namespace agenda;
using namespace agenda::test;

namespace {

std::vector<Sample> samples() {
    auto all = made_up(40);
    BOOST_TEST(examples().size() > 1'000U);
    all.insert(all.end(), examples().begin(), examples().end());
    return all;
}

/// Of two ids that are nearly or quite the same the second is told.
const std::set<std::string> of_the_second{"duplicate-id"};

/// Whether an agenda says by the order of its slots what it means.
bool means_the_order(const std::string& text) {
    const source::Document document{std::make_shared<const source::Text>("agenda.toml", text)};
    std::set<std::string> ids, dates;
    for (const auto& day : document.root().find("day")->elements()) {
        const auto date = day.find("date");
        if (date && !dates.insert(std::string{date->written()}).second) return true; // of two days with one date the first has its keys
        if (const auto slots = day.find("slot"))
            for (const auto& slot : slots->elements()) {
                // A duration alone begins where the slot before it ends.
                if (slot.find("duration") && !slot.find("start") && !slot.find("end")) return true;
                // Of slots with one id the first has it, and what names it means the first.
                if (const auto id = slot.find("id"); id && !ids.insert(std::string{id->string()}).second) return true;
            }
    }
    return false;
}

/// With every date in the text that many weeks later.
std::string later(std::string text, int weeks) {
    const auto is_digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    constexpr std::size_t length = 10;
    for (std::size_t at = 0; at + length <= text.size(); ++at) {
        if (!is_digit(at) || (at > 0 && is_digit(at - 1)) || is_digit(at + length)) continue;
        if (const auto date = time::parse_date(std::string_view{text}.substr(at, length)))
            text.replace(at, length, time::format_date(time::Date{std::chrono::sys_days{*date} + std::chrono::days{7 * weeks}}));
    }
    return text;
}

/// With its zone, if it has one, without changes of the clock.
std::string in_utc(std::string text) {
    const std::string key = "\ntimezone = \"";
    if (const auto at = text.find(key); at != std::string::npos) text.replace(at + key.size(), text.find('"', at + key.size()) - at - key.size(), "UTC");
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(findings_property)

BOOST_AUTO_TEST_CASE(the_order_of_keys_people_and_tables_changes_none) {
    unsigned seed = 0;
    for (const auto& sample : samples()) {
        Chance chance{++seed};
        const auto base = written_anew(sample.text, {}), other = written_anew(sample.text, {&chance, false});
        const auto differ = difference(lines_of(check(base, sample.profiles), said_of, of_the_second), lines_of(check(other, sample.profiles), said_of, of_the_second));
        BOOST_TEST(differ == "", sample.name << ", order " << seed << "\n" << differ << base << "\n\n" << other);
    }
}

// In their words they name the slots in the order of the file.
BOOST_AUTO_TEST_CASE(the_order_of_slots_and_days_changes_none) {
    auto of_the_order = of_the_second;
    of_the_order.insert("slot-order");
    // Of what is written in several ways the first of the rarer is told, held against the first of the others.
    of_the_order.insert({"case-style", "numbering-style", "affiliation-variant"});
    unsigned seed = 0;
    for (const auto& sample : samples()) {
        if (means_the_order(sample.text)) continue;
        Chance chance{++seed};
        const auto base = written_anew(sample.text, {}), other = written_anew(sample.text, {&chance, true});
        const auto differ = difference(lines_of(check(base, sample.profiles), identity_of, of_the_order), lines_of(check(other, sample.profiles), identity_of, of_the_order));
        BOOST_TEST(differ == "", sample.name << ", order " << seed << "\n" << differ << base << "\n\n" << other);
    }
}

BOOST_AUTO_TEST_CASE(printing_what_was_read_changes_none) {
    std::size_t count = 0;
    for (const auto& sample : samples()) {
        const auto text = printed(sample.text);
        if (!text) continue;
        ++count;
        const auto differ = difference(lines_of(check(sample.text, sample.profiles), line_of), lines_of(check(*text, sample.profiles), line_of));
        BOOST_TEST(differ == "", sample.name << "\n" << differ << sample.text << "\n\n" << *text);
    }
    BOOST_TEST(count > 1'500U);
}

BOOST_AUTO_TEST_CASE(whole_weeks_move_the_dates_in_them_and_nothing_else) {
    // The year in a title is one of the calendar; an example in a message is no date of the agenda.
    const std::set<std::string> of_the_calendar{"stale-year", "wrong-type"};
    int weeks = 5;
    for (const auto& sample : samples()) {
        const auto text = in_utc(sample.text);
        weeks = weeks == 5 ? -1 : 5;
        auto expected = lines_of(check(text, sample.profiles), line_of, of_the_calendar);
        for (auto& line : expected) line = later(std::move(line), weeks);
        std::sort(expected.begin(), expected.end());
        const auto differ = difference(expected, lines_of(check(later(text, weeks), sample.profiles), line_of, of_the_calendar));
        BOOST_TEST(differ == "", sample.name << ", " << weeks << " weeks later\n" << differ << text);
    }
}

BOOST_AUTO_TEST_CASE(a_second_run_gives_the_same_bytes) {
    const auto& formats = report::formats();
    std::size_t turn = 0;
    for (const auto& sample : samples()) {
        if (++turn % 3 != 0) continue;
        const auto& format = formats[turn / 3 % std::size(formats)];
        const auto written = [&] {
            std::ostringstream out;
            format.write(report_on({sample.text}, {.profiles = sample.profiles, .rules = &standard()}), out);
            return out.str();
        };
        BOOST_TEST((written() == written()), format.name << " of " << sample.name);
    }
}

BOOST_AUTO_TEST_SUITE_END()
