// SPDX-License-Identifier: MIT
// export: writes an agenda in another format, and says what that has no place for.
#include "export/export.hpp"
#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/rules.hpp"
#include "source/unicode.hpp"
#include <iostream>

namespace agenda::app {
namespace {

const exporting::Format& wanted_format(const std::string& name) {
    if (const auto* format = exporting::find_format(name)) return *format;
    std::string all;
    std::vector<std::string_view> known;
    for (const auto& format : exporting::formats()) {
        known.push_back(format.name);
        all += (all.empty() ? "`" : ", `") + std::string{format.name} + "`";
    }
    throw Failure{"there is no format `" + name + "` to write" + did_you_mean(name, known) + " (" + all + ")"};
}

void tell(const std::string& what) { std::cerr << "agenda-lint: " << source::visible(what) << '\n'; }

void tell_left_out(const load::Loaded& loaded, const exporting::Programme& programme) {
    for (const auto index : programme.left_out) {
        const auto& slot = loaded.agenda.slots[index];
        const auto at = loaded.text->position(slot.time_at.offset, source::Unit::code_points);
        tell(loaded.text->name() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": `" +
             called(slot) + "` is left out: nothing that can be read says on which day and when it starts");
    }
}

void tell_losses(const load::Loaded& loaded, const exporting::Programme& programme, std::string_view format) {
    auto losses = exporting::losses(loaded.agenda, format);
    losses.push_back({"accepted findings", loaded.accepts.size()});
    losses.push_back({"settings of rules", loaded.rules ? loaded.rules->entries().size() : 0});
    for (const auto& [what, count] : losses)
        if (count > 0)
            tell(loaded.text->name() + ": " + std::string{format} + " has no place for " + what + " (" +
                 std::to_string(count) + ")");
    std::size_t cancelled = 0, without_id = 0;
    for (const auto& entry : programme.entries) {
        const auto& slot = loaded.agenda.slots[entry.slot];
        cancelled += slot.cancelled ? 1 : 0;
        without_id += slot.id_derived ? 1 : 0;
    }
    if (cancelled > 0 && format.starts_with("schedule."))
        tell(loaded.text->name() + ": what is cancelled is written with a `status`, which not every reader of " +
             std::string{format} + " knows (" + std::to_string(cancelled) + ")");
    if (without_id > 0)
        tell(loaded.text->name() + ": slots without an `id` get one from their number or title, and another when " +
             "that changes (" + std::to_string(without_id) + ")");
}

} // namespace

int export_agenda(const ExportOptions& options) {
    const auto& format = wanted_format(options.to);
    const auto rules = rule_set({});
    const auto loaded =
        load::load(read_agenda(options.file, options.input.stdin_filename), rules.kinds, read_as(options.input));
    if (!loaded.zone_trouble.empty()) throw Failure{loaded.zone_trouble};
    const auto programme = exporting::programme_of(loaded.agenda);
    if (!loaded.faults.empty()) tell(loaded.text->name() + ": the file has faults, which agenda-lint check tells");
    tell_left_out(loaded, programme);
    tell_losses(loaded, programme, format.name);
    if (options.output.empty()) {
        format.write(programme, std::cout);
        finish_output(std::cout);
    } else {
        write_file(options.output, [&](std::ostream& out) { format.write(programme, out); });
    }
    return 0;
}

} // namespace agenda::app
