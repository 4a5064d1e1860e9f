#include "unbracket/authoring.hpp"
#include "unbracket/io/toml_value.hpp"

namespace unbracket {

namespace {

constexpr std::string_view head = R"(
# A case for unbracket. Everything behind a # is a remark. Try at any time:
#   unbracket check THIS-FILE     is there an agreement, and what does that turn on?
#   unbracket lint THIS-FILE      what is missing, what contradicts itself?
#   unbracket show THIS-FILE      the case for reading
unbracket = 1
)";

constexpr std::string_view body = R"(as_of = 2026-01-31                 # the day this describes

# 1 Who is at the table. Roles: signatory (has to agree), mediator, guarantor, affected, observer.
[party]
north = { name = "North", role = "signatory" }
south = { name = "South", role = "signatory" }

# 2 What has to be decided: one section for each issue, with its options.
[issue.border]
title = "Who controls the crossing"
option = { north = "North alone", joint = "together", south = "South alone" }
# How much it matters to each party: highest, high, medium, low, none, a number, or [low, high].
weight = { north = "high", south = [10, 30] }
# How each party rates the options: ideal, acceptable, tolerable, bad, open (negotiable), unknown,
# a number from 0 to 100, [low, high], or "redline": nothing makes up for it.
stance.north = { north = "ideal", joint = "acceptable", south = "redline" }
stance.south = { north = "bad", joint = "tolerable", south = "ideal" }

[issue.toll]                       # an issue can also be a number
title = "Share of the toll that goes to North"
range = { min = 0, max = 100, step = 10, unit = "%" }
weight = { north = "medium", south = "medium" }
curve.north = { ideal = 80, acceptable = 60, tolerable = 40, redline = "< 20" }
curve.south = { ideal = 20, acceptable = 40, tolerable = 60, redline = "> 80" }

# 3 What each party has without agreement, on the same scale from 0 to 100.
[fallback]
north = [40, 60]
south = 35

# 4 What was said, by whom, where, and which entry above rests on it.
[[said]]
id = "s1"
who = "spokesperson of North"
speaks_for = "north"
attribution = "named"              # named, official, anonymous, expert, narrator
date = 2026-01-20
source = "Example Daily"
claim = "control by South alone is out of the question"
supports = ["issue.border.stance.north.south"]

# 5 Questions this file leaves open; check answers under each of them.
[alternative.border-claim]
question = "Is North's refusal of the crossing a condition or a price?"
condition = {}
price = { "issue.border.stance.north.south" = "bad" }

# More, each described in docs/case-file.md: drafts ([draft.first]), rules of the plan ([[rule]]),
# limits of one party or a norm ([[limit]]), bonuses and risks, persons, sources, events, levers,
# deadlines, changes over time ([[change]]).
)";

} // namespace

std::string case_skeleton(std::string_view title) {
    return std::string(head.substr(1)) + "title = " + toml_quoted(title) + "\n" + std::string(body);
}

} // namespace unbracket
