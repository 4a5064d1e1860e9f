#pragma once

#include "unbracket/io/scenario/scenario_format.hpp"

#include <cstddef>
#include <string_view>

namespace unbracket {

// Elements that files of Genius begin alike with, whatever kind of utilities they hold.

/// The objective of a scenario, without anything in it.
Node objective_element(const Scenario& scenario);

/// An issue, numbered from 1, without its values; `type` is `discrete` or `integer`.
Node issue_element(const Scenario& scenario, std::size_t issue, std::string_view type);

} // namespace unbracket
