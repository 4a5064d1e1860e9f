#include "unbracket/base/digest.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/bind_section.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_address.hpp"
#include "unbracket/model/edit_tree.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <span>
#include <tuple>
#include <utility>

// Time and open questions. A file holds what was known at several dates and several answers to the
// same question, and all of it has to be valid: so a case is bound once as it stands at its date,
// and again, for the sake of the problems alone, before any change, at the end of time, and under
// each answer.

namespace unbracket {

namespace {

using binding::bind_once;
using binding::References;

constexpr Date end_of_time{9999, 12, 31};

/// The settings of all changes up to the date, in order of date, then of appearance. What is not
/// well formed is left out here and reported when the case is bound.
std::vector<Setting> settings_until(const Node& document, const std::optional<Date>& as_of) {
    std::vector<std::pair<Date, const Node*>> changes;
    const Node* list = document.find("change");
    for (const Node& change : list == nullptr ? std::span<const Node>() : std::span(list->items)) {
        const auto date = date_of(change, "date");
        const Node* set = change.find("set");
        if (date && set != nullptr && (!as_of || *date <= *as_of)) {
            changes.emplace_back(*date, set);
        }
    }
    std::vector<std::size_t> order(changes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tie(changes[a].first, a) < std::tie(changes[b].first, b);
    });
    std::vector<Setting> settings;
    for (const std::size_t i : order) {
        for (const Node::Member& member : changes[i].second->members) {
            if (member.key.find('.') != std::string::npos) {
                settings.push_back({member.key, member.value, member.at});
            }
        }
    }
    return settings;
}

bool something_is_hidden(const Case& result) {
    const auto hidden = [](const auto& things) {
        return std::any_of(things.begin(), things.end(),
                           [](const auto& thing) { return !thing.exists; });
    };
    return hidden(result.drafts) || hidden(result.statements) || hidden(result.drivers) ||
           hidden(result.events) || hidden(result.changes);
}

void append(Diagnostics& all, const Diagnostics& more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// The document with these settings, bound only to see what is wrong with it.
Diagnostics problems_with(const Node& document, const std::vector<Setting>& settings,
                          const std::optional<Date>& as_of) {
    ChangedDocument changed = with_good_settings(document, settings);
    append(changed.problems, bind_once(changed.document, as_of, References::must_exist).problems());
    return std::move(changed.problems);
}

void gather_places(const Node& node, std::set<SourcePosition>& places) {
    places.insert(node.at);
    for (const Node& item : node.items) {
        gather_places(item, places);
    }
    for (const Node::Member& member : node.members) {
        places.insert(member.at);
        gather_places(member.value, places);
    }
}

/// Problems of an answer point into the answer, even where it brings them about elsewhere.
void try_answer(const Node& document, const Case& result, const Alternative& alternative,
                const Alternative::Answer& answer, Diagnostics& problems) {
    std::set<SourcePosition> places;
    for (const Setting& setting : answer.settings) {
        places.insert(setting.at);
        gather_places(setting.value, places);
    }
    for (Diagnostic problem : problems_with(document, answer.settings, result.as_of)) {
        if (!places.contains(problem.where)) {
            problem.where = answer.at;
        }
        problem.what = "with answer " + binding::quoted(answer.key) + " of alternative " +
                       binding::quoted(alternative.key) + ": " + problem.what;
        problems.push_back(std::move(problem));
    }
}

std::size_t count_nodes(const Node& node) {
    std::size_t count = 1;
    for (const Node& item : node.items) {
        count += count_nodes(item);
    }
    for (const Node::Member& member : node.members) {
        count += count_nodes(member.value);
    }
    return count;
}

void try_answers(const Node& document, const Case& result, Diagnostics& problems) {
    constexpr std::size_t most_answers = 1000;
    constexpr std::size_t most_nodes = 50'000'000; // of all the documents bound for this
    std::size_t answers = 0;
    for (const Alternative& alternative : result.alternatives) {
        answers += alternative.answers.size();
    }
    if (answers > most_answers || (answers > 0 && count_nodes(document) > most_nodes / answers)) {
        const SourcePosition& at = result.alternatives.front().answers.front().at;
        problems.push_back({at,
                            "the alternatives have " + std::to_string(answers) +
                                " answers, too many for a file of this size",
                            "split the file"});
        return;
    }
    for (const Alternative& alternative : result.alternatives) {
        for (const Alternative::Answer& answer : alternative.answers) {
            if (problems.size() > binding::most_problems) {
                return;
            }
            try_answer(document, result, alternative, answer, problems);
        }
    }
}

/// Where the case itself is wrong no answer can be tried; but that every answer sets what is there
/// can be said in the same breath.
Diagnostics addresses_of_answers(const Node& document) {
    std::vector<Setting> settings;
    const Node* alternatives = document.find("alternative");
    for (std::size_t i = 0; alternatives != nullptr && i < alternatives->members.size(); ++i) {
        for (const Node::Member& answer : alternatives->members[i].value.members) {
            for (const Node::Member& member : answer.value.members) {
                settings.push_back({member.key, member.value, member.at});
            }
        }
    }
    std::erase_if(settings, [&](const Setting& setting) {
        const bool is_address = setting.address.find('.') != std::string::npos;
        return !is_address || find_place(document, setting.address, setting.at).ok();
    });
    return settings.empty() ? Diagnostics{} : with_good_settings(document, settings).problems;
}

} // namespace

Result<Node> effective_document(const Node& document, std::optional<Date> as_of) {
    const std::optional<Date> date = as_of ? as_of : date_of(document, "as_of");
    const std::vector<Setting> settings = settings_until(document, date);
    return settings.empty() ? Result<Node>(document) : with_settings(document, settings);
}

Result<Case> bind_version(const Node& document, std::optional<Date> as_of) {
    return bind_once(document, as_of, References::must_exist);
}

Result<Case> bind_effective(const Node& document, std::optional<Date> as_of) {
    Result<Case> result = bind_version(document, as_of);
    if (result) {
        const std::optional<Date>& date = result.value().as_of;
        const std::string bytes =
            canonical_text(document) + "\n" + (date ? to_iso(*date) : std::string());
        result.value().digest = sha256(bytes);
    }
    return result;
}

Result<Case> bind_case(const Node& document, std::optional<Date> as_of) {
    const std::optional<Date> date = as_of ? as_of : date_of(document, "as_of");
    const std::vector<Setting> settings = settings_until(document, date);
    Diagnostics problems;
    Node changed;
    if (!settings.empty()) {
        problems = bind_once(document, as_of, References::may_dangle).problems();
        if (problems.size() > binding::most_problems) {
            return problems;
        }
        ChangedDocument with_changes = with_good_settings(document, settings);
        append(problems, with_changes.problems);
        changed = std::move(with_changes.document);
    }
    const Node& effective = settings.empty() ? document : changed;
    Result<Case> result = bind_effective(effective, as_of);
    if (!result) {
        append(problems, addresses_of_answers(effective));
    }
    if (problems.empty() && !result) {
        return result;
    }
    append(problems, result.problems());
    if (result.ok() && something_is_hidden(result.value())) {
        append(problems,
               problems_with(document, settings_until(document, std::nullopt), end_of_time));
    }
    if (result) {
        try_answers(effective, result.value(), problems);
    }
    if (problems.empty()) {
        return result;
    }
    return binding::in_order_of_place(problems, 0);
}

} // namespace unbracket
