// SPDX-License-Identifier: MIT
// What the fuzz targets share: properties that end the run where they do not hold, and agendas checked as the commands
// check them.
#pragma once
#include "gate/accept.hpp"
#include <string>
#include <string_view>
#include <utility>

namespace fuzz {

using namespace agenda;

/// Says what does not hold and aborts, which the fuzzer takes for a crash.
void holds(bool property, std::string_view what);

/// An input of two files: what stands before and behind the first line `#-- next file`.
std::pair<std::string, std::string> parted(std::string_view input);

std::shared_ptr<const source::Text> text(std::string name, std::string_view bytes);
/// A file of the source tree.
std::string file(const std::string& path_in_tree);

const engine::RuleSet& standard();

/// An agenda with all that `check` makes of it, on a fixed day. What is known of every agenda is asserted.
struct Checked {
    load::Loaded loaded;
    engine::Settings settings;
    engine::Result result;

    gate::Judged judged() { return {loaded, settings, result}; }
};
Checked checked(load::Input input, const engine::RuleSet& rules, const engine::Choice& choice = {},
                const load::formats::ReadAs& as = {}, gate::AcceptList of_config = {});

/// Asserts that all times of a loaded agenda can be, and that all its faults have places in its files.
void is_sound(const load::Loaded& loaded);

// The targets, each of which takes any bytes.
void agenda_file(std::string_view input);
void two_agendas(std::string_view input);
void rule_file(std::string_view input);
void config_file(std::string_view input);
void baseline_file(std::string_view input);
void time_text(std::string_view input);
void cell_text(std::string_view input);
void imported(std::string_view input, std::string_view format);

} // namespace fuzz
