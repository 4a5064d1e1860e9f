#include "unbracket/robust/loaded_case.hpp"

#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_basis.hpp"
#include "unbracket/model/edit_later.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/robust/regimes.hpp"

#include <algorithm>
#include <utility>

namespace unbracket {

namespace {

bool is_settled(const Node& change, const std::optional<Date>& as_of) {
    const std::optional<Date> day = date_of(change, "date");
    return !as_of || (day && *day <= *as_of);
}

/// Behind the format version and the title, where people look for it.
void put_date(Node& document, const Date& date) {
    Node value = date_node(to_iso(date));
    if (Node* known = document.find("as_of")) {
        *known = std::move(value);
        return;
    }
    const auto is_head = [](const Node::Member& member) {
        return member.key == "unbracket" || member.key == "title";
    };
    const auto place = std::find_if_not(document.members.begin(), document.members.end(), is_head);
    document.members.insert(place, {"as_of", {}, std::move(value)});
}

/// The reported options of a case that another, with settings, still has.
std::vector<Literal> reported_in(const Case& before, const Case& after) {
    std::vector<Literal> kept;
    for (const Literal& reported : reported_options(before)) {
        const Issue& issue = before.issue(reported.issue);
        const std::optional<IssueId> now = after.find_issue(issue.key);
        if (!now) {
            continue;
        }
        Literal still{*now, {}};
        const std::vector<Option>& options = after.issue(*now).options;
        for (std::size_t at = 0; at < options.size(); ++at) {
            const bool was_reported =
                std::any_of(reported.options.begin(), reported.options.end(), [&](OptionId old) {
                    return issue.options[as_index(old)].key == options[at].key;
                });
            if (was_reported) {
                still.options.emplace_back(at);
            }
        }
        kept.push_back(std::move(still));
    }
    return kept;
}

} // namespace

Result<LoadedCase> load_case(const Node& document, std::optional<Date> as_of) {
    Result<Case> bound = bind_case(document, as_of);
    if (!bound) {
        return bound.problems();
    }
    Result<Node> effective = effective_document(document, as_of);
    if (!effective) {
        return effective.problems();
    }
    const std::optional<Date> day = bound.value().as_of;
    std::optional<Node> known = day ? without_later(effective.value(), *day) : std::nullopt;
    if (!known) {
        return LoadedCase{std::move(effective).value(), as_of, std::move(bound).value(), {}};
    }
    Result<Case> then = bind_effective(*known, as_of);
    if (!then) {
        return then.problems();
    }
    return LoadedCase{std::move(*known), as_of, std::move(then).value(),
                      std::move(effective).value()};
}

Node settled_document(const LoadedCase& loaded) {
    Node document = loaded.with_later.value_or(loaded.document);
    if (Node* changes = document.find("change")) {
        std::erase_if(changes->items, [&](const Node& change) {
            return is_settled(change, loaded.negotiation.as_of);
        });
        if (changes->items.empty()) {
            erase_member(document, "change");
        }
    }
    if (loaded.as_of) {
        put_date(document, *loaded.as_of);
    }
    return document;
}

Result<LoadedCase> with_changes(const LoadedCase& loaded, const std::vector<Setting>& settings) {
    Result<Node> changed = with_settings(loaded.document, settings);
    if (!changed) {
        return changed.problems();
    }
    drop_basis_of_changed_values(loaded.document, changed.value());
    Result<Case> bound = bind_effective(changed.value(), loaded.as_of);
    if (!bound) {
        return bound.problems();
    }
    std::optional<Node> with_later = loaded.with_later;
    if (with_later) {
        *with_later = with_good_settings(*loaded.with_later, settings).document;
        drop_basis_of_changed_values(*loaded.with_later, *with_later);
    }
    Case then = std::move(bound).value();
    then.reported_before = reported_in(loaded.negotiation, then);
    return LoadedCase{std::move(changed).value(), loaded.as_of, std::move(then),
                      std::move(with_later)};
}

} // namespace unbracket
