// SPDX-License-Identifier: MIT
#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/rules.hpp"
#include "report/report.hpp"
#include "report/schedule.hpp"
#include <iostream>

namespace agenda::app {

int normalize(const NormalizeOptions& options) {
    const auto rules = rule_set(options.directories);
    bool readable = true;
    for (const auto& path : agendas_of(options.agendas)) {
        auto loaded = load::load(read_agenda(path, options.stdin_filename), rules.kinds);
        if (!loaded.zone_trouble.empty()) throw Failure{loaded.zone_trouble};
        if (options.format == "json")
            report::write_schedule_json(loaded.agenda, std::cout);
        else
            report::write_schedule_table(loaded.agenda, std::cout);
        readable = readable && loaded.syntax_ok && loaded.faults.empty();
        if (!loaded.faults.empty())
            std::cerr << "agenda-lint: " << path
                      << " has faults that keep parts of it out of this table; see agenda-lint check\n";
    }
    finish_output(std::cout);
    return readable ? 0 : 1;
}

} // namespace agenda::app
