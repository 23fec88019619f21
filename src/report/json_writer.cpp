// SPDX-License-Identifier: MIT
#include "report/json_writer.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <cmath>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <string>

namespace agenda::report {
namespace {

constexpr std::size_t passed_on_at = 1U << 16U; // bytes

using rapidjson::SizeType;

SizeType size_of(std::string_view text) { return static_cast<SizeType>(text.size()); }

/// Printable ASCII and line ends, which JSON escapes: most strings.
bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return (c >= ' ' && c <= '~') || c == '\n'; });
}

/// Whether each line of the text is harmless.
bool are_harmless(std::string_view text) {
    for (std::size_t end = 0; !text.empty(); text.remove_prefix(std::min(end + 1, text.size()))) {
        end = std::min(text.find('\n'), text.size());
        if (!source::is_harmless(text.substr(0, end))) return false;
    }
    return true;
}

/// The string as a JSON value in ASCII alone.
std::string in_ascii(std::string_view text) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF8<>, rapidjson::ASCII<>> writer{buffer};
    const auto scrubbed = source::scrubbed(text);
    writer.String(scrubbed.data(), size_of(scrubbed));
    std::string result;
    for (const char c : std::string_view{buffer.GetString(), buffer.GetSize()}) {
        if (c == '\x7f')
            result += "\\u007F";
        else if (c == '#' && result.ends_with('#'))
            result += "\\u0023";
        else
            result += c;
    }
    return result;
}

} // namespace

struct JsonWriter::Parts {
    std::ostream& out;
    rapidjson::StringBuffer buffer;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer{buffer};

    explicit Parts(std::ostream& stream) : out(stream) { writer.SetIndent(' ', 2); }
    void pass_on() {
        out.write(buffer.GetString(), static_cast<std::streamsize>(buffer.GetSize()));
        buffer.Clear();
    }
};

JsonWriter::JsonWriter(std::ostream& out) : parts_(std::make_unique<Parts>(out)) {}
JsonWriter::~JsonWriter() = default;

void JsonWriter::begin_object() { parts_->writer.StartObject(); }
void JsonWriter::end_object() {
    parts_->writer.EndObject();
    if (parts_->buffer.GetSize() > passed_on_at) parts_->pass_on();
}
void JsonWriter::begin_array() { parts_->writer.StartArray(); }
void JsonWriter::end_array() { parts_->writer.EndArray(); }

void JsonWriter::key(std::string_view name) { value(name); }

void JsonWriter::value(std::string_view text) {
    if (text.find("##") == std::string_view::npos && (is_plain(text) || are_harmless(text))) {
        parts_->writer.String(text.data(), size_of(text));
    } else {
        const auto ascii = in_ascii(text);
        parts_->writer.RawValue(ascii.data(), ascii.size(), rapidjson::kStringType);
    }
}
void JsonWriter::value(bool flag) { parts_->writer.Bool(flag); }
void JsonWriter::value(double number) {
    if (std::isfinite(number))
        parts_->writer.Double(number);
    else
        parts_->writer.Null();
}
void JsonWriter::value(std::nullptr_t) { parts_->writer.Null(); }
void JsonWriter::integer(std::int64_t number) { parts_->writer.Int64(number); }
void JsonWriter::natural(std::uint64_t number) { parts_->writer.Uint64(number); }

void JsonWriter::finish() {
    parts_->buffer.Put('\n');
    parts_->pass_on();
}

} // namespace agenda::report
