// SPDX-License-Identifier: MIT
// The HTML report's text. How it looks and behaves in a browser is tested in tests/node/browser/.
#include "report/html/markup.hpp"
#include "reporting.hpp"
#include <boost/test/unit_test.hpp>
#include <map>

namespace {

using namespace agenda;
using test::count;

std::string page_of(const std::vector<test::NamedText>& agendas, const test::Reporting& how = {}) { return test::written("html", test::report_on(agendas, how)); }

std::string escaped(std::string_view text) {
    std::string result;
    report::html::append_escaped(result, text);
    return result;
}

std::string message(std::string_view text) {
    std::ostringstream out;
    report::html::Markup{out}.message(text);
    return out.str();
}

} // namespace

BOOST_AUTO_TEST_CASE(text_is_escaped_for_elements_and_for_attributes) {
    BOOST_TEST(escaped("a < b & c > \"d\" 'e'") == "a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#39;");
    BOOST_TEST(escaped("é \u202E \x1b #") == "é &lt;U+202E&gt; &lt;U+001B&gt; #");
    BOOST_TEST(escaped("") == "");
}

BOOST_AUTO_TEST_CASE(names_in_backticks_become_elements) {
    BOOST_TEST(message("`A<` and `B` overlap") == "<b>A&lt;</b> and <b>B</b> overlap");
    BOOST_TEST(message("one ` alone") == "one ` alone");
}

BOOST_AUTO_TEST_CASE(a_page_has_one_script_and_its_own_styles_whatever_a_title_says) {
    for (const auto& title : test::hostile_titles()) {
        const auto page = page_of({test::hostile_agenda(title.written)});
        BOOST_TEST(count(page, "<script") == 1U, title.name);
        BOOST_TEST(count(page, "</script>") == 1U, title.name);
        BOOST_TEST(count(page, "<style>") == count(page_of({test::overlap}), "<style>"), title.name);
        BOOST_TEST(test::harmful_in(page) == "", title.name);
    }
}

BOOST_AUTO_TEST_CASE(a_template_s_braces_in_a_title_are_text) {
    const auto page = page_of({"[event]\ntitle = \"{{version}} {{{script}}}\"\n"});
    BOOST_TEST(count(page, "<h1>{{version}} {{{script}}}</h1>") == 1U);
}

BOOST_AUTO_TEST_CASE(every_finding_has_an_article_that_its_fingerprint_names) {
    const auto report = test::report_on({test::overlap});
    const auto page = test::written("html", report);
    BOOST_TEST_REQUIRE(!report.agendas[0].result.findings.empty());
    for (const auto& finding : report.agendas[0].result.findings)
        BOOST_TEST(count(page, "id=\"" + finding::format_fingerprint(finding.fingerprint) + "\"") == 1U);
}

BOOST_AUTO_TEST_CASE(no_two_elements_have_one_id_even_where_two_agendas_are_alike) {
    const auto page = page_of({test::overlap, test::overlap});
    std::map<std::string, int> ids;
    for (auto at = page.find(" id=\""); at != std::string::npos; at = page.find(" id=\"", at + 1)) ++ids[page.substr(at + 5, page.find('"', at + 5) - at - 5)];
    for (const auto& [id, times] : ids) BOOST_TEST(times == 1, id);
    BOOST_TEST(ids.contains("slot:a"));
    BOOST_TEST(ids.contains("2:slot:a"));
}

BOOST_AUTO_TEST_CASE(every_link_inside_the_page_leads_somewhere) {
    const auto page = page_of({test::overlap, test::hostile_agenda("a b\\\" <é>")});
    for (auto at = page.find("href=\"#"); at != std::string::npos; at = page.find("href=\"#", at + 1)) {
        const auto anchor = page.substr(at + 7, page.find('"', at + 7) - at - 7);
        BOOST_TEST(count(page, "id=\"" + anchor + "\"") == 1U, anchor);
    }
}

BOOST_AUTO_TEST_CASE(the_verdict_and_the_totals_are_those_of_all_agendas) {
    const auto page = page_of({test::overlap, test::overlap});
    BOOST_TEST(count(page, "<p class=\"verdict failed\">Check failed: 2 errors, ") == 1U);
    BOOST_TEST(count(page, "data-total=\"error\">✖ <b>2</b> errors") == 1U);
}

BOOST_AUTO_TEST_CASE(an_agenda_without_findings_says_so_and_has_no_filters) {
    const auto page = page_of({"[[day]]\ndate = 2026-06-01\n[[day.slot]]\nid = \"a\"\ntitle = \"A\"\ntime = \"9:00-10:00\"\n"});
    BOOST_TEST(count(page, "Nothing was found.") == 1U);
    BOOST_TEST(count(page, "<form") == 0U);
}

BOOST_AUTO_TEST_CASE(an_accepted_finding_is_told_with_its_reason_and_marks_no_slot) {
    const auto page = page_of({test::overlap}, {.config = "[[accept]]\nrule = \"slot-overlap\"\nabout = [\"slot:a\", \"slot:b\"]\nreason = \"the <wish>\"\nby = \"Ann\"\n"});
    BOOST_TEST(count(page, "<b>Accepted:</b> the &lt;wish&gt; (Ann)") == 1U);
    BOOST_TEST(count(page, "data-severity=\"accepted\"") == 1U);
    BOOST_TEST(count(page, "class=\"badge error\"") == 0U);
}

BOOST_AUTO_TEST_CASE(a_slot_that_could_not_be_checked_is_named_with_the_cause) {
    const auto page = page_of({"[[day]]\ndate = 2026-06-01\n[[day.slot]]\nid = \"a\"\ntime = \"soon\"\n"});
    BOOST_TEST(count(page, "has no time that can be used (time-unparsable)") == 1U);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_toml_is_said_to_be_unchecked) {
    const auto page = page_of({"[event\n"});
    BOOST_TEST(count(page, "cannot be read as TOML") >= 1U);
}

BOOST_AUTO_TEST_CASE(a_person_s_appearances_say_when_where_and_as_what) {
    const auto page = page_of({"[people]\nann = { name = \"Ann Lee\", org = \"KTH\" }\nbo = { name = \"Bo Ek\" }\n" + test::overlap +
                               "moderators = [\"ann\"]\nspeakers = [ { person = \"bo\", delivered-by = \"ann\" } ]\n"});
    BOOST_TEST(count(page, "Ann Lee<br><small>KTH</small>") == 1U);
    BOOST_TEST(count(page, "<span class=\"note\">moderator</span>") >= 1U);
    BOOST_TEST(count(page, "<span class=\"note\">for Bo Ek</span>") == 1U);
    BOOST_TEST(count(page, "<span class=\"note\">delivered by Ann Lee</span>") == 1U);
    BOOST_TEST(count(page, "<td>Ann Lee (moderator), Bo Ek (delivered by Ann Lee)</td>") == 1U);
}

BOOST_AUTO_TEST_CASE(a_source_that_is_no_web_address_is_no_link) {
    auto report = test::report_on({test::overlap});
    for (auto& rule : report.rules) rule.page.sources = {{"A <book>", "javascript:alert(1)"}, {"A page", "https://example.org/?a&b"}};
    const auto page = test::written("html", report);
    BOOST_TEST(count(page, "javascript:") == 0U);
    BOOST_TEST(count(page, "<a href=\"https://example.org/?a&amp;b\" rel=\"noreferrer\">A page</a>") >= 1U);
}

BOOST_AUTO_TEST_CASE(a_gap_over_a_change_of_the_clock_says_the_minutes_that_pass) {
    const auto page = page_of({"[event]\ntimezone = \"Europe/Zurich\"\n[[day]]\ndate = 2026-03-29\n[[day.slot]]\nid = \"a\"\ntime = \"1:00-1:30\"\n"
                               "[[day.slot]]\nid = \"b\"\ntime = \"3:30-4:30\"\n"});
    BOOST_TEST(count(page, ">60 min free<") == 1U);
}

BOOST_AUTO_TEST_CASE(agendas_of_one_title_are_told_apart_by_their_paths) {
    const auto page = page_of({{"[event]\ntitle = \"A\"\n", "one.toml"}, {"[event]\ntitle = \"A\"\n", "two.toml"}});
    BOOST_TEST(count(page, "A <small>one.toml</small></h2>") == 1U);
    BOOST_TEST(count(page, "A <small>two.toml</small></h2>") == 1U);
}

BOOST_AUTO_TEST_CASE(the_page_says_which_revision_was_checked) {
    BOOST_TEST(count(page_of({{"[event]\nstatus = \"final\"\nrevision = \"B <2>\"\n", "one.toml"}}), ">one.toml, final, revision B &lt;2&gt;: ") == 1U);
    BOOST_TEST(count(page_of({{"[event]\nrevision = 3\n", "one.toml"}}), ">one.toml, revision 3: ") == 1U);
    BOOST_TEST(count(page_of({{"[event]\n", "one.toml"}}), "class=\"facts\">one.toml: ") == 1U);
}

BOOST_AUTO_TEST_CASE(a_slot_whose_title_is_blank_goes_by_its_id) {
    const auto page = page_of({"[[day]]\ndate = 2026-06-01\n[[day.slot]]\nid = \"x\"\ntitle = \" \"\ntime = \"9:00-10:00\"\n"});
    BOOST_TEST(count(page, "<span class=\"what\">x</span>") == 1U);
    BOOST_TEST(count(page, "<th scope=\"row\">x</th>") == 1U);
}

BOOST_AUTO_TEST_CASE(the_page_is_the_same_each_time) { BOOST_TEST((page_of({test::overlap}) == page_of({test::overlap}))); }
