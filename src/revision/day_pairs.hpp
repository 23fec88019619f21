// SPDX-License-Identifier: MIT
// Which day of one revision is which of the other, and what is said of days.
#pragma once
#include "revision/collector.hpp"

namespace agenda::revision {

/// Days by their dates. Several [[day]] tables of one date are one day.
class DayPairs {
public:
    explicit DayPairs(const Collector& collector);

    /// All dates of each, in order.
    std::vector<time::Date> dates_before() const { return dates(before_); }
    std::vector<time::Date> dates_after() const { return dates(after_); }

    /// The other date to which a day's programme has gone, or from which it has come.
    std::optional<time::Date> gone_to(time::Date date) const { return find(gone_, date); }
    std::optional<time::Date> come_from(time::Date date) const { return find(come_, date); }
    /// Its programme and that of another date have changed places.
    bool exchanged(time::Date date) const;
    /// The date of the same day in the other revision; nothing for a day that only one has.
    std::optional<time::Date> after(time::Date date) const;
    std::optional<time::Date> before(time::Date date) const;

    /// What is said of a day, of which one revision may have nothing.
    std::vector<Edit> edits(std::optional<time::Date> from, std::optional<time::Date> to) const;
    Member member(std::optional<time::Date> from, std::optional<time::Date> to) const;
    /// "2009-07-09 (`DAY I`)".
    std::string described_before(time::Date date) const { return described(collector_.before.agenda, before_, date); }
    std::string described_after(time::Date date) const { return described(collector_.after.agenda, after_, date); }

private:
    using Tables = std::map<time::Date, std::vector<DayIndex>>; ///< in the order of the file
    static Tables tables(const Agenda& agenda);
    static std::vector<time::Date> dates(const Tables& tables);
    static std::optional<time::Date> find(const std::map<time::Date, time::Date>& dates, time::Date date);
    static std::string described(const Agenda& agenda, const Tables& tables, time::Date date);
    bool labels_stay(time::Date a, time::Date b) const;

    const Collector& collector_;
    const Tables before_, after_;
    const std::map<time::Date, time::Date>& gone_;
    std::map<time::Date, time::Date> come_;
};

/// "2009-07-09"; "undated".
std::string called(time::Date date);

} // namespace agenda::revision
