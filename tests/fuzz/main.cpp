// SPDX-License-Identifier: MIT
// The fuzzer's entry: `fuzz --target=NAME` and libFuzzer's own arguments run one target, `fuzz --list` names them all.
#include "fuzz.hpp"
#include <array>
#include <cstdlib>
#include <iostream>
#include <thread>

namespace {

struct Target {
    std::string_view name;
    void (*run)(std::string_view input);
};

constexpr std::array targets{
    Target{"agenda", fuzz::agenda_file},
    Target{"diff", fuzz::two_agendas},
    Target{"rule", fuzz::rule_file},
    Target{"config", fuzz::config_file},
    Target{"baseline", fuzz::baseline_file},
    Target{"time", fuzz::time_text},
    Target{"cell", fuzz::cell_text},
    Target{"xml", [](std::string_view input) { fuzz::imported(input, "schedule.xml"); }},
    Target{"json", [](std::string_view input) { fuzz::imported(input, "schedule.json"); }},
    Target{"ics", [](std::string_view input) { fuzz::imported(input, "ics"); }},
    Target{"csv", [](std::string_view input) { fuzz::imported(input, "csv"); }},
    Target{"devopsdays", [](std::string_view input) { fuzz::imported(input, "devopsdays"); }},
};

const Target* chosen = nullptr;

} // namespace

/// Rules run in threads where there are processors for them. Here they take their turns: one run is like the next, and
/// beginning a thread takes longer than most inputs.
unsigned int std::thread::hardware_concurrency() noexcept { return 1; }

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments) {
    constexpr std::string_view option = "--target=";
    for (int i = 1; i < *count; ++i) {
        const std::string_view argument = (*arguments)[i];
        for (const auto& target : targets) {
            if (argument == "--list") std::cout << target.name << '\n';
            if (argument.starts_with(option) && argument.substr(option.size()) == target.name) chosen = &target;
        }
        if (argument == "--list") std::exit(0);
    }
    if (chosen) return 0;
    std::cerr << "fuzz: --target=NAME says which target is run, and --list which there are\n";
    std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    chosen->run({reinterpret_cast<const char*>(data), size});
    return 0;
}
