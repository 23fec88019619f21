// SPDX-License-Identifier: MIT
// Reads only as much of RE2's syntax as it takes to tell plain characters from all else, and gives up where in doubt.
#include "source/pattern_literal.hpp"
#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utf8proc.h>

namespace agenda::source {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Reader {
public:
    explicit Reader(std::string_view pattern) : pattern_(pattern) {}

    std::string longest() {
        if (pattern_.find("\\Q") != std::string_view::npos) return {}; // all is plain up to \E
        while (at_ < pattern_.size())
            if (!step()) return {};
        end_run();
        return longest_;
    }

private:
    char here(std::size_t ahead = 0) const { return at_ + ahead < pattern_.size() ? pattern_[at_ + ahead] : '\0'; }

    /// Whether what follows could be read too.
    bool step() {
        const char c = here();
        switch (c) {
        case '|': return false;
        case '\\': return escape();
        case '{': return repeat();
        case '(': end_run(); return group();
        case '[': end_run(); return skip_class(), true;
        case '*':
        case '?': drop_last(); [[fallthrough]];
        case '+':
        case '.':
        case '^':
        case '$': end_run(); break;
        default: add(c);
        }
        ++at_;
        return true;
    }

    bool escape() {
        constexpr std::string_view of_no_character = "bBAz", of_a_class = "dDsSwW", controls = "tnrf";
        const char c = here(1);
        at_ += 2;
        if (of_no_character.find(c) != std::string_view::npos || of_a_class.find(c) != std::string_view::npos)
            return end_run(), true;
        if (c == 'x' && here() == '{') return code_point();
        if (const auto control = controls.find(c); control != std::string_view::npos) {
            add("\t\n\r\f"[control]);
            return true;
        }
        if (is_letter(c) || is_digit(c)) return false;
        add(c);
        return true;
    }

    /// The braces of "\x{FFFD}".
    bool code_point() {
        const auto end = std::min(pattern_.find('}', at_), pattern_.size());
        const auto digits = pattern_.substr(at_ + 1, end - at_ - 1);
        std::uint32_t value = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
        std::array<utf8proc_uint8_t, 4> bytes{};
        if (read.ec != std::errc{} || value > 0x10FFFF) return false;
        const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(value), bytes.data());
        for (utf8proc_ssize_t i = 0; i < size; ++i) add(static_cast<char>(bytes[static_cast<std::size_t>(i)]));
        at_ = end + 1;
        return size > 0;
    }

    /// "{2}", "{2,}" or "{2,5}" behind a character or a group, which with "{0,1}" may be none.
    bool repeat() {
        const auto end = pattern_.find('}', at_);
        if (end == std::string_view::npos || !is_digit(here(1))) return false;
        const auto numbers = pattern_.substr(at_ + 1, end - at_ - 1);
        if (!std::all_of(numbers.begin(), numbers.end(), [](char c) { return is_digit(c) || c == ','; })) return false;
        if (numbers.front() == '0') drop_last();
        end_run();
        at_ = end + 1;
        return true;
    }

    bool group() {
        const bool flags = here(1) == '?' && here(2) != ':';
        under_flags_ = under_flags_ || (flags && pattern_.substr(at_, 4) != "(?m)");
        int depth = 0;
        do {
            if (here() == '[') {
                skip_class();
                continue;
            }
            if (here() == '(') ++depth;
            if (here() == ')') --depth;
            at_ += here() == '\\' ? 2 : 1;
        } while (depth > 0 && at_ < pattern_.size());
        // In "a(?i)?" it is the "a" that may be missing.
        return !flags || std::string_view{"*?{"}.find(here()) == std::string_view::npos;
    }

    void skip_class() {
        at_ += here(1) == '^' ? 2 : 1;
        for (bool first = true; at_ < pattern_.size() && (first || here() != ']'); first = false) {
            const auto named = here() == '[' && here(1) == ':' ? pattern_.find(":]", at_ + 2) : std::string_view::npos;
            at_ = named != std::string_view::npos ? named + 2 : at_ + (here() == '\\' ? 2 : 1);
        }
        ++at_;
    }

    /// Flags such as (?i) hold for all that is behind them; (?m) changes no character.
    void add(char c) {
        if (!under_flags_) run_ += c;
    }

    /// The last character may be missing.
    void drop_last() {
        while (!run_.empty() && (static_cast<unsigned char>(run_.back()) & 0xC0U) == 0x80U) run_.pop_back();
        if (!run_.empty()) run_.pop_back();
    }

    void end_run() {
        if (run_.size() > longest_.size()) longest_ = run_;
        run_.clear();
    }

    std::string_view pattern_;
    std::size_t at_ = 0;
    bool under_flags_ = false;
    std::string run_, longest_;
};

} // namespace

std::string literal_of(std::string_view pattern) { return Reader{pattern}.longest(); }

Literal::Literal(std::string text) : text_(std::move(text)) {
    const auto commonness = [](char c) {
        return c == ' ' ? 3 : c >= 'a' && c <= 'z' ? 2 : is_letter(c) || is_digit(c);
    };
    const auto rarest =
        std::min_element(text_.begin(), text_.end(), [&](char a, char b) { return commonness(a) < commonness(b); });
    rarest_ = static_cast<std::size_t>(rarest - text_.begin());
}

bool Literal::is_in(std::string_view text) const {
    if (text_.empty()) return true;
    if (text_[rarest_] == ' ') return memmem(text.data(), text.size(), text_.data(), text_.size()) != nullptr;
    for (auto at = text.find(text_[rarest_], rarest_); at != std::string_view::npos;
         at = text.find(text_[rarest_], at + 1))
        if (text.substr(at - rarest_).starts_with(text_)) return true;
    return false;
}

bool is_anchored(std::string_view pattern) {
    for (const auto* unsure : {"|", "(?", "\\Q"})
        if (pattern.find(unsure) != std::string_view::npos) return false;
    if (pattern.starts_with('^'))
        return pattern.size() == 1 || std::string_view{"*?{"}.find(pattern[1]) == std::string_view::npos;
    const auto before = pattern.substr(0, pattern.size() - (pattern.ends_with('$') ? 1 : 0));
    const auto escapes = before.size() - std::min(before.find_last_not_of('\\') + 1, before.size());
    return pattern.ends_with('$') && escapes % 2 == 0;
}

} // namespace agenda::source
