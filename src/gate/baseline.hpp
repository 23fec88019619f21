// SPDX-License-Identifier: MIT
// Baselines: lists of findings that are known and fail nothing, in a text file that branches merge line by line.
#pragma once
#include "gate/accept.hpp"
#include <ostream>
#include <set>

namespace agenda::gate {

/// A finding that is known, as a line of a baseline has it: `RULE FINGERPRINT AGENDA ID...`, with `%20` for a blank
/// within a field and `%25` for a percent sign.
struct Known {
    std::string rule;
    std::uint64_t fingerprint = 0;
    std::string agenda;             ///< its path as seen from the baseline's folder; made harmless (source::visible)
    std::vector<std::string> about; ///< for readers, and to tell why a line is stale; made harmless
    source::Span at;                ///< its line; no part of what it is
};

struct Baseline {
    std::shared_ptr<const source::Text> file;
    std::vector<Known> known; ///< in the order of the file
};

/// Empty lines and those that begin with # say nothing. A line of another form, as a merge conflict leaves them, and
/// one with a control character or a byte that is not UTF-8 are troubles; the result is then of no use.
Baseline read_baseline(std::shared_ptr<const source::Text> file, std::vector<engine::Trouble>& troubles);

/// A head that says what the file is, and the lines, sorted by their bytes, each once.
void write_baseline(const std::vector<Known>& known, std::ostream& out);
/// The line of one, without its end.
std::string line_of(const Known& known);

/// How a baseline calls an agenda: its path as seen from the baseline's folder, made harmless. Both paths are as
/// seen from the working directory, which may be relative; "-" stays.
std::string name_in_baseline(const std::string& agenda, const std::string& baseline);

/// What of an agenda a baseline may hold, in the order of its findings: open ones of rules that are not always on.
std::vector<Known> knowable(const Judged& judged, const std::string& name);

/// A line about an agenda, and what a run says of it.
struct Held {
    const Known* known;
    finding::Finding* finding; ///< nothing: it is not there
    /// Why it is not; empty where it is there, or where this run cannot say: the rule is off, the file is not TOML, or
    /// one of the slots has no time that can be used.
    std::string because;
};
/// The lines about this agenda, in the order of the file.
std::vector<Held> held(const Judged& judged, const Baseline& baseline, const std::string& name);

/// Marks the open findings of an agenda that the baseline knows, and adds a finding for each stale line about it.
/// Returns the fingerprints that are known, whatever the state of their findings.
std::set<std::uint64_t> apply_baseline(const Judged& judged, const Baseline& baseline, const std::string& name);

} // namespace agenda::gate
