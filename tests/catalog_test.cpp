#include "unbracket/io/toml_reader.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/robust/check.hpp"
#include "unbracket/robust/lint.hpp"
#include "unbracket/robust/score.hpp"
#include "unbracket/zone/acceptance.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

// Every case of the catalogue is a valid case, and what is known about it comes out of it.

namespace unbracket {
namespace {

namespace fs = std::filesystem;

fs::path project_root() {
    const char* root = std::getenv("UNBRACKET_ROOT");
    return root == nullptr ? fs::current_path() : fs::path(root);
}

Node document_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const Result<Node> document = read_toml(bytes, path.string());
    if (!document) {
        ADD_FAILURE() << to_string(document.problems().front());
        return table_node();
    }
    return document.value();
}

LoadedCase loaded(const std::vector<std::string>& files) {
    std::vector<Node> layers;
    layers.reserve(files.size());
    for (const std::string& file : files) {
        layers.push_back(document_of(project_root() / "catalog" / file));
    }
    Result<Node> merged = merge_layers(layers);
    Result<LoadedCase> result =
        merged ? load_case(std::move(merged).value()) : Result<LoadedCase>(merged.problems());
    if (!result) {
        ADD_FAILURE() << files.front() << ": " << to_string(result.problems().front());
        return {};
    }
    return std::move(result).value();
}

/// Calls `visit` with every outcome, the last issue running fastest.
template <class Visit>
void for_each_outcome(const Case& negotiation, Visit visit) {
    Outcome outcome(negotiation.issues.size(), OptionId(0));
    for (bool more = true; more;) {
        visit(outcome);
        more = false;
        for (std::size_t i = outcome.size(); i-- > 0 && !more;) {
            more = as_index(outcome[i]) + 1 < negotiation.issues[i].options.size();
            outcome[i] = more ? OptionId(as_index(outcome[i]) + 1) : OptionId(0);
        }
    }
}

/// `A1,B3,C2` for the first option of the first issue, the third of the second ...
std::string published_name(const Outcome& outcome) {
    std::string name;
    for (std::size_t i = 0; i < outcome.size(); ++i) {
        name += (i == 0 ? "" : ",") + std::string(1, static_cast<char>('A' + i)) +
                std::to_string(as_index(outcome[i]) + 1);
    }
    return name;
}

std::vector<std::string> agreements(const Case& negotiation) {
    const Appraisal appraisal = appraise(negotiation);
    std::vector<std::string> names;
    for_each_outcome(negotiation, [&](const Outcome& outcome) {
        if (is_agreement(negotiation, appraisal, outcome, Certainty::sure)) {
            names.push_back(published_name(outcome));
        }
    });
    return names;
}

std::vector<int> acceptable_to_each(const Case& negotiation) {
    const Appraisal appraisal = appraise(negotiation);
    std::vector<int> counts(negotiation.parties.size(), 0);
    for_each_outcome(negotiation, [&](const Outcome& outcome) {
        for (std::size_t p = 0; p < counts.size(); ++p) {
            counts[p] += accepts(negotiation, appraisal, PartyId(p), outcome, Certainty::sure);
        }
    });
    return counts;
}

/// The total scores of all parties in an outcome, where every score is a single number.
std::vector<Rational> totals(const Case& negotiation, const Outcome& outcome) {
    std::vector<Rational> sums(negotiation.parties.size(), Rational(0));
    for (std::size_t i = 0; i < outcome.size(); ++i) {
        for (const Assessment& assessment : negotiation.issues[i].assessments) {
            const auto& score = assessment.scores[as_index(outcome[i])];
            sums[as_index(assessment.party)] += std::get<Interval>(score->worth).low;
        }
    }
    return sums;
}

bool dominates(const std::vector<Rational>& better, const std::vector<Rational>& worse) {
    return better != worse &&
           std::equal(better.begin(), better.end(), worse.begin(),
                      [](const Rational& a, const Rational& b) { return a >= b; });
}

TEST(Catalog, EveryCaseIsAValidCase) {
    int count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(project_root() / "catalog")) {
        if (entry.path().filename() != "case.toml") {
            continue;
        }
        ++count;
        const Result<Case> bound = bind_case(document_of(entry.path()));
        for (const Diagnostic& problem : bound.problems()) {
            ADD_FAILURE() << to_string(problem);
        }
        EXPECT_TRUE(fs::exists(entry.path().parent_path() / "README.md")) << entry.path();
    }
    EXPECT_GE(count, 5);
}

TEST(Examples, AreValidCasesWithAnAgreement) {
    int count = 0;
    for (const auto& entry : fs::directory_iterator(project_root() / "examples")) {
        if (entry.path().extension() != ".toml") {
            continue;
        }
        ++count;
        const Result<Case> bound = bind_case(document_of(entry.path()));
        ASSERT_TRUE(bound.ok()) << to_string(bound.problems().front());
        EXPECT_EQ(kind_of(decide(bound.value(), appraise(bound.value()), {})),
                  VerdictKind::agreement)
            << entry.path();
    }
    EXPECT_GE(count, 2);
}

// Source: Abdelnabi and others (2023), LLM-Deliberation, scores files; what follows from the scores
// was counted by a separate enumeration.
TEST(Catalog, HarbourWithSixPartiesHasTwelveDeals) {
    const Case negotiation = loaded({"score-games/harbour-6/case.toml"}).negotiation;
    EXPECT_EQ(agreements(negotiation),
              (std::vector<std::string>{"A1,B3,C2,D2,E3", "A1,B3,C2,D2,E4", "A1,B3,C3,D2,E3",
                                        "A1,B3,C3,D3,E4", "A2,B3,C2,D2,E4", "A2,B3,C3,D1,E3",
                                        "A2,B3,C3,D2,E3", "A2,B3,C3,D2,E4", "A2,B3,C4,D1,E3",
                                        "A3,B2,C2,D2,E4", "A3,B2,C3,D2,E3", "A3,B2,C3,D2,E4"}));
    EXPECT_EQ(acceptable_to_each(negotiation), (std::vector<int>{646, 555, 462, 354, 195, 320}));
}

TEST(Catalog, HarbourWithSevenPartiesHasFiftyTwoDeals) {
    const Case negotiation = loaded({"score-games/harbour-7/case.toml"}).negotiation;
    EXPECT_EQ(acceptable_to_each(negotiation),
              (std::vector<int>{2118, 2325, 1917, 1348, 1083, 1200, 1700}));
    EXPECT_EQ(agreements(negotiation).size(), 52U);
}

TEST(Catalog, HarbourUnderBothVetoesHasMoreDeals) {
    const auto under_rule = [](const std::string& game) {
        const std::string folder = "score-games/" + game + "/";
        return agreements(loaded({folder + "case.toml", folder + "both-vetoes.toml"}).negotiation);
    };
    EXPECT_EQ(under_rule("harbour-6").size(), 55U);
    EXPECT_EQ(under_rule("harbour-7").size(), 204U);
}

// Source: Raiffa (1982), The Art and Science of Negotiation, chapter 12; the points as in Brams and
// Taylor (1996), Fair Division, chapter 5.
TEST(Catalog, PanamaHasThePublishedPointsAndItsFrontier) {
    const Case negotiation = loaded({"treaties/panama-1974/case.toml"}).negotiation;
    std::set<std::vector<Rational>> values;
    for_each_outcome(negotiation,
                     [&](const Outcome& outcome) { values.insert(totals(negotiation, outcome)); });
    std::set<std::vector<Rational>> frontier;
    for (const auto& value : values) {
        if (std::none_of(values.begin(), values.end(),
                         [&](const auto& other) { return dominates(other, value); })) {
            frontier.insert(value);
        }
    }
    EXPECT_EQ(frontier.size(), 20U);
    EXPECT_TRUE(frontier.contains({Rational(64), Rational(68)}));
    EXPECT_TRUE(frontier.contains({Rational(100), Rational(0)}));
    EXPECT_TRUE(frontier.contains({Rational(0), Rational(100)}));
    const auto fairest =
        std::max_element(frontier.begin(), frontier.end(), [](const auto& a, const auto& b) {
            return std::min(a[0], a[1]) < std::min(b[0], b[1]);
        });
    EXPECT_EQ(*fairest, (std::vector<Rational>{Rational(64), Rational(68)}));
}

LoadedCase texts_as_of(const char* date) {
    return load_case(document_of(project_root() / "catalog/peace-talks/drafts-2025/case.toml"),
                     parse_date(date))
        .value();
}

Acceptance acceptance_of(const LoadedCase& loaded, const char* draft, const char* party) {
    const Case& negotiation = loaded.negotiation;
    const DraftScore score =
        score_draft(negotiation, appraise(negotiation), *negotiation.find_draft(draft));
    for (const PartyScore& own : score.parties) {
        if (negotiation.party(own.party).key == party) {
            return own.acceptance;
        }
    }
    ADD_FAILURE() << "no such party: " << party;
    return Acceptance::no_reading;
}

TEST(DraftsOf2025, InventNoPreference) {
    const Case negotiation = texts_as_of("2025-12-31").negotiation;
    for (const Issue& issue : negotiation.issues) {
        for (const Assessment& assessment : issue.assessments) {
            EXPECT_TRUE(assessment.scores.empty() && !assessment.order && !assessment.curve);
            for (const auto& stance : assessment.stances) {
                const bool is_known =
                    stance && stance->worth != StanceQuantity(StanceWord::unknown);
                EXPECT_TRUE(!is_known || !negotiation.entry(stance->entry).supported_by.empty());
            }
        }
    }
    EXPECT_TRUE(negotiation.bonuses.empty() && negotiation.risks.empty());
}

TEST(DraftsOf2025, HaveNoAgreementOnceBothSidesSpokeOnLand) {
    const auto verdict_at = [](const char* date) {
        const Case negotiation = texts_as_of(date).negotiation;
        return kind_of(decide(negotiation, appraise(negotiation), {}));
    };
    EXPECT_EQ(verdict_at("2025-11-19"), VerdictKind::depends);
    EXPECT_EQ(verdict_at("2025-12-19"), VerdictKind::depends);
    EXPECT_EQ(verdict_at("2025-12-20"), VerdictKind::no_agreement);
    EXPECT_EQ(verdict_at("2025-12-31"), VerdictKind::no_agreement);
}

TEST(DraftsOf2025, KeepALimitThatMovedBetweenTwoDates) {
    const LoadedCase before = texts_as_of("2025-12-23"), after = texts_as_of("2025-12-24");
    EXPECT_EQ(acceptance_of(before, "e3", "ukraine"), Acceptance::never);
    EXPECT_EQ(acceptance_of(after, "e3", "ukraine"), Acceptance::possibly);
    EXPECT_EQ(acceptance_of(after, "ua20", "ukraine"), Acceptance::possibly);
    EXPECT_EQ(acceptance_of(after, "ua20", "russia"), Acceptance::never);
    EXPECT_EQ(acceptance_of(after, "us28", "ukraine"), Acceptance::never);
    EXPECT_EQ(acceptance_of(after, "us28", "russia"), Acceptance::possibly);
}

/// Answers of the combination to these questions, by name.
std::string answer_to(const AlternativesTable& table, const CombinationVerdict& combination,
                      const std::string& id) {
    for (std::size_t i = 0; i < table.questions.size(); ++i) {
        if (table.questions[i].id == id) {
            return table.questions[i].answers[combination.answers[i]].key;
        }
    }
    return "no such question";
}

TEST(FoundingCase, HasNoOutcomeLeftExactlyWhereTwoConditionsExcludeEachOther) {
    const LoadedCase moscow = loaded({"peace-talks/moscow-2025/case.toml"});
    const AlternativesTable table = decide_alternatives(moscow);
    ASSERT_TRUE(table.is_complete);
    EXPECT_EQ(table.combinations.size(), 24U);
    for (const CombinationVerdict& combination : table.combinations) {
        const std::string demand = answer_to(table, combination, "russia-demand");
        const bool must_withdraw =
            demand == "condition" ||
            (demand == "floor" && answer_to(table, combination, "points-28-say") == "withdrawal");
        const bool must_not = answer_to(table, combination, "ukraine-limit") == "condition" &&
                              answer_to(table, combination, "limit-covers") == "withdrawing";
        EXPECT_EQ(combination.verdict,
                  must_withdraw && must_not ? VerdictKind::no_agreement : VerdictKind::depends);
    }
}

TEST(FoundingCase, LeadsWithBothSidesDemandsAndThenWithTheContentsOfTheDraft) {
    const AlternativesTable table =
        decide_alternatives(loaded({"peace-talks/moscow-2025/case.toml"}));
    std::vector<std::string> ids;
    ids.reserve(table.questions.size());
    for (const OpenQuestion& question : table.questions) {
        ids.push_back(question.id);
    }
    EXPECT_EQ(ids, (std::vector<std::string>{"russia-demand", "ukraine-limit", "limit-covers",
                                             "points-28-say", "draft.points-28", "draft.points-20",
                                             "said.s14"}));
    EXPECT_EQ(table.evaluated_count(), 4U);
    EXPECT_EQ(table.questions[0].decisive * table.questions[1].combinations,
              table.questions[1].decisive * table.questions[0].combinations);
    EXPECT_EQ(table.questions.back().decisive, 0U);
}

TEST(FoundingCase, TreatsBothSignatoriesAlike) {
    const Case negotiation = loaded({"peace-talks/moscow-2025/case.toml"}).negotiation;
    const PartyId russia = *negotiation.find_party("russia");
    const PartyId ukraine = *negotiation.find_party("ukraine");
    for (const PartyLimits& limits : lint(negotiation).limits) {
        EXPECT_TRUE(limits.entries.empty())
            << "a limit is in force before its question is answered";
    }
    EXPECT_EQ(negotiation.fallback_in_force(russia)->value,
              negotiation.fallback_in_force(ukraine)->value);
    const auto limits_of = [&](PartyId party) {
        return std::count_if(negotiation.limits.begin(), negotiation.limits.end(),
                             [&](const Limit& limit) { return limit.party == party; });
    };
    EXPECT_EQ(limits_of(russia), limits_of(ukraine));
    for (const Issue& issue : negotiation.issues) {
        const Assessment* own = issue.of(russia);
        const Assessment* other = issue.of(ukraine);
        if (own != nullptr && other != nullptr) {
            EXPECT_EQ(own->weight->quantity, other->weight->quantity) << issue.key;
        }
    }
}

TEST(FoundingCase, NamesWhoWasMissingWhereTheTextsLay) {
    const LoadedCase moscow = loaded({"peace-talks/moscow-2025/case.toml"});
    const RoomReport room = check(moscow).room;
    ASSERT_TRUE(room.event.has_value());
    EXPECT_EQ(moscow.negotiation.events[*room.event].key, "moscow");
    EXPECT_EQ(room.absent, std::vector<PartyId>{*moscow.negotiation.find_party("ukraine")});
}

TEST(FoundingCase, MarksInventedOptionsAndKeepsItsDraftsUnknown) {
    const Case negotiation = loaded({"peace-talks/moscow-2025/case.toml"}).negotiation;
    int invented = 0;
    for (const Issue& issue : negotiation.issues) {
        for (const Option& option : issue.options) {
            invented += option.title.ends_with("(invented)") ? 1 : 0;
        }
    }
    EXPECT_EQ(invented, 5);
    for (const Draft& draft : negotiation.drafts) {
        for (const DraftSetting& setting : draft.content) {
            EXPECT_TRUE(setting.is_unknown) << draft.key;
        }
    }
}

TEST(FoundingCase, HoldsAllTwentyNineStatementsOfTheAccount) {
    const Case negotiation = loaded({"peace-talks/moscow-2025/case.toml"}).negotiation;
    std::set<std::string> ids;
    for (const Statement& statement : negotiation.statements) {
        ids.insert(statement.key);
        EXPECT_TRUE(statement.source_id.has_value()) << statement.key;
    }
    for (int number = 1; number <= 29; ++number) {
        EXPECT_TRUE(ids.contains("s" + std::to_string(number))) << "s" << number;
    }
}

} // namespace
} // namespace unbracket
