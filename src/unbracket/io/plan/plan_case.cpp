#include "unbracket/io/plan/plan_case.hpp"

#include "unbracket/io/plan/decision_words.hpp"
#include "unbracket/io/plan/passage.hpp"
#include "unbracket/io/toml_value.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace unbracket {

namespace {

constexpr std::size_t longest_title = 70;
constexpr std::size_t longest_comment = 600; // code points of a clause
constexpr std::size_t comment_width = 98;

struct NamedParty {
    std::string id;
    std::string name;
};

std::vector<NamedParty> named_parties(const std::vector<std::string>& names) {
    if (names.empty()) {
        return {{"party-a", "Party A"}, {"party-b", "Party B"}};
    }
    std::vector<NamedParty> parties;
    FreeIds ids;
    for (const std::string& name : names) {
        const std::string id = option_id(name, parties.size());
        const bool is_free = id != "norm" && !id.starts_with("option-");
        parties.push_back(
            {ids.take(is_free ? id : "party-" + std::to_string(parties.size() + 1)), name});
    }
    return parties;
}

/// Remark lines of at most 100 columns, whatever stands in the text.
std::string comment(std::string_view text) {
    std::string lines;
    std::string line = "#";
    std::string word;
    const auto end_word = [&] {
        if (!word.empty() && line.size() + 1 + word.size() > comment_width && line.size() > 1) {
            lines += line + "\n";
            line = "#";
        }
        line += word.empty() ? "" : " " + word;
        word.clear();
    };
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        if (code <= 0x20U || code == 0x7FU) {
            end_word();
        } else {
            word += byte;
        }
    }
    end_word();
    return lines + line + "\n";
}

template <class Range, class Text>
std::string joined(const Range& range, Text text_of) {
    std::string text;
    for (const auto& one : range) {
        text += (text.empty() ? "" : ", ") + text_of(one);
    }
    return text;
}

class CaseText {
public:
    CaseText(const ReadPlans& plans, const std::vector<PlanNotice>& notices)
        : plans_(plans), notices_(notices), parties_(named_parties(plans.parties)) {}

    std::string write() {
        write_head();
        write_parties();
        write_points();
        write_issues();
        write_rules();
        write_drafts();
        write_notes();
        return std::move(text_);
    }

private:
    std::string title() const {
        if (!plans_.title.empty()) {
            return plans_.title;
        }
        for (auto text = plans_.texts.rbegin(); text != plans_.texts.rend(); ++text) {
            if (!text->title.empty()) {
                return text->title;
            }
        }
        return "Untitled talks";
    }

    void write_head() {
        text_ +=
            comment("A case made from " +
                    joined(plans_.texts, [](const PlanText& one) { return one.file; }) +
                    ". What the text leaves open is an issue; what anybody wants is not in it: "
                    "every stance below is \"unknown\".");
        text_ += "# Next:\n"
                 "#   1 put the parties under [party], or name them: new --from ... --parties A,B\n"
                 "#   2 settle what is listed here as unsure, in the text or in this file\n"
                 "#   3 replace \"unknown\" by stances: ideal, acceptable, tolerable, bad, open, "
                 "redline\n"
                 "#   4 add a [fallback]: what each party has without agreement\n"
                 "#   5 unbracket lint THIS-FILE names what is missing, check answers\n";
        if (!notices_.empty()) {
            text_ += "#\n# Unsure, for you to settle:\n";
        }
        for (const PlanNotice& notice : notices_) {
            text_ += comment("- " + notice.file + ":" + std::to_string(notice.line) + ": " +
                             notice.what);
        }
        text_ += "unbracket = 1\ntitle = " + toml_quoted(title()) + "\n\n";
    }

    void write_parties() {
        text_ +=
            plans_.parties.empty()
                ? "# No text says who decides on it: these two stand for the parties.\n[party]\n"
                : "[party]\n";
        for (const NamedParty& party : parties_) {
            text_ += toml_key(party.id) + " = { name = " + toml_quoted(party.name) +
                     ", role = \"signatory\" }\n";
        }
    }

    std::string point_title(std::size_t i) const {
        const CommonPoint& point = plans_.plan.points[i];
        const Clause& clause = latest_clause(point, plans_.texts);
        const std::string& words = clause.heading.empty() ? clause.wording.text : clause.heading;
        const std::string line = words.substr(0, words.find('\n'));
        return shortened(line.empty() ? clause.label : line, longest_title);
    }

    static bool has_gap(const Wording& wording) {
        return std::ranges::any_of(wording.pieces, [](const Piece& piece) {
            return piece.kind == PieceKind::blank ||
                   (piece.kind == PieceKind::text && !piece.blank.empty());
        });
    }

    /// Heading and words of a clause, whole.
    static std::string words_of_clause(const Clause& clause) {
        const bool has_both = !clause.heading.empty() && !clause.wording.text.empty();
        return clause.heading + (has_both ? "\n" : "") + clause.wording.text;
    }

    void write_points() {
        text_ += "\n[point]\n";
        for (const std::size_t i : plans_.plan.order) {
            const CommonPoint& point = plans_.plan.points[i];
            const Clause& clause = latest_clause(point, plans_.texts);
            const std::string title = point_title(i);
            const std::string words = words_of_clause(clause);
            std::string more;
            more += clause.under.empty() ? "" : ", under = " + toml_quoted(clause.under);
            more += words.empty() || words == title ? "" : ", text = " + toml_quoted(words);
            more += has_gap(clause.wording) ? ", content = \"unknown\"" : "";
            text_ += toml_key(point.number) + " = " +
                     (more.empty() ? toml_quoted(title)
                                   : "{ title = " + toml_quoted(title) + more + " }") +
                     "\n";
        }
    }

    void write_words_of(std::size_t i) {
        const CommonPoint& point = plans_.plan.points[i];
        const std::string* before = nullptr;
        for (std::size_t text = 0; text < plans_.texts.size(); ++text) {
            if (!point.clauses[text]) {
                continue;
            }
            const Clause& clause = plans_.texts[text].clauses[*point.clauses[text]];
            if (before == nullptr || *before != clause.wording.text) {
                text_ += comment(plans_.texts[text].file + ":" + std::to_string(clause.line) +
                                 ": " + clause.label + " " + clause.heading + " " +
                                 shortened(clause.wording.text, longest_comment));
            }
            before = &clause.wording.text;
        }
    }

    void write_issues() {
        std::set<std::size_t> told;
        for (const Decision& decision : plans_.decisions) {
            text_ += "\n";
            if (told.insert(decision.point).second) {
                write_words_of(decision.point);
            }
            text_ += "[issue." + toml_key(decision.id) +
                     "]\ntitle = " + toml_quoted(decision.title) +
                     "\npoint = " + toml_quoted(plans_.plan.points[decision.point].number) + "\n";
            for (const DecisionOption& option : decision.options) {
                const bool has_text = !option.text.empty() && option.text != option.title;
                text_ += "option." + toml_key(option.id) + " = " +
                         (has_text ? "{ title = " + toml_quoted(option.title) +
                                         ", text = " + toml_quoted(option.text) + " }"
                                   : toml_quoted(option.title)) +
                         "\n";
            }
            const std::string stances = joined(decision.options, [](const DecisionOption& option) {
                return toml_key(option.id) + " = \"unknown\"";
            });
            for (const NamedParty& party : parties_) {
                text_ += "stance." + toml_key(party.id) + " = { " + stances + " }\n";
            }
        }
    }

    std::string condition(const Decision& decision, const std::vector<std::size_t>& options) const {
        const std::string ids =
            joined(options, [&](std::size_t i) { return toml_quoted(decision.options[i].id); });
        return "{ " + toml_key(decision.id) + " = " +
               (options.size() == 1 ? ids : "[" + ids + "]") + " }";
    }

    static std::vector<std::size_t> other_options(const Decision& decision,
                                                  const std::vector<std::size_t>& options) {
        std::vector<std::size_t> others;
        for (std::size_t i = 0; i < decision.options.size(); ++i) {
            if (std::ranges::find(options, i) == options.end()) {
                others.push_back(i);
            }
        }
        return others;
    }

    void write_rules() {
        bool is_first = true;
        for (const Decision& decision : plans_.decisions) {
            if (!decision.within || !decision.none) {
                continue;
            }
            const Decision& outer = plans_.decisions[decision.within->decision];
            const std::vector<std::size_t> others = other_options(outer, decision.within->options);
            text_ +=
                is_first
                    ? "\n# What is inside something else matters only if that is in the text.\n"
                    : "\n";
            is_first = false;
            write_rule(decision.id + "-out", condition(outer, others),
                       condition(decision, {*decision.none}));
            if (decision.is_none_of_its_own) {
                text_ += "\n";
                write_rule(decision.id + "-in", condition(outer, decision.within->options),
                           condition(decision, other_options(decision, {*decision.none})));
            }
        }
    }

    void write_rule(const std::string& id, const std::string& left, const std::string& right) {
        text_ += "[[rule]]\nid = " + toml_quoted(rule_ids_.take(id)) + "\nif = " + left +
                 "\nthen = " + right + "\n";
    }

    void write_drafts() {
        for (std::size_t text = 0; text < plans_.texts.size(); ++text) {
            text_ += "\n[draft." + toml_key(plans_.names[text]) +
                     "]\ntitle = " + toml_quoted(draft_title(text)) + "\n";
            for (const Decision& decision : plans_.decisions) {
                const std::vector<std::size_t>& left = decision.drafts[text];
                const std::string ids = joined(
                    left, [&](std::size_t i) { return toml_quoted(decision.options[i].id); });
                text_ += "set." + toml_key(decision.id) + " = " +
                         (left.size() == 1 ? ids : "[" + ids + "]") + "\n";
            }
            write_draft_words(text);
            write_draft_points(text);
        }
    }

    std::string draft_title(std::size_t text) const {
        const PlanText& own = plans_.texts[text];
        const bool is_clear = !own.title.empty() &&
                              std::ranges::count(plans_.texts, own.title, &PlanText::title) == 1;
        const bool is_said = own.title.empty() || own.title == title();
        return is_clear ? own.title : is_said ? own.file : own.title + " (" + own.file + ")";
    }

    void write_draft_words(std::size_t text) {
        std::set<std::size_t> told;
        for (const Decision& decision : plans_.decisions) {
            const CommonPoint& point = plans_.plan.points[decision.point];
            const auto clause = point.clauses[text];
            if (!clause || !told.insert(decision.point).second) {
                continue;
            }
            const Clause& own = plans_.texts[text].clauses[*clause];
            if (!own.wording.text.empty()) {
                text_ +=
                    "text." + toml_key(decision.id) + " = " + toml_quoted(own.wording.text) + "\n";
            }
        }
        for (const Decision& decision : plans_.decisions) {
            const CommonPoint& point = plans_.plan.points[decision.point];
            const auto clause = point.clauses[text];
            if (clause && plans_.texts[text].clauses[*clause].number != point.number) {
                text_ += "point." + toml_key(decision.id) + " = " +
                         toml_quoted(plans_.texts[text].clauses[*clause].number) + "\n";
            }
        }
    }

    void write_draft_points(std::size_t text) {
        std::set<std::size_t> merged;
        std::vector<std::pair<std::size_t, std::vector<std::size_t>>> groups;
        for (const MergedPoint& one : plans_.plan.merged) {
            if (one.text != text || !one.is_sure) {
                continue;
            }
            merged.insert(one.from);
            const auto group = std::ranges::find(
                groups, one.into, &std::pair<std::size_t, std::vector<std::size_t>>::first);
            if (group == groups.end()) {
                groups.push_back({one.into, {one.into, one.from}});
            } else {
                group->second.push_back(one.from);
            }
        }
        const auto number = [&](std::size_t i) {
            return toml_quoted(plans_.plan.points[i].number);
        };
        std::vector<std::size_t> dropped;
        for (const std::size_t i : plans_.plan.order) {
            if (!plans_.plan.points[i].clauses[text] && !merged.contains(i)) {
                dropped.push_back(i);
            }
        }
        if (!dropped.empty()) {
            text_ += "dropped = [" + joined(dropped, number) + "]\n";
        }
        if (!groups.empty()) {
            text_ +=
                "merged = { " +
                joined(groups,
                       [&](const auto& group) {
                           return number(group.first) + " = [" + joined(group.second, number) + "]";
                       }) +
                " }\n";
        }
    }

    void write_notes() {
        std::string notes;
        std::set<std::size_t> sources;
        std::size_t count = 0;
        for (std::size_t text = 0; text < plans_.texts.size(); ++text) {
            const PlanText& own = plans_.texts[text];
            const auto add = [&](const std::string& claim) {
                sources.insert(text);
                notes += "\n[[said]]\nid = \"s" + std::to_string(++count) +
                         "\"\nattribution = \"narrator\"\nkind = \"note\"\nsource = " +
                         toml_quoted(plans_.names[text]) + "\nclaim = " + toml_quoted(claim) + "\n";
            };
            for (const Footnote& note : own.footnotes) {
                const std::string place =
                    note.clause ? " to clause " + own.clauses[*note.clause].number : "";
                add(name_of(note) + place + ": " + note.text);
            }
            for (const AuthorMark& one : own.attributions) {
                add("The text of clause " + own.clauses[one.clause].number +
                    " tells whose words these are: " + one.text);
            }
        }
        for (const std::size_t text : sources) {
            text_ += "\n[source." + toml_key(plans_.names[text]) +
                     "]\ntitle = " + toml_quoted(plans_.texts[text].file) + "\nkind = \"text\"\n";
        }
        text_ += notes.empty() ? ""
                               : "\n# Footnotes, comments and names in the text: for you to read, "
                                 "and the stance of nobody.";
        text_ += notes;
    }

    static std::string name_of(const Footnote& note) {
        switch (note.kind) {
        case Footnote::Kind::comment:
            return "Comment in line " + std::to_string(note.line);
        case Footnote::Kind::address:
            return "Address of [" + note.mark + "]";
        case Footnote::Kind::footnote:
            break;
        }
        return "Footnote " + (note.mark.starts_with('^') ? note.mark.substr(1) : note.mark);
    }

    const ReadPlans& plans_;
    const std::vector<PlanNotice>& notices_;
    std::vector<NamedParty> parties_;
    FreeIds rule_ids_;
    std::string text_;
};

} // namespace

std::string plan_case_text(const ReadPlans& plans, const std::vector<PlanNotice>& notices) {
    return CaseText(plans, notices).write();
}

} // namespace unbracket
