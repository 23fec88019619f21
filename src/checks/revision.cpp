// SPDX-License-Identifier: MIT
// revision: what is wrong with how an agenda came from an earlier revision. The gate, which alone has both, finds it;
// this says which facts it gives.
#include "checks/all.hpp"
#include <array>

namespace agenda::checks {
namespace revision_check {

constexpr std::array fields_given{
    FieldSpec{"what", true, "what has changed, in words; who was on stage; or what both call their revision"},
    FieldSpec{"kind", true, "of a change after the freeze: its kind, as `diff` names it; may be empty"},
    FieldSpec{"frozen", true, "the day from which on the agenda is frozen; may be empty"},
    FieldSpec{"as-of", true, "the day of the run; may be empty"},
    FieldSpec{"slot", true, "the first slot in which somebody was on stage; may be empty"},
    FieldSpec{"others", false, "in how many other slots they were, where it was in several"},
    FieldSpec{"other", false, "`1`, where it was in one other"},
    FieldSpec{"changes", false, "how many changes there are, where there are several"},
};

Outcome run(const Context&, const finding::Arguments&, finding::Drafts&) { return {}; }

} // namespace revision_check

const Check revision{"revision", "what is wrong with how an agenda came from an earlier revision",
                     {},         revision_check::fields_given,
                     {},         revision_check::run};

} // namespace agenda::checks
