// SPDX-License-Identifier: MIT
// The rules about changes (rev-...): what is wrong not with an agenda but with how it came from an earlier revision.
#pragma once
#include "engine/run.hpp"
#include "revision/revision.hpp"

namespace agenda::gate {

struct Revised {
    const Agenda& before;
    const Agenda& after;
    const revision::Comparison& comparison;
    std::optional<time::Date> as_of; ///< without one no freeze has passed
};

/// Adds their findings to the later agenda's.
void tell_changes(const Revised& revised, const engine::Settings& settings, engine::Result& result);

} // namespace agenda::gate
