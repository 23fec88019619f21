// SPDX-License-Identifier: MIT
// accept: what is wrong with an [[accept]]. The gate, which alone knows what was accepted, finds it; this says which
// facts it gives.
#include "checks/all.hpp"
#include <array>

namespace agenda::checks {
namespace accept_check {

constexpr std::array fields_given{
    FieldSpec{"rule", true, "the rule whose finding is accepted"},
    FieldSpec{"about", true, "what it is about, as it is written"},
    FieldSpec{"because", true, "why it accepts nothing; may be empty"},
    FieldSpec{"reason", true, "the reason that is given; may be empty"},
    FieldSpec{"until", true, "the last day on which it holds; may be empty"},
    FieldSpec{"message", true, "what the finding says that is back; may be empty"},
};

Outcome run(const Context&, const finding::Arguments&, finding::Drafts&) { return {}; }

} // namespace accept_check

const Check accept{"accept", "what is wrong with an [[accept]]", {}, accept_check::fields_given, {}, accept_check::run};

} // namespace agenda::checks
