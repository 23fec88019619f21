// SPDX-License-Identifier: MIT
// Reads [[accept]].
#pragma once
#include "load/reader.hpp"

namespace agenda::load {

/// One that names no rule or nothing that it is about accepts nothing, and that is a fault.
finding::Accept read_accept(Reader& reader, const Value& value);

} // namespace agenda::load
