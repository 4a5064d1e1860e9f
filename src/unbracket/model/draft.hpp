#pragma once

#include "unbracket/base/date.hpp"
#include "unbracket/base/ids.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace unbracket {

enum class OnTable { yes, no, unsure };
enum class DraftOrigin { set, inherited, status_quo, unknown };

/// What a draft says about one issue: one option when settled, several when the text leaves a
/// choice or its content is not known (then all of them).
struct DraftSetting {
    std::vector<OptionId> options;
    DraftOrigin origin = DraftOrigin::unknown;
    bool is_unknown = false; // content not known, as against a listed choice
};

/// A dated text that sets some issues; inheritance and `rest` are already applied in `content`.
struct Draft {
    std::string key;
    std::string title;
    std::optional<Date> date;
    std::vector<PartyId> by;
    std::optional<DraftId> from;
    OnTable on_table = OnTable::yes;
    bool on_table_was_entered = false;
    std::string object;                // truce, ceasefire, settlement ...; free text
    std::vector<DraftSetting> content; // one for each issue of the case
    std::vector<std::pair<IssueId, std::string>> texts;
    std::vector<std::pair<IssueId, std::string>> point_numbers;
    std::vector<std::string> dropped;                                     // point keys
    std::vector<std::pair<std::string, std::vector<std::string>>> merged; // into <- from
    std::optional<int> point_count;
    std::vector<StatementId> said; // what was said about the text: whether it is on the table ...
    bool exists = true;            // false: dated after the case's date

    /// One option for every issue.
    bool is_complete() const;
};

} // namespace unbracket
