// SPDX-License-Identifier: MIT
// The text of the page of a comparison. How it looks and behaves in a browser is tested in tests/node/browser/.
#include "comparing.hpp"
#include <boost/test/unit_test.hpp>
#include <map>

namespace {

using namespace agenda;
using test::count;
using test::has;

std::string day(const std::string& date, const std::string& slots) { return "[[day]]\ndate = " + date + "\n" + slots; }
std::string slot(const std::string& id, const std::string& time, const std::string& more = {}) {
    return "[[day.slot]]\nid = \"" + id + "\"\ntitle = \"Talk " + id + "\"\ntime = \"" + time + "\"\n" + more;
}
const std::string monday = "2026-06-01", tuesday = "2026-06-02", friday = "2026-06-05";

std::string page_of(const std::string& before, const std::string& after) { return test::written_html(test::diff_of(before, after)); }

/// What stands between the first `from` and the next `to`.
std::string between(const std::string& text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    BOOST_TEST_REQUIRE(at != std::string::npos, from);
    const auto begin = at + from.size();
    return text.substr(begin, text.find(to, begin) - begin);
}
/// The element of a slot in one of the pictures, from its class to its end.
std::string block(const std::string& page, const std::string& anchor) {
    const auto at = page.find("id=\"" + anchor + "\"");
    BOOST_TEST_REQUIRE(at != std::string::npos, anchor);
    const auto begin = page.rfind("<li", at);
    return page.substr(begin, page.find("</li>", at) - begin);
}

/// A rather full comparison: a clash of the earlier is mended, another comes, slots move, come, go, and change days.
const std::string earlier = "[people.ann]\nname = \"Ann Lee\"\norg = \"X\"\n" + day(monday, slot("a", "09:00-10:00", "speakers = [\"ann\"]\n") + slot("b", "09:30-10:30") + slot("c", "11:00-12:00") + slot("d", "13:00-14:00") + slot("g", "15:00-16:00") + slot("k", "15:30-16:30")) +
                            day(tuesday, slot("e", "09:00-10:00"));
const std::string later = "[people.ann]\nname = \"Ann Lee\"\norg = \"X\"\n" + day(monday, slot("a", "08:00-09:00", "speakers = [\"ann\"]\n") + slot("b", "09:30-10:30") + "[[day.slot]]\nid = \"f\"\ntitle = \"Water and sanitation\"\ntime = \"10:00-11:00\"\nkind = \"workshop\"\n" + slot("g", "15:00-16:00") + slot("k", "15:30-16:30")) +
                          day(tuesday, slot("e", "09:00-10:30") + slot("c", "11:00-12:00"));

} // namespace

BOOST_AUTO_TEST_SUITE(page_of_a_comparison)

BOOST_AUTO_TEST_CASE(it_has_one_script_and_its_own_styles_whatever_a_title_says) {
    const auto styles = count(page_of(earlier, later), "<style>");
    for (const auto& title : test::hostile_titles()) {
        const auto hostile = test::hostile_agenda(title.written);
        for (const auto& page : {page_of(hostile, test::overlap), page_of(test::overlap, hostile), page_of(hostile, test::hostile_agenda(title.written + " too"))}) {
            BOOST_TEST(count(page, "<script") == 1U, title.name);
            BOOST_TEST(count(page, "<style>") == styles, title.name);
            BOOST_TEST(test::harmful_in(page) == "", title.name);
        }
    }
}

BOOST_AUTO_TEST_CASE(no_two_elements_have_one_id) {
    const auto page = page_of(earlier, later);
    std::map<std::string, int> ids;
    for (auto at = page.find(" id=\""); at != std::string::npos; at = page.find(" id=\"", at + 1)) ++ids[page.substr(at + 5, page.find('"', at + 5) - at - 5)];
    for (const auto& [id, times] : ids) BOOST_TEST(times == 1, id);
    BOOST_TEST(ids.contains("slot:a"));
    BOOST_TEST(ids.contains("old:slot:a"));
}

BOOST_AUTO_TEST_CASE(every_link_leads_somewhere) {
    for (const auto& page : {page_of(earlier, later), page_of(test::overlap, test::hostile_agenda("a b\\\" <é>"))})
        for (auto at = page.find("href=\"#"); at != std::string::npos; at = page.find("href=\"#", at + 1)) {
            const auto anchor = page.substr(at + 7, page.find('"', at + 7) - at - 7);
            BOOST_TEST(count(page, "id=\"" + anchor + "\"") == 1U, anchor);
        }
}

BOOST_AUTO_TEST_CASE(it_says_what_is_compared_and_the_verdict) {
    const auto diff = test::diff_of({earlier, "v1 <.toml"}, {later, "v2.toml"});
    const auto page = test::written_html(diff);
    BOOST_TEST(has(page, "<code>v1 &lt;.toml</code> to <code>v2.toml</code>"));
    BOOST_TEST(has(page, diff.verdict().substr(1) + ".</p>"));
    BOOST_TEST(has(page, "data-total=\"changes\"> <b>" + std::to_string(diff.comparison.changes.size()) + "</b>"), between(page, "<ul class=\"totals\">", "</ul>"));
    BOOST_TEST(has(page, "data-total=\"fixed\">✓ <b>1</b> fixed"));
}

BOOST_AUTO_TEST_CASE(equal_revisions_have_no_change_and_no_line) {
    const auto page = page_of(earlier, earlier);
    BOOST_TEST(has(page, "Nothing in the agenda has changed."));
    BOOST_TEST(count(page, "<svg") == 0U);
    BOOST_TEST(count(page, "class=\"mark\"") == 0U);
    BOOST_TEST(!has(page, "Who must be told"));
}

BOOST_AUTO_TEST_CASE(a_change_links_to_its_slot_in_both_pictures_and_they_link_back) {
    const auto page = page_of(day(monday, slot("a", "09:00-10:00") + slot("b", "11:00-12:00")), day(monday, slot("a", "09:00-10:00") + slot("b", "11:30-12:30")));
    const auto change = between(page, "<li id=\"change-1\"", "</li>");
    BOOST_TEST(has(change, "href=\"#old:slot:b\""));
    BOOST_TEST(has(change, "href=\"#slot:b\""));
    for (const auto* anchor : {"old:slot:b", "slot:b"}) BOOST_TEST(has(block(page, anchor), "href=\"#change-1\" title=\"30 min later\""), anchor);
    BOOST_TEST(!has(block(page, "slot:a"), "class=\"mark\""));
}

BOOST_AUTO_TEST_CASE(members_of_one_cause_are_folded_below_it) {
    const auto page = page_of(day(monday, slot("a", "09:00-10:00") + slot("b", "11:00-12:00")), day(monday, slot("a", "09:10-10:10") + slot("b", "11:10-12:10")));
    const auto change = between(page, "<li id=\"change-1\"", "</details>");
    BOOST_TEST(has(change, "<summary>2 slots</summary>"));
    BOOST_TEST(has(change, "09:00-10:00 -&gt; 09:10-10:10"));
    BOOST_TEST(count(page, "id=\"change-") == 1U);
}

BOOST_AUTO_TEST_CASE(both_pictures_of_a_day_have_the_same_hours) {
    const auto page = page_of(day(monday, slot("a", "09:00-10:00") + slot("b", "11:00-12:00")), day(monday, slot("a", "07:30-08:00") + slot("b", "11:00-15:10")));
    BOOST_TEST(count(page, "--from:420;--to:960;--lanes:1") == 2U);
    BOOST_TEST(has(page, "<div class=\"sides\" style=\"--from:420;--to:960\">"));
}

BOOST_AUTO_TEST_CASE(a_line_joins_each_slot_that_stands_at_another_time_of_its_day) {
    const auto page = page_of(day(monday, slot("a", "09:00-10:00") + slot("b", "10:00-11:00") + slot("c", "11:00-12:00")), day(monday, slot("a", "09:00-10:00") + slot("b", "10:00-10:45") + slot("c", "11:30-12:30")));
    BOOST_TEST(count(page, "<g class=") == 2U);
    const auto moved = between(page, "data-before=\"old:slot:c\" data-after=\"slot:c\">", "</g>");
    BOOST_TEST(has(moved, "<line x1=\"0\" y1=\"120\" x2=\"100\" y2=\"150\"/>"), moved);
    const auto resized = between(page, "data-before=\"old:slot:b\" data-after=\"slot:b\">", "</g>");
    BOOST_TEST(has(resized, "<line class=\"end\" x1=\"0\" y1=\"120\" x2=\"100\" y2=\"105\"/>"), resized);
}

BOOST_AUTO_TEST_CASE(a_slot_on_another_day_has_no_line_and_names_the_day) {
    const auto page = page_of(earlier, later);
    BOOST_TEST(!has(page, "data-after=\"slot:c\""));
    BOOST_TEST(has(block(page, "old:slot:c"), "now Tue 2 June"));
    BOOST_TEST(has(block(page, "slot:c"), "was Mon 1 June"));
}

BOOST_AUTO_TEST_CASE(slots_that_come_go_or_change_their_titles_say_so_in_words_and_by_a_class) {
    const auto page = page_of(earlier + slot("z", "12:00-13:00"), later + "[[day.slot]]\nid = \"z\"\ntime = \"12:00-13:00\"\ntitle = \"Else\"\n");
    for (const auto& [anchor, name, words] : {std::tuple{"slot:f", "is-new", "new"}, {"old:slot:d", "is-gone", "gone"}, {"slot:z", "is-edited", "retitled"}, {"old:slot:z", "is-edited", "retitled"}}) {
        BOOST_TEST(has(block(page, anchor), name), anchor);
        BOOST_TEST(has(block(page, anchor), std::string{"<span class=\"says\">"} + words + "</span>"), anchor);
    }
}

BOOST_AUTO_TEST_CASE(slots_that_exchange_their_rooms_alone_are_said_to_be_swapped_and_not_moved) {
    const auto both = [](const std::string& date, const std::string& first, const std::string& second) {
        return "[[day]]\n" + date + slot("a", "09:00-10:00", "room = \"" + first + "\"\n") + slot("b", "09:00-10:00", "room = \"" + second + "\"\n");
    };
    for (const std::string date : {"date = 2026-06-01\n", ""}) {
        const auto page = page_of(both(date, "East", "West"), both(date, "West", "East"));
        BOOST_TEST(has(block(page, "slot:a"), "<span class=\"says\">swapped</span>"), date);
        BOOST_TEST(count(page, "<g class=\"marked is-swapped\"") == (date.empty() ? 0U : 2U), date);
    }
}

BOOST_AUTO_TEST_CASE(a_day_stands_beside_the_date_to_which_its_programme_has_gone) {
    const auto slots = slot("a", "09:00-10:00") + slot("b", "10:00-11:00") + slot("c", "11:00-12:00");
    const auto page = page_of(day(monday, slots), day(friday, slots));
    BOOST_TEST(count(page, "<section class=\"pair") == 1U);
    BOOST_TEST(has(page, "<h4>Monday, 1 June 2026 <span aria-label=\"becomes\" role=\"img\">→</span> Friday, 5 June 2026</h4>"));
    BOOST_TEST(count(page, "class=\"mark\"") == 0U);
}

BOOST_AUTO_TEST_CASE(a_day_that_only_one_revision_has_stands_alone) {
    const auto one = day(monday, slot("a", "09:00-10:00")), two = one + day(tuesday, slot("b", "09:00-10:00"));
    BOOST_TEST(has(page_of(two, one), "<b>After</b> This day is gone."));
    BOOST_TEST(has(page_of(one, two), "<b>Before</b> This day is new."));
}

BOOST_AUTO_TEST_CASE(pictures_of_many_rooms_stand_one_above_the_other_without_lines) {
    std::string before, after;
    for (const auto* room : {"A", "B", "C", "D", "E"}) {
        const auto in_room = std::string{"room = \""} + room + "\"\n";
        before += slot(std::string{"t"} + room, "09:00-10:00", in_room);
        after += slot(std::string{"t"} + room, room == std::string{"C"} ? "09:30-10:30" : "09:00-10:00", in_room);
    }
    const auto page = page_of(day(monday, before), day(monday, after));
    BOOST_TEST(has(page, "<section class=\"pair stacked wide crowded named\">"));
    BOOST_TEST(count(page, "<svg") == 0U);
    BOOST_TEST(has(block(page, "slot:tC"), "30 min later"));
}

BOOST_AUTO_TEST_CASE(what_was_matched_by_guess_says_so) {
    const auto page = page_of(day(monday, "[[day.slot]]\ntitle = \"The future of the protection of migrants\"\ntime = \"09:00-10:00\"\n"), day(monday, "[[day.slot]]\ntitle = \"The future of protection of all migrants\"\ntime = \"09:00-10:30\"\n"));
    BOOST_TEST(has(page, "(matched by guess)</span>"));
    BOOST_TEST(has(page, "a guess</span></a>"));
}

BOOST_AUTO_TEST_CASE(who_must_be_told_is_told_why) {
    const auto told = between(page_of(earlier, later), "Who must be told", "</section>");
    BOOST_TEST(has(told, "<tr><th scope=\"row\">Ann Lee</th><td><ul><li><b>Talk a</b>: 09:00-10:00 -&gt; 08:00-09:00</li></ul>"), told);
}

BOOST_AUTO_TEST_CASE(each_finding_stands_in_the_list_that_it_belongs_to) {
    const auto page = page_of(earlier, later);
    const auto part = [&](const std::string& id) { return between(page, "<h4 id=\"" + id + "\">", "</section>"); };
    BOOST_TEST(has(part("introduced"), "href=\"#slot:f\""));
    BOOST_TEST(has(part("fixed"), "id=\"old:"));
    BOOST_TEST(has(part("fixed"), "href=\"#old:slot:a\""));
    BOOST_TEST(has(part("still"), "<details>"));
    BOOST_TEST(has(part("still"), "href=\"#slot:k\""));
}

BOOST_AUTO_TEST_CASE(a_changed_finding_says_what_it_was) {
    const auto both = [](const std::string& time) { return day(monday, slot("a", "10:00-11:00") + slot("b", time)); };
    const auto changed = between(page_of(both("10:45-12:00"), both("10:30-12:00")), "<h4 id=\"changed\">", "</section>");
    BOOST_TEST(has(changed, "overlap by 30 min"));
    BOOST_TEST(has(changed, "<p class=\"was\"><b>Was:</b> error: <b>Talk a</b>"), changed);
}

BOOST_AUTO_TEST_CASE(a_finding_of_both_revisions_is_marked_in_both_pictures_and_told_once) {
    const auto diff = test::diff_of(earlier, later);
    const auto page = test::written_html(diff);
    BOOST_TEST_REQUIRE(!diff.findings.still.empty());
    const auto anchor = finding::format_fingerprint(diff.later().findings[diff.findings.still.front().after].fingerprint);
    BOOST_TEST(has(block(page, "old:slot:g"), "href=\"#" + anchor + "\""));
    BOOST_TEST(has(block(page, "slot:g"), "href=\"#" + anchor + "\""));
    BOOST_TEST(count(page, "id=\"" + anchor + "\"") == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
