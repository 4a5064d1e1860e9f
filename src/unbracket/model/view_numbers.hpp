#pragma once

#include "unbracket/model/document.hpp"

#include <functional>
#include <set>
#include <string>

namespace unbracket {

// What positions would tell: the third rule of a file, its line 412, a section that stands empty.

/// Gives rules, limits, bonuses and risks without id the number they have as id, so that addresses
/// keep their meaning while others go. Returns `rule.3` and the like for each of them.
std::set<std::string> name_by_number(Node& document);

/// Takes these ids away again: the elements are numbered by their position now, and so are the
/// addresses. An element whose number another has as its id keeps the old number.
void number_anew(Node& document, const std::set<std::string>& numbered);

/// Calls `change` for each address in statements, remarks, dated changes, answers and levers.
void change_addresses(Node& document, const std::function<void(std::string&)>& change);

/// Takes out sections and lists that are empty now, as if nobody had begun them.
void prune(Node& document);

/// Takes all places in files away.
void forget_places(Node& node);

} // namespace unbracket
