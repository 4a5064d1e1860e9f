#pragma once

#include "unbracket/base/result.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

// The part of the public interface that makes a case of the texts of a plan.

namespace unbracket {

/// Which texts of a plan a case is made from.
struct PlanRequest {
    std::vector<std::string> files;   // one text each, oldest first; "-" is standard input
    std::vector<std::string> parties; // what they are called; none: two without a name
    std::vector<std::string> matches; // settled by hand: `TEXT:NUMBER=POINT` or `TEXT:NUMBER=none`
    std::string title;                // empty: that of the texts
};

/// A place in a text that the analyst has to look at.
struct PlanRemark {
    SourcePosition at;
    std::string what;
};

/// What became of the clauses of one text against those of the texts before it.
struct PlanMatches {
    std::string file;
    std::string draft;       // its id
    std::size_t known = 0;   // clauses that a text before it has
    std::size_t added = 0;   // clauses that none has
    std::size_t dropped = 0; // points that a text before it has, and it not
    std::vector<std::pair<std::string, std::string>> renumbered; // point, number in this text
};

struct PlanCase {
    std::string text; // a case file in TOML, with comments
    std::size_t points = 0;
    std::size_t issues = 0;
    std::size_t options = 0;
    std::vector<PlanMatches> drafts; // one for each text
    std::vector<PlanRemark> unsure;
};

/// A case from numbered plans in Markdown or plain text (docs/methods/plan-texts.md): points,
/// issues with the words of each option, and a draft for each text. It is a valid case, in which
/// every stance is unknown. Problems are those of reading a text, of more issues than a case can
/// have, and of matches that name no clause.
Result<PlanCase> case_from_plans(const PlanRequest& request);

} // namespace unbracket
