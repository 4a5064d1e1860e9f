#include "unbracket/model/bind_context.hpp"

#include "unbracket/model/spelling.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace unbracket::binding {

namespace {

constexpr std::size_t most_named = 16;

/// `issue.share.curve.alta` of `issue.share.curve.alta.redline`; nothing where there is no such
/// beginning.
std::string_view address_of_party_and_issue(std::string_view address) {
    std::size_t end = 0;
    for (int part = 0; part < 4; ++part) {
        end = address.find('.', part == 0 ? 0 : end + 1);
        if (end == std::string_view::npos) {
            return {};
        }
    }
    return address.substr(0, end);
}

} // namespace

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 80;
    const auto continues = [&](std::size_t at) { // a character that began before
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    };
    std::size_t end = std::min(text.size(), longest);
    while (end > 0 && continues(end)) {
        --end;
    }
    std::string result = "`";
    result += text.substr(0, end);
    result += end < text.size() ? "...`" : "`";
    return result;
}

Diagnostics in_order_of_place(const Diagnostics& found, std::size_t not_kept) {
    const auto has_no_place = [](const Diagnostic& problem) { return problem.where.line == 0; };
    std::vector<std::size_t> order;
    std::set<std::pair<SourcePosition, std::string_view>> seen;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (seen.emplace(found[i].where, found[i].what).second) {
            order.push_back(i);
        }
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple(has_no_place(found[a]), found[a].where, a) <
               std::tuple(has_no_place(found[b]), found[b].where, b);
    });
    if (order.size() > most_problems) {
        not_kept += order.size() - most_problems;
        order.resize(most_problems);
    }
    Diagnostics sorted;
    for (const std::size_t position : order) {
        sorted.push_back(found[position]);
    }
    if (not_kept > 0) {
        sorted.push_back({{},
                          "there are " + std::to_string(not_kept) + " more problems",
                          "mend these first, then read the file again"});
    }
    return sorted;
}

void Problems::add(const SourcePosition& at, std::string what, std::string hint) {
    if (found_.size() < most_problems) {
        found_.push_back({at, std::move(what), std::move(hint)});
    } else {
        ++not_kept_;
    }
}

Diagnostics Problems::in_order() const {
    return in_order_of_place(found_, not_kept_);
}

std::string Problems::suggestion(std::string_view wanted, const std::vector<std::string>& known) {
    std::size_t letters = 0;
    for (const std::string& candidate : known) {
        letters += candidate.size() * wanted.size() + 1;
        if (letters > letters_to_compare_) {
            letters_to_compare_ /= 2; // or many long lists would be walked in vain
            return {};
        }
    }
    letters_to_compare_ -= letters;
    if (const auto nearest = nearest_spelling(wanted, known)) {
        return "did you mean " + quoted(*nearest) + "?";
    }
    if (known.empty() || known.size() > most_named) {
        return {};
    }
    std::string list = "known:";
    for (const std::string& candidate : known) {
        list += (list.back() == ':' ? " " : ", ") + candidate;
    }
    return list;
}

EntryId Context::add_entry(Entry entry) {
    const EntryId id(result.entries.size());
    entry_at.emplace(entry.address, id);
    if (const auto below = address_of_party_and_issue(entry.address); !below.empty()) {
        entries_below[std::string(below)].push_back(id);
    }
    addresses.push_back(entry.address);
    result.entries.push_back(std::move(entry));
    return id;
}

bool is_good_id(Context& context, std::string_view key, const SourcePosition& at, IdKind kind) {
    const bool good = is_id(key, kind);
    if (!good) {
        context.problems.add(at, quoted(key) + " cannot be an id",
                             "an id has 1 to 64 letters a-z, A-Z, digits, `_` and `-`");
    }
    return good;
}

} // namespace unbracket::binding
