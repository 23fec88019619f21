// SPDX-License-Identifier: MIT
// A zone as iCalendar describes it: from when on which offset holds.
#pragma once
#include "export/programme.hpp"

namespace agenda::exporting {

struct Observance {
    time::LocalTime onset; ///< on the clock as it was before
    std::chrono::seconds from, to;
    bool daylight = false; ///< more than the least offset of the same list
};
/// What holds from the last day of the year before to the second of the year after each year that one of the entries
/// starts or ends in, in the order of time; the first of each stretch of years changes nothing and says what holds at
/// its beginning. The agenda has a zone.
std::vector<Observance> observances(const Programme& programme);

} // namespace agenda::exporting
