// SPDX-License-Identifier: MIT
#include "finding/parameters.hpp"
#include "source/pattern.hpp"
#include "time/clock_text.hpp"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace agenda::finding {
namespace {

std::string wrong(ParameterType type, std::string_view seen) {
    return "takes " + std::string{describe(type)} + ", not " + std::string{seen};
}

ReadParameter read_duration_text(std::string_view text) {
    const auto read = time::read_duration(text);
    if (const auto* duration = time::value(read)) return ParameterValue{*duration};
    return wrong(ParameterType::duration, "`" + std::string{text} + "`");
}

/// "25%", "25 %" or "0.25".
ReadParameter read_share_text(std::string_view text) {
    auto digits = text;
    const bool percent = digits.ends_with('%');
    if (percent) digits.remove_suffix(1);
    while (digits.ends_with(' ')) digits.remove_suffix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const auto whole = percent ? number : number * 100;
    if (error != std::errc{} || end != digits.data() + digits.size() || !(whole >= 0 && whole <= 100))
        return wrong(ParameterType::share, "`" + std::string{text} + "`");
    return ParameterValue{Share{std::llround(whole)}};
}

ReadParameter read_clock_text(std::string_view text) {
    const auto read = time::read_clock(text);
    if (const auto* clock = time::value(read)) return ParameterValue{*clock};
    return wrong(ParameterType::clock, "`" + std::string{text} + "`");
}

ReadParameter read_window_text(std::string_view text) {
    const auto read = time::read_range(text);
    const auto* range = time::value(read);
    if (range && !range->empty()) return ParameterValue{*range};
    return wrong(ParameterType::window, "`" + std::string{text} + "`");
}

ReadParameter read_range_text(std::string_view text) {
    const auto dash = text.find('-');
    const auto shortest = time::read_duration(text.substr(0, dash));
    const auto longest = time::read_duration(dash == std::string_view::npos ? "" : text.substr(dash + 1));
    if (!time::value(shortest) || !time::value(longest) || *time::value(longest) < *time::value(shortest))
        return wrong(ParameterType::range, "`" + std::string{text} + "`");
    return ParameterValue{DurationRange{*time::value(shortest), *time::value(longest)}};
}

ReadParameter read_windows(const std::vector<std::string>& texts) {
    std::vector<time::ClockRange> windows;
    for (const auto& text : texts) {
        auto read = read_window_text(text);
        if (std::holds_alternative<std::string>(read)) return wrong(ParameterType::windows, "`" + text + "`");
        windows.push_back(std::get<time::ClockRange>(std::get<ParameterValue>(read)));
    }
    return ParameterValue{std::move(windows)};
}

ReadParameter read_list(const source::Value& value) {
    std::vector<std::string> names;
    for (const auto& element : value.elements()) {
        if (!element.is(source::Kind::string)) return wrong(ParameterType::names, source::describe(element.kind()));
        names.emplace_back(element.string());
    }
    return ParameterValue{std::move(names)};
}

/// The list, or what is wrong with the first pattern that is none.
ReadParameter valid_patterns(ReadParameter read) {
    if (const auto* value = std::get_if<ParameterValue>(&read))
        for (const auto& pattern : std::get<std::vector<std::string>>(*value))
            if (const auto reason = source::pattern_error(pattern); !reason.empty())
                return "takes patterns; `" + pattern + "` is none: " + reason;
    return read;
}

/// The list, or the first that is no date.
ReadParameter valid_dates(ReadParameter read) {
    if (const auto* value = std::get_if<ParameterValue>(&read))
        for (const auto& date : std::get<std::vector<std::string>>(*value))
            if (!time::parse_date(date)) return wrong(ParameterType::dates, "`" + date + "`");
    return read;
}

ReadParameter read_dates(const source::Value& value) {
    std::vector<std::string> dates;
    for (const auto& element : value.elements()) {
        if (element.is(source::Kind::date))
            dates.push_back(time::format_date(element.date()));
        else if (element.is(source::Kind::string))
            dates.emplace_back(element.string());
        else
            return wrong(ParameterType::dates, source::describe(element.kind()));
    }
    return valid_dates(ParameterValue{std::move(dates)});
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> result;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        if (comma > 0) result.emplace_back(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return result;
}

} // namespace

std::string_view describe(ParameterType type) {
    switch (type) {
    case ParameterType::duration: return "a duration such as \"45m\"";
    case ParameterType::count: return "a whole number, zero or more";
    case ParameterType::flag: return "true or false";
    case ParameterType::share: return "a share such as \"25%\" or 0.25";
    case ParameterType::clock: return "a clock time such as \"18:30\"";
    case ParameterType::window: return "a window such as \"11:30-14:30\"";
    case ParameterType::windows: return "a list of windows such as \"10:00-13:00\"";
    case ParameterType::range: return "a range such as \"45m-180m\"";
    case ParameterType::name: return "a word";
    case ParameterType::names: return "a list of words";
    case ParameterType::patterns: return "a list of patterns";
    case ParameterType::dates: return "a list of dates such as \"2009-07-09\"";
    }
    return "";
}

ReadParameter read_parameter(ParameterType type, const source::Value& value) {
    using source::Kind;
    const bool text = value.is(Kind::string);
    if (type == ParameterType::duration && value.is(Kind::integer))
        return read_duration_text(std::to_string(value.integer()));
    if (type == ParameterType::share && (value.is(Kind::real) || value.is(Kind::integer)))
        return read_share_text(value.is(Kind::real) ? fmt::format("{}", value.real())
                                                    : std::to_string(value.integer()));
    if (type == ParameterType::count && value.is(Kind::integer) && value.integer() >= 0)
        return ParameterValue{value.integer()};
    if (type == ParameterType::flag && value.is(Kind::boolean)) return ParameterValue{value.boolean()};
    if (type == ParameterType::names && value.is(Kind::array)) return read_list(value);
    if (type == ParameterType::windows && value.is(Kind::array)) {
        auto texts = read_list(value);
        if (std::holds_alternative<std::string>(texts)) return wrong(type, "a list of other things");
        return read_windows(std::get<std::vector<std::string>>(std::get<ParameterValue>(texts)));
    }
    if (type == ParameterType::patterns && value.is(Kind::array)) return valid_patterns(read_list(value));
    if (type == ParameterType::dates && value.is(Kind::array)) return read_dates(value);
    const bool never_text = type == ParameterType::names || type == ParameterType::count || type == ParameterType::flag;
    if (text && !never_text) return read_parameter(type, value.string());
    return wrong(type, text ? "`" + std::string{value.string()} + "`" : std::string{source::describe(value.kind())});
}

ReadParameter read_parameter(ParameterType type, std::string_view text) {
    switch (type) {
    case ParameterType::duration: return read_duration_text(text);
    case ParameterType::share: return read_share_text(text);
    case ParameterType::clock: return read_clock_text(text);
    case ParameterType::window: return read_window_text(text);
    case ParameterType::windows: return read_windows(split(text));
    case ParameterType::range: return read_range_text(text);
    case ParameterType::name: return ParameterValue{std::string{text}};
    case ParameterType::names: return ParameterValue{split(text)};
    case ParameterType::patterns: return valid_patterns(ParameterValue{std::vector{std::string{text}}});
    case ParameterType::dates: return valid_dates(ParameterValue{split(text)});
    case ParameterType::flag:
        if (text == "true" || text == "false") return ParameterValue{text == "true"};
        break;
    case ParameterType::count: {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error == std::errc{} && end == text.data() + text.size() && number >= 0) return ParameterValue{number};
        break;
    }
    }
    return wrong(type, "`" + std::string{text} + "`");
}

std::string format_parameter(const ParameterValue& value) {
    struct Formatter {
        std::string operator()(time::minutes duration) const { return std::to_string(duration.count()) + " min"; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(bool flag) const { return flag ? "true" : "false"; }
        std::string operator()(Share share) const { return std::to_string(share.percent) + " %"; }
        std::string operator()(time::Clock clock) const { return time::format_clock(clock); }
        std::string operator()(const time::ClockRange& range) const { return time::format_range(range); }
        std::string operator()(const DurationRange& range) const {
            return std::to_string(range.shortest.count()) + "-" + std::to_string(range.longest.count()) + " min";
        }
        std::string operator()(const std::vector<time::ClockRange>& windows) const {
            std::string result;
            for (const auto& window : windows) result += (result.empty() ? "" : ", ") + time::format_range(window);
            return result;
        }
        std::string operator()(const std::string& name) const { return name; }
        std::string operator()(const std::vector<std::string>& names) const {
            std::string result;
            for (const auto& name : names) result += (result.empty() ? "" : ", ") + name;
            return result;
        }
    };
    return std::visit(Formatter{}, value);
}

void Arguments::set(std::string_view name, ParameterValue value, std::string origin) {
    for (auto& argument : arguments_)
        if (argument.name == name) {
            argument.value = std::move(value);
            argument.origin = std::move(origin);
            return;
        }
    arguments_.push_back({std::string{name}, std::move(value), std::move(origin)});
}

const Arguments::Argument* Arguments::find(std::string_view name) const {
    const auto found =
        std::find_if(arguments_.begin(), arguments_.end(), [&](const Argument& a) { return a.name == name; });
    return found == arguments_.end() ? nullptr : &*found;
}

const std::vector<std::string>& Arguments::words_or_none(std::string_view name) const {
    static const std::vector<std::string> none;
    return find(name) ? words(name) : none;
}

bool Arguments::lists(std::string_view name, std::string_view word) const {
    const auto& listed = words_or_none(name);
    return std::find(listed.begin(), listed.end(), word) != listed.end();
}

} // namespace agenda::finding
