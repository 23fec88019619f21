// SPDX-License-Identifier: MIT
// Texts one behind the other, so that something can be looked for in all of them at once.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace agenda::source {

class JoinedTexts {
public:
    void add(std::string_view text) {
        bytes_ += text;
        bytes_ += '\0'; // in few texts, so that few sequences are found across their ends
        begins_.push_back(bytes_.size());
    }

    void clear() {
        bytes_.clear();
        begins_.resize(1);
    }

    std::size_t count() const { return begins_.size() - 1; }
    std::string_view operator[](std::size_t number) const {
        return all().substr(begins_[number], begins_[number + 1] - begins_[number] - 1);
    }
    std::string_view all() const { return bytes_; }
    /// Behind the last text: the end of all.
    std::size_t begin_of(std::size_t number) const { return begins_[number]; }
    /// The text that a byte of all is of.
    std::size_t number_at(std::size_t place) const {
        return static_cast<std::size_t>(std::upper_bound(begins_.begin(), begins_.end(), place) - begins_.begin()) - 1;
    }

private:
    std::string bytes_;
    std::vector<std::size_t> begins_{0};
};

} // namespace agenda::source
