// SPDX-License-Identifier: MIT
#include "load/formats/ical_library.hpp"
#include <dlfcn.h>
#include <libical/ical.h>

namespace agenda::load::formats::ical {
namespace {

constexpr std::size_t longest_value = 4096; // of a rule or a duration: what is longer is none

/// The functions that are used, by the names of the library.
struct Functions {
    void* library = dlopen("libical.so.3", RTLD_NOW | RTLD_LOCAL);
    bool complete = library != nullptr;

    template <class Function> Function* named(const char* name) {
        void* found = library ? dlsym(library, name) : nullptr;
        complete = complete && found;
        return reinterpret_cast<Function*>(found);
    }

#define AGENDA_ICAL(name) decltype(::name)* name = named<decltype(::name)>(#name)
    AGENDA_ICAL(icalerror_set_errors_are_fatal);
    AGENDA_ICAL(icaldurationtype_from_string);
    AGENDA_ICAL(icaldurationtype_is_bad_duration);
    AGENDA_ICAL(icalrecurrencetype_from_string);
    AGENDA_ICAL(icalrecur_iterator_new);
    AGENDA_ICAL(icalrecur_iterator_next);
    AGENDA_ICAL(icalrecur_iterator_free);
    AGENDA_ICAL(icaltime_is_null_time);
    AGENDA_ICAL(icaltime_is_utc);
    AGENDA_ICAL(icalparser_parse_string);
    AGENDA_ICAL(icalcomponent_isa);
    AGENDA_ICAL(icalcomponent_free);
    AGENDA_ICAL(icaltimezone_new);
    AGENDA_ICAL(icaltimezone_free);
    AGENDA_ICAL(icaltimezone_set_component);
    AGENDA_ICAL(icaltimezone_get_utc_offset);
    AGENDA_ICAL(icaltimezone_get_utc_offset_of_utc_time);
#undef AGENDA_ICAL

    Functions() {
        if (complete) icalerror_set_errors_are_fatal(0);
    }
};

/// Nothing where the library is missing or another.
const Functions* functions() {
    static const Functions all;
    return all.complete ? &all : nullptr;
}

icaltimetype to_ical(std::chrono::seconds since_epoch) {
    const std::chrono::sys_seconds point{since_epoch};
    const auto day = std::chrono::floor<std::chrono::days>(point);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{point - day};
    icaltimetype result{};
    result.year = static_cast<int>(date.year());
    result.month = static_cast<int>(static_cast<unsigned>(date.month()));
    result.day = static_cast<int>(static_cast<unsigned>(date.day()));
    result.hour = static_cast<int>(clock.hours().count());
    result.minute = static_cast<int>(clock.minutes().count());
    result.second = static_cast<int>(clock.seconds().count());
    return result;
}

std::chrono::seconds from_ical(const icaltimetype& time) {
    const std::chrono::year_month_day date{std::chrono::year{time.year},
                                           std::chrono::month{static_cast<unsigned>(time.month)},
                                           std::chrono::day{static_cast<unsigned>(time.day)}};
    return std::chrono::sys_days{date}.time_since_epoch() + std::chrono::hours{time.hour} +
           std::chrono::minutes{time.minute} + std::chrono::seconds{time.second};
}

} // namespace

bool is_there() { return functions() != nullptr; }

std::optional<Duration> duration_of(const std::string& text) {
    const auto* ical = functions();
    if (!ical || text.size() > longest_value) return std::nullopt;
    const auto read = ical->icaldurationtype_from_string(text.c_str());
    constexpr unsigned longest = 100'000; // of each part
    if (ical->icaldurationtype_is_bad_duration(read) || read.is_neg || read.weeks > longest || read.days > longest ||
        read.hours > longest || read.minutes > longest || read.seconds > longest)
        return std::nullopt;
    return Duration{std::chrono::days{read.days + 7 * read.weeks}, std::chrono::hours{read.hours} +
                                                                       std::chrono::minutes{read.minutes} +
                                                                       std::chrono::seconds{read.seconds}};
}

struct Rule::Data {
    icalrecurrencetype rule;
    bool until_is_utc = false;
};

std::optional<Rule> Rule::read(const std::string& text) {
    const auto* ical = functions();
    if (!ical || text.size() > longest_value) return std::nullopt;
    Data data{ical->icalrecurrencetype_from_string(text.c_str()), false};
    data.rule.rscale = nullptr; // its text is not ours to keep; other calendars' dates are not agendas'
    if (data.rule.freq < ICAL_DAILY_RECURRENCE || data.rule.freq > ICAL_YEARLY_RECURRENCE) return std::nullopt;
    data.until_is_utc = ical->icaltime_is_utc(data.rule.until);
    Rule result;
    result.data_ = std::make_shared<const Data>(data);
    return result;
}

bool Rule::endless() const {
    const auto* ical = functions();
    return data_->rule.count == 0 && (!ical || ical->icaltime_is_null_time(data_->rule.until));
}

Repeats Rule::from(time::LocalTime start, const std::function<time::LocalTime(time::Instant)>& local,
                   std::optional<time::LocalTime> last, std::size_t limit) const {
    Repeats result;
    const auto* ical = functions();
    if (!ical) return result;
    auto rule = data_->rule;
    if (!ical->icaltime_is_null_time(rule.until)) {
        // The library compares dates with times, and UTC with local time, each its own way: make them alike.
        if (rule.until.is_date)
            rule.until.hour = 23, rule.until.minute = rule.until.second = 59;
        else if (data_->until_is_utc)
            rule.until = to_ical(local(time::Instant{from_ical(rule.until)}).time_since_epoch());
        rule.until.is_date = 0;
        rule.until.zone = nullptr;
    }
    auto* iterator = ical->icalrecur_iterator_new(rule, to_ical(start.time_since_epoch()));
    if (!iterator) return result;
    for (auto at = ical->icalrecur_iterator_next(iterator); !ical->icaltime_is_null_time(at);
         at = ical->icalrecur_iterator_next(iterator)) {
        const time::LocalTime begin{from_ical(at)};
        result.cut = (last && begin > *last) || result.starts.size() == limit;
        if (result.cut) break;
        result.starts.push_back(begin);
    }
    ical->icalrecur_iterator_free(iterator);
    return result;
}

struct CustomZone::Data {
    icaltimezone* zone;
    explicit Data(icaltimezone* made) : zone(made) {}
    Data(const Data&) = delete;
    Data& operator=(const Data&) = delete;
    ~Data() {
        if (zone) functions()->icaltimezone_free(zone, 1);
    }
};

std::optional<CustomZone> CustomZone::read(const std::string& component) {
    const auto* ical = functions();
    auto* parsed = ical ? ical->icalparser_parse_string(component.c_str()) : nullptr;
    if (!parsed) return std::nullopt;
    CustomZone result;
    auto* zone = ical->icaltimezone_new();
    if (ical->icalcomponent_isa(parsed) != ICAL_VTIMEZONE_COMPONENT ||
        !ical->icaltimezone_set_component(zone, parsed)) {
        ical->icalcomponent_free(parsed);
        ical->icaltimezone_free(zone, 1);
        return std::nullopt;
    }
    result.data_ = std::make_shared<const Data>(zone);
    return result;
}

time::LocalTime CustomZone::local(time::Instant instant) const {
    auto at = to_ical(instant.time_since_epoch());
    int daylight = 0;
    const auto offset = functions()->icaltimezone_get_utc_offset_of_utc_time(data_->zone, &at, &daylight);
    return time::LocalTime{instant.time_since_epoch() + std::chrono::seconds{offset}};
}

time::Instant CustomZone::instant(time::LocalTime local) const {
    auto at = to_ical(local.time_since_epoch());
    int daylight = 0;
    const auto offset = functions()->icaltimezone_get_utc_offset(data_->zone, &at, &daylight);
    return time::Instant{local.time_since_epoch() - std::chrono::seconds{offset}};
}

} // namespace agenda::load::formats::ical
