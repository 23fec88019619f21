// SPDX-License-Identifier: MIT
// load: faults that reading the file shows. The loader has found them and names the rule of each.
#include "checks/all.hpp"
#include <array>

namespace agenda::checks {
namespace load_check {

constexpr std::array fields_given{
    FieldSpec{"where", true, "the table in which it stands"},
    FieldSpec{"what", false, "the key, id, name or text that is at fault"},
    FieldSpec{"sort", false, "what sort of thing it is: person, room, track, slot, profile"},
    FieldSpec{"seen", false, "what stands there"},
    FieldSpec{"wanted", false, "what could stand there"},
    FieldSpec{"reason", false, "why it cannot be read"},
    FieldSpec{"nearest", false, "the known name that is nearest"},
    FieldSpec{"hint", false, "what one can do"},
    FieldSpec{"kind", false, "the slot's kind"},
    FieldSpec{"minutes", false, "by how much the end lies before the start, or one offset from another"},
    FieldSpec{"count", false, "how many are there at once"},
    FieldSpec{"start", false, "the slot's start"},
    FieldSpec{"end", false, "the slot's end"},
    FieldSpec{"change", false, "how the clock changes: skipped or repeated"},
    FieldSpec{"from", false, "the begin of the skipped hour"},
    FieldSpec{"to", false, "the end of the skipped hour"},
    FieldSpec{"zone", false, "the time zone"},
    FieldSpec{"date", false, "the day"},
    FieldSpec{"line", false, "the line of what counts in its place"},
};

Outcome run(const Context& context, const finding::Arguments&, finding::Drafts& drafts) {
    for (const auto& fault : context.loaded.faults)
        if (fault.rule == context.rule) drafts.push_back(fault.draft);
    const auto counted = context.loaded.checked.find(context.rule);
    return {counted == context.loaded.checked.end() ? drafts.size() : std::max(counted->second, drafts.size()), {}};
}

} // namespace load_check

const Check load{"load",         "faults that reading the file shows", {}, load_check::fields_given, "minutes",
                 load_check::run};

} // namespace agenda::checks
