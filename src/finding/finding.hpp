// SPDX-License-Identifier: MIT
// What a check says (a Draft) and what a report shows (a Finding).
#pragma once
#include "finding/facts.hpp"
#include "source/text.hpp"
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace agenda::finding {

using source::Span;

/// In rising order.
enum class Severity { off, info, warning, error };

std::string_view name_of(Severity severity);
std::optional<Severity> severity_named(std::string_view name);
/// One level lower; never below info, and off stays off.
Severity lowered(Severity severity);

struct Related {
    Span at;
    std::string label;
    const source::Text* file = nullptr; ///< where that is; nothing: where the finding itself is
};

/// A finding without the rule that gives it its severity and words.
struct Draft {
    Span at;                            ///< the narrowest place that shows it
    const source::Text* file = nullptr; ///< where that is; nothing: in the agenda or what it includes
    /// What it is about: "slot:side-event", "person:klug". Sorted ids make the fingerprint, so no member may be missing
    /// or double.
    std::vector<std::string> about;
    std::string key; ///< tells findings apart that are about the same things; empty where none is needed
    Facts facts;
    std::string label; ///< what the excerpt says beside the caret; may be empty
    std::vector<Related> related;
    bool lowered = false; ///< concerns only those who choose to go: one level lower
};
using Drafts = std::vector<Draft>;
/// Sorts what a draft is about, each once.
void sort_about(Draft& draft);

/// `rule` of the loader's own drafts.
struct Fault {
    std::string_view rule;
    Draft draft;
};

enum class State { open, accepted, baselined };
std::string_view name_of(State state);

/// The words of a rule. Each finding gets its own when they are asked for: of a hundred thousand most are only counted.
class Phrasing {
public:
    virtual ~Phrasing() = default;
    virtual std::string message(const Draft& draft) const = 0;
    virtual std::vector<std::string> notes(const Draft& draft) const = 0;
    virtual std::string help(const Draft& draft) const = 0;
};

struct Finding {
    std::string rule;
    Severity severity = Severity::error;
    Draft draft;
    std::shared_ptr<const Phrasing> phrasing; ///< never null
    std::uint64_t fingerprint = 0;
    State state = State::open;
    std::string reason; ///< of an accepted one: why somebody lives with it
    std::string by;     ///< and who, as far as that is said

    std::string message() const { return phrasing->message(draft); }
    std::vector<std::string> notes() const {
        return phrasing->notes(draft);
    }                                                          ///< the arithmetic and the norm, a line each
    std::string help() const { return phrasing->help(draft); } ///< what one can do; may be empty
};

/// Of rule, sorted ids, key and an ordinal among equals (0 for the first in the order of the file): never of a line
/// number, a message or a measured value. FNV-1a, 64 bits.
std::uint64_t fingerprint(std::string_view rule, const Draft& draft, std::uint64_t ordinal);
/// Sixteen hexadecimal digits.
std::string format_fingerprint(std::uint64_t fingerprint);

} // namespace agenda::finding
