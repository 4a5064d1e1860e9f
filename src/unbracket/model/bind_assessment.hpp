#pragma once

#include "unbracket/model/bind_context.hpp"
#include "unbracket/model/bind_value.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// How the parts of an issue's assessments are read: shared by the files that bind stances and
// scores, curves, and orders.

namespace unbracket::binding {

/// One party on one issue.
struct Place {
    IssueId issue;
    PartyId party;
};

/// The party's assessment of the issue, made where it is not there yet; nothing where the case has
/// more of them than fit (reported once).
Assessment* assessment_at(Context& context, const Place& place, const SourcePosition& at);

/// `issue.share.curve.alta`
std::string address_of(const Context& context, const Place& place, std::string_view section);

/// Entry of that place with the rest of its address behind a dot.
EntryId add_entry_at(Context& context, const Place& place, EntryKind kind, std::string address,
                     const SourcePosition& at);

void bind_curve(Context& context, const Place& place, const Node& node);

/// An order that stands where a table of stances could stand, or beside such a table.
enum class OrderPlace { instead_of_stances, beside };
void bind_order(Context& context, const Place& place, const Node& node, OrderPlace where);

/// An order as text taken apart: `five > ten = nine | open`.
struct OrderText {
    std::vector<std::vector<std::string_view>> classes;
    std::vector<std::string_view> red_lines;
    bool has_bar = false;
    bool is_well_formed = true; // no empty place between the signs
};
OrderText split_order(std::string_view text);

/// What a message calls the value, and whether it may propose a red line: a stance can be one, a
/// fallback cannot.
enum class RedLines { allowed, refused };
struct Wanted {
    std::string_view what;
    RedLines red_lines = RedLines::refused;
};

/// A word, a number or a range of the stance scale; red lines are read elsewhere.
std::optional<StanceQuantity> read_stance_quantity(Context& context, const Node& node,
                                                   const NumberBounds& bounds,
                                                   const Wanted& wanted);

} // namespace unbracket::binding
