#pragma once

#include "unbracket/base/interval.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/robust/alternatives.hpp"
#include "unbracket/robust/zone_count.hpp"
#include "unbracket/zone/verdict.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Short pieces of sentences that every report uses, so that one thing is called by one name.

namespace unbracket {

/// Lists longer than this are shortened, with a count of the rest.
inline constexpr std::size_t most_listed = 12;

/// `a`, `a and b`, `a, b and c`; a long list ends in `and 5 more`.
std::string listed(const std::vector<std::string>& names, std::size_t most = most_listed);
/// The same with other separators: `a; b; 5 more`.
std::string listed_apart(const std::vector<std::string>& phrases, std::size_t most = most_listed);

/// `4,536`
std::string count_text(std::uint64_t count);
/// One number of a count, or a dash where nothing was counted.
std::string count_cell(const ZoneCount& count, std::uint64_t number);
/// `1 entry`, `4,536 entries`
std::string counted(std::uint64_t count, std::string_view one, std::string_view many);
/// `Alta's`, `the United States'`
std::string possessive(std::string_view name);
enum class Places { none, one, two };
/// For display: at most two places, `about` where that rounds.
std::string number_text(const Rational& number);
/// `1 point`, `2.5 points`
std::string points_text(const Rational& points);
/// `30..45`, or one number; rounded without saying so, numbers between -1 and 1 to three places:
/// utilities are such numbers.
std::string range_text(const Interval& interval, Places places = Places::two);

/// `phrase (remark)`, or `phrase (...; remark)` where it ends in parentheses already.
std::string with_remark(std::string phrase, std::string_view remark);

/// The title of the file; one and the same phrase where it has none.
std::string case_title(const Case& negotiation);
/// ` - supposing that Bera accepts 10 points less, ...` for each movement that the case supposes.
std::string supposed_movements(const Case& negotiation);
/// `, lowered by what is supposed` behind what parties have without agreement, where movements are.
std::string less_supposed(const Case& negotiation);
/// `River Sel water talks - as of 1 Mar 2026`, `... - as Bera sees it` of a part of a case.
std::string case_heading(const Case& negotiation);
std::string party_names(const Case& negotiation, const std::vector<PartyId>& parties,
                        std::size_t most = most_listed);
/// The issue's title, or its id.
std::string issue_name(const Issue& issue);
/// The option's title, or its id; a number with the issue's unit.
std::string option_name(const Issue& issue, OptionId option);
/// `Duration: 10 years; ...`, shortened where there are many issues.
std::string outcome_text(const Case& negotiation, const Outcome& outcome,
                         std::size_t most = most_listed);
/// The number of the clause that an issue stands in, as the draft counts; empty where the file
/// names none.
std::string clause_number(const Case& negotiation, const Draft& draft, IssueId issue);
/// The draft's title in quotation marks, or its id.
std::string draft_name(const Draft& draft);

/// A question that the file leaves open, as a question to people.
std::string question_text(const Case& negotiation, const OpenQuestion& question);
/// Why nothing was decided, to go on after "because" or a colon.
std::string reason_text(const Case& negotiation, const UndecidedVerdict& verdict);

/// `agreement`, `no agreement`, `not settled`, `not decided`, `contradiction`: cells of tables.
std::string verdict_words(VerdictKind verdict);

} // namespace unbracket
