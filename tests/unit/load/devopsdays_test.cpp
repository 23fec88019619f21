// SPDX-License-Identifier: MIT
// The programme pages of devopsdays sites, as agendas: also where their datetimes are not TOML.
#include "load/formats/kinds.hpp"
#include "loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using test::faults;
using test::loaded;

namespace {

std::string page(const std::string& elements, const std::string& more = "") {
    return "+++\ntitle = \"Program\"\ndescription = \"Rivers 2026\"\nprogram_elements = [\n" + elements + "]\n" + more + "+++\n<p>program_elements = [</p>\n";
}

std::string element(const std::string& type, const std::string& start, const std::string& end, const std::string& title = "ann-lee") {
    return "  { title = \"" + title + "\", type = \"" + type + "\", start = " + start + ", end = " + end + " },\n";
}

std::string on_first(const std::string& clock) { return "2026-06-01T" + clock + "-06:00"; }

std::string written(const load::Loaded& loaded, source::Span at) { return std::string{loaded.text->slice(at)}; }

} // namespace

BOOST_AUTO_TEST_SUITE(devopsdays_pages)

BOOST_AUTO_TEST_CASE(an_element_is_a_slot_with_its_places_in_the_page) {
    const auto page_of_one = loaded(page(element("talk", on_first("09:00:00"), on_first("10:00:00"))));
    BOOST_TEST(page_of_one.whole());
    BOOST_TEST(page_of_one.format == "devopsdays");
    BOOST_TEST(page_of_one.agenda.event.title == "Program");
    BOOST_TEST_REQUIRE(page_of_one.agenda.slots.size() == 1U);
    const auto& slot = page_of_one.agenda.slots.front();
    BOOST_TEST(test::clock(slot.clock) == "09:00-10:00");
    BOOST_TEST(slot.kind == "presentation");
    BOOST_TEST(written(page_of_one, slot.title.at) == "ann-lee");
    BOOST_TEST(written(page_of_one, slot.time_at) == "2026-06-01T09:00:00-06:00, end = 2026-06-01T10:00:00-06:00");
    BOOST_TEST(page_of_one.faults.empty(), faults(page_of_one));
}

BOOST_AUTO_TEST_CASE(what_ends_after_six_in_the_next_morning_is_as_long_as_it_says) {
    const auto night = loaded(page(element("talk", on_first("22:00:00"), "2026-06-02T07:00:00-06:00")));
    BOOST_TEST(test::clock(night.agenda.slots.front().clock) == "22:00-31:00");
    BOOST_TEST(faults(night) == "");
}

BOOST_AUTO_TEST_CASE(datetimes_that_are_not_toml_are_told_and_read_as_far_as_they_can_be) {
    struct Row {
        const char *start, *reason, *clock;
    };
    for (const auto& [start, reason, clock] : {
             Row{"2026-06-01T8:30:00-06:00", "an hour has two digits, `08:30:00`", "08:30-10:00"},
             {"2026-06-01 8:30:00", "an hour has two digits, `08:30:00`", "08:30-10:00"},
             {"2026-06-01T08:30-06:00", "a time has seconds, `08:30:00`", "08:30-10:00"},
             {"2026-06-01T08:30:00-6:00", "`-6:00` is no offset", "08:30-10:00"},
             {"2026-06-01T25:30:00Z", "`25:30:00` is no time", "none"},
             {"2026-06-31T08:30:00Z", "`2026-06-31` is no date", "none"},
         }) {
        const auto read = loaded(page(element("talk", start, on_first("10:00:00"))));
        BOOST_TEST(read.whole(), start);
        const auto fault = std::find_if(read.faults.begin(), read.faults.end(), [](const auto& one) { return one.rule == "format-fault"; });
        BOOST_TEST_REQUIRE((fault != read.faults.end()), start);
        BOOST_TEST(fault->draft.facts.text("reason") == "`" + std::string{start} + "` is no date and time in TOML: " + reason);
        BOOST_TEST(written(read, fault->draft.at) == start);
        BOOST_TEST(fault->draft.about == (std::vector<std::string>{"slot:ann-lee"}), boost::test_tools::per_element());
        BOOST_TEST(test::clock(read.agenda.slots.front().clock) == clock, start);
    }
}

BOOST_AUTO_TEST_CASE(datetimes_in_texts_and_comments_and_quotes_are_left_alone) {
    const auto read = loaded(page("# 2026-06-01T8:30:00\n" + element("talk", "\"2026-06-01T9:00:00\"", on_first("10:00:00"), "2026-06-01T8:30:00")));
    BOOST_TEST(faults(read) == "");
    BOOST_TEST(read.agenda.slots.front().title.value == "2026-06-01T8:30:00");
    BOOST_TEST(test::clock(read.agenda.slots.front().clock) == "09:00-10:00");
}

BOOST_AUTO_TEST_CASE(an_end_on_the_next_date_is_past_midnight) {
    BOOST_TEST(test::clock(loaded(page(element("custom", on_first("21:00:00"), "2026-06-02T01:00:00-06:00"))).agenda.slots.front().clock) == "21:00-25:00");
}

BOOST_AUTO_TEST_CASE(types_are_kinds_and_a_custom_one_is_what_its_whole_title_says) {
    struct Row {
        const char *type, *title, *kind;
    };
    for (const auto& [type, title, kind] : {Row{"talk", "a", "presentation"},
                                            {"ignite", "Ignites", "presentation"},
                                            {"open-space", "Open Space #1", "open-floor"},
                                            {"workshop", "a", "workshop"},
                                            {"game", "a", "x-game"},
                                            {"custom", "Lunch", "lunch"},
                                            {"custom", "Lunch (catered)", "lunch"},
                                            {"custom", "Coffee  BREAK", "coffee"},
                                            {"custom", "Lunch and learn", ""},
                                            {"talk", "Lunch", "presentation"}})
        BOOST_TEST(loaded(page(element(type, on_first("09:00:00"), on_first("10:00:00"), title))).agenda.slots.front().kind == kind, title);
}

BOOST_AUTO_TEST_CASE(open_spaces_beside_something_are_a_track) {
    const auto read = loaded(page(element("open-space", on_first("09:00:00"), on_first("10:00:00"), "Opening") + element("open-space", on_first("10:00:00"), on_first("11:00:00"), "First") +
                                  element("workshop", on_first("10:00:00"), on_first("11:00:00"))));
    const auto& slots = read.agenda.slots;
    BOOST_TEST(!slots[SlotIndex{0}].track.has_value());
    BOOST_TEST(slots[SlotIndex{1}].track.has_value());
    BOOST_TEST(!slots[SlotIndex{2}].track.has_value());
}

BOOST_AUTO_TEST_CASE(ignites_are_the_note_of_their_dates_first_slot_for_them) {
    const auto read = loaded(page(element("ignite", on_first("09:00:00"), on_first("10:00:00"), "Ignites"),
                                  "ignites = [ { title = \"a\", date = 2026-06-01 }, { title = \"b\", date = 2026-06-01 }, { title = \"c\", date = 2026-06-02 } ]\n"));
    BOOST_TEST(read.agenda.slots.front().note == "a, b");
}

BOOST_AUTO_TEST_CASE(what_is_no_programme_is_a_located_syntax_error) {
    for (const std::string text : {"+++\nprogram_elements = [ { title = } ]\n+++\n", "+++\nprogram_elements = []\n"}) {
        const auto read = loaded(text);
        BOOST_TEST(!read.whole());
        BOOST_TEST((faults(read).find("syntax-error") != std::string::npos), faults(read));
    }
}

BOOST_AUTO_TEST_CASE(line_ends_of_windows_and_a_byte_order_mark_change_nothing) {
    auto text = "\xEF\xBB\xBF" + page(element("talk", on_first("9:00:00"), on_first("10:00:00")));
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2)) text.replace(at, 1, "\r\n");
    const auto read = loaded(text);
    BOOST_TEST(read.whole());
    BOOST_TEST(faults(read) == "format-fault 2026-06-01T9:00:00-06:00");
}

BOOST_AUTO_TEST_CASE(other_front_matter_is_no_programme) { BOOST_TEST(loaded("+++\ntitle = \"A\"\n+++\nText\n").format == "TOML"); }

BOOST_AUTO_TEST_SUITE_END()
