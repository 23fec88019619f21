// SPDX-License-Identifier: MIT
// The Markdown report, rendered by a renderer that is not ours: what it shows, and that no title becomes markup.
#include "report/markdown_text.hpp"
#include "reporting.hpp"
#include "support/run_script.hpp"

using namespace agenda;
using test::count;
using test::has;
using finding::Severity;
using test::overlap;
using test::report_on;
using test::written;

namespace {

/// The elements that the report itself is made of, as markdown.py lists them.
const std::string own_elements = "br\ncode\ndetails\ndetails open=None\nh3\nli\np\nstrong\nsummary\ntable\ntbody\ntd\ntd align=right\nth\nth align=right\nthead\ntr\nul\n";

/// Each line of elements that the report itself is not made of; the text is not looked at.
std::string foreign_elements(const std::string& rendered) {
    std::string result;
    std::istringstream stream{rendered};
    for (std::string line; std::getline(stream, line) && !line.empty();)
        if (!has("\n" + own_elements, "\n" + line + "\n")) result += line + "\n";
    return result;
}

/// A text as it comes out of the renderer, and the elements around it.
std::string rendered(const std::string& markdown) { return support::run_script("markdown.py", markdown); }

report::Report many(std::size_t findings) {
    auto report = report_on({overlap});
    auto& all = report.agendas[0].result.findings;
    all.resize(findings, all.at(0));
    return report;
}

std::string shortened(const report::Report& report, std::size_t bytes) {
    std::ostringstream out;
    report::write_short_markdown(report, bytes, out);
    return out.str();
}

const char* const hostile_texts[] = {
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](http://e.example)", "![x](http://e.example/y.png)", "<http://e.example>", "http://e.example/path", "https://e.example", "www.e.example",
    "ann@e.example", "mailto:ann@e.example", "ftp://e.example", "xmpp:a@b.example", "*a* **b** _c_ ~~d~~", "`code` ``two``", "| a | b |", "&lt;b&gt; &amp; &#64;", "\\[x\\](y) \\`", "<!-- c -->", "<?php ?>", "<![CDATA[x]]>",
    "</details></td></table>", "[^1] [ref]: x", "- [ ] task", "$x^2$ $`x`$", "a<br>b", "[x]: http://e.example", "# head", "> quote", "---", "1. one", "    code",
};

} // namespace

BOOST_AUTO_TEST_SUITE(markdown_report)

BOOST_AUTO_TEST_CASE(the_report_begins_with_the_verdict_and_the_numbers) {
    BOOST_TEST(written("markdown", report_on({overlap})).starts_with("### Agenda check failed: 1 error, 0 warnings, 0 infos\n\n| | findings |\n|---|---:|\n| error | 1 |\n| warning | 0 |\n| info | 0 |\n"));
}

BOOST_AUTO_TEST_CASE(a_finding_has_its_place_message_arithmetic_help_and_rule) {
    const auto report = report_on({overlap});
    const auto& finding = report.agendas[0].result.findings.at(0);
    const auto text = written("markdown", report);
    BOOST_TEST(has(text, "<details open><summary>1 error</summary>\n\n**slot-overlap**: "), text);
    BOOST_TEST(has(text, "\n- `agenda.toml:5:8` `a` (10:00-11:00) and `b` (10:45-11:30) overlap by 15 min"), text);
    BOOST_TEST(has(text, "<br>help: "), text);
    const auto page = rendered(text);
    BOOST_TEST(has(page, "agenda.toml:5:8 "), page);
    for (const auto& note : finding.notes()) BOOST_TEST(has(page, note), page);
}

BOOST_AUTO_TEST_CASE(errors_are_unfolded_and_the_rest_is_not) {
    const auto text = written("markdown", report_on({overlap + "moderater = \"x\"\n"}));
    BOOST_TEST(has(text, "<details open><summary>1 error</summary>"));
    BOOST_TEST(has(text, "<details><summary>1 warning</summary>"));
    BOOST_TEST(text.find("1 error</summary>") < text.find("1 warning</summary>"));
}

BOOST_AUTO_TEST_CASE(the_timetable_has_a_row_a_slot_with_its_marks) {
    const auto text = written("markdown", report_on({"[people]\nann = { name = \"Ann Lee\" }\nbo = { name = \"Bo Ek\" }\n[rooms.aula]\nname = \"Aula\"\n[[day]]\ndate = 2026-06-01\nlabel = \"Opening\"\n"
                                                     "[[day.slot]]\nid = \"a\"\nnumber = \"Session I\"\ntitle = \"Where we stand\"\ntime = \"10:00-11:00\"\nroom = \"aula\"\nspeakers = [\"ann\"]\nmoderators = [\"bo\"]\n"
                                                     "[[day.slot]]\nid = \"b\"\ntime = \"10:45-11:30\"\nroom = \"aula\"\noptional = true\n[[day.slot]]\nid = \"c\"\ntime = \"soon\"\n"}));
    BOOST_TEST(has(text, "\n**2026-06-01 Monday: Opening**\n\n| time | slot | place | people | marks |\n|---|---|---|---|---|\n"), text);
    BOOST_TEST(has(text, "| 10:00-11:00 | Session I: Where we stand | Aula | Ann Lee, Bo Ek (moderator) | 1 error |\n"), text);
    BOOST_TEST(has(text, "| 10:45-11:30 | b | Aula |  | optional, 1 error |\n"), text);
    BOOST_TEST(has(text, "| ? | c | plenary |  | 1 error |\n"), text);
    BOOST_TEST(count(rendered(text), "\ntable\n") == 1U);
}

BOOST_AUTO_TEST_CASE(an_accepted_finding_is_counted_and_told_when_asked_for) {
    auto report = report_on({"[[accept]]\nrule = \"slot-overlap\"\nabout = [\"slot:a\", \"slot:b\"]\nreason = \"the *chair's* wish\"\n" + overlap});
    BOOST_TEST(has(written("markdown", report), "| accepted | 1 |\n"));
    BOOST_TEST(!has(written("markdown", report), "chair"));
    report.show_accepted = true;
    const auto text = written("markdown", report);
    BOOST_TEST(has(text, "<summary>1 accepted finding</summary>"), text);
    BOOST_TEST(has(rendered(text), "accepted: the *chair's* wish"), text);
}

BOOST_AUTO_TEST_CASE(nothing_is_ever_left_out_of_the_whole_report) {
    const auto text = written("markdown", many(30'000));
    BOOST_TEST(text.size() > 1U << 20U);
    BOOST_TEST(count(text, "\n- `agenda.toml:") == 30'000U);
    BOOST_TEST(!has(text, "Left out"));
}

BOOST_AUTO_TEST_CASE(a_short_report_keeps_to_its_size_and_counts_what_it_leaves_out) {
    const auto report = many(1'000);
    for (const std::size_t bytes : {1'000U, 5'000U, 20'000U, 100'000U})
        BOOST_TEST_CONTEXT(bytes) {
            const auto text = shortened(report, bytes);
            BOOST_TEST(text.size() <= bytes);
            const auto left_out = 1'000U - count(text, "\n- `agenda.toml:");
            BOOST_TEST(text.ends_with("\nLeft out, since this page takes no more: " + std::to_string(left_out) + " findings and the timetables of 1 day.\n"), text.substr(text.size() - 200));
            BOOST_TEST(count(text, "<details") == count(text, "</details>"));
            BOOST_TEST(foreign_elements(rendered(text)) == "");
        }
    BOOST_TEST(shortened(report, 10'000'000) == written("markdown", report));
}

BOOST_AUTO_TEST_CASE(the_head_of_a_short_report_is_always_there) {
    const auto text = shortened(many(10), 0);
    BOOST_TEST(text.starts_with("### Agenda check failed: 10 errors"));
    BOOST_TEST(has(text, "Left out"), text);
}

BOOST_AUTO_TEST_CASE(text_comes_out_as_it_was_and_is_no_markup) {
    for (const std::string text : hostile_texts)
        for (const auto& [name, markdown] : {std::pair{"text", "x " + report::markdown_text(text)}, {"code", "x " + report::markdown_code(text)}, {"message", "x " + report::markdown_message(text)},
                                             {"cell", "|x|y|\n|---|---|\n|x " + report::markdown_text(text) + "|z|\n"}, {"summary", "<details><summary>x " + report::markdown_text(text) + "</summary></details>"}})
            BOOST_TEST_CONTEXT(name << ": " << text) {
                const auto page = rendered(markdown);
                BOOST_TEST(foreign_elements(page) == "");
                auto plain = text;
                if (std::string{name} == "message") std::erase(plain, '`');
                auto shown = page;
                if (std::string{name} == "message") std::erase(shown, '`');
                BOOST_TEST(has(shown, "x " + plain), page);
            }
}

BOOST_AUTO_TEST_CASE(nobody_is_pinged_and_nothing_is_referred_to) {
    const std::string space = "\u200B";
    const std::pair<const char*, std::string> cases[] = {
        {"@everyone", "&#64;" + space + "everyone"}, {"#12", "&#35;" + space + "12"},       {"a/b#12", "a/b&#35;" + space + "12"}, {"GH-12", "G" + space + "H-12"}, {"!12", "&#33;" + space + "12"},
        {"a://b", "a:" + space + "//b"},             {":octocat:", ":" + space + "octocat:"}, {"www.e", "w" + space + "ww.e"},      {"10:30", "10:30"},               {"Q & A: why", "Q &#38; A: why"},
    };
    for (const auto& [text, expected] : cases) BOOST_TEST(report::markdown_text(text) == expected);
}

BOOST_AUTO_TEST_CASE(nothing_ends_a_code_span) {
    for (const std::size_t run : {1U, 2U, 7U, 8U, 79U, 80U, 81U, 1'000U}) {
        const auto ticks = std::string(run, '`');
        for (const auto& text : {ticks, ticks + "<script>", "a" + ticks + "<script>" + ticks + "b", "<b>" + ticks, " " + ticks + "[x](y) "})
            BOOST_TEST_CONTEXT(run << " backticks: " << text.substr(0, 40)) {
                const auto page = rendered("x " + report::markdown_code(text) + " y");
                BOOST_TEST(foreign_elements(page) == "");
                BOOST_TEST(has(page, text), page);
            }
    }
}

BOOST_AUTO_TEST_CASE(no_title_of_an_agenda_becomes_markup) {
    auto titles = test::hostile_titles();
    // Inside a TOML string: quotes and backslashes are escaped.
    for (const std::string text : hostile_texts) {
        std::string escaped;
        for (const char c : text) escaped += (c == '\\' || c == '"' ? "\\" : "") + std::string{c};
        titles.push_back({"markup", escaped});
    }
    for (const auto& title : titles)
        BOOST_TEST_CONTEXT(title.name << ": " << title.written.substr(0, 60)) {
            const auto text = written("markdown", report_on({test::NamedText{test::hostile_agenda(title.written), "a|`b`<i>.toml"}}));
            BOOST_TEST(test::harmful_in(text) == "");
            BOOST_TEST(foreign_elements(rendered(text)) == "");
            BOOST_TEST(count(text, "\n<details") == count(text, "\n</details>\n"));
            // A row has the two cells of the numbers or the five of a timetable.
            std::istringstream lines{text};
            for (std::string line; std::getline(lines, line);)
                if (line.starts_with("|")) BOOST_TEST((count(line, "|") == 3U || count(line, "|") == 6U), line.substr(0, 200));
        }
}

BOOST_AUTO_TEST_SUITE_END()
