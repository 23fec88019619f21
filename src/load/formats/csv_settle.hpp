// SPDX-License-Identifier: MIT
// The dates of a spreadsheet, which all are written in one way: together they say which.
#pragma once
#include "load/formats/csv_dates.hpp"
#include "load/formats/schedule.hpp"

namespace agenda::load::formats {

struct CsvEvent {
    ScheduledEvent event; ///< its date is as it is written
    Field end_date;       ///< the same, of its end
    Field above;          ///< the same, of the last row that says more than a weekday
    bool all_day = false;
};

/// Makes ISO 8601 of every date, and the clock of the day's programme of every end on a later date; what is too late
/// for it becomes a duration. One with a day past 12 says which comes first, where the user does not; where none does,
/// that is an error. A date without a year is of the year that all others have, and a weekday alone is the date above
/// where that is one. A date of another order and one that cannot be read are `format-fault`s, each text once, and
/// leave none, but the text as the event's day: others with that text are of the same. What is all day
/// and says no other time is a note without a time, which says its last day where that is another.
void settle_dates(std::vector<CsvEvent>& events, DateOrder order, std::vector<source::SyntaxError>& errors,
                  std::vector<Remark>& remarks);

} // namespace agenda::load::formats
