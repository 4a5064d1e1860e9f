#include "unbracket/report/solutions_words.hpp"

#include "unbracket/base/require.hpp"

namespace unbracket {

SolutionWords words_of(SolutionKind kind) {
    switch (kind) {
    case SolutionKind::nash:
        return {"nash", "Nash", "the largest product of gains", "Nash 1950"};
    case SolutionKind::egalitarian:
        return {"egalitarian", "Egalitarian",
                "the largest smallest gain, then the next smallest, comparing points of different "
                "parties",
                "Kalai 1977, Sen 1970",
                "the largest smallest gain, comparing points of different parties"};
    case SolutionKind::kalai_smorodinsky:
        return {"kalai_smorodinsky", "Kalai-Smorodinsky",
                "the largest smallest share of what each party could gain at most, then the next",
                "Kalai and Smorodinsky 1975",
                "the largest smallest share of what each party could gain at most"};
    case SolutionKind::utilitarian:
        return {"utilitarian", "Utilitarian",
                "the largest sum of gains, adding points of different parties", "Harsanyi 1955"};
    case SolutionKind::utilitarian_anywhere:
        return {"utilitarian_anywhere", "Utilitarian anywhere",
                "the largest sum of gains over all feasible outcomes, whoever would accept them, "
                "adding points of different parties",
                "Harsanyi 1955"};
    }
    UNBRACKET_ASSERT(false);
    return {};
}

std::string definition_of(SolutionKind kind, Proved proved) {
    const SolutionWords words = words_of(kind);
    return proved == Proved::within && !words.first_place.empty() ? words.first_place
                                                                  : words.definition;
}

std::string word_of(Proved proved) {
    switch (proved) {
    case Proved::optimal:
        return "optimal";
    case Proved::within:
        return "within";
    case Proved::cut:
        return "cut";
    }
    UNBRACKET_ASSERT(false);
    return "";
}

} // namespace unbracket
