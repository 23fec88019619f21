// SPDX-License-Identifier: MIT
#include "load/formats/csv_settle.hpp"
#include "load/names.hpp"
#include <set>

namespace agenda::load::formats {
namespace {

using time::minutes;

class DateSettler {
public:
    DateSettler(std::vector<CsvEvent>& events, DateOrder order, std::vector<source::SyntaxError>& errors,
                std::vector<Remark>& remarks)
        : events_(events), order_(order), errors_(errors), remarks_(remarks) {}

    void run() {
        years_come_first_ = years_come_first();
        find_order();
        year_ = common_year();
        for (auto& one : events_) settle(one);
    }

private:
    WrittenDate read(const Field& field) const {
        auto date = read_written_date(field.text, year_);
        if (years_come_first_ && date.year_first) date.day_first = date.month_first = date.year_first;
        return date;
    }

    template <class Each> void each_date(Each each) const {
        for (const auto& one : events_)
            for (const auto* field : {&one.event.date, &one.end_date})
                if (!field->empty()) each(*field);
    }

    /// Of 26-06-01: an event is of one year rather than of many, and of this time.
    bool years_come_first() const {
        std::set<time::Date> first, last;
        each_date([&](const Field& field) {
            const auto date = read_written_date(field.text);
            if (!date.year_first) return;
            const auto other = date.day_first ? date.day_first : date.month_first;
            first.insert(date.year_first->year() / 1 / 1);
            if (other) last.insert(other->year() / 1 / 1);
        });
        if (first.empty() || last.empty()) return !first.empty();
        if (first.size() != last.size()) return first.size() < last.size();
        const auto of_this_time = [](time::Date date) {
            return date.year() >= std::chrono::year{2020} && date.year() < std::chrono::year{2040};
        };
        return of_this_time(*first.begin()) && !of_this_time(*last.begin());
    }

    /// Of all dates that say one; nothing where there are two.
    std::optional<std::chrono::year> common_year() const {
        std::set<std::chrono::year> years;
        each_date([&](const Field& field) {
            const auto date = read(field);
            for (const auto& one : {date.day_first, date.month_first})
                if (one) years.insert(one->year());
        });
        if (years.size() != 1) return std::nullopt;
        return *years.begin();
    }

    void find_order() {
        const Field* unsure = nullptr;
        auto found = order_;
        each_date([&](const Field& field) {
            const auto date = read(field);
            if (date.ambiguous() && !unsure) unsure = &field;
            if (found == DateOrder::unknown && date.day_first.has_value() != date.month_first.has_value())
                found = date.day_first ? DateOrder::day_first : DateOrder::month_first;
        });
        order_ = found;
        if (unsure && order_ == DateOrder::unknown) tell_unsure(*unsure);
    }

    void tell_unsure(const Field& field) {
        const auto date = read(field);
        errors_.push_back({"`" + field.text + "` may be " + time::format_date(*date.day_first) + " or " +
                               time::format_date(*date.month_first) +
                               ", and no other date says which; write dates as 2026-06-01, or say `date-order = "
                               "\"day-first\"` or \"month-first\" in a file given with --columns",
                           field.at});
    }

    std::optional<time::Date> settled(const Field& field, Span event) {
        if (field.empty()) return std::nullopt;
        const auto date = read(field);
        const auto result = date.in(order_);
        if (!result && !date.ambiguous() && told_.insert(field.text).second)
            remarks_.push_back({"format-fault", event, field.at, {{"reason", reason(field, date)}}, {}});
        return result;
    }

    std::string reason(const Field& field, const WrittenDate& date) const {
        if (!date.known() && read_written_date(field.text, any_year).known())
            return "`" + field.text + "` has no year, and the other dates are not all of one; write it as 2026-06-01";
        if (!date.known()) return "`" + field.text + "` cannot be read as a date; write it as 2026-06-01";
        return "`" + field.text + "` is no date with the " + (order_ == DateOrder::day_first ? "day" : "month") +
               " first, as the others are written";
    }

    std::optional<time::Date> settled_start(const CsvEvent& one) {
        const auto above = is_weekday(one.event.date.text) ? read(one.above).in(order_) : std::nullopt;
        if (above && is_weekday(one.event.date.text, std::chrono::sys_days{*above})) return above;
        return settled(one.event.date, one.event.at);
    }

    static bool has_no_clock(const ScheduledEvent& event) {
        const auto is_midnight = [](const Field& time) {
            const auto clock = minutes_of(time.text);
            return time.empty() || (clock && *clock % minutes{24 * 60} == minutes{0});
        };
        return is_midnight(event.start) && is_midnight(event.end);
    }

    /// Where the end is a midnight, the day before it is the last.
    static void make_note(ScheduledEvent& event, std::optional<time::Date> date, std::optional<time::Date> last) {
        if (last && !event.end.empty()) last = std::chrono::sys_days{*last} - std::chrono::days{1};
        if (date && last && *last > *date)
            event.note.text +=
                (event.note.empty() ? "" : "\n") + time::format_date(*date) + " to " + time::format_date(*last);
        if (event.note.at.length == 0) event.note.at = event.date.at;
        if (!event.type.empty()) event.tags.insert(event.tags.begin(), event.type);
        event.type = {};
        event.kind = {"note", event.at};
        event.start = event.end = event.duration = {};
    }

    void settle(CsvEvent& one) {
        auto& event = one.event;
        const auto date = settled_start(one);
        const auto last = settled(one.end_date, event.at);
        if (!date) {
            event.day = event.date;
            // Two that are not known yet need not be the same.
            if (is_placeholder(event.day.text)) event.day.text += " " + std::to_string(event.day.at.offset);
        }
        event.date.text = date ? time::format_date(*date) : "";
        const auto end = minutes_of(event.end.text);
        if (one.all_day && has_no_clock(event)) return make_note(event, date, last);
        if (!date || !last || !end || *last == *date) return;
        const auto past =
            std::chrono::duration_cast<minutes>(std::chrono::sys_days{*last} - std::chrono::sys_days{*date}) + *end;
        const auto start = minutes_of(event.start.text);
        constexpr minutes longest{100 * 60};
        if (past >= minutes{0} && past <= time::last_clock.since_midnight) {
            event.end.text = time::format_clock({past});
        } else if (start && past > *start && past - *start <= longest) {
            event.duration = {std::to_string((past - *start).count()), event.end.at};
            event.end = {};
        } else {
            event.end.text = time::format_date(*last) + " " + event.end.text;
        }
    }

    std::vector<CsvEvent>& events_;
    DateOrder order_;
    bool years_come_first_ = false;
    std::optional<std::chrono::year> year_; ///< of dates that say none
    std::vector<source::SyntaxError>& errors_;
    std::vector<Remark>& remarks_;
    std::set<std::string> told_;
};

} // namespace

void settle_dates(std::vector<CsvEvent>& events, DateOrder order, std::vector<source::SyntaxError>& errors,
                  std::vector<Remark>& remarks) {
    DateSettler{events, order, errors, remarks}.run();
}

} // namespace agenda::load::formats
