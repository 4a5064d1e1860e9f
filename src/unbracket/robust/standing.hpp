#pragma once

#include "unbracket/robust/check.hpp"
#include "unbracket/robust/loaded_case.hpp"

#include <string>
#include <vector>

namespace unbracket {

/// How one version of a case stands: its verdict and what that turns on, in words that mean the
/// same in other versions of the case.
struct Standing {
    VerdictKind verdict = VerdictKind::undecided;
    ZoneCount count;
    std::vector<std::string> questions; // ids of open questions whose answers change the verdict
    std::vector<std::string> rests_on;  // addresses, as `check` gives them
    /// What binds of drafts and weights, as `check` gives it: ids of statements, addresses.
    std::vector<std::string> rests_on_said;
    bool rests_on_is_complete = true;
    friend bool operator==(const Standing& a, const Standing& b) {
        return a.verdict == b.verdict && a.count.possible == b.count.possible &&
               a.count.sure == b.count.sure && a.count.outcomes == b.count.outcomes &&
               a.has_same_grounds(b);
    }
    /// What the verdict turns on and rests on: the questions, then the entries, then what binds.
    std::vector<std::string> grounds() const {
        std::vector<std::string> all = questions;
        all.insert(all.end(), rests_on.begin(), rests_on.end());
        all.insert(all.end(), rests_on_said.begin(), rests_on_said.end());
        return all;
    }
    /// Whether both turn on the same questions and rest on the same entries and statements.
    bool has_same_grounds(const Standing& other) const {
        return questions == other.questions && rests_on == other.rests_on &&
               rests_on_said == other.rests_on_said;
    }
};

/// Cost: that of `check`.
Standing stand(const LoadedCase& loaded, const ClaimOptions& options = {});

} // namespace unbracket
