#pragma once

#include "unbracket/io/plan/plan_text.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace unbracket {

/// Ids that are taken; each call takes another one, at most 64 bytes long. n calls for one id cost
/// as much as n for different ones.
class FreeIds {
public:
    /// `wanted`, or that with a number behind it.
    std::string take(std::string_view wanted);

private:
    std::set<std::string, std::less<>> taken_;
    std::map<std::string, std::size_t> counts_; // by what stands before the number
};

/// `5.2.a` as the id of an issue: `p5_2_a`; `annex-a` as it is.
std::string issue_id(std::string_view number);

/// A few plain words as an id, `thirty-days`; else the place in the list, `option-2` for 1.
std::string option_id(std::string_view words, std::size_t place);

/// What stands before a piece, or behind it, in a few words, for a title.
std::string surroundings(const Wording& wording, std::size_t piece);

} // namespace unbracket
