// SPDX-License-Identifier: MIT
// baseline: what is wrong with a line of a baseline. The gate, which alone knows what is known, finds it; this says
// which facts it gives.
#include "checks/all.hpp"
#include <array>

namespace agenda::checks {
namespace baseline_check {

constexpr std::array fields_given{
    FieldSpec{"rule", true, "the rule whose finding is known"},
    FieldSpec{"about", true, "what it is about, as the line says"},
    FieldSpec{"because", true, "why the line stands for nothing"},
};

Outcome run(const Context&, const finding::Arguments&, finding::Drafts&) { return {}; }

} // namespace baseline_check

const Check baseline{
    "baseline", "what is wrong with a line of a baseline", {}, baseline_check::fields_given, {}, baseline_check::run};

} // namespace agenda::checks
