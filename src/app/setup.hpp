// SPDX-License-Identifier: MIT
// What agendas are checked with: the rules of the binary, of directories and of agenda-lint.toml, and what that and the
// command line choose. Agendas under the same agenda-lint.toml share one setup.
#pragma once
#include "app/commands.hpp"
#include "engine/config.hpp"
#include "gate/accept.hpp"
#include "report/report.hpp"
#include "revision/revision.hpp"
#include <functional>
#include <map>

namespace agenda::app {

struct Setup {
    engine::RuleSet rules;
    std::optional<engine::Config> config;
    engine::Choice choice;
    std::optional<finding::Severity> fail_on; ///< of agenda-lint.toml or of the command line
    bool fail_on_by_command_line = false;
    gate::AcceptList accepts; ///< of agenda-lint.toml
    std::string baseline;     ///< of agenda-lint.toml, as seen from the working directory; empty: none
};

class Setups {
public:
    explicit Setups(const RuleOptions& options) : options_(options) {}

    /// For an agenda at this path ("-": as if it lay in the working directory). Throws Failure for options, a config or
    /// rule files that are not right.
    Setup& at(const std::string& agenda);

private:
    std::unique_ptr<Setup> make(const std::string& config) const;

    const RuleOptions& options_;
    std::map<std::string, std::unique_ptr<Setup>> by_config_; // by the path of agenda-lint.toml; "" for none
};

/// An agenda, checked. Its findings are all open until `accept` has marked some.
struct Checked {
    report::CheckedAgenda agenda;
    engine::Settings settings;
    std::vector<const engine::Profile*> profiles;
    gate::AcceptList accepts; ///< of the agenda itself
    revision::SaidOfRules said_of_rules;
};
/// How an agenda is checked.
struct Checking {
    load::formats::ReadAs as = {};                     ///< how it is read
    std::function<void(std::string_view)> begins = {}; ///< told of each step: "loading", "checking"
    bool keep_document = false;                        ///< which is as large as the text, and of no use to any rule
};
/// Throws Failure where the system's zone data cannot be used.
Checked checked(load::Input input, const engine::RuleSet& rules, const engine::Choice& choice,
                const Checking& how = {});

/// The day that `--as-of` gives; nothing where it is not given. Throws Failure for what is no date.
std::optional<time::Date> date_of(const std::string& option);
time::Date today();

/// Whether an accepted finding ends on some date, so that the date of the run matters.
bool depends_on_date(const std::vector<Checked>& agendas, const std::vector<gate::AcceptList*>& configs);

/// Marks what agendas and configs accept and adds what is wrong with that. `configs` has the list of agenda-lint.toml
/// for each agenda.
void accept(std::vector<Checked>& agendas, const std::vector<gate::AcceptList*>& configs,
            std::optional<time::Date> as_of);

/// The rules that found something, sorted by id, with their pages; `rules_of` gives an agenda's rules by its index.
/// Where two agendas have different rules of one id, the first agenda's is taken. Throws a Failure as page_of.
std::vector<report::FoundRule> found_rules(const std::vector<report::CheckedAgenda>& agendas,
                                           const std::function<const engine::RuleSet*(std::size_t)>& rules_of);
std::vector<report::FoundRule> found_rules(const std::vector<const report::CheckedAgenda*>& agendas,
                                           const std::function<const engine::RuleSet*(std::size_t)>& rules_of);

} // namespace agenda::app
