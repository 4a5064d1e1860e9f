#include "unbracket/report/robust_json.hpp"

#include "unbracket/base/overloaded.hpp"
#include "unbracket/report/json_share.hpp"

#include <utility>

namespace unbracket {

namespace {

Node verdict_or_null(const std::optional<VerdictKind>& verdict) {
    return verdict ? text_node(to_text(*verdict)) : null_node();
}

const char* kind_name(VoiceKind kind) {
    switch (kind) {
    case VoiceKind::voice:
        return "voice";
    case VoiceKind::statement:
        return "statement";
    case VoiceKind::source:
        return "source";
    case VoiceKind::speaker:
        return "speaker";
    case VoiceKind::anonymous:
        return "anonymous";
    case VoiceKind::others_about:
        return "others_about";
    case VoiceKind::own_strength:
        break;
    }
    return "own_strength";
}

class RobustWriter {
public:
    RobustWriter(const Case& negotiation, const RobustResult& result, const JsonOptions& options)
        : case_(negotiation), result_(result), options_(options) {}

    Node write() const {
        const SampleTally& tally = result_.tally;
        Node node = table_node();
        add_identity(node, case_);
        add_member(node, "verdict", text_node(to_text(result_.verdict)));
        add_member(node, "sample", sample());
        add_member(node, "agreement", share(tally.agreement, tally.readings));
        add_member(node, "undecided", json_count(tally.undecided));
        add_member(node, "outcomes", json_list(result_.outcomes, [&](const OutcomeShare& each) {
                       Node outcome = table_node();
                       add_member(outcome, "outcome", json_outcome(case_, each.outcome));
                       add_member(outcome, "acceptable", acceptance(each.tally));
                       return outcome;
                   }));
        add_member(node, "drafts",
                   json_list(result_.drafts, [&](const DraftShare& each) { return draft(each); }));
        add_member(node, "blocks", blocks());
        add_member(node, "options", option_shares());
        add_hinges(node);
        add_member(node, "regimes", regimes());
        add_member(node, "voices", json_list(result_.voices, [&](const LeftOutVoice& each) {
                       return voice(each);
                   }));
        add_member(node, "questions",
                   json_list(result_.swings.questions,
                             [&](const RankedQuestion& each) { return question(each); }));
        add_member(node, "stopped", boolean_node(result_.was_stopped));
        return node;
    }

private:
    Node share(std::uint64_t hits, std::uint64_t draws) const {
        return draws == 0 ? null_node() : json_share(hits, draws, options_);
    }

    Node count(const ReadingCount& each) const { return share(each.agreement, each.readings); }

    Node sample() const {
        Node node = table_node();
        add_member(node, "readings", json_count(result_.tally.readings));
        add_member(node, "given_up", json_count(result_.tally.lost));
        add_member(node, "seed", json_count(result_.seed));
        add_member(node, "confidence", number_node("0.95"));
        add_member(node, "interval", text_node("wilson"));
        add_member(node, "unknown_options", json_count(result_.unknown_options));
        add_member(node, "doubtful", json_parties(case_, result_.doubtful));
        add_member(node, "judged", json_parties(case_, result_.judged));
        add_member(node, "unjudged", json_parties(case_, result_.unjudged));
        return node;
    }

    Node acceptance(const AcceptanceTally& tally) const {
        return acceptance(tally, result_.tally.readings);
    }

    Node acceptance(const AcceptanceTally& tally, std::uint64_t readings) const {
        Node node = table_node();
        add_member(node, "all", share(tally.agreement, readings));
        Node& parties = add_member(node, "parties", table_node());
        for (std::size_t place = 0; place < tally.by_party.size(); ++place) {
            add_member(parties, case_.party(case_.agreement.counted[place]).key,
                       share(tally.by_party[place], readings));
        }
        return node;
    }

    Node draft(const DraftShare& each) const {
        Node node = table_node();
        add_member(node, "draft", text_node(case_.draft(each.draft).key));
        add_member(node, "contents", each.tally ? json_count(each.contents) : null_node());
        const std::uint64_t readings = each.wide    ? each.wide->readings
                                       : each.tally ? result_.tally.readings
                                                    : 0;
        add_member(node, "readings", json_count(readings));
        add_member(node, "whatever_its_content",
                   each.tally ? acceptance(each.tally->every) : null_node());
        add_member(node, "with_some_content",
                   each.tally  ? acceptance(each.tally->some)
                   : each.wide ? acceptance(each.wide->some, each.wide->readings)
                               : null_node());
        return node;
    }

    Node blocks() const {
        const SampleTally& tally = result_.tally;
        const std::uint64_t none = tally.readings - tally.agreement - tally.undecided;
        Node node = table_node();
        for (std::size_t place = 0; place < tally.blocks.size(); ++place) {
            add_member(node, case_.party(case_.agreement.counted[place]).key,
                       share(tally.blocks[place], none));
        }
        return node;
    }

    Node option_shares() const {
        Node node = table_node();
        for (const OptionShare& each : result_.options) {
            const Issue& issue = case_.issue(each.option.first);
            Node* own = node.find(issue.key);
            own = own != nullptr ? own : &add_member(node, issue.key, table_node());
            add_member(*own, issue.options[as_index(each.option.second)].key,
                       share(each.agreement, each.readings));
        }
        return node;
    }

    void add_hinges(Node& node) const {
        const Swings& swings = result_.swings;
        add_member(node, "hinges", json_list(swings.hinges.hinges, [&](const Hinge& each) {
                       Node hinge = table_node();
                       add_member(hinge, "entry", text_node(case_.entry(each.entry).address));
                       add_member(hinge, "tried",
                                  each.tried ? json_range(*each.tried, options_) : null_node());
                       add_member(hinge, "at_low", verdict_or_null(each.at_low));
                       add_member(hinge, "at_high", verdict_or_null(each.at_high));
                       add_member(hinge, "none_at",
                                  each.none_at ? json_rational(*each.none_at, options_)
                                               : null_node());
                       return hinge;
                   }));
        add_member(node, "hinges_complete", boolean_node(swings.hinges.is_complete));
        add_member(node, "swings", json_list(swings.entries, [&](const Swing& each) {
                       Node swing = table_node();
                       add_member(swing, "entry", text_node(case_.entry(each.entry).address));
                       add_member(swing, "range", json_range(each.range, options_));
                       add_member(swing, "at_low", count(each.at_low));
                       add_member(swing, "at_high", count(each.at_high));
                       return swing;
                   }));
        add_member(node, "pairs", json_list(swings.pairs, [&](const EntryPair& each) {
                       Node pair = table_node();
                       add_member(pair, "entries",
                                  json_addresses(case_, {each.first, each.second}));
                       add_member(pair, "ends",
                                  json_texts({each.first_at_high ? "high" : "low",
                                              each.second_at_high ? "high" : "low"}));
                       add_member(pair, "verdict", text_node(to_text(each.verdict)));
                       return pair;
                   }));
        add_member(node, "paired", json_count(swings.paired));
        add_member(node, "pairs_complete", boolean_node(swings.are_pairs_complete));
    }

    Node regime(const std::optional<SampleTally>& tally) const {
        return tally ? share(tally->agreement, tally->readings) : null_node();
    }

    Node regimes() const {
        const RegimeShares& all = result_.regimes;
        Node node = table_node();
        Node& invented = add_member(node, "invented_options", table_node());
        for (const auto& [issue, option] : all.unsupported.invented) {
            const Issue& where = case_.issue(issue);
            Node* own = invented.find(where.key);
            own = own != nullptr ? own : &add_member(invented, where.key, list_node({}));
            own->items.push_back(json_option(where, option));
        }
        add_member(node, "unknown_points", json_list(all.unsupported.unknown, [&](IssueId issue) {
                       return text_node(case_.issue(issue).key);
                   }));
        add_member(node, "without_invented", regime(all.without_invented));
        add_member(node, "without_unknown", regime(all.without_unknown));
        add_member(node, "without_both", regime(all.without_both));
        return node;
    }

    Node voice(const LeftOutVoice& each) const {
        Node node = table_node();
        add_member(node, "kind", text_node(kind_name(each.kind)));
        add_member(node, "name", json_text_or_null(each.name));
        add_member(node, "party",
                   each.party ? text_node(case_.party(*each.party).key) : null_node());
        add_member(node, "statements", json_texts(each.statements));
        add_member(node, "entries", json_count(each.entries));
        add_member(node, "verdict", verdict_or_null(each.verdict));
        add_member(node, "problem", json_text_or_null(each.problem));
        add_member(node, "agreement", share(each.agreement, each.readings));
        return node;
    }

    Node question(const RankedQuestion& each) const {
        Node node = table_node();
        const auto* entry = std::get_if<EntryId>(&each.about);
        const auto* alternative = std::get_if<AlternativeId>(&each.about);
        add_member(node, "entry",
                   entry != nullptr ? text_node(case_.entry(*entry).address) : null_node());
        add_member(node, "alternative",
                   alternative != nullptr
                       ? text_node(case_.alternatives[as_index(*alternative)].key)
                       : null_node());
        add_member(node, "ask", json_parties(case_, each.asked));
        add_member(node, "answers",
                   json_list(each.answers, [&](const RankedQuestion::Answer& answer) {
                       Node own = table_node();
                       add_member(own, "answer", json_text_or_null(answer.key));
                       add_member(own, "agreement", count(answer.count));
                       add_member(own, "verdict", verdict_or_null(answer.verdict));
                       add_member(own, "problem", json_text_or_null(answer.problem));
                       return own;
                   }));
        return node;
    }

    const Case& case_;
    const RobustResult& result_;
    const JsonOptions& options_;
};

} // namespace

Node robust_json(const LoadedCase& loaded, const RobustResult& result, const JsonOptions& options) {
    return RobustWriter(loaded.negotiation, result, options).write();
}

} // namespace unbracket
