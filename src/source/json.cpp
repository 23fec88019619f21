// SPDX-License-Identifier: MIT
#include "source/json.hpp"
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace agenda::source {
namespace {

constexpr std::size_t deepest = 256;
constexpr std::size_t most_values = 4'000'000; // each takes a hundred bytes and more

/// Builds the tree. What the reader has just read ends where its stream stands; it began behind what was read before.
class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder> {
public:
    Builder(std::string_view text, const rapidjson::MemoryStream& stream) : text_(text), stream_(stream) {}

    bool Null() { return put(Node::string({}, next())); }
    bool Bool(bool value) { return put(Node::flag(value, next())); }
    bool Int(int value) { return whole(value); }
    bool Uint(unsigned value) { return whole(value); }
    bool Int64(std::int64_t value) { return whole(value); }
    bool Uint64(std::uint64_t) { return written(); }
    bool Double(double) { return written(); }
    bool String(const char* value, rapidjson::SizeType size, bool) { return put(Node::string({value, size}, next())); }
    bool Key(const char* value, rapidjson::SizeType size, bool) {
        key_.assign(value, size);
        key_at_ = next();
        return true;
    }
    bool StartObject() { return open(Node::table(next())); }
    bool StartArray() { return open(Node::list(next())); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    /// Why it wants no more; empty where it does.
    std::string_view refusal() const {
        if (values_ > most_values) return "there are more than 4,000,000 values";
        return too_deep_ ? "values are nested more than 256 deep" : std::string_view{};
    }
    /// What has been read, also where the text goes on or breaks off.
    Node take() {
        while (!open_.empty()) close();
        return std::move(root_);
    }

private:
    struct Open {
        Node node;
        std::string key;
        Span key_at;
    };

    Span next() {
        auto begin = last_;
        while (begin < text_.size() && std::string_view{" \t\r\n,:"}.find(text_[begin]) != std::string_view::npos)
            ++begin;
        const auto end = std::max(begin, stream_.Tell());
        last_ = end;
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
    }

    bool whole(std::int64_t value) {
        const auto at = next();
        Node node = Node::string(std::string{text_.substr(at.offset, at.length)}, at);
        node.kind = Kind::integer;
        node.integer = value;
        return put(std::move(node));
    }
    bool written() {
        const auto at = next();
        return put(Node::string(std::string{text_.substr(at.offset, at.length)}, at));
    }

    bool open(Node node) {
        too_deep_ = open_.size() >= deepest;
        ++values_;
        last_ = node.at.offset + 1; // the reader has not passed over the bracket yet
        open_.push_back({std::move(node), std::move(key_), key_at_});
        return refusal().empty();
    }
    bool close() {
        auto closed = std::move(open_.back());
        open_.pop_back();
        last_ = stream_.Tell();
        key_ = std::move(closed.key);
        key_at_ = closed.key_at;
        return put(std::move(closed.node));
    }
    bool put(Node node) {
        if (open_.empty())
            root_ = std::move(node);
        else if (open_.back().node.kind == Kind::table)
            open_.back().node.add(std::move(key_), key_at_, std::move(node));
        else
            open_.back().node.elements.push_back(std::move(node));
        return ++values_ <= most_values;
    }

    std::string_view text_;
    const rapidjson::MemoryStream& stream_;
    std::size_t last_ = 0; ///< behind what was read before
    std::vector<Open> open_;
    std::string key_;
    Span key_at_;
    Node root_;
    std::size_t values_ = 0;
    bool too_deep_ = false;
};

std::string lowered_first(std::string text) {
    if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z')
        text.front() = static_cast<char>(text.front() + 32);
    while (!text.empty() && text.back() == '.') text.pop_back();
    return text;
}

} // namespace

JsonText read_json(const Text& text) {
    auto bytes = text.bytes();
    const std::size_t skipped = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    rapidjson::MemoryStream stream{bytes.data(), bytes.size()};
    for (std::size_t i = 0; i < skipped; ++i) stream.Take();
    Builder builder{bytes, stream};
    rapidjson::Reader reader;
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
    const auto result = reader.Parse<flags>(stream, builder);
    JsonText read;
    if (result.IsError()) {
        const auto at = static_cast<std::uint32_t>(std::min(result.Offset(), bytes.size()));
        read.error = SyntaxError{!builder.refusal().empty()
                                     ? std::string{builder.refusal()}
                                     : "this is not JSON: " + lowered_first(rapidjson::GetParseError_En(result.Code())),
                                 {at, at < bytes.size() ? 1U : 0U}};
    }
    read.root = builder.take();
    return read;
}

} // namespace agenda::source
