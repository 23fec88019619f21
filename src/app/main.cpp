// SPDX-License-Identifier: MIT
#include "app/commands.hpp"

int main(int count, char** arguments) { return agenda::app::run(count, arguments); }
