#include "unbracket/robust/quantity_claims.hpp"

#include <algorithm>
#include <string_view>

// Claims about one number, side by side. Each claim is an interval, perhaps without an end.
// Intervals that meet two by two meet all together, so claims conflict exactly where two of them
// do; and the largest sets of claims that can hold together are the cliques of an interval graph. A
// sweep over the ends in ascending order finds them: whenever an interval ends and the end before
// it was a beginning, the intervals open at that moment are such a set. At one number beginnings
// come before ends where both include the number.
//
// Source: Fulkerson and Gross (1965), Incidence matrices and interval graphs,
// [fulkerson1965incidence], for ordering the cliques of an interval graph along the line. Open ends
// and missing ones are ours.

namespace unbracket {

namespace {

/// A claim as the case keeps it: `60..80`, `> 95`, `>= 1..2`.
struct ClaimText {
    std::string_view sign;
    Rational low;
    Rational high;
};

Rational number_of(std::string_view text) {
    return parse_fraction(text).value_or(Rational());
}

ClaimText parts_of(std::string_view value) {
    ClaimText text;
    if (const std::size_t blank = value.find(' '); blank != std::string_view::npos) {
        text.sign = value.substr(0, blank);
        value.remove_prefix(blank + 1);
    }
    const std::size_t dots = value.find("..");
    text.low = number_of(value.substr(0, dots));
    text.high = dots == std::string_view::npos ? text.low : number_of(value.substr(dots + 2));
    return text;
}

ClaimedRange range_of(const Quantity::Claim& claim, const Statement& statement) {
    const ClaimText text = parts_of(claim.value);
    const bool is_bare = text.sign.empty();
    const bool has_low = text.sign.starts_with('>') || (is_bare && statement.bound == "at_least");
    const bool has_high = text.sign.starts_with('<') || (is_bare && statement.bound == "at_most");
    if (has_low) {
        return {ClaimedEnd{text.low, text.sign == ">"}, std::nullopt};
    }
    if (has_high) {
        return {std::nullopt, ClaimedEnd{text.high, text.sign == "<"}};
    }
    return {ClaimedEnd{text.low}, ClaimedEnd{text.high}};
}

ClaimStanding standing_of(const Statement& statement) {
    if (statement.is_superseded) {
        return ClaimStanding::superseded;
    }
    return statement.condition.empty() ? ClaimStanding::compared : ClaimStanding::conditional;
}

/// Where a range begins or ends. `side`: -1 just below the number, 0 on it, 1 just above it.
struct Moment {
    int unbounded = 0; // -1 before, 1 behind all numbers
    Rational at;
    int side = 0;
    bool is_end = false;
    std::size_t claim = 0; // position in QuantityAccount::claims

    friend bool operator<(const Moment& a, const Moment& b) {
        if (a.unbounded != b.unbounded) {
            return a.unbounded < b.unbounded;
        }
        if (a.at != b.at) {
            return a.at < b.at;
        }
        return a.side != b.side ? a.side < b.side : a.is_end < b.is_end;
    }
};

Moment beginning(const QuantityClaim& claim, std::size_t place) {
    const auto& low = claim.range.low;
    return low ? Moment{0, low->at, low->is_open ? 1 : 0, false, place}
               : Moment{-1, {}, 0, false, place};
}

Moment ending(const QuantityClaim& claim, std::size_t place) {
    const auto& high = claim.range.high;
    return high ? Moment{0, high->at, high->is_open ? -1 : 0, true, place}
                : Moment{1, {}, 0, true, place};
}

bool begins_later(const ClaimedEnd& a, const ClaimedEnd& b) {
    return a.at != b.at ? a.at > b.at : a.is_open && !b.is_open;
}

bool ends_sooner(const ClaimedEnd& a, const ClaimedEnd& b) {
    return a.at != b.at ? a.at < b.at : a.is_open && !b.is_open;
}

void narrow(ClaimedRange& shared, const ClaimedRange& by) {
    if (by.low && (!shared.low || begins_later(*by.low, *shared.low))) {
        shared.low = by.low;
    }
    if (by.high && (!shared.high || ends_sooner(*by.high, *shared.high))) {
        shared.high = by.high;
    }
}

AgreeingClaims together(const QuantityAccount& account, const std::vector<bool>& is_open) {
    AgreeingClaims agreeing;
    for (std::size_t i = 0; i < is_open.size(); ++i) {
        if (is_open[i]) {
            agreeing.claims.push_back(account.claims[i].position);
            narrow(agreeing.shared, account.claims[i].range);
        }
    }
    return agreeing;
}

std::vector<AgreeingClaims> alternatives_of(const QuantityAccount& account) {
    std::vector<Moment> moments;
    for (std::size_t i = 0; i < account.claims.size(); ++i) {
        if (account.claims[i].standing == ClaimStanding::compared) {
            moments.push_back(beginning(account.claims[i], i));
            moments.push_back(ending(account.claims[i], i));
        }
    }
    std::sort(moments.begin(), moments.end());
    std::vector<AgreeingClaims> alternatives;
    std::vector<bool> is_open(account.claims.size(), false);
    bool has_just_begun = false;
    for (const Moment& moment : moments) {
        if (moment.is_end && has_just_begun) {
            alternatives.push_back(together(account, is_open));
        }
        is_open[moment.claim] = !moment.is_end;
        has_just_begun = !moment.is_end;
    }
    return alternatives;
}

} // namespace

QuantityAccount account_of(const Case& negotiation, std::size_t quantity) {
    QuantityAccount account{quantity, {}, {}};
    const std::vector<Quantity::Claim>& claims = negotiation.quantities[quantity].claims;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const Statement& statement = negotiation.statement(claims[i].said);
        account.claims.push_back(
            {claims[i].said, i, range_of(claims[i], statement), standing_of(statement)});
    }
    account.alternatives = alternatives_of(account);
    return account;
}

} // namespace unbracket
