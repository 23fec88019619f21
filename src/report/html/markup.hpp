// SPDX-License-Identifier: MIT
// Writes HTML. What comes from an agenda goes through `text` and can neither be markup nor deceive a reader.
#pragma once
#include <concepts>
#include <ostream>
#include <string>
#include <string_view>

namespace agenda::report::html {

/// The text as characters of an element or of a quoted attribute: nothing in it is markup, and what
/// `source::visible` takes out is taken out.
void append_escaped(std::string& to, std::string_view text);

/// Collects what is written and passes it on in large pieces.
class Markup {
public:
    explicit Markup(std::ostream& out) : out_(out) {}
    ~Markup() { pass_on(); }
    Markup(const Markup&) = delete;
    Markup& operator=(const Markup&) = delete;

    /// Markup of our own, as it is.
    Markup& raw(std::string_view markup) {
        buffer_ += markup;
        if (buffer_.size() > passed_on_at) pass_on();
        return *this;
    }
    Markup& number(std::integral auto number) { return raw(std::to_string(number)); }
    /// Anybody's text.
    Markup& text(std::string_view text) {
        append_escaped(buffer_, text);
        return *this;
    }
    /// A message in which names stand in backticks: those become elements, "b" or "code". An odd number of backticks
    /// stays as written.
    Markup& message(std::string_view text, std::string_view element = "b");

private:
    static constexpr std::size_t passed_on_at = 1U << 16U; // bytes
    void pass_on() {
        out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        buffer_.clear();
    }

    std::ostream& out_;
    std::string buffer_;
};

} // namespace agenda::report::html
