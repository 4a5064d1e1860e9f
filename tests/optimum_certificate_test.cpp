#include "unbracket/base/random.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/unbracket.hpp"
#include "unbracket/zone/certificate/fields.hpp"

#include "tests/best_gains.hpp"
#include "tests/central_gains.hpp"
#include "tests/certificate_cases.hpp"
#include "tests/certificate_spoiler.hpp"
#include "tests/golden.hpp"
#include "tests/random_cases.hpp"
#include "tests/reference/verdict.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

// Certificates of optima: what the search proves the checker grants; a proof that tries every
// outcome is granted exactly where enumeration by the definition says that the outcome is best; and
// spoiled certificates never prove what is false.

namespace unbracket::testing {

namespace {

using reference::Among;

const std::vector<std::string> solution_names = {"nash", "egalitarian", "kalai_smorodinsky",
                                                 "utilitarian", "utilitarian_anywhere"};

SolutionKind kind_of(const std::string& name) {
    const auto at = std::find(solution_names.begin(), solution_names.end(), name);
    return all_solution_kinds[static_cast<std::size_t>(at - solution_names.begin())];
}

EfficientOutcomes solved_with_proofs(const LoadedCase& loaded, const Rational& tolerance = {}) {
    SolutionOptions options{.tolerance = tolerance};
    options.wants_proofs = true;
    return efficient_outcomes(loaded, {}, options).value();
}

std::vector<std::string> proved_by(const Node& certificate) {
    std::vector<std::string> names;
    for (const Node& claim : certificate.find("claims")->items) {
        names.push_back(claim.find("solution")->text);
    }
    return names;
}

/// Every solution that is proved comes with a proof, and the checker grants them all.
void expect_granted(const LoadedCase& loaded, const Rational& tolerance = {}) {
    const EfficientOutcomes efficient = solved_with_proofs(loaded, tolerance);
    const Node certificate = write_optimum_certificate(loaded.negotiation, efficient);
    for (const SolutionKind kind : all_solution_kinds) {
        const auto& solution = efficient.solutions.of(kind);
        EXPECT_EQ(solution && solution->proof, solution && solution->proved != Proved::cut);
    }
    EXPECT_EQ(refusal(loaded.negotiation, certificate), "") << json_text(certificate);
}

/// What enumeration finds in the central reading.
class Referee {
public:
    explicit Referee(const Case& given)
        : given_(given), readings_(readings_of(given, appraise(given))) {
        if (!readings_.empty()) {
            zone_ = reference::all_gains(given, readings_, Among::suits_all);
            feasible_ = reference::all_gains(given, readings_, Among::feasible);
        }
    }

    bool has_gains() const { return !readings_.empty(); }

    bool is_best(const std::string& name, const Outcome& outcome) const {
        const SolutionKind kind = kind_of(name);
        const bool is_anywhere = kind == SolutionKind::utilitarian_anywhere;
        const auto gains = reference::gains_by(given_, readings_, outcome,
                                               is_anywhere ? Among::feasible : Among::suits_all);
        return gains && best_gains(kind, zone_, feasible_).contains(*gains);
    }

    /// An outcome of the zone that gives the party most, if any is in it.
    std::optional<Outcome> best_for(std::size_t place) const {
        std::optional<Outcome> best;
        std::optional<Rational> most;
        for (const Outcome& outcome : reference::all_outcomes(given_)) {
            const auto gains = reference::gains_by(given_, readings_, outcome, Among::suits_all);
            if (gains && (!most || (*gains)[place] > *most)) {
                best = outcome, most = (*gains)[place];
            }
        }
        return best;
    }

    std::vector<PartyId> parties() const {
        std::vector<PartyId> parties;
        for (const auto& [party, reading] : readings_) {
            parties.push_back(party);
        }
        return parties;
    }

private:
    const Case& given_;
    std::map<PartyId, reference::Reading> readings_;
    reference::GainCounts zone_, feasible_;
};

/// A part that asks for every outcome to be tried.
Node trying_part(const Case& given, const std::vector<PartyId>& gaining = {}) {
    Node part = json(R"({"kind": "tree", "weights": [], "nodes": 1000000})");
    std::vector<Node> accepting, order, names;
    for (const PartyId party : given.agreement.counted) {
        accepting.push_back(text_node(given.party(party).key));
    }
    for (const Issue& issue : given.issues) {
        order.push_back(text_node(issue.key));
    }
    for (const PartyId party : gaining) {
        names.push_back(text_node(given.party(party).key));
    }
    add_member(part, "accepting", list_node(accepting));
    add_member(part, "order", list_node(order));
    if (!names.empty()) {
        add_member(part, "gaining", list_node(names));
    }
    return part;
}

Node parts_of_all(const Case& given) {
    return list_node({trying_part(given)});
}

/// A part for each set of parties, by product for sets of the size of that which gains in the
/// outcome.
Node nash_parts(const Case& given, const Referee& referee, std::size_t size) {
    const std::vector<PartyId> parties = referee.parties();
    std::vector<Node> all;
    for (std::size_t set = 1; set < std::size_t{1} << parties.size(); ++set) {
        std::vector<PartyId> gaining;
        for (std::size_t at = 0; at < parties.size(); ++at) {
            if (((set >> at) & 1U) != 0) {
                gaining.push_back(parties[at]);
            }
        }
        const bool by_product = gaining.size() == size;
        if (by_product || gaining.size() == size + 1) {
            all.push_back(trying_part(given, gaining));
        }
        if (gaining.size() == size + 1) {
            add_member(all.back(), "none", boolean_node(true));
        }
    }
    return list_node(std::move(all));
}

std::size_t gaining_in(const Case& given, const Outcome& outcome) {
    const auto readings = readings_of(given, appraise(given));
    const auto gains = reference::gains_by(given, readings, outcome, Among::suits_all);
    return gains ? static_cast<std::size_t>(
                       std::count_if(gains->begin(), gains->end(),
                                     [](const Rational& gain) { return gain.sign() > 0; }))
                 : readings.size();
}

Node trying_claim(const Case& given, const Referee& referee, const std::string& name,
                  const Outcome& outcome) {
    Node claim = table_node();
    add_member(claim, "claim", text_node("optimum"));
    add_member(claim, "solution", text_node(name));
    add_member(claim, "outcome", json_outcome(given, outcome));
    if (name == "kalai_smorodinsky") {
        Node largest = table_node();
        const std::vector<PartyId> parties = referee.parties();
        for (std::size_t at = 0; at < parties.size(); ++at) {
            Node own = table_node();
            add_member(own, "outcome", json_outcome(given, referee.best_for(at).value_or(outcome)));
            add_member(own, "parts", parts_of_all(given));
            add_member(largest, given.party(parties[at]).key, std::move(own));
        }
        add_member(claim, "largest", std::move(largest));
    }
    add_member(claim, "parts",
               name == "nash" ? nash_parts(given, referee, gaining_in(given, outcome))
                              : parts_of_all(given));
    return claim;
}

/// Claims that name a tolerance say less, and are left to others.
void expect_true(const Case& given, const Referee& referee, const Node& certificate) {
    certificate::Objection objection;
    for (const Node& claim : certificate.find("claims")->items) {
        const Outcome outcome = certificate::read_outcome(given, *claim.find("outcome"), objection);
        EXPECT_TRUE(claim.find("tolerance") != nullptr ||
                    referee.is_best(claim.find("solution")->text, outcome))
            << json_text(claim);
    }
}

LoadedCase random_loaded(Random& random, std::int64_t most_outcomes) {
    return load_case(random_case_document(random, {.most_outcomes = most_outcomes})).value();
}

const Outcome& any_of(const std::vector<Outcome>& outcomes, Random& random) {
    return outcomes[static_cast<std::size_t>(random.between(0, std::ssize(outcomes) - 1))];
}

/// Visits the share of so many random cases in which every party has a reading.
template <class Visit>
void on_random_cases(const std::string& name, std::size_t full, std::int64_t most_outcomes,
                     Visit visit) {
    for (std::uint64_t index = 0; index < shared_count(full); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     repeat_command("OptimumCertificate." + name));
        Random random(suite_seed() * 1'000'231 + index);
        const LoadedCase loaded = random_loaded(random, most_outcomes);
        if (!find_contradiction(loaded.negotiation, appraise(loaded.negotiation))) {
            visit(loaded, random);
        }
        if (::testing::Test::HasFailure()) {
            return;
        }
    }
}

} // namespace

TEST(OptimumCertificate, OfTheCatalogueProvesEverySolution) {
    for (const std::string name : {"score-games/harbour-6", "score-games/harbour-7",
                                   "treaties/panama-1974", "teaching/river-sel"}) {
        SCOPED_TRACE(name);
        const std::string file = repository_root() + "/catalog/" + name + "/case.toml";
        const LoadedCase loaded = open_case({.files = {file}}).value();
        const EfficientOutcomes efficient = solved_with_proofs(loaded);
        const Node certificate = write_optimum_certificate(loaded.negotiation, efficient);
        EXPECT_EQ(proved_by(certificate), solution_names);
        EXPECT_EQ(refusal(loaded.negotiation, certificate), "");
    }
}

TEST(OptimumCertificate, ThatIsSpoiledInFormIsRefused) {
    const std::string file = repository_root() + "/catalog/treaties/panama-1974/case.toml";
    const LoadedCase loaded = open_case({.files = {file}}).value();
    const Node certificate =
        write_optimum_certificate(loaded.negotiation, solved_with_proofs(loaded));
    for (const Spoiled& spoiled : spoiled_in_form(certificate)) {
        const bool is_other_weight = spoiled.what.find(".weights[") != std::string::npos &&
                                     spoiled.what.find(" lacks ") != std::string::npos;
        if (is_other_weight) {
            continue; // a weight of 0, which may serve as well
        }
        EXPECT_NE(refusal(loaded.negotiation, spoiled.certificate), "") << spoiled.what;
    }
}

TEST(OptimumCertificate, OfHandMadeCasesIsGranted) {
    for (const std::string& file : golden_inputs("check", ".toml")) {
        SCOPED_TRACE(file);
        const LoadedCase loaded = open_case({.files = {file}}).value();
        if (efficient_outcomes(loaded)) {
            expect_granted(loaded);
            expect_granted(loaded, Rational(1, 100));
        }
    }
}

// Too many bonuses to be split: what one on a single issue adds still depends on the option alone.
TEST(OptimumCertificate, OfSevenBonusesOnSingleIssuesIsGranted) {
    const LoadedCase loaded = load_case(read_toml(R"(
unbracket = 1
title = "Seven bonuses"
party = { alta = {}, bera = {} }
fallback = { alta = 2, bera = 2 }
bonus = [{ party = "bera", when = { rent = "low" }, value = 4 },
         { party = "alta", when = { rent = "middle" }, value = 4 },
         { party = "bera", when = { rent = "high" }, value = 4 },
         { party = "bera", when = { term = "low" }, value = 4 },
         { party = "bera", when = { term = "middle" }, value = 4 },
         { party = "alta", when = { term = "high" }, value = 4 },
         { party = "bera", when = { rent = "low" }, value = 4 }]
[issue.rent]
option = ["low", "middle", "high"]
score.alta = { low = 0, middle = 5, high = 9 }
score.bera = { low = 9, middle = 6, high = 0 }
[issue.term]
option = ["low", "middle", "high"]
score.alta = { low = 0, middle = 5, high = 9 }
score.bera = { low = 9, middle = 3, high = 0 }
)",
                                                  "case.toml")
                                            .value())
                                  .value();
    expect_granted(loaded);
    expect_granted(loaded, Rational(1, 20));
}

// Within a pattern of bonuses nothing moves alta, whose gain is never 0 or more without one.
TEST(OptimumCertificate, OfAPartyThatOnlyABonusMovesIsGranted) {
    expect_granted(load_case(read_toml(R"(
unbracket = 1
title = "Moved by a bonus"
party = { alta = {}, bera = {}, coda = {} }
fallback = { alta = 0, bera = 6, coda = 18 }
bonus = [{ party = "bera", when = { cost = "shared" }, value = -12 },
         { party = "bera", when = { cost = "shared", rent = "low" }, value = -12 },
         { party = "alta", when = { cost = "split" }, value = -36 }]
[issue.rent]
option = ["low", "middle", "high"]
score.alta = { low = 0, middle = 0, high = 0 }
score.bera = { low = 0, middle = 0, high = 6 }
score.coda = { low = 0, middle = 4, high = 12 }
[issue.term]
option = ["low", "middle", "high"]
score.alta = { low = 0, middle = 0, high = 0 }
score.bera = { low = 0, middle = 12, high = 24 }
score.coda = { low = 12, middle = 0, high = 12 }
[issue.cost]
option = ["shared", "split"]
score.alta = { shared = 0, split = 0 }
score.bera = { shared = 0, split = 6 }
score.coda = { shared = 12, split = 0 }
)",
                                       "case.toml")
                                 .value())
                       .value());
}

TEST(OptimumCertificate, WhoseNeedsTakeTooLongOrAreStoppedIsRefused) {
    const std::string file = repository_root() + "/catalog/score-games/harbour-6/case.toml";
    const LoadedCase loaded = open_case({.files = {file}}).value();
    const Node certificate =
        write_optimum_certificate(loaded.negotiation, solved_with_proofs(loaded));
    const auto reason = [&](const certificate::Budget& budget) {
        const auto answer = certificate::check(loaded.negotiation, certificate, budget);
        const auto* refused = std::get_if<certificate::Refusal>(&answer);
        return refused == nullptr ? std::string() : refused->reason;
    };
    EXPECT_EQ(reason({}), "");
    EXPECT_NE(
        reason({.need_work = 1'000}).find("what better outcomes need takes too long to work out"),
        std::string::npos);
    CancelFlag cancel;
    cancel.raise();
    EXPECT_NE(reason({.cancel = &cancel}).find("the check was stopped before it was finished"),
              std::string::npos);
}

TEST(OptimumCertificate, OfRandomCasesIsGranted) {
    on_random_cases("OfRandomCasesIsGranted", 3'000, 400,
                    [](const LoadedCase& loaded, Random&) { expect_granted(loaded); });
}

TEST(OptimumCertificate, OfRandomCasesWithinATolerance) {
    on_random_cases("OfRandomCasesWithinATolerance", 2'000, 400,
                    [](const LoadedCase& loaded, Random& random) {
                        expect_granted(loaded, Rational(random.between(1, 40), 100));
                    });
}

TEST(OptimumCertificate, ThatTriesEveryOutcomeIsGrantedExactlyForWhatIsBest) {
    std::size_t granted = 0, refused = 0;
    on_random_cases("ThatTriesEveryOutcomeIsGrantedExactlyForWhatIsBest", 2'000, 24,
                    [&](const LoadedCase& loaded, Random& random) {
                        const Case& given = loaded.negotiation;
                        const Referee referee(given);
                        if (!referee.has_gains()) {
                            return;
                        }
                        const std::vector<Outcome> outcomes = reference::all_outcomes(given);
                        for (const std::string& name : solution_names) {
                            const Outcome& outcome = any_of(outcomes, random);
                            Node certificate = certificate_for(given, "optimum", "[]");
                            certificate.find("claims")->items.push_back(
                                trying_claim(given, referee, name, outcome));
                            const std::string refusal_text = refusal(given, certificate);
                            EXPECT_EQ(refusal_text.empty(), referee.is_best(name, outcome))
                                << name << ": " << refusal_text << json_text(certificate);
                            ++(refusal_text.empty() ? granted : refused);
                        }
                    });
    EXPECT_GT(granted, 0U);
    EXPECT_GT(refused, granted);
}

TEST(OptimumCertificate, ThatIsSpoiledNeverProvesWhatIsFalse) {
    std::size_t granted = 0, refused = 0;
    on_random_cases("ThatIsSpoiledNeverProvesWhatIsFalse", 2'000, 48,
                    [&](const LoadedCase& loaded, Random& random) {
                        const Case& given = loaded.negotiation;
                        const Referee referee(given);
                        const Node certificate =
                            write_optimum_certificate(given, solved_with_proofs(loaded));
                        for (int round = 0; round < 20 && referee.has_gains(); ++round) {
                            Node spoiled = certificate;
                            spoil_at_random(spoiled, random);
                            if (!refusal(given, spoiled).empty()) {
                                ++refused;
                                continue;
                            }
                            ++granted;
                            expect_true(given, referee, spoiled);
                        }
                    });
    EXPECT_GT(granted, 0U);
    EXPECT_GT(refused, granted);
}

TEST(OptimumCertificate, OfAnotherOutcomeIsRefusedUnlessThatIsAsGood) {
    std::size_t granted = 0, refused = 0;
    on_random_cases(
        "OfAnotherOutcomeIsRefusedUnlessThatIsAsGood", 2'000, 48,
        [&](const LoadedCase& loaded, Random& random) {
            const Case& given = loaded.negotiation;
            const Referee referee(given);
            Node certificate = write_optimum_certificate(given, solved_with_proofs(loaded));
            const std::vector<Outcome> outcomes = reference::all_outcomes(given);
            for (Node& claim : certificate.find("claims")->items) {
                const Outcome other = any_of(outcomes, random);
                const Node was = *claim.find("outcome");
                *claim.find("outcome") = json_outcome(given, other);
                const bool is_granted = refusal(given, certificate).empty();
                EXPECT_TRUE(!is_granted || referee.is_best(claim.find("solution")->text, other));
                ++(is_granted ? granted : refused);
                *claim.find("outcome") = was;
            }
        });
    EXPECT_GT(refused, granted);
}

} // namespace unbracket::testing
