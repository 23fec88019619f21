// SPDX-License-Identifier: MIT
// bare_parse FILE: reads a file whole and has toml++ make its tree, and does nothing else: what the parser alone costs.
#include <fstream>
#include <iostream>
#include <string>
#include <toml++/toml.h>

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: bare_parse FILE\n";
        return 2;
    }
    std::ifstream file{arguments[1], std::ios::binary};
    file.seekg(0, std::ios::end);
    std::string text(file ? static_cast<std::size_t>(file.tellg()) : 0, '\0');
    file.seekg(0);
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!file) {
        std::cerr << "bare_parse: " << arguments[1] << " cannot be read\n";
        return 2;
    }
    try {
        std::cout << toml::parse(text).size() << " keys at the top\n";
    } catch (const toml::parse_error& error) {
        std::cerr << "bare_parse: " << arguments[1] << ':' << error.source().begin << ' ' << error.description()
                  << '\n';
        return 1;
    }
}
