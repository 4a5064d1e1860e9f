#include "unbracket/base/random.hpp"
#include "unbracket/report/what_if_text.hpp"
#include "unbracket/robust/what_if.hpp"
#include "unbracket/unbracket.hpp"

#include "tests/golden.hpp"
#include "tests/label_swap.hpp"
#include "tests/random_case.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

// What why, bridge, frontier, score, diff, sources, lint, trace, timeline, steps and what-if answer
// must not depend on who is called what or who is named first. Two labels swapped in the case are
// two labels swapped in the answer, and nothing else; parties in another order are told with the
// same words, and the data are the same but for their order.

namespace unbracket {

namespace {

using testing::swap_labels;
using testing::with_labels_swapped;
using testing::words_of;

constexpr ScreenOptions endless = {.width = 100'000, .lists = Lists::full};

/// Both forms of an answer: the screen, and the data with exact numbers.
struct Told {
    std::string screen;
    Node data;
    std::string both() const { return screen + json_text(data); }
};

std::vector<std::string> sorted(std::vector<std::string> texts) {
    std::sort(texts.begin(), texts.end());
    return texts;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) {
        all += text + " ";
    }
    return all;
}

/// The data without the order of keys, of lists and of words in a sentence: what belongs to whom
/// stays, since a value stands under its key.
std::string unordered(const Node& node) {
    std::vector<std::string> parts;
    switch (node.kind) {
    case NodeKind::table:
        for (const Node::Member& member : node.members) {
            parts.push_back(member.key + " = " + unordered(member.value));
        }
        return "{ " + joined(sorted(std::move(parts))) + "}";
    case NodeKind::list:
        for (const Node& item : node.items) {
            parts.push_back(unordered(item));
        }
        return "[ " + joined(sorted(std::move(parts))) + "]";
    case NodeKind::text:
        return "\"" + joined(words_of(node.text)) + "\"";
    case NodeKind::null:
    case NodeKind::boolean:
    case NodeKind::number:
    case NodeKind::date:
        break;
    }
    return json_text(node);
}

/// The words that stand in one only; empty where none does.
std::string different_words(const std::string& one, const std::string& other) {
    const std::vector<std::string> first = words_of(one), second = words_of(other);
    std::vector<std::string> different;
    std::set_symmetric_difference(first.begin(), first.end(), second.begin(), second.end(),
                                  std::back_inserter(different));
    return joined(different);
}

Node without_digest(Node answer) {
    std::erase_if(answer.members, [](const auto& member) { return member.key == "digest"; });
    for (Node::Member& member : answer.members) {
        member.value = without_digest(std::move(member.value));
    }
    std::transform(answer.items.begin(), answer.items.end(), answer.items.begin(), without_digest);
    return answer;
}

/// Answers one after the other.
void add(Told& told, const std::string& screen, Node data) {
    told.screen += screen;
    told.data.items.push_back(without_digest(std::move(data)));
}

Told told_once(const std::string& screen, Node data) {
    Told told{"", list_node({})};
    add(told, screen, std::move(data));
    return told;
}

constexpr JsonOptions exact = {.numbers = JsonNumbers::exact};

Told told_by_why(const LoadedCase& loaded, const std::string& /*curve_of*/) {
    const WhyResult result = why(loaded, {.wants_all = true});
    return told_once(why_text(loaded, result, endless, Detail::full), why_json(loaded, result));
}

Told told_by_bridge(const LoadedCase& loaded, const std::string& curve_of) {
    BridgesOptions options{.sums = PointSums::wanted};
    const Result<PartyId> party = curve_party_named(loaded.negotiation, curve_of);
    if (party && loaded.negotiation.agreement.counted.size() > 1) {
        options.curve_of = party.value();
    }
    const BridgesResult result = find_all_bridges(loaded, options);
    return told_once(bridge_text(loaded, result, endless), bridge_json(loaded, result, exact));
}

Told told_by_frontier(const LoadedCase& loaded, const std::string& /*curve_of*/) {
    Told told{"", list_node({})};
    for (const bool zone_only : {false, true}) {
        const Result<EfficientOutcomes> found =
            efficient_outcomes(loaded, {.zone_only = zone_only});
        if (!found) {
            return told_once(to_string(found.problems().front()), null_node());
        }
        const Case& negotiation = loaded.negotiation;
        add(told, frontier_text(negotiation, found.value(), std::nullopt, endless),
            frontier_json(negotiation, found.value(), exact));
        add(told, adjusted_winner_text(negotiation, found.value(), endless),
            adjusted_winner_json(negotiation, found.value(), exact));
    }
    return told;
}

Told told_by_counts(const LoadedCase& loaded, const std::string& /*curve_of*/) {
    const Result<AcceptanceCounts> counts = count_acceptance(loaded);
    return counts ? told_once(counts_text(loaded.negotiation, counts.value(), endless),
                              counts_json(loaded.negotiation, counts.value(), exact))
                  : told_once(to_string(counts.problems().front()), null_node());
}

std::vector<DraftId> drafts_of(const Case& negotiation) {
    std::vector<DraftId> drafts;
    for (std::size_t at = 0; at < negotiation.drafts.size(); ++at) {
        if (negotiation.drafts[at].exists) {
            drafts.emplace_back(at);
        }
    }
    return drafts;
}

Told told_by_why_of_drafts(const LoadedCase& loaded, const std::string& /*curve_of*/) {
    Told told{"", list_node({})};
    for (const DraftId draft : drafts_of(loaded.negotiation)) {
        const DraftWhy result = why_draft(loaded, draft);
        add(told, why_draft_text(loaded.negotiation, result, endless),
            why_draft_json(loaded.negotiation, result, exact));
    }
    return told;
}

Told told_by_score(const LoadedCase& loaded, const std::string& /*curve_of*/) {
    Told told{"", list_node({})};
    const Case& negotiation = loaded.negotiation;
    const std::vector<DraftId> drafts = drafts_of(negotiation);
    if (!drafts.empty()) {
        const ComparedDrafts compared = compare_drafts(negotiation, appraise(negotiation), drafts);
        add(told, score_text(negotiation, compared, endless),
            score_json(negotiation, compared, exact));
        add(told, score_text(negotiation, compared.scores.front(), endless),
            score_json(negotiation, compared.scores.front(), exact));
    }
    return told;
}

Told told_by_diff(const LoadedCase& loaded, const std::string& /*curve_of*/) {
    Told told{"", list_node({})};
    const Case& negotiation = loaded.negotiation;
    const std::vector<DraftId> drafts = drafts_of(negotiation);
    if (drafts.size() > 1) {
        const ComparedDrafts compared = compare_drafts(negotiation, appraise(negotiation), drafts);
        add(told, diff_text(negotiation, compared, endless),
            diff_json(negotiation, compared, exact));
    }
    return told;
}

Told told_by_sources(const LoadedCase& loaded, const std::string& /*curve_of*/) {
    Told told{"", list_node({})};
    const Case& negotiation = loaded.negotiation;
    const Ledger ledger = take_ledger(negotiation);
    for (const LedgerOrder order : {LedgerOrder::voice, LedgerOrder::attribution}) {
        add(told, sources_text(negotiation, ledger, order, endless),
            sources_json(negotiation, ledger, order, exact));
    }
    return told;
}

Told told_by_lint(const LoadedCase& loaded, const std::string& /*curve_of*/) {
    const LintResult result = lint(loaded.negotiation);
    return told_once(lint_text(loaded.negotiation, result, endless, LintDetail::full),
                     lint_json(loaded.negotiation, result));
}

/// Of the parties' fallbacks, of all statements, drafts and questions. Where they stand in the file
/// is not told.
Told told_by_trace(const LoadedCase& loaded, const std::string& /*curve_of*/) {
    const Case& negotiation = loaded.negotiation;
    std::vector<Traced> things;
    for (const Fallback& fallback : negotiation.fallbacks) {
        things.emplace_back(fallback.entry);
    }
    for (std::size_t at = 0; at < negotiation.statements.size(); ++at) {
        things.emplace_back(StatementId(at));
    }
    for (std::size_t at = 0; at < negotiation.drafts.size(); ++at) {
        things.emplace_back(DraftId(at));
    }
    for (std::size_t at = 0; at < negotiation.alternatives.size(); ++at) {
        things.emplace_back(AlternativeId(at));
    }
    Told told{"", list_node({})};
    for (const Traced& thing : things) {
        const Trace found = trace(loaded, thing);
        add(told, trace_text(negotiation, found, endless), trace_json(negotiation, found, exact));
    }
    return told;
}

Told told_by_timeline(const LoadedCase& loaded, const std::string& /*curve_of*/) {
    const Node& document = loaded.with_later ? *loaded.with_later : loaded.document;
    const auto course =
        find_timeline([&](const Date& date) { return load_case(document, date); }, std::nullopt);
    return told_once(timeline_text(course.value(), endless), timeline_json(course.value(), exact));
}

/// The no-agreement value of one party set anew, and the labels of that what-if.
Told told_by_what_if(const LoadedCase& loaded, const std::string& curve_of) {
    std::vector<WhatIf> what_ifs;
    for (const char* value : {"0", "50", "missing"}) {
        const Setting setting{"fallback." + curve_of, parse_setting_value(value), {}};
        Result<LoadedCase> changed = with_changes(loaded, {setting});
        if (changed) {
            what_ifs.push_back(
                {std::string("set ") + value, setting.address, std::move(changed).value()});
        }
    }
    const WhatIfTable table = compare_what_ifs(loaded, std::move(what_ifs));
    return told_once(what_if_text(table, endless), what_if_json(table, exact));
}

Told told_by_steps(const LoadedCase& loaded, const std::string& /*curve_of*/) {
    const StepsResult result = find_steps(loaded);
    return told_once(steps_text(loaded, result, endless), steps_json(loaded, result, exact));
}

struct TellingVerb {
    std::string name;
    Told (*told)(const LoadedCase&, const std::string&);
};
const std::vector<TellingVerb> verbs = {
    {"why", told_by_why},
    {"why --draft", told_by_why_of_drafts},
    {"bridge", told_by_bridge},
    {"frontier", told_by_frontier},
    {"frontier --counts", told_by_counts},
    {"score", told_by_score},
    {"diff", told_by_diff},
    {"sources", told_by_sources},
    {"lint", told_by_lint},
    {"trace", told_by_trace},
    {"timeline", told_by_timeline},
    {"steps", told_by_steps},
    {"what-if", told_by_what_if},
};

/// Cases whose parties are Alta and Bera: those of `check`, and one with statements of every kind.
std::vector<std::string> case_files() {
    std::vector<std::string> files = testing::golden_inputs("check", ".toml");
    files.push_back(testing::repository_root() + "/tests/golden/cli/quarry.toml");
    return files;
}

LoadedCase loaded_from(Node document) {
    Result<LoadedCase> loaded = load_case(std::move(document));
    EXPECT_TRUE(loaded.ok()) << (loaded ? "" : to_string(loaded.problems().front()));
    return std::move(loaded).value();
}

Node document_of(const std::string& file) {
    return std::move(open_document({file})).value();
}

Node random_document(Random& random) {
    Node document = testing::random_case_document(random, {.most_outcomes = 64});
    const std::string first = document.find("party")->members[0].key;
    const std::string second = document.find("party")->members[1].key;
    document = with_renamed(document, "party." + first, "alta").value();
    return with_renamed(document, "party." + second, "bera").value();
}

void expect_swapped(Node document, const std::string& name) {
    const LoadedCase before = loaded_from(document);
    swap_labels(document);
    const LoadedCase after = loaded_from(std::move(document));
    for (const TellingVerb& verb : verbs) {
        EXPECT_EQ(verb.told(after, "bera").both(),
                  with_labels_swapped(verb.told(before, "alta").both()))
            << verb.name << " of " << name;
    }
}

void expect_same_words(Node document, const std::string& name) {
    const LoadedCase before = loaded_from(document);
    std::vector<Node::Member>& parties = document.find("party")->members;
    std::reverse(parties.begin(), parties.end());
    const LoadedCase after = loaded_from(std::move(document));
    for (const TellingVerb& verb : verbs) {
        const Told one = verb.told(before, "alta"), other = verb.told(after, "alta");
        EXPECT_EQ(different_words(other.screen, one.screen), "") << verb.name << " of " << name;
        EXPECT_EQ(unordered(other.data), unordered(one.data)) << verb.name << " of " << name;
    }
}

} // namespace

TEST(AnswerNeutrality, SwapsTheLabelsWhenTheCaseDoesAndNothingElse) {
    for (const std::string& file : case_files()) {
        expect_swapped(document_of(file), file);
    }
}

TEST(AnswerNeutrality, SaysTheSameWordsWhicheverPartyStandsFirst) {
    for (const std::string& file : case_files()) {
        expect_same_words(document_of(file), file);
    }
}

TEST(AnswerNeutrality, SwapsLabelsInRandomCases) {
    for (std::uint64_t index = 0; index < testing::shared_count(1'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("AnswerNeutrality.SwapsLabelsInRandomCases"));
        Random random(testing::suite_seed() * 1'000'211 + index);
        const Node document = random_document(random);
        expect_swapped(document, "a random case");
        ASSERT_FALSE(HasFailure()) << canonical_text(document);
    }
}

TEST(AnswerNeutrality, SaysTheSameWordsOfRandomCases) {
    for (std::uint64_t index = 0; index < testing::shared_count(1'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("AnswerNeutrality.SaysTheSameWordsOfRandomCases"));
        Random random(testing::suite_seed() * 1'000'213 + index);
        const Node document = random_document(random);
        expect_same_words(document, "a random case");
        ASSERT_FALSE(HasFailure()) << canonical_text(document);
    }
}

} // namespace unbracket
