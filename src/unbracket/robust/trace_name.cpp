#include "unbracket/model/spelling.hpp"
#include "unbracket/robust/trace.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

// What an address or an id on the command line stands for.

namespace unbracket {

namespace {

constexpr std::size_t most_suggested = 3;
constexpr std::size_t longest_name = 256; // longer ones are near to nothing

bool is_below(std::string_view longer, std::string_view shorter) {
    return longer.size() > shorter.size() && longer.starts_with(shorter) &&
           longer[shorter.size()] == '.';
}

/// Statements, drafts and alternatives with the word that stands before their ids.
std::vector<std::pair<std::string, Traced>> things_with_id(const Case& negotiation) {
    std::vector<std::pair<std::string, Traced>> things;
    for (std::size_t i = 0; i < negotiation.statements.size(); ++i) {
        things.emplace_back("said." + negotiation.statements[i].key, StatementId(i));
    }
    for (std::size_t i = 0; i < negotiation.drafts.size(); ++i) {
        things.emplace_back("draft." + negotiation.drafts[i].key, DraftId(i));
    }
    for (std::size_t i = 0; i < negotiation.alternatives.size(); ++i) {
        things.emplace_back("alternative." + negotiation.alternatives[i].key, AlternativeId(i));
    }
    return things;
}

std::string without_kind(const std::string& name) {
    return name.substr(name.find('.') + 1);
}

std::string quoted_list(const std::vector<std::string>& names) {
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        list += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + ("`" + names[i] + "`");
    }
    return list;
}

/// The names nearest in spelling, at most three, the nearest first.
std::vector<std::string> near_names(std::string_view wanted,
                                    const std::vector<std::string>& known) {
    const std::size_t furthest = std::max<std::size_t>(2, wanted.size() / 4);
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const std::string& name : known) {
        const auto [shorter, longer] = std::minmax({name.size(), wanted.size()});
        if (longer > longest_name || longer - shorter > furthest) {
            continue;
        }
        const std::size_t distance = spelling_distance(wanted, name);
        if (distance <= furthest) {
            near.emplace_back(distance, name);
        }
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> names;
    for (std::size_t i = 0; i < near.size() && i < most_suggested; ++i) {
        names.push_back(near[i].second);
    }
    return names;
}

Diagnostic unknown_name(const Case& negotiation, std::string_view name) {
    std::vector<std::string> known;
    std::set<std::string> above; // addresses that stand for several entries
    for (const Entry& entry : negotiation.entries) {
        known.push_back(entry.address);
        for (std::size_t dot = entry.address.rfind('.');
             dot != std::string::npos && above.insert(entry.address.substr(0, dot)).second;
             dot = dot == 0 ? std::string::npos : entry.address.rfind('.', dot - 1)) {
        }
    }
    known.insert(known.end(), above.begin(), above.end());
    for (const auto& [full, thing] : things_with_id(negotiation)) {
        known.push_back(full);
        known.push_back(without_kind(full));
    }
    const std::vector<std::string> near = near_names(name, known);
    return {{},
            "nothing in the case is called `" + std::string(name) + "`",
            near.empty() ? "name an address such as fallback.PARTY, or the id of a statement, a "
                           "draft or an alternative"
                         : "did you mean " + quoted_list(near) + "?"};
}

} // namespace

Result<Traced> traced_thing(const Case& negotiation, std::string_view name) {
    if (const auto entry = negotiation.find_entry(name)) {
        return Traced(*entry);
    }
    std::vector<std::pair<std::string, Traced>> found;
    for (auto& [full, thing] : things_with_id(negotiation)) {
        if (full == name || is_below(name, full)) {
            return std::move(thing);
        }
        if (without_kind(full) == name) {
            found.emplace_back(full, std::move(thing));
        }
    }
    if (found.size() == 1) {
        return std::move(found.front().second);
    }
    if (found.size() > 1) {
        std::vector<std::string> names;
        for (const auto& [full, thing] : found) {
            names.push_back(full);
        }
        return Diagnostic{{},
                          "`" + std::string(name) + "` names more than one thing",
                          "write " + quoted_list(names)};
    }
    std::vector<EntryId> below;
    for (std::size_t i = 0; i < negotiation.entries.size(); ++i) {
        if (is_below(negotiation.entries[i].address, name)) {
            below.emplace_back(i);
        }
    }
    return below.empty() ? Result<Traced>(unknown_name(negotiation, name))
                         : Result<Traced>(Traced(std::move(below)));
}

} // namespace unbracket
