// SPDX-License-Identifier: MIT
// The gate by another revision: check --against, with scratch repositories of the installed git.
#include "repository.hpp"
#include <nlohmann/json.hpp>

namespace {

using support::clashing;
using support::contains;
using support::day_header;
using support::refused;
using support::slot;
using support::Words;
using nlohmann::json;

const std::string& before = support::overlapping;

} // namespace

BOOST_FIXTURE_TEST_SUITE(against_a_revision, support::RepositoryWithAgenda)

BOOST_AUTO_TEST_CASE(what_it_had_fails_nothing_and_is_counted) {
    BOOST_TEST(run({"check"}).status == 1);
    const auto ran = against("HEAD");
    BOOST_TEST(ran.status == 0, ran.out << ran.err);
    BOOST_TEST(ran.err == "");
    BOOST_TEST(contains(ran.out, "known before"));
    BOOST_TEST(!contains(ran.out, "error["));
}

BOOST_AUTO_TEST_CASE(a_slot_that_is_moved_onto_an_untouched_one_fails_and_both_are_named) {
    directory.write("agenda.toml", clashing);
    const auto ran = against("HEAD");
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(contains(ran.out, "error[slot-overlap]: `Workshop a` (13:30-14:30) and `Workshop c` (14:00-15:00) overlap"), ran.out);
}

BOOST_AUTO_TEST_CASE(mending_one_and_adding_another_of_the_same_rule_fails) {
    directory.write("agenda.toml", day_header() + slot("a", "10:00-10:30") + slot("b", "10:30-11:30") + slot("c", "11:00-12:00"));
    const auto ran = against("HEAD");
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(contains(ran.out, "error[slot-overlap]: `Workshop b`"));
}

BOOST_AUTO_TEST_CASE(an_agenda_in_another_order_and_form_has_nothing_new) {
    directory.write("agenda.toml", "# remark\n\n" + day_header() + slot("c", "14.00 - 15.00") + slot("b", "10h30-11h30") + slot("a", "10.00-11.00"));
    const auto ran = against("HEAD", {"--only", "slot-overlap"});
    BOOST_TEST(ran.status == 0, ran.out << ran.err);
}

BOOST_AUTO_TEST_CASE(what_has_become_worse_fails) {
    const auto people = std::string{"[people]\np = { name = \"P Q\" }\n"};
    const auto busy = "speakers = [\"p\"]\n";
    const auto optional = [&](const char* more) { return people + day_header() + slot("x", "10:00-11:00", busy) + slot("y", "10:30-11:30", std::string{busy} + more); };
    commit("agenda.toml", optional("optional = true\ntrack = \"t\"\n"));
    directory.write("agenda.toml", optional("track = \"t\"\n"));
    const Words only{"--only", "person-double-booked", "-f", "json"};
    const auto ran = against("HEAD", only);
    const auto report = json::parse(ran.out);
    BOOST_TEST_REQUIRE(report["findings"].size() == 1U, ran.out);
    BOOST_TEST(report["findings"][0]["severity"] == "error");
    BOOST_TEST(report["findings"][0]["state"] == "open");
    BOOST_TEST(ran.status == 1);
}

BOOST_AUTO_TEST_CASE(a_deleted_accept_fails_as_its_finding_counts_anew) {
    commit("agenda.toml", before + "[[accept]]\nrule = \"slot-overlap\"\nabout = [\"slot:a\", \"slot:b\"]\nreason = \"r\"\n");
    directory.write("agenda.toml", before);
    BOOST_TEST(against("HEAD").status == 1);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_toml_fails_though_it_was_not_before) {
    commit("agenda.toml", before + "x = \n");
    BOOST_TEST(against("HEAD").status == 1);
    directory.write("agenda.toml", before);
    const auto ran = against("HEAD");
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(contains(ran.err, "HEAD:agenda.toml cannot be read as TOML"));
}

BOOST_AUTO_TEST_CASE(standard_input_has_the_name_that_it_is_given) {
    BOOST_TEST(run({"check", "--against", "HEAD", "--stdin-filename", "agenda.toml", "-"}, ".", before).status == 0);
    refused(run({"check", "--against", "HEAD", "-"}, ".", before), "standard input has no revision");
}

BOOST_AUTO_TEST_CASE(another_file_of_the_revision_may_be_named) {
    directory.write("programme.toml", before);
    BOOST_TEST(against("HEAD:agenda.toml", {"programme.toml"}).status == 0);
    refused(against("HEAD:gone.toml"), "`HEAD` has no file `gone.toml`");
}

BOOST_AUTO_TEST_CASE(another_file_in_place_of_a_revision_will_do) {
    directory.write("old.toml", before);
    directory.write("agenda.toml", clashing);
    BOOST_TEST(against("old.toml").status == 1);
    directory.write("agenda.toml", before);
    BOOST_TEST(against("old.toml").status == 0);
    directory.write("two.toml", before);
    refused(against("old.toml", {"agenda.toml", "two.toml"}), "--against old.toml is one file, and there are several agendas");
}

BOOST_AUTO_TEST_CASE(a_folder_of_its_name_is_no_file) {
    git({"branch", "data"});
    std::filesystem::create_directory(directory.path() / "data");
    BOOST_TEST(against("data").status == 0);
}

BOOST_AUTO_TEST_CASE(each_of_several_agendas_is_held_against_itself) {
    commit("two.toml", day_header() + slot("a", "10:00-11:00"));
    BOOST_TEST(against("HEAD", {"agenda.toml", "two.toml"}).status == 0);
    directory.write("two.toml", before);
    BOOST_TEST(against("HEAD", {"agenda.toml", "two.toml"}).status == 1);
}

BOOST_AUTO_TEST_CASE(a_baseline_counts_beside_it) {
    directory.write("agenda.toml", clashing + slot("d", "16:00-17:00") + slot("e", "16:30-17:30"));
    BOOST_TEST(run({"baseline", "write", "known.txt"}).status == 0);
    directory.write("agenda.toml", before + slot("d", "16:00-17:00") + slot("e", "16:30-17:30"));
    BOOST_TEST(against("HEAD").status == 1);
    BOOST_TEST(run({"check", "--baseline", "known.txt"}).status == 1);
    BOOST_TEST(against("HEAD", {"--baseline", "known.txt"}).status == 0);
}

BOOST_AUTO_TEST_SUITE_END()
