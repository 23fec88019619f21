// SPDX-License-Identifier: MIT
// What a check says (a Draft) and what a report shows (a Finding).
#pragma once
#include "source/text.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace agenda::finding {

using source::Span;

/// In rising order.
enum class Severity { off, info, warning, error };

std::string_view name_of(Severity severity);
std::optional<Severity> severity_named(std::string_view name);
/// One level lower; never below info, and off stays off.
Severity lowered(Severity severity);

/// A typed value of a finding, so that nobody has to parse its message. Numbers are minutes or counts, as the check's
/// table says.
using FactValue = std::variant<std::int64_t, std::string>;
struct Fact {
    std::string_view name; ///< one of the fields that the check documents: text that lives as long as the program
    FactValue value;
};

class Facts {
public:
    Facts() = default;
    Facts(std::initializer_list<Fact> facts) : facts_(facts) {}

    void set(std::string_view name, FactValue value);
    const FactValue* find(std::string_view name) const;
    std::string text(std::string_view name) const; ///< as a message shows it; empty where absent
    auto begin() const { return facts_.begin(); }
    auto end() const { return facts_.end(); }

private:
    std::vector<Fact> facts_; // a handful
};

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

struct Finding {
    std::string rule;
    Severity severity = Severity::error;
    std::string message;
    std::vector<std::string> notes; ///< the arithmetic and the norm, a line each
    std::string help;               ///< what one can do; may be empty
    Draft draft;
    std::uint64_t fingerprint = 0;
    State state = State::open;
    std::string reason; ///< of an accepted one: why somebody lives with it
    std::string by;     ///< and who, as far as that is said
};

/// Of rule, sorted ids, key and an ordinal among equals (0 for the first in the order of the file): never of a line
/// number, a message or a measured value. FNV-1a, 64 bits.
std::uint64_t fingerprint(std::string_view rule, const Draft& draft, std::uint64_t ordinal);
/// Sixteen hexadecimal digits.
std::string format_fingerprint(std::uint64_t fingerprint);

} // namespace agenda::finding
