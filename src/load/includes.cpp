// SPDX-License-Identifier: MIT
#include "load/includes.hpp"
#include "source/file.hpp"

namespace agenda::load {
namespace {

/// What is wrong with the agenda itself comes first.
void is_unread(Loaded& loaded, const std::string& file, std::string_view rule) {
    if (loaded.whole()) loaded.unread = {"includes `" + file + "`, which cannot be read", rule};
}

class Includes {
public:
    Includes(Reader& reader, Loaded& loaded, const Include& include)
        : reader_(reader), loaded_(loaded), include_(include), end_(loaded.text->end()) {}

    void read(const Value& value, const Entry& entry) {
        if (!value.is(Kind::string))
            return reader_.wrong_type({entry.key, entry.key_span, value}, "the path of a file");
        reader_.count("include-unreadable");
        const std::string path{value.string()};
        auto found = find(path);
        if (const auto* refused = std::get_if<NotIncluded>(&found)) {
            return refuse_include(reader_, loaded_, path, value.span(), *refused);
        }
        add(std::get<IncludedText>(std::move(found)));
    }

    void finish() {
        std::vector<std::shared_ptr<const source::Text>> texts;
        for (const auto& one : loaded_.included) texts.push_back(one.text);
        loaded_.text = std::make_shared<const source::Text>(loaded_.text->including(std::move(texts)));
        for (const auto& one : loaded_.included) {
            for (const auto& error : one.document->errors()) {
                is_unread(loaded_, one.text->name(), "syntax-error");
                reader_.fault("syntax-error", error.at, {{"reason", error.reason}}, one.text->name());
            }
        }
    }

private:
    std::variant<IncludedText, NotIncluded> find(const std::string& path) const {
        if (!include_) return NotIncluded{"cannot be read here", "check the agenda as a file"};
        auto found = include_(path);
        const auto* text = std::get_if<IncludedText>(&found);
        if (!text) return found;
        for (const auto& one : loaded_.included)
            if (one.file == text->file) return NotIncluded{"is included already", "name each file once"};
        if (text->bytes.size() > source::largest_file - std::min(source::largest_file, end_ - loaded_.text->end()))
            return NotIncluded{"is larger than 512 MiB, together with those before it", "include less"};
        return found;
    }

    void add(IncludedText found) {
        auto text = std::make_shared<const source::Text>(std::move(found.name), std::move(found.bytes),
                                                         static_cast<std::uint32_t>(end_ + 1));
        end_ = text->end();
        loaded_.included.push_back({std::move(found.file), text, std::nullopt});
        loaded_.included.back().document.emplace(std::move(text));
    }

    Reader& reader_;
    Loaded& loaded_;
    const Include& include_;
    std::size_t end_; ///< of the last text
};

} // namespace

std::optional<NotIncluded> no_shared_file(std::string_view key) {
    if (key == "day" || key == "event")
        return NotIncluded{"is an agenda itself",
                           "move what both need into a file of its own, and include that in both"};
    if (key == "include") return NotIncluded{"includes other files", "include them in the agenda"};
    return std::nullopt;
}

void refuse_include(Reader& reader, Loaded& loaded, const std::string& file, Span at, const NotIncluded& why) {
    is_unread(loaded, file, "include-unreadable");
    reader.fault("include-unreadable", at, {{"what", file}, {"reason", why.why}, {"hint", why.help}}, file);
}

void read_includes(Reader& reader, Loaded& loaded, const Entry& entry, const Include& include) {
    Includes includes{reader, loaded, include};
    if (entry.value.is(Kind::array))
        for (const auto& element : entry.value.elements()) includes.read(element, entry);
    else
        includes.read(entry.value, entry);
    includes.finish();
}

} // namespace agenda::load
