// SPDX-License-Identifier: MIT
// A system that lacks what others have: the time zone database, every variable, the standard streams, memory.
#include "world.hpp"

using support::contains;
using support::How;
using support::refused;
using support::run_tool;
using support::Words;
using support::World;

namespace {

namespace fs = std::filesystem;

struct Zoned : World {
    Zoned() {
        directory.write("zoned.toml", "[event]\ntitle = \"E\"\nvenue = \"V\"\ntimezone = \"Europe/Zurich\"\n\n[[day]]\ndate = 2026-06-01\n\n[[day.slot]]\nid = \"a\"\ntime = \"10:00-11:00\"\nkind = \"workshop\"\ntitle = \"A\"\n");
        auto text = file("zoned.toml");
        directory.write("zoneless.toml", text.erase(text.find("timezone"), text.find("\n\n[[") - text.find("timezone")));
    }
    /// Each command that reads a zoned agenda, after the zones were made as the shell command says.
    void every_command_says(const std::string& makes, const std::string& what) const {
        for (const auto* command : {"check zoned.toml", "check zoneless.toml zoned.toml -f json=report.json", "normalize zoned.toml", "export zoned.toml --to ics", "diff zoneless.toml zoned.toml", "baseline write new.toml zoned.toml"}) {
            const auto ran = with_mounts(makes + "; \"$tool\" " + command);
            if (!ran) return;
            BOOST_TEST_CONTEXT(command) refused(*ran, what);
        }
        holds_only({"zoned.toml", "zoneless.toml"});
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(bare_system)

BOOST_FIXTURE_TEST_CASE(without_a_zone_database_a_zoned_agenda_gives_2, Zoned) {
    every_command_says("mount -t tmpfs none /usr/share", "this system has no time zone database in /usr/share/zoneinfo (package tzdata)");
}

// As small images of containers have it.
BOOST_FIXTURE_TEST_CASE(an_empty_zone_database_is_none_and_the_agendas_zone_is_not_to_blame, Zoned) {
    every_command_says("mount -t tmpfs none /usr/share/zoneinfo", "this system has no time zone database in /usr/share/zoneinfo (package tzdata)");
}

BOOST_FIXTURE_TEST_CASE(a_damaged_zone_file_is_named, Zoned) {
    for (const auto* instead : {"/dev/null", "zoned.toml"})
        every_command_says(std::string{"mount --bind "} + instead + " /usr/share/zoneinfo/Europe/Zurich", "this system's file for the time zone Europe/Zurich is damaged (package tzdata)");
}

BOOST_FIXTURE_TEST_CASE(without_a_zone_database_an_agenda_without_a_zone_is_checked, Zoned) {
    const auto ran = with_mounts("mount -t tmpfs none /usr/share; \"$tool\" check zoneless.toml -f json");
    if (!ran) return;
    BOOST_TEST(ran->out == run({"check", "zoneless.toml", "-f", "json"}).out);
    BOOST_TEST(ran->status == 0);
}

// No HOME, no locale, no PATH, no TERM.
BOOST_FIXTURE_TEST_CASE(without_any_variable_every_command_does_the_same, Zoned) {
    for (const auto& words : {Words{"check", "zoned.toml"}, {"check", "agenda.toml", "-f", "html"}, {"diff", "agenda.toml", "earlier.toml"}, {"normalize", "zoned.toml"}, {"export", "zoned.toml", "--to", "ics"}, {"config", "zoned.toml"}, {"rules"}, {"explain", "slot-overlap"}}) {
        auto how = here();
        how.environment = {};
        const auto ran = run_tool(words, how), expected = run(words);
        BOOST_TEST((ran.out == expected.out), words.front());
        BOOST_TEST(ran.ending() == expected.ending(), words.front());
        BOOST_TEST(ran.err == expected.err);
    }
}

BOOST_FIXTURE_TEST_CASE(a_standard_stream_that_is_closed_takes_no_part_of_a_report, World) {
    const auto expected = run({"check", "agenda.toml", "-f", "json"}).out;
    const std::pair<const char*, const char*> cases[] = {{"<&-", "1"}, {"2>&-", "1"}, {"<&- 2>&-", "1"}, {">&-", "2"}, {"<&- >&- 2>&-", "2"}};
    for (const auto& [closed, status] : cases) {
        const auto ran = shell(std::string{"\"$tool\" check agenda.toml --verbose -f json=report.json -f text "} + closed + "; echo $? >status");
        BOOST_TEST(file("status") == std::string{status} + "\n", closed);
        BOOST_TEST((file("report.json") == expected), closed);
    }
    refused(shell("\"$tool\" check agenda.toml >&-"), "standard output cannot be written to: Bad file descriptor");
}

BOOST_FIXTURE_TEST_CASE(too_little_memory_is_said, World) {
    if (support::sanitized()) {
        BOOST_TEST_MESSAGE("skipped too_little_memory_is_said: sanitizers need more than any limit");
        return;
    }
    const auto ran = shell("head -c 100000000 /dev/zero | tr '\\0' '#' >large.toml; ulimit -v 100000; \"$tool\" check large.toml -f json=report.json");
    refused(ran, "there is not enough memory");
    holds_only({"large.toml"});
}

BOOST_FIXTURE_TEST_CASE(a_check_takes_no_memory_in_advance_where_there_is_little, World) {
    if (support::sanitized()) {
        BOOST_TEST_MESSAGE("skipped a_check_takes_no_memory_in_advance_where_there_is_little: sanitizers need more than any limit");
        return;
    }
    const auto expected = run({"check", "agenda.toml", "-f", "json"}).out;
    BOOST_TEST(shell("ulimit -d 10000; \"$tool\" check agenda.toml -f json").out == expected);
}

BOOST_AUTO_TEST_SUITE_END()
