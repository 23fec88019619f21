// SPDX-License-Identifier: MIT
// A new directory for one test, removed with all that is in it at the test's end.
#pragma once
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace support {

class TemporaryDirectory {
public:
    TemporaryDirectory() {
        auto form = (std::filesystem::temp_directory_path() / "agenda-test-XXXXXX").string();
        if (!mkdtemp(form.data())) throw std::runtime_error{"cannot make " + form};
        path_ = form;
    }
    ~TemporaryDirectory() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

    const std::filesystem::path& path() const { return path_; }

    /// Writes the bytes to a file of that name in the directory, over any earlier one, and returns its path.
    std::filesystem::path write(std::string_view name, std::string_view bytes) const {
        const auto file = path_ / name;
        std::ofstream out{file, std::ios::binary | std::ios::trunc};
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!out.flush()) throw std::runtime_error{"cannot write " + file.string()};
        return file;
    }

private:
    std::filesystem::path path_;
};

} // namespace support
