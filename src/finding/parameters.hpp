// SPDX-License-Identifier: MIT
// The values that a rule's parameters take: typed, with units, read from TOML or from the command line.
#pragma once
#include "finding/finding.hpp"
#include "source/toml.hpp"
#include "time/instant.hpp"

namespace agenda::finding {

enum class ParameterType {
    duration, ///< "45m", or a whole number of minutes
    count,    ///< a whole number, zero or more
    flag,     ///< true or false
    share,    ///< "25%", or 0.25: a part of a whole, in whole percent
    clock,    ///< "18:30" on a day's clock, up to "29:59"
    window,   ///< "11:30-14:30" on a day's clock; the end lies after the start
    windows,  ///< a list of windows, or one
    range,    ///< "45m-180m", both inclusive
    name,     ///< one word
    names,    ///< a list of words
    patterns, ///< a list of RE2 patterns, or one
    dates,    ///< a list of dates, or one; each as "2009-07-09"
};
/// "a duration such as \"45m\"": for messages.
std::string_view describe(ParameterType type);

/// From the shortest to the longest, both inclusive.
struct DurationRange {
    time::minutes shortest{}, longest{};
    friend bool operator==(const DurationRange&, const DurationRange&) = default;
};

/// A part of a whole, from 0 to 100.
struct Share {
    std::int64_t percent = 0;
    friend bool operator==(const Share&, const Share&) = default;
};

using ParameterValue =
    std::variant<time::minutes, std::int64_t, bool, time::ClockRange, std::string, std::vector<std::string>,
                 std::vector<time::ClockRange>, DurationRange, Share, time::Clock>;

/// A value, or why it is none, fit to stand behind "`max` of `sitting-too-long` ".
using ReadParameter = std::variant<ParameterValue, std::string>;
ReadParameter read_parameter(ParameterType type, const source::Value& value);
/// As on the command line: names are separated by commas.
ReadParameter read_parameter(ParameterType type, std::string_view text);

/// As a message or a page shows it: "120 min", "11:30-14:30", "25 %", "coffee, pause".
std::string format_parameter(const ParameterValue& value);

/// The arguments of one run of a check: what its rule fixes, and the parameters as they are in force.
class Arguments {
public:
    struct Argument {
        std::string name;
        ParameterValue value;
        /// Who said so, where it is not the rule itself: "profile conference", "the agenda", "the command line".
        std::string origin;
    };

    void set(std::string_view name, ParameterValue value, std::string origin = {});
    const Argument* find(std::string_view name) const;
    /// The argument must be there with this type: the engine has checked that before any check runs.
    template <class T> const T& get(std::string_view name) const { return std::get<T>(find(name)->value); }
    time::minutes duration(std::string_view name) const { return get<time::minutes>(name); }
    std::int64_t count(std::string_view name) const { return get<std::int64_t>(name); }
    bool flag(std::string_view name) const { return get<bool>(name); }
    std::int64_t percent(std::string_view name) const { return get<Share>(name).percent; }
    time::Clock clock(std::string_view name) const { return get<time::Clock>(name); }
    const time::ClockRange& window(std::string_view name) const { return get<time::ClockRange>(name); }
    const std::vector<time::ClockRange>& windows(std::string_view name) const {
        return get<std::vector<time::ClockRange>>(name);
    }
    const std::string& word(std::string_view name) const { return get<std::string>(name); }
    const std::vector<std::string>& words(std::string_view name) const { return get<std::vector<std::string>>(name); }

    /// Of an argument that need not be there: its value, or what stands in its place.
    template <class T> std::optional<T> given(std::string_view name) const {
        const auto* argument = find(name);
        return argument ? std::optional{std::get<T>(argument->value)} : std::nullopt;
    }
    time::minutes duration_or(std::string_view name, time::minutes otherwise) const {
        return given<time::minutes>(name).value_or(otherwise);
    }
    std::int64_t count_or(std::string_view name, std::int64_t otherwise) const {
        return given<std::int64_t>(name).value_or(otherwise);
    }
    bool flag_or(std::string_view name, bool otherwise) const { return given<bool>(name).value_or(otherwise); }
    std::int64_t percent_or(std::string_view name, std::int64_t otherwise) const {
        return given<Share>(name).value_or(Share{otherwise}).percent;
    }
    time::Clock clock_or(std::string_view name, time::Clock otherwise) const {
        return given<time::Clock>(name).value_or(otherwise);
    }
    std::string_view word_or(std::string_view name, std::string_view otherwise) const {
        return find(name) ? std::string_view{word(name)} : otherwise;
    }
    /// No words where it is not there.
    const std::vector<std::string>& words_or_none(std::string_view name) const;
    /// Whether the words of an argument, which need not be there, have this one among them.
    bool lists(std::string_view name, std::string_view word) const;
    auto begin() const { return arguments_.begin(); }
    auto end() const { return arguments_.end(); }

private:
    std::vector<Argument> arguments_;
};

} // namespace agenda::finding
