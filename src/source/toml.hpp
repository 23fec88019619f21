// SPDX-License-Identifier: MIT
// Values with their places: of a TOML text, or as an importer has made them of another.
#pragma once
#include "source/stored.hpp"
#include <cassert>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace agenda::source {

struct Entry;

/// What a table or a list has, in the order of the file: an Entry or a Value each, made when it is asked for. A view,
/// valid as long as the document.
template <class Of> class Members {
public:
    class Iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Of;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = Of;

        Iterator(const Members& all, std::size_t index) : all_(all), index_(index) {}
        Of operator*() const { return all_[index_]; }
        Iterator& operator++() {
            ++index_;
            return *this;
        }
        Iterator operator++(int) { return std::exchange(*this, {all_, index_ + 1}); }
        bool operator==(const Iterator& other) const { return index_ == other.index_; }

    private:
        Members all_;
        std::size_t index_;
    };

    Members(std::span<const Stored> stored, const Text* text) : stored_(stored), text_(text) {}

    std::size_t size() const { return stored_.size(); }
    bool empty() const { return stored_.empty(); }
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size()}; }
    Of front() const { return (*this)[0]; }
    Of operator[](std::size_t index) const {
        assert(index < size());
        const auto& one = stored_[index];
        if constexpr (requires(Of of) { of.key; })
            return {one.key, one.key_at, {&one, text_}};
        else
            return {&one, text_};
    }

private:
    std::span<const Stored> stored_;
    const Text* text_;
};

/// "a string", "a table": for messages.
std::string_view describe(Kind kind);

/// A value in a document: a view, valid as long as its Document.
class Value {
public:
    Kind kind() const { return stored_->kind; }
    bool is(Kind wanted) const { return kind() == wanted; }
    /// The value as it is written, quotes and brackets included; of a table with a header, that
    /// header, brackets included; of an array of tables, its first header.
    Span span() const { return stored_->at; }

    /// The text of the span: a date as its author wrote it.
    std::string_view written() const { return text_->slice(span()); }

    /// Each asks for its own kind and is empty or zero for any other.
    std::string_view string() const { return stored_->string(); }
    std::int64_t integer() const { return is(Kind::integer) ? stored_->integer : 0; }
    double real() const { return is(Kind::real) ? stored_->real : 0; }
    bool boolean() const { return is(Kind::boolean) && stored_->boolean; }
    std::chrono::year_month_day date() const; ///< also the date of a date-time
    std::chrono::seconds time() const;        ///< since midnight; fractions are dropped

    /// A table's entries in the order of the file; empty for any other kind. A table that is made of several places
    /// (dotted keys) stands at its first.
    Members<Entry> entries() const;
    /// An array's values; empty for any other kind.
    Members<Value> elements() const;
    std::optional<Value> find(std::string_view key) const;

    /// For those who make values.
    Value(const Stored* stored, const Text* text) : stored_(stored), text_(text) {}

private:
    const Stored* stored_;
    const Text* text_;
};

struct Entry {
    std::string_view key;
    Span key_span;
    Value value;
};

/// What is wrong with a text that is not TOML.
struct SyntaxError {
    std::string reason; ///< lower case, no full stop
    Span at;
};

/// How long a part of a text is that is read at once: as much as takes a few milliseconds.
inline constexpr std::size_t usual_piece = std::size_t{256} << 10U;

/// A text and the values read from it. Text and Document live as long as one another.
class Document {
public:
    /// Never throws for any content. Where the text is not TOML, the errors are the first of each section that has one,
    /// in the order of the file: ten at most, and none that only follows from another. The document holds what the
    /// other sections say; nothing where ten readings do not suffice, or at a byte that is not UTF-8 or a key of more
    /// than 256 parts. A text of more than two pieces is read by several threads where there are some (see
    /// use_threads); what is read is the same with all pieces of whatever length.
    explicit Document(std::shared_ptr<const Text> text, std::size_t piece = usual_piece);
    /// Of what an importer has read of the text, and could not.
    Document(std::shared_ptr<const Text> text, Tree read, std::vector<SyntaxError> errors);

    const Text& text() const { return *text_; }
    Value root() const;
    const std::vector<SyntaxError>& errors() const { return errors_; }

private:
    void read_whole();

    std::shared_ptr<const Text> text_;
    std::unique_ptr<Tree> tree_; ///< at one place, wherever the Document is moved to
    std::vector<SyntaxError> errors_;
};

} // namespace agenda::source
