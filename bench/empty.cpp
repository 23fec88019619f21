// SPDX-License-Identifier: MIT
// Does nothing: what starting a program that is linked with the C++ library costs.
#include <iostream>

int main() { std::cout.flush(); }
