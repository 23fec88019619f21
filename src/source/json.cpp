// SPDX-License-Identifier: MIT
#include "source/json.hpp"
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace agenda::source {
namespace {

constexpr std::size_t deepest = 256;
constexpr std::size_t most_values = 4'000'000; // each takes some fifty bytes

/// Builds the tree. What the reader has just read ends where its stream stands; it began behind what was read before.
class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder> {
public:
    Builder(const Text& text, const rapidjson::MemoryStream& stream)
        : text_(text.bytes()), stream_(stream), store_(std::make_unique<Store>(text, text_.size())) {}

    bool Null() { return put(store_->string({}, next())); }
    bool Bool(bool value) { return put(Stored::flag(value, next())); }
    bool Int(int value) { return put(Stored::whole(value, next())); }
    bool Uint(unsigned value) { return put(Stored::whole(value, next())); }
    bool Int64(std::int64_t value) { return put(Stored::whole(value, next())); }
    bool Uint64(std::uint64_t) { return written(); }
    bool Double(double) { return written(); }
    bool String(const char* value, rapidjson::SizeType size, bool) {
        return put(store_->string({value, size}, next()));
    }
    bool Key(const char* value, rapidjson::SizeType size, bool) {
        key_at_ = next();
        key_ = store_->keep({value, size}, key_at_);
        return true;
    }
    bool StartObject() { return open(Kind::table); }
    bool StartArray() { return open(Kind::array); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    /// Why it wants no more; empty where it does.
    std::string_view refusal() const {
        if (count_ > most_values) return "there are more than 4,000,000 values";
        return too_deep_ ? "values are nested more than 256 deep" : std::string_view{};
    }
    /// What has been read, also where the text goes on or breaks off.
    Tree take() {
        while (!open_.empty()) close();
        Tree tree;
        if (!values_.empty()) tree.root = values_.front();
        tree.stores.push_back(std::move(store_));
        return tree;
    }

private:
    struct Open {
        Kind kind;
        Span at;
        std::string_view key;
        Span key_at;
        std::size_t first; ///< of the values in it
    };

    Span next() {
        auto begin = last_;
        while (begin < text_.size() && std::string_view{" \t\r\n,:"}.find(text_[begin]) != std::string_view::npos)
            ++begin;
        const auto end = std::max(begin, stream_.Tell());
        last_ = end;
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
    }

    bool written() {
        const auto at = next();
        return put(store_->string(text_.substr(at.offset, at.length), at));
    }

    bool open(Kind kind) {
        const auto at = next();
        too_deep_ = open_.size() >= deepest;
        ++count_;
        last_ = at.offset + 1; // the reader has not passed over the bracket yet
        open_.push_back({kind, at, key_, key_at_, values_.size()});
        return refusal().empty();
    }
    bool close() {
        const auto closed = open_.back();
        open_.pop_back();
        last_ = stream_.Tell();
        key_ = closed.key;
        key_at_ = closed.key_at;
        const auto inside = std::span{values_}.subspan(closed.first);
        const auto value =
            closed.kind == Kind::table ? store_->table(inside, closed.at) : store_->list(inside, closed.at);
        values_.resize(closed.first);
        return put(value);
    }
    bool put(Stored value) {
        if (!open_.empty() && open_.back().kind == Kind::table) {
            value.key = key_;
            value.key_at = key_at_;
        }
        values_.push_back(value);
        return ++count_ <= most_values;
    }

    std::string_view text_;
    const rapidjson::MemoryStream& stream_;
    std::unique_ptr<Store> store_;
    std::size_t last_ = 0; ///< behind what was read before
    std::vector<Open> open_;
    std::vector<Stored> values_; ///< in what is open, and at last the whole
    std::string_view key_;
    Span key_at_;
    std::size_t count_ = 0;
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
    Builder builder{text, stream};
    rapidjson::Reader reader;
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
    const auto result = reader.Parse<flags>(stream, builder);
    JsonText json;
    if (result.IsError()) {
        const auto at = static_cast<std::uint32_t>(std::min(result.Offset(), bytes.size()));
        json.error = SyntaxError{!builder.refusal().empty()
                                     ? std::string{builder.refusal()}
                                     : "this is not JSON: " + lowered_first(rapidjson::GetParseError_En(result.Code())),
                                 {at, at < bytes.size() ? 1U : 0U}};
    }
    json.read = builder.take();
    return json;
}

} // namespace agenda::source
