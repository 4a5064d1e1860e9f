#pragma once

namespace unbracket {

/// One function object out of several, for std::visit: a case for each alternative of a variant and
/// none for the rest, so that a new alternative does not compile until every visitor knows it.
template <class... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};

template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

} // namespace unbracket
