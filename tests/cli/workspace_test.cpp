// SPDX-License-Identifier: MIT
// Several agendas at once: what they share by `include`, and what they take from one another.
#include "repository.hpp"
#include <nlohmann/json.hpp>

namespace {

using support::contains;
using support::Words;
using nlohmann::json;

const std::string people = R"([people.ann]
name = "Ann Lee"
org = "IOM"
[people.bo]
name = "Bo Ek"
org = "UNHCR"
[rooms.xix]
name = "Room XIX"
[rooms.xx]
name = "Room XX"
)";

/// An agenda of one slot.
std::string agenda(const std::string& title, const std::string& time, const std::string& speaker = "ann", const std::string& include = "people.toml") {
    return "include = [\"" + include + "\"]\n[event]\ntitle = \"" + title + "\"\ntimezone = \"Europe/Zurich\"\nvenue = \"Palais\"\n[[day]]\ndate = 2026-06-01\n[[day.slot]]\nid = \"" +
           title + "\"\ntime = \"" + time + "\"\ntitle = \"" + title + " talk\"\nspeakers = [\"" + speaker + "\"]\n";
}

struct Workspace : support::Folder {
    Workspace() {
        std::filesystem::create_directory(directory.path() / "events");
        directory.write("events/people.toml", people);
        directory.write("events/alpha.toml", agenda("alpha", "10:00-11:00"));
        directory.write("events/beta.toml", agenda("beta", "10:30-11:30"));
    }

    json report(const Words& arguments) const {
        Words words{"check", "-f", "json"};
        words.insert(words.end(), arguments.begin(), arguments.end());
        const auto ran = run(words);
        BOOST_TEST_REQUIRE(ran.status <= 1, ran.err);
        return json::parse(ran.out);
    }
    /// "FILE RULE" of each finding of the rules named.
    std::vector<std::string> found(const Words& arguments, const std::string& rule) const {
        std::vector<std::string> result;
        const auto told = report(arguments);
        for (const auto& finding : told["findings"])
            if (finding["state"] == "open" && finding["rule"].get<std::string>().starts_with(rule))
                result.push_back(finding["path"].get<std::string>() + ":" + std::to_string(finding["line"].get<int>()) + " " +
                                 finding["rule"].get<std::string>());
        return result;
    }
};

std::string joined(const std::vector<std::string>& all) {
    std::string result;
    for (const auto& one : all) result += (result.empty() ? "" : ", ") + one;
    return result;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(workspace, Workspace)

BOOST_AUTO_TEST_CASE(a_person_of_a_shared_file_is_known_by_id) {
    BOOST_TEST(joined(found({"events/alpha.toml"}, "reference")) == "");
    const auto told = report({"events/alpha.toml"});
    BOOST_TEST(told["agendas"][0]["people"] == 1);
}

BOOST_AUTO_TEST_CASE(who_is_on_stage_in_two_agendas_at_once_is_told_in_each) {
    BOOST_TEST(joined(found({"events"}, "person-double")) ==
               "events/alpha.toml:12 person-double-booked-across, events/beta.toml:12 person-double-booked-across");
    const auto ran = run({"check", "events/alpha.toml", "events/beta.toml"});
    BOOST_TEST(contains(ran.out, "`alpha talk` (10:00-11:00) and `beta talk` of events/beta.toml (10:30-11:30) overlap by 30 min"), ran.out);
    BOOST_TEST(contains(ran.out, "--> events/beta.toml:12:13"), ran.out);
}

BOOST_AUTO_TEST_CASE(one_agenda_alone_clashes_with_nothing) {
    BOOST_TEST(joined(found({"events/alpha.toml"}, "person-double")) == "");
}

BOOST_AUTO_TEST_CASE(one_file_named_twice_does_not_clash_with_itself) {
    BOOST_TEST(joined(found({"events/alpha.toml", "./events/../events/alpha.toml"}, "person-double")) == "");
}

BOOST_AUTO_TEST_CASE(a_directory_takes_no_included_file_for_an_agenda) {
    BOOST_TEST(report({"events"})["agendas"].size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_file_that_nobody_includes_is_an_agenda) {
    directory.write("events/lost.toml", people);
    BOOST_TEST(joined(found({"events"}, "key-missing")) == "events/lost.toml:1 key-missing");
}

BOOST_AUTO_TEST_CASE(shared_files_among_the_arguments_are_no_agendas) {
    BOOST_TEST(report({"events/alpha.toml", "events/beta.toml", "events/people.toml"})["agendas"].size() == 2U);
    std::filesystem::create_directory(directory.path() / "events/sub");
    directory.write("events/sub/rooms.toml", "[rooms.a]\nname = \"A\"\n");
    directory.write("events/gamma.toml", "x-note = \"\"\"\n[1] see\n\"\"\"\n" + agenda("gamma", "12:00-13:00", "bo", "sub/rooms.toml"));
    directory.write("events/sub/delta.toml", agenda("delta", "12:00-13:00", "bo", "rooms.toml"));
    BOOST_TEST(report({"events", "events/sub"})["agendas"].size() == 4U);
}

BOOST_AUTO_TEST_CASE(an_agenda_cannot_be_included_and_is_checked_all_the_same) {
    directory.write("events/alpha.toml", agenda("alpha", "10:00-11:00", "ann", "beta.toml"));
    const auto ran = run({"check", "-f", "concise", "events"});
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(contains(ran.out, "events/beta.toml:2:2: error include-unreadable: `events/beta.toml` cannot be included: it is an agenda itself"), ran.out);
    BOOST_TEST(report({"events"})["agendas"].size() == 2U);
    directory.write("events/alpha.toml", agenda("alpha", "10:00-11:00", "ann", "alpha.toml"));
    std::filesystem::remove(directory.path() / "events/beta.toml");
    std::filesystem::remove(directory.path() / "events/people.toml");
    BOOST_TEST(run({"check", "events"}).status == 1);
}

BOOST_AUTO_TEST_CASE(files_that_only_include_one_another_are_no_agendas) {
    std::filesystem::create_directory(directory.path() / "lost");
    directory.write("lost/a.toml", "include = \"b.toml\"\n");
    directory.write("lost/b.toml", "include = \"a.toml\"\n");
    const auto ran = run({"check", "lost"});
    BOOST_TEST(ran.status == 2);
    BOOST_TEST(contains(ran.err, "there is no agenda among these files"), ran.err);
}

BOOST_AUTO_TEST_CASE(a_fault_of_a_shared_file_is_told_once) {
    directory.write("events/people.toml", people + "sise = 3\n");
    BOOST_TEST(joined(found({"events"}, "unknown-key")) == "events/people.toml:11 unknown-key");
}

BOOST_AUTO_TEST_CASE(each_slot_that_clashes_is_a_finding_of_its_own_whatever_the_order_of_the_files) {
    directory.write("events/gamma.toml", agenda("gamma", "10:45-11:45"));
    const auto fingerprints = [&](const Words& words) {
        std::vector<std::string> all;
        const auto told = report(words);
        for (const auto& finding : told["findings"])
            if (finding["rule"] == "person-double-booked-across")
                all.push_back(finding["fingerprint"].get<std::string>() + finding["message"].get<std::string>());
        std::sort(all.begin(), all.end());
        return all;
    };
    const auto one = fingerprints({"events/alpha.toml", "events/beta.toml", "events/gamma.toml"});
    BOOST_TEST(one.size() == 6U);
    BOOST_TEST(one == fingerprints({"events/gamma.toml", "events/alpha.toml", "events/beta.toml"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(mending_one_clash_and_making_another_fails_though_the_slots_have_one_id) {
    const auto opening = [&](const std::string& title, const std::string& time) {
        auto text = agenda(title, time);
        const auto id = text.find("id = ");
        return text.replace(id, text.find('\n', id) - id, "id = \"opening\"");
    };
    directory.write("events/alpha.toml", opening("alpha", "10:00-11:00"));
    directory.write("events/beta.toml", opening("beta", "10:30-11:30"));
    directory.write("events/gamma.toml", opening("gamma", "14:00-15:00"));
    BOOST_TEST(run({"baseline", "write", "known.txt", "events"}).status == 0);
    BOOST_TEST(run({"check", "--baseline", "known.txt", "events"}).status == 0);
    directory.write("events/beta.toml", opening("beta", "12:00-13:00"));
    directory.write("events/gamma.toml", opening("gamma", "10:30-11:30"));
    BOOST_TEST(run({"check", "--baseline", "known.txt", "events"}).status == 1);
}

BOOST_AUTO_TEST_CASE(an_agenda_checked_alone_keeps_what_is_known_of_its_clashes) {
    BOOST_TEST(run({"baseline", "write", "known.txt", "events"}).status == 0);
    BOOST_TEST(!contains(run({"check", "--baseline", "known.txt", "events/alpha.toml"}).out, "baseline-stale"));
    BOOST_TEST(run({"baseline", "write", "known.txt", "events/alpha.toml"}).status == 0);
    BOOST_TEST(run({"check", "--baseline", "known.txt", "events"}).status == 0);
    directory.write("events/alpha.toml", agenda("alpha", "10:00-11:00") +
                                             "[[accept]]\nrule = \"person-double-booked-across\"\nabout = [\"person:ann\"]\nreason = \"only the first half hour\"\n");
    BOOST_TEST(!contains(run({"check", "events/alpha.toml"}).out, "accept-unused"));
}

BOOST_AUTO_TEST_CASE(an_unsaved_agenda_on_standard_input_does_not_clash_with_its_file) {
    const auto ran = run({"check", "-f", "concise", "-", "events/beta.toml", "events/alpha.toml", "--stdin-filename", "events/alpha.toml"}, agenda("alpha", "10:00-11:10"));
    BOOST_TEST(!contains(ran.out, "and `alpha talk` of events/alpha.toml (10:00-11:00) overlap by 60"), ran.out);
    BOOST_TEST(contains(ran.out, "of events/beta.toml (10:30-11:30) overlap by 40 min"), ran.out);
}

BOOST_AUTO_TEST_CASE(a_fault_of_a_shared_file_is_told_there) {
    directory.write("events/people.toml", people + "sise = 3\n");
    BOOST_TEST(joined(found({"events/alpha.toml"}, "unknown-key")) == "events/people.toml:11 unknown-key");
    const auto told = report({"events/alpha.toml"});
    for (const auto& finding : told["findings"])
        if (finding["rule"] == "unknown-key") BOOST_TEST(finding["offset"] == people.size());
}

BOOST_AUTO_TEST_CASE(a_shared_file_that_is_not_toml_is_told_at_its_line) {
    directory.write("events/people.toml", people + "= 3\n");
    BOOST_TEST(joined(found({"events/alpha.toml"}, "")) == "events/people.toml:11 syntax-error");
    const auto ran = run({"check", "events/alpha.toml"});
    BOOST_TEST(contains(ran.out, "events/alpha.toml: includes `events/people.toml`, which cannot be read (syntax-error)"), ran.out);
}

BOOST_AUTO_TEST_CASE(an_id_given_in_both_files_is_told_with_both_places) {
    directory.write("events/alpha.toml", agenda("alpha", "10:00-11:00") + "[people.ann]\nname = \"Another\"\n");
    const auto ran = run({"check", "events/alpha.toml"});
    BOOST_TEST(contains(ran.out, "error[duplicate-id]"), ran.out);
    BOOST_TEST(contains(ran.out, "--> events/alpha.toml:13:9"), ran.out);
    BOOST_TEST(contains(ran.out, "--> events/people.toml:1:9"), ran.out);
}

BOOST_AUTO_TEST_CASE(a_mistyped_id_is_compared_with_those_of_the_shared_file) {
    directory.write("events/alpha.toml", agenda("alpha", "10:00-11:00", "anm"));
    const auto ran = run({"check", "events/alpha.toml"});
    BOOST_TEST(contains(ran.out, "did you mean `ann`"), ran.out);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_included_is_told_at_its_path_with_the_reason) {
    directory.write("above.toml", people);
    std::filesystem::create_symlink("../above.toml", directory.path() / "events/link.toml");
    std::filesystem::create_directory(directory.path() / "events/folder");
    const std::pair<std::string, std::string> table[] = {
        {"missing.toml", "cannot be found"},
        {"../above.toml", "lies outside the folder of the agenda"},
        {"folder/../../above.toml", "lies outside the folder of the agenda"},
        {"../not-there.toml", "lies outside the folder of the agenda"},
        {"link.toml", "lies outside the folder of the agenda"},
        {"/etc/passwd", "is no relative path"},
        {"", "is no relative path"},
        {"folder", "is a directory"},
        {"alpha.toml", "is the agenda itself"},
        {"./folder/../alpha.toml", "is the agenda itself"},
        {"/dev/zero", "is no relative path"},
    };
    for (const auto& [path, reason] : table) {
        directory.write("events/alpha.toml", agenda("alpha", "10:00-11:00", "ann", path));
        const auto ran = run({"check", "-f", "concise", "events/alpha.toml"});
        BOOST_TEST(ran.status == 1, path);
        BOOST_TEST(contains(ran.out, "events/alpha.toml:1:12: error include-unreadable: `" + path + "` cannot be included: it " + reason), path << '\n' << ran.out);
    }
}

BOOST_AUTO_TEST_CASE(a_link_within_the_folder_is_followed) {
    std::filesystem::create_symlink("people.toml", directory.path() / "events/link.toml");
    directory.write("events/alpha.toml", agenda("alpha", "10:00-11:00", "ann", "link.toml"));
    BOOST_TEST(joined(found({"events"}, "person-double")) ==
               "events/alpha.toml:12 person-double-booked-across, events/beta.toml:12 person-double-booked-across");
}

BOOST_AUTO_TEST_CASE(every_command_that_reads_an_agenda_reads_what_it_includes) {
    BOOST_TEST(contains(run({"normalize", "events/alpha.toml"}).out, "Ann Lee"));
    BOOST_TEST(contains(run({"export", "events/alpha.toml", "--to", "ics"}).out, "Ann Lee"));
    BOOST_TEST(contains(run({"diff", "events/alpha.toml", "events/beta.toml"}).out, "alpha talk"));
    BOOST_TEST(run({"config", "events/alpha.toml"}).status == 0);
}

BOOST_AUTO_TEST_CASE(a_clash_may_be_accepted_and_known_like_any_other) {
    directory.write("events/alpha.toml", agenda("alpha", "10:00-11:00") +
                                             "[[accept]]\nrule = \"person-double-booked-across\"\nabout = [\"person:ann\"]\nreason = \"only the first half hour\"\n");
    BOOST_TEST(joined(found({"events"}, "person-double")) == "events/beta.toml:12 person-double-booked-across");
    BOOST_TEST(run({"baseline", "write", "known.toml", "events"}).status == 0);
    BOOST_TEST(run({"check", "--baseline", "known.toml", "events"}).status == 0);
}

BOOST_AUTO_TEST_CASE(reports_in_all_formats_name_the_other_file) {
    for (const auto* format : {"text", "json", "sarif", "rdjson", "html", "markdown", "junit", "gitlab", "github", "concise"}) {
        const auto ran = run({"check", "-f", format, "events"});
        BOOST_TEST(ran.status == 1, format);
        BOOST_TEST(contains(ran.out, "events/beta.toml"), format);
    }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(workspace_in_git, support::Repository)

BOOST_AUTO_TEST_CASE(an_earlier_revision_includes_the_files_that_it_had) {
    commit("people.toml", people);
    commit("alpha.toml", agenda("alpha", "10:00-11:00"));
    commit("beta.toml", agenda("beta", "10:30-11:30"));
    BOOST_TEST(run({"check", "."}).status == 1);
    BOOST_TEST(run({"check", "--against", "HEAD", "."}).status == 0);
    BOOST_TEST(run({"check", "--against", "HEAD:alpha.toml", "alpha.toml"}).status == 0);
    BOOST_TEST(run({"check", "--against", "HEAD:./alpha.toml", "alpha.toml"}).status == 0);
    directory.write("people.toml", "[people.ann]\nname = \"Ann Lim\"\n");
    const auto ran = run({"diff", "HEAD", "alpha.toml"});
    BOOST_TEST(contains(ran.out, "Ann Lee"), ran.out << ran.err);
    BOOST_TEST(contains(ran.out, "Ann Lim"), ran.out);
    BOOST_TEST(contains(ran.out, "--> people.toml:1"), ran.out);
    const auto told = json::parse(run({"diff", "-f", "json", "HEAD", "alpha.toml"}).out);
    BOOST_TEST(told["changes"][0]["new_place"]["path"] == "people.toml");
}

BOOST_AUTO_TEST_CASE(a_link_of_an_earlier_revision_is_followed) {
    std::filesystem::create_directory(directory.path() / "shared");
    directory.write("shared/real.toml", people);
    std::filesystem::create_symlink("shared/real.toml", directory.path() / "people.toml");
    git({"add", "shared/real.toml", "people.toml"});
    commit("alpha.toml", agenda("alpha", "10:00-11:00"));
    const auto ran = run({"diff", "HEAD", "alpha.toml"});
    BOOST_TEST(ran.status == 0, ran.err);
}

BOOST_AUTO_TEST_CASE(a_shared_file_that_is_not_toml_is_not_compared_and_told_at_its_line) {
    commit("people.toml", people);
    commit("alpha.toml", agenda("alpha", "10:00-11:00"));
    directory.write("people.toml", people + "= 3\n");
    const auto ran = run({"diff", "HEAD", "alpha.toml"});
    BOOST_TEST(ran.status == 2);
    BOOST_TEST(contains(ran.err, "people.toml:11:1 cannot be read, and is not compared"), ran.err);
    BOOST_TEST(!contains(ran.err, "alpha.toml:11"), ran.err);
}

BOOST_AUTO_TEST_CASE(an_included_file_that_a_revision_does_not_have_is_told) {
    commit("alpha.toml", agenda("alpha", "10:00-11:00"));
    directory.write("people.toml", people);
    const auto ran = run({"diff", "HEAD", "alpha.toml"});
    BOOST_TEST(ran.status == 2);
    BOOST_TEST(contains(ran.err, "`people.toml` cannot be included: it is no file of `HEAD`"), ran.err);
}

BOOST_AUTO_TEST_SUITE_END()
