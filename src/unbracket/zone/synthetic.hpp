#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace unbracket {

/// How parties' ratings relate: independent; two blocs with mirrored ratings and a tenth of noise;
/// seven tenths in common; gains of one nearly, or exactly before rounding, losses of the others.
enum class SyntheticClass { independent, opposed, correlated, near_zero_sum, zero_sum };

/// `rand`, `opp`, `corr`, `nzs`, `zs`.
std::optional<SyntheticClass> parse_synthetic_class(std::string_view text);

/// Where the fallbacks stand: nowhere special (half of each party's best total), at the largest
/// common sum every party can reach at once (so an agreement exists), or one point above it (so
/// none does).
enum class Planted { half, yes, no };

struct SyntheticOptions {
    int parties = 5; // 1..128
    int issues = 28; // 1..512
    int options = 4; // 1..4096
    SyntheticClass kind = SyntheticClass::independent;
    std::int64_t scale = 1000; // party total; 0: coarse, weights 1..5 times ratings 0..4
    std::uint64_t seed = 1;
    Planted planted = Planted::half;
    /// With `yes` or `no`: not at the common maximin but this many percent of the bound threshold
    /// below (yes) or above (no) it, as a share of each party's best total.
    std::optional<int> margin;
    std::int64_t range = 0; // every number becomes [number - range, number + range]
    std::uint64_t node_budget = 100'000'000; // for each decision while planting
};

/// A synthetic score case as a document: same options, same bytes. Where planting is cut by the
/// budget, the best proved value is used. Problems: a size out of range.
Result<Node> synthetic_document(const SyntheticOptions& options);

} // namespace unbracket
