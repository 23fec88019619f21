// SPDX-License-Identifier: MIT
// What the parts of the check `roles` share.
#pragma once
#include "checks/check.hpp"

namespace agenda::checks {

/// About the slot, with the facts that every draft of the check has; `problem` is its key.
finding::Draft draft_of(const Agenda& agenda, const Slot& slot, Span at, const std::string& who,
                        std::string_view problem);
/// Adds a draft, which is about these as well.
void tell(finding::Drafts& drafts, finding::Draft draft, const std::vector<std::string>& about);

/// Who is represented in one of these slots, and on stage on the same day - or else in the same slot - or whom somebody
/// represents who does not come. One finding a person and day. Gives back how many are represented.
std::size_t find_proxies(const Agenda& agenda, const std::vector<Thing>& slots, bool whole_day,
                         finding::Drafts& drafts);

} // namespace agenda::checks
