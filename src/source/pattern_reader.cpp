// SPDX-License-Identifier: MIT
// Gives up where in doubt; a set of characters may be read as a larger one, never as a smaller.
#include "source/pattern_reader.hpp"
#include "source/code_points.hpp"
#include "source/pattern_classes.hpp"
#include <algorithm>
#include <charconv>
#include <utf8proc.h>

namespace agenda::source {
namespace {

class PatternReader {
public:
    explicit PatternReader(std::string_view pattern) : pattern_(pattern) {}

    std::optional<PatternPart> read() {
        auto result = alternatives();
        if (failed_ || at_ < pattern_.size()) return std::nullopt;
        return result;
    }

private:
    struct Flags {
        bool ignores_case = false, many_lines = false;
    };

    bool done() const { return at_ >= pattern_.size(); }
    char here(std::size_t ahead = 0) const { return at_ + ahead < pattern_.size() ? pattern_[at_ + ahead] : '\0'; }
    bool skip(std::string_view text) {
        const bool there = pattern_.substr(std::min(at_, pattern_.size())).starts_with(text);
        if (there) at_ += text.size();
        return there;
    }
    std::int32_t give_up() {
        failed_ = true;
        at_ = pattern_.size();
        return 0;
    }

    PatternPart alternatives() {
        std::vector<PatternPart> parts{sequence()};
        while (skip("|")) parts.push_back(sequence());
        return one_of(parts);
    }

    PatternPart sequence() {
        PatternPart result;
        while (!done() && here() != '|' && here() != ')') {
            if (is_flags()) {
                read_flags();
                if (!skip(")") || is_repeat()) give_up(); // in "a(?i)?" it is the "a" that may be missing
                continue;
            }
            if (const auto set = characters(); !set)
                append_repeated(result, part());
            else if (is_repeat())
                append_repeated(result, character_of(*set));
            else
                result.append_character(*set);
        }
        return result;
    }

    /// What the bytes of one character may be; nothing where something else stands there, or one that is known by its
    /// several bytes.
    std::optional<ByteSet> characters() {
        const auto with_flags = [&](const ByteSet& set) { return flags_.ignores_case ? in_both_cases(set) : set; };
        switch (here()) {
        case '(':
        case '^':
        case '$': return std::nullopt;
        case '*':
        case '+':
        case '?':
        case '{': give_up(); return std::nullopt;
        case '.': ++at_; return ~ByteSet{};
        case '[': return with_flags(bracketed());
        case '\\':
            if (const auto set = class_escape()) return with_flags(*set);
            if (std::string_view{"bBAz"}.find(here(1)) != std::string_view::npos) return std::nullopt;
            break;
        default: break;
        }
        const auto before = at_;
        const auto code_point = member();
        if (code_point < 0x80)
            return with_flags(ByteSet::range(static_cast<unsigned>(code_point), static_cast<unsigned>(code_point)));
        if (flags_.ignores_case) return with_flags(not_ascii);
        at_ = before;
        return std::nullopt;
    }

    /// What else there is, before a repetition of it.
    PatternPart part() {
        const char c = here();
        const char escaped = c == '\\' ? here(1) : '\0';
        if (c == '(') return group();
        if (c == '^' || c == '$') return ++at_, end_of_text(c == '^', !flags_.many_lines);
        if (escaped == 'A' || escaped == 'z') return at_ += 2, end_of_text(escaped == 'A', true);
        if (escaped == 'b' || escaped == 'B') return at_ += 2, PatternPart{};
        PatternPart result;
        each_byte(member(), [&](unsigned byte) { result.append_byte(ByteSet::range(byte, byte)); });
        return result;
    }

    PatternPart group() {
        const auto outside = flags_;
        ++at_;
        if (skip("?P<") || (here() == '?' && here(1) == '<')) // a name
            at_ = std::min(pattern_.find('>', at_), pattern_.size()) + 1;
        else if (here() == '?') {
            --at_;
            read_flags();
            if (!skip(":")) give_up();
        }
        auto result = alternatives();
        if (!skip(")")) give_up();
        flags_ = outside;
        return result;
    }

    /// "(?i)", not "(?i:".
    bool is_flags() const {
        if (here() != '(' || here(1) != '?') return false;
        const auto end = pattern_.find_first_not_of("imsU-", at_ + 2);
        return end != std::string_view::npos && pattern_[end] == ')';
    }

    void read_flags() {
        bool value = true;
        for (at_ += 2; !done() && here() != ')' && here() != ':'; ++at_) {
            if (here() == '-') value = false;
            if (here() == 'i') flags_.ignores_case = value;
            if (here() == 'm') flags_.many_lines = value;
            if (std::string_view{"-imsU"}.find(here()) == std::string_view::npos) give_up();
        }
    }

    /// Of a character, as UTF-8 writes it.
    template <class Use> static void each_byte(std::int32_t character, Use use) {
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto size = utf8proc_encode_char(character, bytes.data());
        for (utf8proc_ssize_t i = 0; i < size; ++i) use(unsigned{bytes[static_cast<std::size_t>(i)]});
    }

    static PatternPart end_of_text(bool begin, bool sure) {
        PatternPart result;
        if (begin)
            result.may_be_empty_inside = !sure;
        else
            result.ends = sure;
        return result;
    }

    /// One as it stands there.
    std::int32_t plain() {
        if (done()) return give_up();
        const auto decoded = decode(pattern_.substr(at_));
        at_ += decoded.size;
        return decoded.code_point < 0 ? give_up() : decoded.code_point;
    }

    /// "\d", "\pL" or "\p{Greek}".
    std::optional<ByteSet> class_escape() {
        const char c = here(1);
        if (here() != '\\' || c == '\0' || std::string_view{"dDsSwWpP"}.find(c) == std::string_view::npos) return {};
        at_ += 2;
        if (c != 'p' && c != 'P') return class_named(c);
        const auto from = at_ + (here() == '{' ? 1 : 0);
        const auto to = here() == '{' ? pattern_.find('}', from) : from + 1;
        if (to >= pattern_.size() + (here() == '{' ? 0 : 1)) return give_up(), ByteSet{};
        at_ = to + (here() == '{' ? 1 : 0);
        return c == 'P' ? ~ByteSet{} : property_named(pattern_.substr(from, to - from));
    }

    /// One that stands behind a backslash.
    std::int32_t escaped() {
        constexpr std::string_view letters = "aftnrv", controls = "\a\f\t\n\r\v";
        const char c = here(1);
        at_ += 2;
        if (const auto control = letters.find(c); control != std::string_view::npos) return controls[control];
        if (c == 'x') return hexadecimal();
        return c == '\0' || word_letters.has(c) || not_ascii.has(c) ? give_up() : c;
    }

    /// "\x41" or "\x{FFFD}".
    std::int32_t hexadecimal() {
        const bool braces = skip("{");
        const auto size = braces ? std::min(pattern_.find('}', at_), pattern_.size()) - at_ : 2;
        const auto text = pattern_.substr(std::min(at_, pattern_.size()), size);
        std::int32_t value = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value, 16);
        if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || text.size() < size || value > 0x10FFFF)
            return give_up();
        at_ += size + (braces ? 1 : 0);
        return value;
    }

    /// "[a-z]" and the like.
    ByteSet bracketed() {
        ++at_;
        const bool others = skip("^");
        ByteSet result;
        bool sure = true; // that all ASCII in it is meant
        for (bool first = true; !done() && (first || here() != ']'); first = false) {
            const bool named = here() == '[' && here(1) == ':';
            const bool property = here() == '\\' && (here(1) == 'p' || here(1) == 'P');
            sure = sure && !named && !property;
            if (named) {
                at_ = std::min(pattern_.find(":]", at_ + 2), pattern_.size()) + 2;
                result = ~ByteSet{};
            } else if (const auto set = class_escape()) {
                result |= *set;
            } else {
                const auto low = member();
                const bool range = here() == '-' && here(1) != ']' && here(1) != '\0';
                if (range) ++at_;
                const auto high = range ? member() : low;
                for (auto c = low; c <= std::min(high, 0x7F); ++c) result.add(static_cast<unsigned>(c));
                if (high >= 0x80 && low == high)
                    each_byte(high, [&](unsigned byte) { result.add(byte); });
                else if (high >= 0x80)
                    result |= not_ascii;
            }
        }
        if (!skip("]")) give_up();
        if (!others) return result;
        return sure ? ~result | not_ascii : ~ByteSet{};
    }

    std::int32_t member() { return here() == '\\' ? escaped() : plain(); }

    bool is_repeat() const { return !done() && std::string_view{"*+?{"}.find(here()) != std::string_view::npos; }

    /// The part as often as what follows it says.
    void append_repeated(PatternPart& before, const PatternPart& part) {
        if (!is_repeat()) return before.append(part);
        int least = here() == '+' ? 1 : 0, most = here() == '?' ? 1 : -1;
        if (here() == '{')
            read_numbers(least, most);
        else
            ++at_;
        skip("?"); // as few as will do
        if (is_repeat()) give_up();
        constexpr int enough = 3; // to know of
        for (int i = 0; i < std::min(least, enough); ++i) before.append(part);
        if (least == 0 && most == 1)
            before.append(one_of({part, {}}));
        else if (most != least || least > enough)
            before.append(part.any_number(least > 0));
    }

    /// Digits as RE2 takes them for a number.
    static std::optional<int> number(std::string_view digits) {
        const bool all = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!all || digits.empty() || digits.size() > 4 || (digits.size() > 1 && digits.front() == '0')) return {};
        int value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    }

    /// "{2}", "{2,}" or "{2,5}"; braces around anything else are characters.
    void read_numbers(int& least, int& most) {
        const auto end = pattern_.find('}', at_);
        if (end == std::string_view::npos) return static_cast<void>(give_up());
        const auto numbers = pattern_.substr(at_ + 1, end - at_ - 1);
        const auto comma = std::min(numbers.find(','), numbers.size());
        const auto first = number(numbers.substr(0, comma));
        const bool open = comma + 1 == numbers.size();
        const auto second = comma == numbers.size() ? first : open ? -1 : number(numbers.substr(comma + 1));
        if (!first || !second) return static_cast<void>(give_up());
        least = *first;
        most = *second;
        at_ = end + 1;
    }

    std::string_view pattern_;
    std::size_t at_ = 0;
    bool failed_ = false;
    Flags flags_;
};

} // namespace

std::optional<PatternPart> read_pattern(std::string_view pattern) { return PatternReader{pattern}.read(); }

} // namespace agenda::source
