// SPDX-License-Identifier: MIT
// What is known of agendas before they are checked: by baselines, and by another revision.
#pragma once
#include "app/setup.hpp"
#include "gate/baseline.hpp"
#include "gate/changes.hpp"
#include "report/diff.hpp"

namespace agenda::app {

/// The baselines of a run, each read once. They must live as long as findings that point at them.
class Baselines {
public:
    /// Nothing for an empty path. Throws Failure for a file that cannot be read or is no baseline.
    const gate::Baseline* at(const std::string& path);

private:
    std::map<std::string, gate::Baseline> by_path_;
};

/// Whether there is such a file: a folder may well have the name of a branch.
bool is_file(const std::string& path);

/// The earlier one of an agenda: `against` is a file that is there, else a revision of the repository that holds the
/// agenda. `agenda` is its path as reports call it. Nothing where the revision has no such agenda, under this or
/// another name. Throws Failure where there is neither file nor revision.
std::optional<load::Input> earlier_agenda(const std::string& against, const std::string& agenda);
/// Throws Failure where `--against` names one file and there are several agendas.
void refuse_one_for_several(const std::string& against, std::size_t agendas);

/// For findings whose accepts are settled: marks those that their agenda's baseline knows, and tells its stale lines.
/// `baselines` has that of each agenda, or nothing.
void apply_known(std::vector<Checked>& agendas, const std::vector<const gate::Baseline*>& baselines);

/// In place of an agenda that was not there: nothing of it is known, and nothing has changed since.
Checked without_earlier(const std::string& agenda, const Setup& setup);

/// Whether the agenda says from which day on it is frozen, so that the date of the run matters.
bool is_frozen(const Checked& agenda);
/// What has changed from the earlier agenda.
revision::Comparison compared(const Checked& before, const Checked& after);
/// Adds to the later agenda the findings of rules about changes (rev-...); none where one of the two is not TOML.
void tell_changes(const Checked& before, Checked& after, const revision::Comparison& comparison,
                  std::optional<time::Date> as_of);
/// Adds to each agenda the findings of rules about agendas that are checked together (...-across). Earlier revisions
/// go by the files of the agendas of the call, `of_call`.
void tell_clashes(std::vector<Checked>& agendas, const std::vector<Checked>& of_call);

/// Leaves what is found in a shared file to the first agenda that fails at the same threshold and includes it: one
/// fault is told once. Call last.
void tell_shared_once(std::vector<Checked>& agendas);

/// As `accept`, for earlier agendas: what agenda-lint.toml accepts there is no more used than it is.
void accept_earlier(std::vector<Checked>& earlier, const std::vector<gate::AcceptList*>& configs,
                    std::optional<time::Date> as_of);

/// The comparison of two agendas with its findings, accepts settled; `accepts` are those of agenda-lint.toml. Without
/// `as_of` the day is today, where something depends on it. Version, pages of rules and how to show it are left to the
/// caller.
report::Diff diff_of(Checked before, Checked after, gate::AcceptList& accepts, std::optional<time::Date> as_of);

/// Marks the findings that an earlier agenda had open, at least as severe, whatever ids they go by. Of an agenda that
/// is not TOML none is marked: what was found says little. `earlier` and `comparisons` have one for each agenda, its
/// accepts settled.
void apply_earlier(std::vector<Checked>& agendas, const std::vector<Checked>& earlier,
                   const std::vector<revision::Comparison>& comparisons);

} // namespace agenda::app
