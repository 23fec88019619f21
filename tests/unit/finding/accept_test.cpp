// SPDX-License-Identifier: MIT
// Which findings an [[accept]] covers.
#include "finding/accept.hpp"
#include "support/processor_time.hpp"
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_CASE(an_accept_covers_findings_of_its_rule_whose_ids_it_names) {
    using Ids = std::vector<std::string>;
    const struct {
        const char* what;
        Ids accepted, found;
        bool covered;
    } cases[] = {
        {"the same ids", {"slot:a", "slot:b"}, {"slot:a", "slot:b"}, true},
        {"in another order", {"slot:b", "slot:a"}, {"slot:a", "slot:b"}, true},
        {"one slot fewer", {"slot:a", "slot:b", "slot:c"}, {"slot:a", "slot:b"}, true},
        {"one slot more", {"slot:a", "slot:b"}, {"slot:a", "slot:b", "slot:c"}, false},
        {"another slot", {"slot:a", "slot:b"}, {"slot:a", "slot:c"}, false},
        {"a sort that is not named is free", {"person:x"}, {"person:x", "slot:a", "slot:b"}, true},
        {"another person", {"person:y"}, {"person:x", "slot:a", "slot:b"}, false},
        {"both sorts", {"person:x", "slot:a", "slot:b"}, {"person:x", "slot:a", "slot:b"}, true},
        {"a sort that the finding has not", {"room:r"}, {"slot:a"}, false},
        {"the event", {"event"}, {"event"}, true},
        {"the event for a slot", {"event"}, {"slot:a"}, false},
        {"nothing named", {}, {"slot:a"}, false},
    };
    for (const auto& one : cases) {
        agenda::finding::Accept accept;
        accept.rule = "r";
        accept.about = one.accepted;
        BOOST_TEST(covers(accept, "r", one.found) == one.covered, one.what);
        BOOST_TEST(!covers(accept, "q", one.found), one.what << ", of another rule");
    }
}

BOOST_AUTO_TEST_CASE(the_work_for_an_accept_of_many_ids_is_far_from_all_pairs) {
    const auto time_of = [](int count) {
        std::vector<std::string> ids;
        for (int i = 0; i < count; ++i) ids.push_back("slot:" + std::to_string(i));
        agenda::finding::Accept accept;
        accept.rule = "r";
        accept.about = ids;
        return support::processor_time([&] { BOOST_TEST(covers(accept, "r", ids)); });
    };
    BOOST_TEST(time_of(16'000) / time_of(2'000) < 24); // 8 is linear, 64 is quadratic
}
