// SPDX-License-Identifier: MIT
// workspace: what is wrong between agendas that are checked together. The gate, which alone has them all, finds it;
// this says which facts it gives.
#include "checks/all.hpp"
#include <array>

namespace agenda::checks {
namespace workspace_check {

constexpr std::array fields_given{
    FieldSpec{"where", true, "the person's name, or the room in words (room `Aula`)"},
    FieldSpec{"a", true, "the name of the slot in this agenda"},
    FieldSpec{"a-time", true, "its time"},
    FieldSpec{"b", true, "the name of the slot in the other agenda"},
    FieldSpec{"b-time", true, "its time, with the date and the zone where they are others than here"},
    FieldSpec{"file", true, "the other agenda's file"},
    FieldSpec{"minutes", true, "how long the two overlap"},
    FieldSpec{"start", true, "when both begin to need it, on this agenda's clock"},
    FieldSpec{"end", true, "when they no longer do"},
    FieldSpec{"date", true, "the day of the slot in this agenda"},
};

Outcome run(const Context&, const finding::Arguments&, finding::Drafts&) { return {}; }

} // namespace workspace_check

const Check workspace{"workspace", "what is wrong between agendas that are checked together",
                      {},          workspace_check::fields_given,
                      "minutes",   workspace_check::run};

} // namespace agenda::checks
