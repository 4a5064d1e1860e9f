#pragma once

#include "unbracket/base/random.hpp"
#include "unbracket/model/document.hpp"

#include <functional>
#include <string>
#include <vector>

// Spoiling certificates, systematically and at random.

namespace unbracket::testing {

/// A copy with one thing spoiled, and what that was.
struct Spoiled {
    std::string what;
    Node certificate;
};

/// Every copy in which one key is missing, renamed or joined by a stranger, or one value is of
/// another kind.
std::vector<Spoiled> spoiled_in_form(const Node& certificate);

/// Changes something anywhere: a number, a text (for another that occurs in the certificate), a
/// flag, a member or an item removed, doubled or moved.
void spoil_at_random(Node& certificate, Random& random);

} // namespace unbracket::testing
