#pragma once

#include "unbracket/io/plan/common_plan.hpp"
#include "unbracket/io/plan/plan_text.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace unbracket {

struct DecisionOption {
    std::string id;
    std::string title;
    std::string text; // the words it stands for; empty where it stands for none
};

/// Something that the texts leave open, or decide in different ways: an issue of the case.
struct Decision {
    std::string id;
    std::string title;
    std::size_t point = 0;
    std::size_t text = 0;   // where it is read from
    std::uint32_t line = 0; // ... and the line there
    std::vector<DecisionOption> options;

    /// It matters only while another decision has one of these options. Otherwise `none` holds.
    struct Within {
        std::size_t decision = 0;
        std::vector<std::size_t> options;
    };
    std::optional<Within> within;
    std::optional<std::size_t> none; // the option of what is not in the text
    bool is_none_of_its_own = false; // an option besides: `none` is no way to decide it

    std::vector<std::vector<std::size_t>> drafts; // by text, the options it leaves
};

/// What has to be decided in a common plan, a decision before those within it.
///
/// A choice in brackets is a decision. Where texts have different words for a point, their wordings
/// are the options of one; a text that comes from another by deciding its brackets has no other
/// words. A point that is not in every text, or stands in brackets as a whole, is in or out.
/// `names` call the texts and are ids.
std::vector<Decision> decisions_of(const CommonPlan& plan, std::span<const PlanText> texts,
                                   std::span<const std::string> names);

} // namespace unbracket
