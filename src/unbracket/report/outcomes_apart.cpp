#include "unbracket/report/outcomes_apart.hpp"

#include "unbracket/base/require.hpp"
#include "unbracket/report/phrase.hpp"

#include <algorithm>
#include <utility>

namespace unbracket {

OutcomesApart::OutcomesApart(const Case& negotiation, std::vector<Outcome> outcomes)
    : case_(negotiation), outcomes_(std::move(outcomes)) {
    for (std::size_t issue = 0; issue < case_.issues.size(); ++issue) {
        is_common_.push_back(
            outcomes_.size() > 1 &&
            std::all_of(outcomes_.begin(), outcomes_.end(), [&](const Outcome& outcome) {
                return outcome[issue] == outcomes_.front()[issue];
            }));
    }
}

std::string OutcomesApart::common(std::size_t most) const {
    return outcomes_.empty() ? "" : text(outcomes_.front(), Part::common, most);
}

std::string OutcomesApart::own(std::size_t at, std::size_t most) const {
    UNBRACKET_REQUIRE(at < outcomes_.size(), "it is one of the outcomes that were given");
    return own_of(outcomes_[at], most);
}

std::string OutcomesApart::own_of(const Outcome& outcome, std::size_t most) const {
    return text(outcome, Part::own, most);
}

std::string OutcomesApart::text(const Outcome& outcome, Part part, std::size_t most) const {
    std::vector<std::string> settled;
    for (std::size_t issue = 0; issue < outcome.size(); ++issue) {
        if (is_common_[issue] == (part == Part::common)) {
            const Issue& about = case_.issue(IssueId(issue));
            settled.push_back(issue_name(about) + ": " + option_name(about, outcome[issue]));
        }
    }
    return listed_apart(settled, most);
}

} // namespace unbracket
