#include "unbracket/report/phrase.hpp"
#include "unbracket/report/show_phrase.hpp"
#include "unbracket/report/show_table.hpp"

#include <algorithm>

namespace unbracket::showing {

namespace {

/// Rows of one issue: what each of the shown parties entered there.
class IssueRows {
public:
    IssueRows(const Case& negotiation, const Issue& issue, const std::vector<PartyId>& parties)
        : case_(negotiation), issue_(issue), parties_(parties) {}

    std::vector<Row> all() {
        add("weight", [this](const Assessment& own) { return weight(own); });
        add_knots();
        add("order", [this](const Assessment& own) { return order(own); });
        for (std::size_t i = 0; i < issue_.options.size(); ++i) {
            add(option_name(issue_.options[i]),
                [this, i](const Assessment& own) { return rating(own, i); });
        }
        return std::move(rows_);
    }

private:
    using Cell = std::function<std::string(const Assessment&)>;

    void add(std::string name, Cell cell) {
        rows_.push_back({std::move(name), [this, text = std::move(cell)](std::size_t column) {
                             const Assessment* own = issue_.of(parties_[column]);
                             return own == nullptr ? std::string() : text(*own);
                         }});
    }

    void add_knots() {
        for (const StanceWord word :
             {StanceWord::ideal, StanceWord::acceptable, StanceWord::tolerable, StanceWord::bad}) {
            add(std::string(to_text(word)) + " at",
                [this, word](const Assessment& own) { return knot(own, word); });
        }
        add("red line", [this](const Assessment& own) {
            const bool is_there = own.curve && own.curve->red_line;
            return is_there ? with_basis(case_, own.curve->red_line->entry,
                                         phrase::red_line(*own.curve->red_line))
                            : std::string();
        });
    }

    static std::string option_name(const Option& option) {
        return option.title == option.key ? option.key : option.key + " (" + option.title + ")";
    }

    std::string weight(const Assessment& own) const {
        return own.weight
                   ? with_basis(case_, own.weight->entry, phrase::quantity(own.weight->quantity))
                   : std::string();
    }

    std::string knot(const Assessment& own, StanceWord word) const {
        if (own.curve) {
            for (const Curve::Knot& knot : own.curve->knots) {
                if (knot.word == word) {
                    return with_basis(case_, knot.entry, knot.at.to_decimal_text());
                }
            }
        }
        return {};
    }

    /// An order that stands beside a curve or a table; one that stands alone shows as ranks.
    std::string order(const Assessment& own) const {
        const bool is_alone = !own.curve && own.stances.empty() && own.scores.empty();
        return own.order && !is_alone
                   ? with_basis(case_, own.order->entry, phrase::order(issue_, *own.order))
                   : std::string();
    }

    std::string rating(const Assessment& own, std::size_t option) const {
        for (const auto* ratings : {&own.stances, &own.scores}) {
            if (option < ratings->size() && (*ratings)[option]) {
                const Rating& given = *(*ratings)[option];
                return with_basis(case_, given.entry, phrase::rating(given));
            }
        }
        const std::string rank = own.order ? rank_in(*own.order, OptionId(option)) : "";
        return rank.empty() ? rank : with_basis(case_, own.order->entry, rank);
    }

    static std::string rank_in(const Order& order, OptionId option) {
        const auto holds = [option](const std::vector<OptionId>& options) {
            return std::find(options.begin(), options.end(), option) != options.end();
        };
        for (std::size_t i = 0; i < order.classes.size(); ++i) {
            if (holds(order.classes[i])) {
                return "rank " + std::to_string(i + 1);
            }
        }
        return holds(order.red_lines) ? "red line" : "";
    }

    const Case& case_;
    const Issue& issue_;
    const std::vector<PartyId>& parties_;
    std::vector<Row> rows_;
};

/// What can be chosen, where the rows of the table do not say it.
std::string choice_of(const Issue& issue) {
    if (issue.range) {
        const NumericRange& range = *issue.range;
        return range.minimum.to_decimal_text() + " to " + range.maximum.to_decimal_text() +
               (range.unit.empty() ? "" : " " + range.unit) + " in steps of " +
               range.step.to_decimal_text();
    }
    std::vector<std::string> names;
    for (const Option& option : issue.options) {
        names.push_back(option.key);
    }
    return phrase::list(names, "or");
}

std::string remarks_on(const Case& negotiation, const Issue& issue) {
    std::string text;
    if (issue.point) {
        text += "; clause " + negotiation.points[as_index(*issue.point)].key;
    }
    if (issue.document) {
        text += "; document " + negotiation.documents[as_index(*issue.document)].key;
    }
    if (issue.status_quo) {
        text += "; now " + issue.options[as_index(*issue.status_quo)].key;
    }
    if (!issue.between.empty()) {
        text += "; between " + party_names(negotiation, issue.between) + " only";
    }
    return text;
}

} // namespace

void put_issues(Page& page, const Case& negotiation) {
    const std::vector<PartyId> parties = shown_parties(negotiation);
    for (const Issue& issue : negotiation.issues) {
        begin_section(page, "ISSUE");
        page.line(issue.key + (issue.title == issue.key ? "" : ": " + issue.title));
        page.line(choice_of(issue) + remarks_on(negotiation, issue));
        put_table(page, names_of(negotiation, parties),
                  IssueRows(negotiation, issue, parties).all());
    }
}

} // namespace unbracket::showing
