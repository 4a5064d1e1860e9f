#pragma once

#include "unbracket/base/diagnostic.hpp"
#include "unbracket/model/case.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace unbracket {

/// Everything in a case that a file of another program, such as an LP file, cannot carry, each
/// thing named once.
class LpProblems {
public:
    explicit LpProblems(const Case& negotiation, const std::string& carrier = "an LP file")
        : case_(negotiation),
          hint_(carrier + " carries single numbers only; enter one, or set one with --set") {}

    /// `what` follows the address: "is a range".
    void refuse(EntryId entry, const std::string& what) {
        const Entry& refused = case_.entry(entry);
        add({refused.at, "`" + refused.address + "` " + what, hint_});
    }
    /// Something that stands nowhere in the file.
    void refuse(std::string what) { add({{}, std::move(what), hint_}); }

    const Diagnostics& list() const { return list_; }

    /// The same in order of place; first what stands nowhere.
    Diagnostics in_order() const {
        Diagnostics sorted = list_;
        std::ranges::stable_sort(sorted, {}, &Diagnostic::where);
        return sorted;
    }

private:
    void add(Diagnostic problem) {
        if (std::ranges::find(list_, problem) == list_.end()) {
            list_.push_back(std::move(problem));
        }
    }

    const Case& case_;
    std::string hint_;
    Diagnostics list_;
};

} // namespace unbracket
