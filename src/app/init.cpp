// SPDX-License-Identifier: MIT
// init: a starter agenda and configuration in a folder, and a snippet for CI on standard output. Overwrites nothing.
#include "app/commands.hpp"
#include "app/embedded.hpp"
#include "app/files.hpp"
#include <iostream>

namespace agenda::app {

int init(const InitOptions& options) {
    const std::filesystem::path folder{options.folder};
    std::error_code error;
    for (const auto* name : {"agenda.toml", "agenda-lint.toml"})
        if (std::filesystem::exists(folder / name, error))
            throw Failure{(folder / name).string() + " is there already, and is left as it is"};
    std::filesystem::create_directories(folder, error);
    if (error) throw Failure{folder.string() + " cannot be made: " + error.message()};
    for (const auto* name : {"agenda.toml", "agenda-lint.toml"}) {
        write_file(folder / name, [&](std::ostream& out) { out << embedded("starter/" + std::string{name}); });
        std::cerr << "agenda-lint: wrote " << (folder / name).string() << '\n';
    }
    std::cout << embedded("starter/ci.yml");
    finish_output(std::cout);
    return 0;
}

} // namespace agenda::app
