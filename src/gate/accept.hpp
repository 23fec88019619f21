// SPDX-License-Identifier: MIT
// Accepted findings: which [[accept]] covers which finding, and what is wrong with those that cover none.
#pragma once
#include "engine/run.hpp"
#include <memory>

namespace agenda::gate {

/// The accepts of one file and what came of them.
struct AcceptList {
    std::vector<finding::Accept> accepts;
    std::shared_ptr<const source::Text> file; ///< nothing: the agenda itself
    std::vector<bool> used;                   ///< as long as `accepts`; filled by accept_findings

    /// Whether any of them ends on some date, so that the date of the run matters.
    bool depends_on_date() const;
};

/// Nothing where there is no such rule.
const engine::InForce* in_force(const engine::Settings& settings, std::string_view rule);

/// One agenda's run, for the gate.
struct Judged {
    const load::Loaded& loaded;
    const engine::Settings& settings;
    engine::Result& result;
};

/// Marks the findings that the list covers as accepted; those of rules that are always on are never. Adds what is wrong
/// with accepts that have no reason or whose last day is over on `as_of`, where their finding is back; without a
/// date none is over.
void accept_findings(const Judged& judged, AcceptList& list, std::optional<time::Date> as_of);

/// Adds, for each accept that covered nothing anywhere, a finding to the first of these agendas in which there is all
/// that it is about. An agenda's own accepts are always about that agenda.
void tell_unused(const std::vector<Judged>& judged, const AcceptList& list);

/// The status of a rule all of whose findings are accepted or known becomes `accepted`.
void settle_statuses(engine::Result& result);

} // namespace agenda::gate
