// SPDX-License-Identifier: MIT
// The entry point of a test program; each test file registers its own cases.
#define BOOST_TEST_MODULE agenda_lint
#include <boost/test/unit_test.hpp>
