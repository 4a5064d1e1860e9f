#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// `issue.term.stance.alta.five` cut at its dots.
std::vector<std::string> address_parts(std::string_view address);

/// The parts from `first` on, joined by dots.
std::string joined_address(const std::vector<std::string>& parts, std::size_t first = 0);

/// A step down a document: to the member with that key, or to the element of a list.
struct PlaceStep {
    std::string key;
    std::optional<std::size_t> element;
};

/// What setting a place means. `rule`: the element itself, which "off" removes. `element`: the
/// member `own_member` of the element, which goes as a whole when its value is missing.
enum class PlaceKind { member, rule, limit, element };

/// Where the value of an address stands or would stand.
struct Place {
    PlaceKind kind = PlaceKind::member;
    std::vector<PlaceStep> steps;
    std::string own_member; // of a limit `status`, of a bonus `value`, of a risk `loss`
};

/// Resolves an address against a document. Parties, issues, options, drafts, limits, rules, bonuses
/// and risks must exist in it, the value itself need not; options of numeric issues match by value.
/// Fails with one problem at `at`, with the nearest spelling where there is one.
Result<Place> find_place(const Node& document, std::string_view address, const SourcePosition& at);

/// The element of `[[list]]` with that id, or, for elements without id, at that position from 1.
std::optional<std::size_t> find_element(const Node& document, std::string_view list,
                                        std::string_view id);

/// What an address calls the element at that position: its id, or its position from 1.
std::string element_name(const Node& list, std::size_t position);

/// The key by which the document names that option of the issue; nothing where it has none.
std::optional<std::string> find_option(const Node& issue, std::string_view option);

} // namespace unbracket
