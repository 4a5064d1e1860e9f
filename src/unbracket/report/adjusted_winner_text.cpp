#include "unbracket/report/adjusted_winner_text.hpp"

#include "unbracket/frontier/adjusted_winner.hpp"
#include "unbracket/report/phrase.hpp"

#include <utility>

namespace unbracket {

namespace {

class DivisionPage {
public:
    DivisionPage(const Case& negotiation, const EfficientOutcomes& efficient, Page& page)
        : case_(negotiation), efficient_(efficient), page_(page) {}

    void operator()(const NotDivisible& none) {
        page_.line("Adjusted winner does not apply: " + reason_of(none) + ".");
    }

    void operator()(const AdjustedWinner& winner) {
        page_.line("Adjusted winner (Brams and Taylor 1996): if issues may be cut, " + name(0) +
                   " and " + name(1) + " both get " + number_text(winner.points) +
                   " of 100 points by this division, and no other gives one of them more without "
                   "giving the other less.");
        put_issues(winner);
        page_.line("In its own points " + own_text(winner, 0) + ", " + own_text(winner, 1) + ".");
        page_.line(
            "Each party's points on these issues are made 100 for this, so that the rule can "
            "compare them; in its own points nobody's are another's.");
    }

private:
    std::size_t column(std::size_t place) const {
        return efficient_.columns_in_file_order()[place];
    }

    const std::string& name(std::size_t place) const {
        return case_.party(efficient_.table.columns[column(place)].party).name;
    }

    std::string issue_of(const NotDivisible& none) const {
        return none.issue ? "`" + issue_name(case_.issue(*none.issue)) + "`" : "";
    }

    std::string reason_of(const NotDivisible& none) const {
        switch (none.reason) {
        case NoDivision::not_two_parties:
            return "it divides issues between two parties, and " +
                   std::to_string(efficient_.table.columns.size()) + " count here and have values";
        case NoDivision::no_outcome:
            return "limits and rules leave no outcome";
        case NoDivision::tied_issues:
            return "rules, limits or bonuses tie issues together, so that they cannot be given "
                   "away one by one";
        case NoDivision::several_options:
            return "more than two options of " + issue_of(none) +
                   " are open, so that nobody wins or loses it";
        case NoDivision::same_wish:
            return "both parties want the same option of " + issue_of(none) +
                   ", so that there is nothing to divide in it";
        case NoDivision::nothing_to_divide:
            break;
        }
        return "some party has nothing at stake in any issue";
    }

    std::string goes_to(const DividedIssue& issue) const {
        for (std::size_t place = 0; place < 2; ++place) {
            if (issue.shares[column(place)] == Rational(1)) {
                return name(place);
            }
        }
        return issue.shares[column(0)].to_fraction_text() + " " + name(0) + ", " +
               issue.shares[column(1)].to_fraction_text() + " " + name(1);
    }

    void put_issues(const AdjustedWinner& winner) {
        std::vector<std::vector<std::string>> rows = {{"points for", name(0), name(1), "goes to"}};
        for (const DividedIssue& issue : winner.issues) {
            rows.push_back({issue_name(case_.issue(issue.issue)),
                            number_text(issue.points[column(0)]),
                            number_text(issue.points[column(1)]), goes_to(issue)});
        }
        page_.table(rows);
    }

    /// `Alta 66, 6 more than without agreement`
    std::string own_text(const AdjustedWinner& winner, std::size_t place) const {
        const Rational& gain = winner.gains[column(place)];
        const std::string beside = gain.sign() == 0 ? "as without agreement"
                                                    : number_text(gain.sign() < 0 ? -gain : gain) +
                                                          (gain.sign() < 0 ? " less" : " more") +
                                                          " than without agreement";
        return name(place) + " has " + number_text(winner.values[column(place)]) + " (" + beside +
               ")";
    }

    const Case& case_;
    const EfficientOutcomes& efficient_;
    Page& page_;
};

} // namespace

std::string adjusted_winner_text(const Case& negotiation, const EfficientOutcomes& efficient,
                                 const ScreenOptions& options) {
    Page page(options);
    page.heading("DIVISION");
    std::visit(DivisionPage(negotiation, efficient, page), adjusted_winner(efficient.table));
    return page.text();
}

} // namespace unbracket
