#include "unbracket/zone/certificate/verify.hpp"

#include "unbracket/zone/certificate/claims.hpp"

#include <algorithm>
#include <utility>

// The way through a certificate: is it one of ours, does it belong to this case at this date, is
// each of its claims proved, and do they amount to the verdict it names? A program that certifies
// its answers need not be trusted, only the checker (McConnell, Mehlhorn, Naeher and Schweitzer,
// 2011), so the checker has to be small and to stand by itself: it shares the typed case with the
// engine and nothing else.

namespace unbracket::certificate {

namespace {

void check_identity(const Case& given, const Node& identity, Objection& objection) {
    check_keys(identity, {{"title", "digest"}, {"as_of"}}, objection);
    const auto is_text = [&identity](std::string_view key, const std::string& wanted) {
        const Node& node = member_of(identity, key);
        return node.kind == NodeKind::text && node.text == wanted;
    };
    const Node* as_of = identity.find("as_of");
    const bool is_undated = as_of == nullptr || as_of->kind == NodeKind::null;
    objection.raise_unless(given.as_of ? is_text("as_of", to_iso(*given.as_of)) : is_undated,
                           "the certificate is for another date");
    objection.raise_unless(is_text("title", given.title) && is_text("digest", given.digest),
                           "the certificate is for another case");
}

/// The verdict that the claims amount to.
std::string_view verdict_of(const std::vector<ClaimKind>& claims) {
    const auto has = [&claims](ClaimKind kind) {
        return std::find(claims.begin(), claims.end(), kind) != claims.end();
    };
    if (has(ClaimKind::optimum)) {
        return "optimum";
    }
    if (has(ClaimKind::no_reading)) {
        return "contradiction";
    }
    if (has(ClaimKind::sure)) {
        return "agreement";
    }
    if (has(ClaimKind::none_possible)) {
        return "no_agreement";
    }
    return has(ClaimKind::possible) && has(ClaimKind::none_sure) ? "depends" : "undecided";
}

void check_frame(const Case& given, const Node& certificate, Objection& objection) {
    check_keys(certificate, {{"unbracket_certificate", "case", "verdict", "claims"}, {}},
               objection);
    const Node& format = member_of(certificate, "unbracket_certificate");
    objection.raise_unless(format.kind == NodeKind::number && format.text == "1",
                           "only certificates of format 1 are known");
    objection.raise_unless(!given.issues.empty(), "the case has no issues");
    check_identity(given, member_of(certificate, "case"), objection);
}

/// Whatever is said of all readings holds of none as well. So where judgements bind a party's
/// readings together, some claim has to show one.
void require_shown_readings(const Facts& facts, const std::vector<Node>& claims,
                            Objection& objection) {
    for (std::size_t party = 0; party < facts.judged.size(); ++party) {
        const std::string& key = facts.given.parties[party].key;
        const bool is_shown = std::any_of(claims.begin(), claims.end(), [&](const Node& claim) {
            return member_of(claim, "claim").text == "some_reading" &&
                   member_of(claim, "readings").find(key) != nullptr;
        });
        objection.raise_unless(facts.judged[party].empty() || is_shown,
                               "no reading of party " + in_quotes(key) +
                                   " is shown that keeps what binds its readings together");
    }
}

bool is_about_readings(ClaimKind kind) {
    return kind != ClaimKind::no_reading && kind != ClaimKind::some_reading &&
           kind != ClaimKind::optimum;
}

} // namespace

std::variant<Checked, Refusal> check(const Case& given, const Node& certificate,
                                     const Budget& budget) {
    Objection objection;
    check_frame(given, certificate, objection);
    const auto& claims = items_of(member_of(certificate, "claims"), "a list of claims", objection);
    if (objection.is_raised()) {
        return *objection.refusal();
    }
    const Facts facts = gather_facts(given);
    Budget left = budget;
    Checked checked;
    std::vector<ClaimKind> kinds;
    for (std::size_t i = 0; i < claims.size() && !objection.is_raised(); ++i) {
        kinds.push_back(check_claim(facts, claims[i], left, objection));
        checked.claims.push_back(member_of(claims[i], "claim").text);
        if (kinds.back() == ClaimKind::optimum) {
            checked.solutions.push_back(member_of(claims[i], "solution").text);
            const Node* tolerance = claims[i].find("tolerance");
            checked.tolerances.push_back(tolerance != nullptr ? tolerance->text : "");
        }
        objection.locate("claim " + std::to_string(i + 1));
    }
    if (std::any_of(kinds.begin(), kinds.end(), is_about_readings)) {
        require_shown_readings(facts, claims, objection);
    }
    const auto optima = std::count(kinds.begin(), kinds.end(), ClaimKind::optimum);
    objection.raise_unless(optima == 0 || optima == std::ssize(kinds),
                           "a claim of an optimum stands beside claims of another kind");
    const std::string_view amount = verdict_of(kinds);
    const Node& verdict = member_of(certificate, "verdict");
    if (verdict.kind != NodeKind::text || verdict.text != amount) {
        objection.raise("the claims amount to " + in_quotes(amount) + ", not to " +
                        in_quotes(verdict.text));
    }
    if (objection.is_raised()) {
        return *objection.refusal();
    }
    checked.verdict = verdict.text;
    checked.nodes = budget.nodes - left.nodes;
    return checked;
}

std::optional<Refusal> verify(const Case& given, const Node& certificate) {
    const auto result = check(given, certificate);
    const auto* refusal = std::get_if<Refusal>(&result);
    return refusal == nullptr ? std::nullopt : std::optional(*refusal);
}

} // namespace unbracket::certificate
