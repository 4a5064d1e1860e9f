#include "unbracket/report/bridge_sections.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_entry.hpp"
#include "unbracket/zone/best_gain.hpp"

#include <algorithm>

// What limits rule out, and how the others fare beside one party. Every figure says whether it is
// proved; of what the budget left open nothing is claimed.

namespace unbracket::screen {

namespace {

/// `"r" (Inspection) for Alta`
std::vector<std::string> open_red_lines_of(const Case& negotiation, const PartyAppraisal& own,
                                           const std::string& name) {
    std::vector<std::string> open;
    for (std::size_t at = 0; at < own.issues.size(); ++at) {
        const Issue& issue = negotiation.issue(IssueId(at));
        const auto& options = own.issues[at].options;
        for (std::size_t option = 0; option < options.size(); ++option) {
            if (options[option].is_unknown) {
                open.push_back("\"" + option_name(issue, OptionId(option)) + "\" (" +
                               issue_name(issue) + ") for " + name);
            }
        }
    }
    return open;
}

std::vector<std::string> open_red_lines(const Case& negotiation, const Appraisal& appraisal) {
    std::vector<std::string> open;
    for (const PartyId party : negotiation.agreement.counted) {
        const std::vector<std::string> own = open_red_lines_of(
            negotiation, appraisal[as_index(party)], negotiation.party(party).name);
        open.insert(open.end(), own.begin(), own.end());
    }
    return open;
}

class EffectsSection {
public:
    EffectsSection(const Movements& movements, Page& page)
        : movements_(movements), case_(movements.negotiation), result_(movements.result),
          page_(page) {}

    void put() {
        if (result_.effects.empty()) {
            return;
        }
        page_.heading("EFFECTS");
        page_.line(result_.effects.size() > 1
                       ? "What each red line, limit and rule rules out: first the file as entered, "
                         "then what there is with one of them left out."
                       : "No red line, limit or rule is entered that could be left out.");
        put_legend();
        const LimitEffect& entered = result_.effects.front();
        page_.item("-", "As entered: " + effect_text(entered) + ".");
        std::vector<std::string> idle, undecided;
        for (const LimitEffect& effect : result_.effects) {
            if (!effect.entry) {
                continue;
            }
            const std::string name = entry_phrase(case_, *effect.entry);
            if (differs(effect, entered)) {
                page_.item("-", "Without " + entry_with_basis(case_, *effect.entry) + ": " +
                                    effect_text(effect) + ".");
            } else {
                (is_decided(effect) && is_decided(entered) ? idle : undecided).push_back(name);
            }
        }
        if (!idle.empty()) {
            page_.line("No effect alone: " + listed_apart(idle) + ".");
        }
        if (!undecided.empty()) {
            page_.line("Whether these have an effect was not decided within the budget: " +
                       listed_apart(undecided) + ".");
        }
    }

private:
    bool has_figures() const {
        return std::any_of(result_.effects.begin(), result_.effects.end(),
                           [](const LimitEffect& effect) { return shows_gains(effect); });
    }

    void put_legend() {
        if (has_figures()) {
            page_.line("Beside a party stands its largest gain over what it has without "
                       "agreement: in the acceptable combination that is best for this party "
                       "alone, so no one combination need give several of these.");
        }
        std::vector<PartyId> without;
        for (const PartyId party : case_.agreement.counted) {
            if (!has_gain(result_.appraisal, party)) {
                without.push_back(party);
            }
        }
        if (!without.empty()) {
            page_.line("Without stances or scores, so with no gain (-): " +
                       party_names(case_, without) + ".");
        }
    }

    static bool shows_gains(const LimitEffect& effect) {
        return std::any_of(effect.best.begin(), effect.best.end(),
                           [](const PartyBest& own) { return own.gain.has_value(); });
    }

    static bool is_decided(const LimitEffect& effect) {
        return effect.smallest_gain_is_proved &&
               std::all_of(effect.best.begin(), effect.best.end(),
                           [](const PartyBest& own) { return own.is_proved; });
    }

    static bool differs(const LimitEffect& a, const LimitEffect& b) {
        const bool same_best =
            std::equal(a.best.begin(), a.best.end(), b.best.begin(),
                       [](const PartyBest& x, const PartyBest& y) { return x.gain == y.gain; });
        return !same_best || a.smallest_gain != b.smallest_gain || a.has_outcome != b.has_outcome;
    }

    std::string effect_text(const LimitEffect& effect) const {
        if (!effect.has_outcome) {
            return effect.smallest_gain_is_proved ? nothing_left(effect)
                                                  : "not decided within the budget";
        }
        std::vector<std::string> parts;
        if (shows_gains(effect) || !is_decided(effect)) {
            for (const PartyBest& own : effect.best) {
                parts.push_back(case_.party(own.party).name + " " + gain_text(own));
            }
        } else if (effect.smallest_gain && effect.smallest_gain->sign() < 0) {
            parts.push_back("no combination is acceptable" +
                            std::string(kind_of(result_.verdict) == VerdictKind::depends
                                            ? " in every reading"
                                            : ""));
        }
        if (effect.smallest_gain) {
            parts.push_back(smallest_gain_text(effect));
        }
        return parts.empty() ? "no figure" : listed_apart(parts, parts.size());
    }

    std::string gain_text(const PartyBest& own) const {
        if (!has_gain(result_.appraisal, own.party)) {
            return "-";
        }
        if (!own.gain) {
            return own.is_proved ? "none" : "not decided";
        }
        return number_text(*own.gain) + (own.is_proved ? "" : " or more");
    }

    /// What can be had at once, as the figures beside the parties cannot.
    std::string smallest_gain_text(const LimitEffect& effect) const {
        const Rational& gain = *effect.smallest_gain;
        const bool is_proved = effect.smallest_gain_is_proved;
        const std::string below = " below what it has without agreement" + less_supposed(case_);
        const std::string needed = needs_all() ? "" : " it needs";
        if (gain.sign() < 0) {
            return is_proved ? "in every combination" + left_by_limits() + " some party" + needed +
                                   " is " + points_text(-gain) + " or more" + below
                             : "in the best combination found some party" + needed + " is " +
                                   points_text(-gain) + below + "; a better one may exist";
        }
        if (gain.sign() == 0) {
            return "in one combination " + (needs_all() ? "nobody" : "no party" + needed) + " is" +
                   below + (is_proved ? "; in none do all" : "; in others all") +
                   (needs_all() ? "" : " of them") + (is_proved ? " gain" : " may gain");
        }
        return "one combination gives every party" + needed + " a gain of at least " +
               points_text(gain) +
               (is_proved ? ", none gives a larger one to all" : "; others may give more to all") +
               (needs_all() ? "" : " of them");
    }

    /// Else an agreement needs no more than some of those who are counted.
    bool needs_all() const {
        return case_.agreement.required.size() == case_.agreement.counted.size();
    }

    std::string left_by_limits() const {
        return result_.effects.size() > 1 || case_.has_norms() ? " that limits leave" : "";
    }

    std::string nothing_left(const LimitEffect& effect) const {
        std::vector<std::string> obstacles = unmoved_obstacles(movements_, page_);
        const std::size_t openable = result_.effects.size() - 1;
        if (openable > (effect.entry ? 1U : 0U)) {
            obstacles.insert(obstacles.begin(), effect.entry ? "the other limits and rules"
                                                             : "the limits and rules entered");
        }
        return "no combination is left, whatever anybody accepts less" +
               (obstacles.empty() ? std::string()
                                  : "; in the way: " + listed(obstacles, obstacles.size()));
    }

    Movements movements_;
    const Case& case_;
    const BridgesResult& result_;
    Page& page_;
};

} // namespace

std::vector<std::string> unmoved_obstacles(const Movements& movements, const Page& page) {
    const Case& negotiation = movements.negotiation;
    const bool asks_sure = movements.result.certainty == Certainty::sure;
    std::vector<std::string> obstacles;
    for (const PartyId party : negotiation.agreement.counted) {
        const Intent intent = negotiation.intent_of(party);
        const std::string& name = negotiation.party(party).name;
        if (intent == Intent::refuses) {
            obstacles.push_back("that " + name + " refuses any agreement");
        } else if (intent == Intent::doubtful && asks_sure) {
            obstacles.push_back("that " + name + " may want no agreement");
        }
    }
    if (negotiation.has_norms()) {
        obstacles.emplace_back("the norms");
    }
    const std::vector<std::string> open =
        asks_sure ? open_red_lines(negotiation, movements.result.appraisal)
                  : std::vector<std::string>();
    if (!open.empty()) {
        constexpr std::size_t most_named = 3;
        obstacles.push_back("options that may be red lines, which is not known: " +
                            listed(open, page.most(most_named)));
    }
    return obstacles;
}

void put_effects(const Movements& movements, Page& page) {
    EffectsSection(movements, page).put();
}

void put_curve(const Movements& movements, Page& page) {
    const auto& curve = movements.result.curve;
    if (!curve) {
        return;
    }
    page.heading("CURVE");
    if (curve->steps.empty()) {
        page.line(curve->is_complete ? "It has no step: no combination is left, whatever anybody "
                                       "accepts less."
                                     : "Not decided within the budget.");
        return;
    }
    page.line("Gains over what each has without agreement" + less_supposed(movements.negotiation) +
              "; below 0: what is missing.");
    const std::string& name = movements.negotiation.party(*movements.result.curve_of).name;
    std::vector<std::vector<std::string>> rows = {{name, "at best, the worst-off other"}};
    for (const GainStep& step : curve->steps) {
        rows.push_back({number_text(step.own), number_text(step.others)});
    }
    page.table(rows);
    page.line(curve->is_complete ? "These are all steps."
                                 : "There may be more steps between these: --steps COUNT looks for "
                                   "more.");
}

} // namespace unbracket::screen
