// SPDX-License-Identifier: MIT
// The rule in a zone file's footer ("CET-1CEST,M3.5.0,M10.5.0/3", POSIX.1 8.3 as RFC 8536 extends it): what holds after
// the listed transitions. Wraps the date library's ptz.h. C++17, because that header does not compile beside C++20's
// own calendar types.
#pragma once
#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace agenda::time {

class PosixRule {
public:
    /// Nothing where the text is empty, not such a rule, or names a month, week or day that there is not ("M13.5.0").
    /// Nor is a change at a negative hour read ("M3.4.0/-1"), which RFC 8536 allows and POSIX does not.
    static std::optional<PosixRule> read(const std::string& text);

    /// What holds at a point in time; all values are seconds, points count from 1970-01-01 00:00 UTC.
    struct Info {
        std::chrono::seconds offset; ///< from UTC, positive to the east
        std::chrono::seconds until;  ///< the next change of the clock, exclusive
    };
    Info at(std::chrono::seconds since_epoch) const;

private:
    struct Zone;
    explicit PosixRule(std::shared_ptr<const Zone> zone);
    std::shared_ptr<const Zone> zone_;
};

} // namespace agenda::time
