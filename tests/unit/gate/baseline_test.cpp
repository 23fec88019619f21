// SPDX-License-Identifier: MIT
// Baselines: their lines, written and read back; what of an agenda they may hold, what they mark, and which of their lines are stale.
#include "gate/baseline.hpp"
#include "source/unicode.hpp"
#include "support/check.hpp"
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <sstream>

namespace {

using namespace agenda;
using namespace agenda::gate;
using finding::State;

std::shared_ptr<const source::Text> text(std::string bytes) { return std::make_shared<const source::Text>("known.txt", std::move(bytes)); }

/// What a baseline has, and what is wrong with it.
struct Read {
    std::vector<engine::Trouble> troubles;
    Baseline baseline;

    explicit Read(std::string bytes) : baseline(read_baseline(text(std::move(bytes)), troubles)) {}
};

std::string written(const std::vector<Known>& known) {
    std::ostringstream out;
    write_baseline(known, out);
    return out.str();
}

/// The lines that are no remarks.
std::vector<std::string> lines_of(const std::string& baseline) {
    std::istringstream in{baseline};
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        if (!line.starts_with('#')) lines.push_back(line);
    return lines;
}

/// An agenda's run, as the gate gets it.
struct Sample {
    load::Loaded loaded;
    engine::Settings settings;
    engine::Result result;

    explicit Sample(std::string bytes)
        : loaded(load::load(std::make_shared<const source::Text>("agenda.toml", std::move(bytes)), test::standard().kinds)),
          settings(engine::settings_for(loaded, test::standard(), {}).settings), result(engine::run(loaded, settings)) {}
    Judged judged() { return {loaded, settings, result}; }
    finding::Finding* of(std::string_view rule) {
        for (auto& finding : result.findings)
            if (finding.rule == rule) return &finding;
        return nullptr;
    }
    /// Why the first line of a baseline about it is stale; "there" where its finding is.
    std::string because(const Baseline& baseline) {
        const auto lines = held(judged(), baseline, "agenda.toml");
        BOOST_TEST_REQUIRE(!lines.empty());
        return lines[0].finding ? "there" : lines[0].because;
    }
};

const std::string head = "[[day]]\ndate = 2026-06-01\n";

std::string slot(const std::string& id, const std::string& time) {
    return "[[day.slot]]\nid = \"" + id + "\"\ntime = \"" + time + "\"\ntitle = \"T " + id + "\"\n";
}

const std::string overlap = head + slot("a", "10:00-11:00") + slot("b", "10:30-11:30");
const std::string mended = head + slot("a", "10:00-11:00") + slot("b", "11:00-12:00");

/// A baseline that knows the overlap of `a` and `b`.
Baseline knows_overlap() {
    Sample sample{overlap};
    auto known = knowable(sample.judged(), "agenda.toml");
    std::erase_if(known, [](const Known& one) { return one.rule != "slot-overlap"; });
    BOOST_TEST_REQUIRE(known.size() == 1U);
    return Read{written(known)}.baseline;
}

} // namespace

BOOST_AUTO_TEST_SUITE(baseline_lines)

BOOST_AUTO_TEST_CASE(a_line_has_rule_fingerprint_agenda_and_what_it_is_about) {
    BOOST_TEST(line_of({"slot-overlap", 0xab, "data/a.toml", {"slot:a", "slot:b"}, {}}) == "slot-overlap 00000000000000ab data/a.toml slot:a slot:b");
    BOOST_TEST(line_of({"r", 0xffffffffffffffff, "-", {}, {}}) == "r ffffffffffffffff -");
}

BOOST_AUTO_TEST_CASE(a_line_is_read_back_as_it_was_whatever_is_in_its_fields) {
    for (const std::string name : {"a b.toml", "100%.toml", "%20.toml", "%25%20 %.toml", "%", " ", "\xC3\xA9.toml", "#.toml"}) {
        const Read read{line_of({"r" + name, 7, name, {"slot:" + name, name}, {}})};
        BOOST_TEST(read.troubles.empty(), name);
        BOOST_TEST_REQUIRE(read.baseline.known.size() == 1U, name);
        const auto& known = read.baseline.known[0];
        BOOST_TEST(known.rule == "r" + name);
        BOOST_TEST(known.fingerprint == 7U);
        BOOST_TEST(known.agenda == name);
        BOOST_TEST((known.about == std::vector<std::string>{"slot:" + name, name}), name);
    }
}

BOOST_AUTO_TEST_CASE(a_line_knows_its_place) {
    const Read read{"\xEF\xBB\xBFr 0000000000000001 a.toml\r\n\n  \n# a remark\nr 0000000000000002 b.toml slot:x"};
    BOOST_TEST(read.troubles.empty());
    BOOST_TEST_REQUIRE(read.baseline.known.size() == 2U);
    const auto& file = *read.baseline.file;
    BOOST_TEST(file.slice(read.baseline.known[0].at) == "r 0000000000000001 a.toml");
    BOOST_TEST(file.slice(read.baseline.known[1].at) == "r 0000000000000002 b.toml slot:x");
}

BOOST_AUTO_TEST_CASE(blanks_between_fields_may_be_several) {
    const Read read{"  r   0000000000000001  a.toml   slot:x  "};
    BOOST_TEST_REQUIRE(read.baseline.known.size() == 1U);
    BOOST_TEST(line_of(read.baseline.known[0]) == "r 0000000000000001 a.toml slot:x");
}

BOOST_AUTO_TEST_CASE(an_empty_file_knows_nothing) {
    for (const auto* bytes : {"", "\n", "# nothing\n", "\xEF\xBB\xBF"}) {
        const Read read{bytes};
        BOOST_TEST(read.troubles.empty());
        BOOST_TEST(read.baseline.known.empty());
    }
}

BOOST_AUTO_TEST_CASE(each_line_of_another_form_is_a_trouble_at_its_place) {
    const std::string good = "r 0000000000000001 a.toml\n";
    for (const std::string bad : {"r", "r 0000000000000001", "r 000000000000001 a.toml", "r 00000000000000001 a.toml", "r 0x00000000000001 a.toml",
                                  "r 000000000000000g a.toml", "r -000000000000001 a.toml", "r +000000000000001 a.toml", "<<<<<<< HEAD",
                                  "=======", ">>>>>>> a branch of mine"}) {
        const Read read{good + bad + "\n" + good + bad};
        BOOST_TEST_REQUIRE(read.troubles.size() == 2U, bad);
        BOOST_TEST(read.troubles[0].text().starts_with("known.txt:2:1: this is no line of a baseline"), read.troubles[0].text());
        BOOST_TEST(read.troubles[1].text().starts_with("known.txt:4:1: "), read.troubles[1].text());
    }
}

BOOST_AUTO_TEST_CASE(what_would_not_be_written_as_it_is_read_is_a_trouble_at_its_place) {
    const struct {
        std::string line, place;
    } cases[] = {
        {"r\xFF 0000000000000001 a.toml", "1:1: `r<0xFF>` "},
        {"r 0000000000000001 \xC3\xA9 \xC3", "1:22: `<0xC3>` "},
        {"r 0000000000000001 a.toml x\ry\r\n", "1:27: `x<U+000D>y` "},
        {"r 0000000000000001 a.toml \x1B[1m", "1:27: `<U+001B>[1m` "},
        {"r 0000000000000001 a.toml \xE2\x80\xAE", "1:27: `<U+202E>` "},
        {"\xEF\xBB\xBFr 0000000000000001 a\x01", "1:20: `a<U+0001>` "},
    };
    for (const auto& one : cases) {
        const Read read{one.line};
        BOOST_TEST_REQUIRE(read.troubles.size() == 1U, one.place);
        BOOST_TEST(read.troubles[0].text() == "known.txt:" + one.place + "is nothing that a baseline says: not all of it can be shown");
        BOOST_TEST(read.baseline.known.empty());
    }
}

BOOST_AUTO_TEST_CASE(a_remark_may_stand_behind_blanks_and_have_any_bytes) {
    for (const std::string remark : {"  # nothing", " #r 0000000000000001 a.toml", "# \xFF", "#\x1B"}) {
        const Read read{remark + "\nr 0000000000000001 a.toml"};
        BOOST_TEST(read.troubles.empty(), remark);
        BOOST_TEST(read.baseline.known.size() == 1U, remark);
    }
}

BOOST_AUTO_TEST_CASE(a_file_is_sorted_has_each_line_once_and_begins_with_what_it_is) {
    const auto file = written({{"b", 2, "x", {}, {}}, {"b", 1, "x", {}, {}}, {"a", 3, "x", {}, {}}, {"b", 2, "x", {}, {}}});
    BOOST_TEST(file.starts_with("# Findings of agenda-lint that are known"));
    const std::vector<std::string> sorted{"a 0000000000000003 x", "b 0000000000000001 x", "b 0000000000000002 x"};
    BOOST_TEST(lines_of(file) == sorted, boost::test_tools::per_element());
    BOOST_TEST(file.ends_with("\n"));
}

BOOST_AUTO_TEST_CASE(what_is_written_from_what_was_read_is_the_same) {
    const auto file = written({{"a", 3, "x y", {"slot:%"}, {}}, {"b", 1, "x", {"person:a b", "slot:c"}, {}}});
    BOOST_TEST(written(Read{file}.baseline.known) == file);
}

BOOST_AUTO_TEST_CASE(an_agenda_is_called_as_it_is_seen_from_the_baselines_folder) {
    const auto here = std::filesystem::current_path().string();
    const struct {
        std::string agenda, baseline, name;
    } cases[] = {
        {"agenda.toml", "known.txt", "agenda.toml"},
        {"./agenda.toml", "./known.txt", "agenda.toml"},
        {"data/agenda.toml", "known.txt", "data/agenda.toml"},
        {"data//x/../agenda.toml", "data/known.txt", "agenda.toml"},
        {"agenda.toml", "gate/known.txt", "../agenda.toml"},
        {here + "/data/agenda.toml", "known.txt", "data/agenda.toml"},
        {"data/agenda.toml", here + "/gate/known.txt", "../data/agenda.toml"},
        {"-", "gate/known.txt", "-"},
        {"a\nb.toml", "known.txt", source::visible("a\nb.toml")},
    };
    for (const auto& one : cases) BOOST_TEST(name_in_baseline(one.agenda, one.baseline) == one.name);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(baseline_of_an_agenda)

BOOST_AUTO_TEST_CASE(may_hold_open_findings_each_with_what_it_is_about) {
    Sample sample{head + slot("b", "10:00-11:00") + slot("a", "10:30-11:30")};
    const auto known = knowable(sample.judged(), "the name");
    BOOST_TEST(known.size() == sample.result.findings.size());
    const auto overlap_known = std::find_if(known.begin(), known.end(), [](const Known& one) { return one.rule == "slot-overlap"; });
    BOOST_TEST_REQUIRE((overlap_known != known.end()));
    BOOST_TEST((overlap_known->about == std::vector<std::string>{"slot:a", "slot:b"}));
    BOOST_TEST(overlap_known->agenda == "the name");
    BOOST_TEST(overlap_known->fingerprint == sample.of("slot-overlap")->fingerprint);
}

BOOST_AUTO_TEST_CASE(may_not_hold_what_is_accepted_or_known_already) {
    Sample sample{overlap};
    const auto all = knowable(sample.judged(), "x").size();
    sample.result.findings[0].state = State::accepted;
    sample.result.findings[1].state = State::baselined;
    BOOST_TEST(knowable(sample.judged(), "x").size() == all - 2);
}

BOOST_AUTO_TEST_CASE(may_not_hold_faults_of_the_file_itself) {
    Sample sample{"x = 1\n" + overlap};
    BOOST_TEST_REQUIRE(sample.of("unknown-key"));
    for (const auto& one : knowable(sample.judged(), "x")) BOOST_TEST(one.rule != "unknown-key");
}

BOOST_AUTO_TEST_CASE(knows_what_it_was_written_of_and_nothing_is_open_or_stale_then) {
    Sample sample{overlap};
    const auto count = sample.result.findings.size();
    const Read read{written(knowable(sample.judged(), "agenda.toml"))};
    const auto known = apply_baseline(sample.judged(), read.baseline, "agenda.toml");
    BOOST_TEST(known.size() == count);
    BOOST_TEST(sample.result.findings.size() == count);
    for (const auto& finding : sample.result.findings) BOOST_TEST((finding.state == State::baselined), finding.rule);
}

BOOST_AUTO_TEST_CASE(marks_open_findings_alone_and_returns_what_it_knows_all_the_same) {
    Sample sample{overlap};
    auto* accepted = sample.of("slot-overlap");
    accepted->state = State::accepted;
    const auto fingerprint = accepted->fingerprint;
    const auto known = apply_baseline(sample.judged(), knows_overlap(), "agenda.toml");
    BOOST_TEST((sample.of("slot-overlap")->state == State::accepted));
    BOOST_TEST((known == std::set<std::uint64_t>{fingerprint}));
}

BOOST_AUTO_TEST_CASE(says_nothing_of_other_agendas) {
    Sample sample{overlap};
    BOOST_TEST(apply_baseline(sample.judged(), knows_overlap(), "other.toml").empty());
    BOOST_TEST((sample.of("slot-overlap")->state == State::open));
    BOOST_TEST(!sample.of("baseline-stale"));
}

BOOST_AUTO_TEST_CASE(has_a_finding_for_each_line_in_vain_at_its_place) {
    Sample sample{mended};
    const auto baseline = knows_overlap();
    BOOST_TEST(apply_baseline(sample.judged(), baseline, "agenda.toml").empty());
    const auto* stale = sample.of("baseline-stale");
    BOOST_TEST_REQUIRE(stale);
    BOOST_TEST(stale->message() == "a known `slot-overlap` of `slot:a`, `slot:b` is known in vain: nothing of the kind is found any more");
    BOOST_TEST(stale->draft.file == baseline.file.get());
    BOOST_TEST(baseline.file->slice(stale->draft.at).starts_with("slot-overlap "));
}

BOOST_AUTO_TEST_CASE(tells_two_lines_in_vain_of_the_same_things_apart) {
    Sample sample{mended};
    const Read read{"slot-overlap 0000000000000001 agenda.toml slot:a slot:b\nslot-overlap 0000000000000002 agenda.toml slot:a slot:b\n"};
    apply_baseline(sample.judged(), read.baseline, "agenda.toml");
    std::set<std::uint64_t> fingerprints;
    for (const auto& finding : sample.result.findings)
        if (finding.rule == "baseline-stale") fingerprints.insert(finding.fingerprint);
    BOOST_TEST(fingerprints.size() == 2U);
}

BOOST_AUTO_TEST_CASE(has_lines_in_the_order_of_the_file) {
    Sample sample{overlap};
    const auto line = line_of(knows_overlap().known[0]);
    const Read read{"no-such-rule 0000000000000001 agenda.toml\nslot-overlap 0000000000000001 elsewhere.toml\n" + line};
    const auto lines = held(sample.judged(), read.baseline, "agenda.toml");
    BOOST_TEST_REQUIRE(lines.size() == 2U);
    BOOST_TEST(lines[0].known == &read.baseline.known[0]);
    BOOST_TEST(lines[0].because == "there is no rule `no-such-rule`");
    BOOST_TEST(lines[1].known == &read.baseline.known[2]);
    BOOST_TEST((lines[1].finding == sample.of("slot-overlap")));
}

BOOST_AUTO_TEST_CASE(knows_a_finding_by_rule_and_fingerprint_and_not_by_what_the_line_says_that_it_is_about) {
    Sample sample{overlap};
    auto known = knows_overlap().known[0];
    known.about = {"slot:of-another"};
    BOOST_TEST(sample.because(Read{line_of(known)}.baseline) == "there");
    known.rule = "unexplained-gap";
    BOOST_TEST(sample.because(Read{line_of(known)}.baseline) == "nothing of the kind is found any more");
}

BOOST_AUTO_TEST_CASE(lets_no_fault_of_the_file_itself_pass_and_says_why) {
    Sample sample{"x = 1\n" + overlap};
    const auto* fault = sample.of("unknown-key");
    BOOST_TEST_REQUIRE(fault);
    const Read read{line_of({"unknown-key", fault->fingerprint, "agenda.toml", {}, {}})};
    BOOST_TEST(sample.because(read.baseline) == "findings of `unknown-key` cannot be known");
    apply_baseline(sample.judged(), read.baseline, "agenda.toml");
    BOOST_TEST((sample.of("unknown-key")->state == State::open));
}

BOOST_AUTO_TEST_CASE(has_no_line_in_vain_where_a_run_cannot_say) {
    const auto baseline = knows_overlap();
    BOOST_TEST(Sample{mended}.because(baseline) == "nothing of the kind is found any more");
    BOOST_TEST(Sample{mended + "x = \n"}.because(baseline) == "", "not TOML");
    BOOST_TEST((Sample{head + slot("a", "10:00-11:00") + slot("b", "soon")}.because(baseline)) == "", "a time that cannot be read");
    BOOST_TEST((Sample{mended + slot("c", "soon")}.because(baseline)) != "", "a time of another slot");
}

BOOST_AUTO_TEST_CASE(has_no_line_in_vain_of_a_rule_that_is_off) {
    Sample sample{mended + "[rules.slot-overlap]\nseverity = \"off\"\n"};
    BOOST_TEST(sample.because(knows_overlap()) == "");
    apply_baseline(sample.judged(), knows_overlap(), "agenda.toml");
    BOOST_TEST(!sample.of("baseline-stale"));
}

BOOST_AUTO_TEST_SUITE_END()
