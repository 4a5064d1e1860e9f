#pragma once

#include "unbracket/statement_csv.hpp"
#include "unbracket/unbracket.hpp"

#include "cli/command.hpp"

#include <string>
#include <vector>

namespace unbracket::cli {

/// Whether the prompt insists, asks, or leaves the field to its flag.
enum class Asking { insists, asks, never };

/// One key of a [[said]], as a flag and as a question.
struct SaidField : StatementField {
    std::string flag;
    std::string help;
    Asking asking = Asking::asks;
};

const std::vector<SaidField>& said_fields();

/// What a field may be answered with, where the case or the format names few enough to list.
std::vector<std::string> known_answers(const SaidField& field, const Case& negotiation);

/// What is wrong with one text for that field, as far as the case without the statement tells;
/// empty where nothing is.
std::string said_problem(const SaidField& field, const std::string& text, const Case& negotiation);

} // namespace unbracket::cli
