// SPDX-License-Identifier: MIT
// Why the pieces say what the whole does: the parser goes through a text once, from line to line. Where a piece is cut
// inside a string or a list, the part in front ends before that is complete, which is an error; so where no piece has
// one, each begins where the parser of the whole would begin a line. What it then knows of the lines in front is which
// tables there are, and with that the pieces may differ only in
// - `day`: it has to be made by headers alone in every piece, and in front of the first [[day.slot]] of a piece there
//   has to be a day;
// - the day that goes on in the next piece: there it may have slots only, made by headers here as there;
// - all other keys of the file: none may be in two pieces.
#include "source/toml_pieces.hpp"
#include "source/key_depth.hpp"
#include "source/parallel.hpp"
#include "source/toml_parser.hpp"
#include <algorithm>
#include <array>
#include <atomic>
#include <set>

namespace agenda::source {
namespace {

constexpr std::string_view day_line = "[[day]]";
constexpr std::string_view slot_line = "[[day.slot]]";

/// Whether a text begins with that line.
bool begins_with(std::string_view text, std::string_view line) {
    if (!text.starts_with(line)) return false;
    text.remove_prefix(line.size());
    return text.empty() || text.starts_with('\n') || text.starts_with("\r\n");
}

/// The first line behind `at` with which a piece can begin.
std::size_t next_cut(std::string_view text, std::size_t at) {
    constexpr std::string_view begin = "\n[[day";
    for (at = text.find(begin, at); at != std::string_view::npos; at = text.find(begin, at)) {
        ++at;
        if (begins_with(text.substr(at), day_line) || begins_with(text.substr(at), slot_line)) return at;
    }
    return at;
}

std::vector<std::string_view> cut(std::string_view text, std::size_t size) {
    std::vector<std::string_view> pieces;
    while (text.size() > size) {
        const auto at = next_cut(text, size - 1);
        if (at == std::string_view::npos) break;
        pieces.push_back(text.substr(0, at));
        text.remove_prefix(at);
    }
    pieces.push_back(text);
    return pieces;
}

/// Puts the pieces together in their order.
class Joined {
public:
    explicit Joined(Store& store) : store_(store) {}

    /// Whether that can be done. `goes_on`: its first day is that of the piece before.
    bool add(const Stored& piece, bool goes_on) {
        std::vector<std::string_view> keys;
        for (const auto& member : piece.inside()) {
            if (member.key == "day") {
                if (!add_days(member, goes_on)) return false;
                continue;
            }
            if (keys_.contains(member.key)) return false;
            keys.push_back(member.key);
            top_.push_back(member);
        }
        keys_.insert(keys.begin(), keys.end());
        if (begin_ == end_) begin_ = piece.at.offset;
        end_ = piece.at.end();
        return true;
    }

    Stored root() {
        end_day();
        if (!days_.empty()) top_[day_].set_inside(stored(days_));
        Stored result;
        result.at = {begin_, end_ - begin_};
        result.set_inside(stored(top_));
        return result;
    }

private:
    bool add_days(const Stored& days, bool goes_on) {
        if (!days.by_headers) return false;
        auto inside = days.inside();
        if (goes_on) {
            if (!add_slots(inside.front())) return false;
            inside = inside.subspan(1);
        }
        if (inside.empty()) return true;
        if (days_.empty()) {
            day_ = top_.size();
            top_.push_back(days);
        }
        end_day();
        days_.insert(days_.end(), inside.begin(), inside.end());
        return true;
    }

    /// Of a day that has begun in a piece before.
    bool add_slots(const Stored& rest) {
        if (days_.empty() || rest.size != 1) return false;
        const auto& slot = rest.inside().front(); // made by the header with which the piece begins
        if (slots_.empty()) {
            const auto* first = days_.back().find("slot");
            if (first && !first->by_headers) return false;
            slot_ = first ? *first : slot;
            if (first) slots_.assign(first->inside().begin(), first->inside().end());
        }
        slots_.insert(slots_.end(), slot.inside().begin(), slot.inside().end());
        return true;
    }

    /// Gives the last day the slots that it has in several pieces.
    void end_day() {
        if (slots_.empty()) return;
        slot_.set_inside(stored(slots_));
        slots_.clear();
        const auto inside = days_.back().inside();
        std::vector<Stored> members{inside.begin(), inside.end()};
        const auto slot =
            std::find_if(members.begin(), members.end(), [](const Stored& member) { return member.key == "slot"; });
        if (slot == members.end())
            members.push_back(slot_);
        else
            *slot = slot_;
        days_.back().set_inside(stored(members));
    }

    std::span<const Stored> stored(const std::vector<Stored>& values) {
        const auto room = store_.room(values.size());
        std::copy(values.begin(), values.end(), room.begin());
        return room;
    }

    Store& store_;
    std::uint32_t begin_ = 0, end_ = 0;      ///< of all
    std::vector<Stored> top_, days_, slots_; ///< of the file; of `day`; of the last day, where several pieces have them
    std::size_t day_ = 0;                    ///< in top_
    Stored slot_;                            ///< as slots_
    std::set<std::string_view> keys_;        ///< of the file, but `day`
};

class Pieces {
public:
    Pieces(const Text& text, std::vector<std::string_view> pieces, std::vector<std::unique_ptr<Store>>& stores)
        : text_(text), pieces_(std::move(pieces)), stores_(stores), roots_(pieces_.size()) {
        stores_.resize(pieces_.size());
    }

    std::optional<Stored> read() {
        in_parallel(pieces_.size(), [&](std::size_t i) {
            if (!failed_ && !read(i)) failed_ = true;
        });
        if (failed_) return std::nullopt;
        stores_.push_back(std::make_unique<Store>(text_, 0));
        Joined joined{*stores_.back()};
        for (std::size_t i = 0; i < pieces_.size(); ++i)
            if (!joined.add(roots_[i], goes_on(i))) return std::nullopt;
        return joined.root();
    }

private:
    bool goes_on(std::size_t i) const { return i > 0 && begins_with(pieces_[i], slot_line); }

    bool read(std::size_t i) {
        const auto piece = pieces_[i];
        if (too_deep_key(piece)) return false;
        const auto offset = text_.begin() + static_cast<std::size_t>(piece.data() - text_.bytes().data());
        const auto lines_before = text_.position(offset, Unit::bytes).line - 1;
        stores_[i] = std::make_unique<Store>(text_, piece.size());
        const bool day = goes_on(i); // what stands in front in its stead takes a line
        const auto read =
            day ? parse(std::string{day_line} + "\n" + std::string{piece}, lines_before - 1, text_, *stores_[i])
                : parse(piece, lines_before, text_, *stores_[i]);
        if (const auto* root = std::get_if<Stored>(&read)) roots_[i] = *root;
        return std::holds_alternative<Stored>(read);
    }

    const Text& text_;
    std::vector<std::string_view> pieces_;
    std::vector<std::unique_ptr<Store>>& stores_;
    std::vector<Stored> roots_;
    std::atomic<bool> failed_ = false;
};

} // namespace

std::optional<Stored> read_in_pieces(const Text& text, std::size_t piece, std::vector<std::unique_ptr<Store>>& stores) {
    auto pieces = cut(text.bytes(), piece);
    if (pieces.size() < 2) return std::nullopt;
    return Pieces{text, std::move(pieces), stores}.read();
}

} // namespace agenda::source
