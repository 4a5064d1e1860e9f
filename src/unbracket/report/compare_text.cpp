#include "unbracket/report/compare_text.hpp"

#include "unbracket/report/diff_text.hpp"
#include "unbracket/report/formalities_text.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/show_phrase.hpp"
#include "unbracket/report/show_table.hpp"

#include <algorithm>

namespace unbracket {

namespace {

/// In how many readings a text is accepted: a cell of a table.
std::string acceptance_cell(Acceptance acceptance) {
    switch (acceptance) {
    case Acceptance::surely:
        return "in every reading";
    case Acceptance::possibly:
        return "in some readings";
    case Acceptance::never:
        return "in no reading";
    case Acceptance::no_reading:
        break;
    }
    return "contradiction";
}

/// Drafts side by side: what both screens say of them.
class SideBySide {
public:
    SideBySide(const Case& negotiation, const ComparedDrafts& compared, Page& page)
        : case_(negotiation), compared_(compared), page_(page) {}

    void put_answer() {
        page_.heading("ANSWER");
        std::vector<std::string> parts;
        for (const Acceptance level : {Acceptance::surely, Acceptance::possibly, Acceptance::never,
                                       Acceptance::no_reading}) {
            std::vector<std::string> names;
            for (const DraftScore& score : compared_.scores) {
                if (score.agreement == level) {
                    names.push_back(draft(score).key + remark_on(draft(score)));
                }
            }
            if (!names.empty()) {
                parts.push_back(level == Acceptance::no_reading
                                    ? listed(names) + " cannot be judged, as entries contradict "
                                                      "each other (see check)"
                                    : acceptance_cell(level) + " " + listed(names));
            }
        }
        page_.line("Acceptable to all who have to agree, in this file: " + listed_apart(parts) +
                   ".");
    }

    void put_table() {
        std::vector<std::string> names;
        for (const DraftScore& score : compared_.scores) {
            names.push_back(draft(score).key);
        }
        showing::begin_section(page_, "DRAFTS");
        showing::put_table(page_, names, rows());
        page_.line(
            "Below a party's acceptance stands what it gains over what it has without "
            "agreement, in its own points; they cannot be compared or added across parties.");
        if (std::any_of(compared_.scores.begin(), compared_.scores.end(),
                        [](const DraftScore& score) { return !score.is_exact; })) {
            page_.line(
                "* leaves too much open to look at each content: \"in some readings\" of a party "
                "may be too hopeful" +
                std::string(is_possibly_proved() ? "." : ", and of the agreement rule too."));
        }
    }

    void put_texts_formalities() {
        std::vector<TextFormalities> texts;
        for (const DraftScore& score : compared_.scores) {
            texts.push_back({draft(score).key, formalities_of(case_, draft(score).content)});
        }
        put_formalities(case_, texts, page_);
    }

    bool is_possibly_proved() const {
        return std::all_of(compared_.scores.begin(), compared_.scores.end(),
                           [](const DraftScore& score) { return score.is_possibly_proved; });
    }

    void put_dominances() {
        page_.heading("BETTER");
        for (const Dominance& one : compared_.dominances) {
            page_.item("-", case_.draft(one.better).key + " is better than " +
                                case_.draft(one.worse).key +
                                (one.over == ReadingRange::every_reading
                                     ? " for one who counts and worse for none, in every reading."
                                     : " for one who counts and worse for none in the central "
                                       "reading, not in every reading."));
        }
        if (compared_.dominances.empty()) {
            page_.line("None of them is better than another for one who counts and worse for none, "
                       "neither in every reading nor in the central one.");
        }
    }

private:
    const Draft& draft(const DraftScore& score) const { return case_.draft(*score.draft); }

    static std::string remark_on(const Draft& draft) {
        const std::string remark(phrase::remark_on(draft.on_table));
        return remark.empty() ? "" : " (" + remark + ")";
    }

    using Cell = std::function<std::string(const DraftScore&)>;

    showing::Row row(std::string name, Cell cell) const {
        return {std::move(name), [this, shown = std::move(cell)](std::size_t at) {
                    return shown(compared_.scores[at]);
                }};
    }

    std::vector<showing::Row> rows() const {
        std::vector<showing::Row> all;
        all.push_back(row("date", [this](const DraftScore& score) {
            return draft(score).date ? to_reading_text(*draft(score).date) : std::string();
        }));
        all.push_back(row("on the table", [this](const DraftScore& score) {
            return std::string(phrase::name(draft(score).on_table));
        }));
        all.push_back(row("leaves open", [](const DraftScore& score) {
            return score.completions == 1 ? "nothing"
                                          : count_text(score.completions) + " combinations" +
                                                (score.is_exact ? "" : "*");
        }));
        all.push_back(row("breaks", [this](const DraftScore& score) { return broken(score); }));
        all.push_back(row("agreement rule", [](const DraftScore& score) {
            return acceptance_cell(score.agreement);
        }));
        for (std::size_t at = 0; at < compared_.scores.front().parties.size(); ++at) {
            all.push_back(row(party_name(at), [at](const DraftScore& score) {
                return party_cell(score.parties[at]);
            }));
        }
        return all;
    }

    std::string party_name(std::size_t at) const {
        const PartyScore& party = compared_.scores.front().parties[at];
        return case_.party(party.party).name + (party.is_required  ? ""
                                                : party.is_counted ? " (not required)"
                                                                   : " (need not)");
    }

    static std::string party_cell(const PartyScore& party) {
        return acceptance_cell(party.acceptance) +
               (party.surplus ? ", " + range_text(*party.surplus) : "") +
               (party.surplus && !party.surplus_is_attained ? " at most" : "");
    }

    std::string broken(const DraftScore& score) const {
        std::vector<std::string> entries;
        for (const Objection& objection : score.broken) {
            entries.push_back((objection.is_certain ? "" : "perhaps ") +
                              case_.entry(*objection.entry).address);
        }
        return listed(entries);
    }

    const Case& case_;
    const ComparedDrafts& compared_;
    Page& page_;
};

} // namespace

std::string score_text(const Case& negotiation, const ComparedDrafts& compared,
                       const ScreenOptions& options) {
    Page page(options);
    page.title(case_heading(negotiation) + " - " +
               counted(compared.scores.size(), "draft", "drafts"));
    SideBySide side_by_side(negotiation, compared, page);
    side_by_side.put_answer();
    side_by_side.put_dominances();
    side_by_side.put_table();
    side_by_side.put_texts_formalities();
    page.paragraph("");
    page.paragraph("More: score or why with one --draft, diff, check");
    return page.text();
}

std::string diff_text(const Case& negotiation, const ComparedDrafts& compared,
                      const ScreenOptions& options) {
    Page page(options);
    for (std::size_t at = 0; at < compared.steps.size(); ++at) {
        if (at > 0) {
            page.blank_line();
        }
        differing::put_drafts(page, negotiation, compared.steps[at]);
    }
    page.paragraph("");
    SideBySide side_by_side(negotiation, compared, page);
    side_by_side.put_answer();
    side_by_side.put_dominances();
    return page.text();
}

std::vector<std::vector<std::string>> diff_table(const Case& negotiation,
                                                 const ComparedDrafts& compared) {
    if (compared.steps.size() == 1) {
        return diff_table(negotiation, compared.steps.front());
    }
    std::vector<std::vector<std::string>> table;
    for (const DraftDiff& step : compared.steps) {
        std::vector<std::vector<std::string>> rows = diff_table(negotiation, step);
        for (std::size_t at = 0; at < rows.size(); ++at) {
            const bool is_header = at == 0;
            if (is_header && !table.empty()) {
                continue;
            }
            std::vector<std::string> row = {is_header ? "from" : negotiation.draft(step.before).key,
                                            is_header ? "to" : negotiation.draft(step.after).key};
            row.insert(row.end(), rows[at].begin(), rows[at].end());
            table.push_back(std::move(row));
        }
    }
    return table;
}

} // namespace unbracket
