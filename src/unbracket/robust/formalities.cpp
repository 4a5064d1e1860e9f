#include "unbracket/robust/formalities.hpp"

#include <algorithm>

// Plain comparison: conditions of [[ratify]] against what is settled, dates against the date of the
// case.

namespace unbracket {

namespace {

RatificationNeed need_of(const Condition& when, const std::vector<DraftSetting>& content) {
    if (when.empty()) {
        return RatificationNeed::always;
    }
    RatificationNeed need = RatificationNeed::needed;
    for (const Literal& literal : when) {
        const std::vector<OptionId>& left = content[as_index(literal.issue)].options;
        const auto meets = [&](OptionId option) {
            return std::binary_search(literal.options.begin(), literal.options.end(), option);
        };
        if (std::none_of(left.begin(), left.end(), meets)) {
            return RatificationNeed::not_needed;
        }
        need = std::all_of(left.begin(), left.end(), meets) ? need : RatificationNeed::open;
    }
    return need;
}

DeadlineState state_of(const Deadline& deadline, const std::optional<Date>& today) {
    if (!deadline.date || !today) {
        return DeadlineState::undated;
    }
    return *deadline.date < *today    ? DeadlineState::passed
           : *deadline.date == *today ? DeadlineState::today
                                      : DeadlineState::ahead;
}

} // namespace

const char* to_text(RatificationNeed need) {
    switch (need) {
    case RatificationNeed::always:
        return "always";
    case RatificationNeed::needed:
        return "needed";
    case RatificationNeed::open:
        return "open";
    case RatificationNeed::not_needed:
        break;
    }
    return "not_needed";
}

const char* to_text(DeadlineState state) {
    switch (state) {
    case DeadlineState::ahead:
        return "ahead";
    case DeadlineState::today:
        return "today";
    case DeadlineState::passed:
        return "passed";
    case DeadlineState::undated:
        break;
    }
    return "";
}

Formalities formalities_of(const Case& negotiation, const std::vector<DraftSetting>& content) {
    Formalities formalities;
    for (const Ratification& ratification : negotiation.ratifications) {
        formalities.ratifications.push_back(need_of(ratification.when, content));
    }
    for (const Deadline& deadline : negotiation.deadlines) {
        formalities.deadlines.push_back(state_of(deadline, negotiation.as_of));
    }
    return formalities;
}

Formalities formalities_of(const Case& negotiation, const std::optional<Outcome>& outcome) {
    std::vector<DraftSetting> content;
    for (std::size_t at = 0; at < negotiation.issues.size(); ++at) {
        DraftSetting& setting = content.emplace_back();
        for (std::size_t option = 0; option < negotiation.issues[at].options.size(); ++option) {
            if (!outcome || (*outcome)[at] == OptionId(option)) {
                setting.options.emplace_back(option);
            }
        }
    }
    return formalities_of(negotiation, content);
}

} // namespace unbracket
