// SPDX-License-Identifier: MIT
// A JSON text as values with their places. Wraps RapidJSON's reader.
#pragma once
#include "source/toml.hpp"

namespace agenda::source {

struct JsonText {
    Tree read; ///< as far as it could be read; numbers with a fraction are texts, null is an empty text
    std::optional<SyntaxError> error;
};

/// The text must outlive what is read. Values nested more than 256 deep are an error, and so are more than 4,000,000;
/// what stands before an error is read. Of a key that stands twice both are kept, in the order of the text.
JsonText read_json(const Text& text);

} // namespace agenda::source
