#pragma once

#include "unbracket/unbracket.hpp"

#include "cli/command.hpp"

#include <string>
#include <vector>

namespace unbracket::cli {

enum class FieldForm { text, date, list, judgement };

/// Whether the prompt insists, asks, or leaves the field to its flag.
enum class Asking { insists, asks, never };

/// One key of a [[said]], as a flag and as a question.
struct SaidField {
    std::string flag;
    std::string key;
    std::string help;
    FieldForm form = FieldForm::text;
    Asking asking = Asking::asks;
    std::vector<std::string> choices;
};

const std::vector<SaidField>& said_fields();

/// The value of a field as it stands in a case file. Lists may be given as several texts or as one
/// with commas; a judgement as PARTY=TEXT.
Node said_value(const SaidField& field, const std::vector<std::string>& texts);

/// What a field may be answered with, where the case or the format names few enough to list.
std::vector<std::string> known_answers(const SaidField& field, const Case& negotiation);

/// What is wrong with one text for that field, as far as the case without the statement tells;
/// empty where nothing is.
std::string said_problem(const SaidField& field, const std::string& text, const Case& negotiation);

} // namespace unbracket::cli
