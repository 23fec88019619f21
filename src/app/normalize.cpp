// SPDX-License-Identifier: MIT
#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/rules.hpp"
#include "report/report.hpp"
#include "report/schedule.hpp"
#include "source/unicode.hpp"
#include <iostream>

namespace agenda::app {

int normalize(const NormalizeOptions& options) {
    const auto rules = rule_set(options.directories);
    const auto agendas = agendas_of(options.agendas);
    if (agendas.size() > 1 && options.format == "json") throw Failure{"normalize writes one agenda as JSON; name one"};
    const auto as = read_as(options.input);
    bool readable = true;
    for (const auto& path : agendas) {
        const auto loaded = load::load(read_agenda(path, options.input.stdin_filename), rules.kinds, as);
        if (!loaded.zone_trouble.empty()) throw Failure{loaded.zone_trouble};
        if (options.format == "json")
            report::write_schedule_json(loaded.agenda, std::cout);
        else
            report::write_schedule_table(loaded.agenda, std::cout);
        readable = readable && loaded.whole();
        if (!loaded.faults.empty())
            std::cerr << "agenda-lint: " << source::visible(path)
                      << ": the file has faults, which agenda-lint check tells\n";
    }
    finish_output(std::cout);
    return readable ? 0 : 1;
}

} // namespace agenda::app
