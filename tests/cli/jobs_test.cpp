// SPDX-License-Identifier: MIT
// With how many threads `check` works makes no difference to what it writes.
#include "folder.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using support::contains;
using support::Ran;
using support::slot;
using support::Words;

/// An agenda of more than half a megabyte, which is read in pieces: two rooms, in which every twentieth slot runs over the next.
std::string large_agenda() {
    std::string result = "[people.a]\nname = \"Ada Berg\"\n[people.b]\nname = \"Bo Castro\"\n\n";
    const std::string text(700, 'x');
    for (int day = 1; day <= 28; ++day) {
        result += "[[day]]\ndate = 2027-02-" + std::string{day < 10 ? "0" : ""} + std::to_string(day) + "\n\n";
        for (int hour = 8; hour < 20; ++hour)
            for (const std::string room : {"Red", "Blue"}) {
                const auto begin = std::string{hour < 10 ? "0" : ""} + std::to_string(hour);
                const auto number = day * 12 + hour;
                result += slot(room + std::to_string(day) + "-" + begin, begin + ":00-" + std::to_string(hour + (number % 20 == 0 ? 1 : 0)) + ":45",
                               "room = \"" + room + "\"\nspeakers = [\"" + (number % 3 == 0 ? "a" : "b") + "\"]\ndescription = \"" + text + "\"\n");
            }
    }
    return result + "[event]\ntitle = \"Large\"\ntimezone = \"Europe/Berlin\"\n\n[rules.case-style]\nseverity = \"off\"\n";
}

struct Agendas : support::Folder {
    Agendas() {
        const auto large = large_agenda();
        directory.write("large.toml", large);
        auto broken = large;
        broken.replace(broken.find("[[day.slot]]", broken.size() / 2), 3, "[[ ");
        broken.insert(broken.find("[[day.slot]]", broken.size() / 3), "[[day.slot]\n");
        directory.write("broken.toml", broken);
        for (int number = 0; number < 9; ++number) directory.write("small" + std::to_string(number) + ".toml", large.substr(0, 3000) + "\"\n");
    }
    /// What it writes, the same with any number of threads.
    Ran run_with_any(const Words& arguments) const {
        const auto with = [&](const std::string& jobs) {
            auto all = arguments;
            all.insert(all.end(), {"-j", jobs});
            return run(all);
        };
        const auto alone = with("1");
        for (const auto* jobs : {"2", "7"}) {
            const auto ran = with(jobs);
            BOOST_TEST(ran.ending() == alone.ending());
            BOOST_TEST((ran.out == alone.out), "-j " << jobs << " writes something else");
            BOOST_TEST(ran.err == alone.err);
        }
        return alone;
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(jobs)

BOOST_FIXTURE_TEST_CASE(a_large_agenda_is_checked_alike_by_one_thread_and_by_several, Agendas) {
    BOOST_TEST(file("large.toml").size() > 512U * 1024U);
    for (const auto* format : {"text", "json"}) {
        const auto ran = run_with_any({"check", "large.toml", "-f", format});
        BOOST_TEST(ran.ending() == "exit 1");
        BOOST_TEST(contains(ran.out, "room-double-booked"));
    }
}

BOOST_FIXTURE_TEST_CASE(what_is_not_toml_in_a_large_agenda_is_told_alike_by_one_thread_and_by_several, Agendas) {
    const auto ran = run_with_any({"check", "broken.toml"});
    BOOST_TEST(ran.ending() == "exit 1");
    BOOST_TEST(contains(ran.out, "[syntax-error]"));
}

BOOST_FIXTURE_TEST_CASE(several_agendas_are_told_of_in_their_order, Agendas) {
    const auto ran = run_with_any({"check", "small3.toml", "large.toml", "small1.toml", ".", "-f", "concise"});
    BOOST_TEST(ran.ending() == "exit 1");
    BOOST_TEST(ran.out.find("small3.toml:") < ran.out.find("large.toml:"));
    BOOST_TEST(ran.out.find("large.toml:") < ran.out.find("small1.toml:"));
    BOOST_TEST(ran.out.find("small1.toml:") < ran.out.find("broken.toml:"));
}

BOOST_FIXTURE_TEST_CASE(the_first_agenda_that_cannot_be_read_is_told_of, Agendas) {
    const auto ran = run_with_any({"check", "large.toml", "gone.toml", "small0.toml", "lost.toml"});
    BOOST_TEST(ran.ending() == "exit 2");
    BOOST_TEST(contains(ran.err, "gone.toml"));
    BOOST_TEST(!contains(ran.err, "lost.toml"));
    BOOST_TEST(ran.out == "");
}

BOOST_FIXTURE_TEST_CASE(a_number_of_threads_is_at_least_one, Agendas) {
    for (const auto* jobs : {"0", "-1", "many"}) {
        const auto ran = run({"check", "small0.toml", "-j", jobs});
        BOOST_TEST(ran.ending() == "exit 2");
        BOOST_TEST(contains(ran.err, "--jobs"), ran.err);
    }
}

BOOST_AUTO_TEST_SUITE_END()
