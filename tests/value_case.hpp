#pragma once

#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/robust/loaded_case.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Cases for tests of engine modules, which have no reader of files: texts in the syntax of the
// values of --set.

namespace unbracket::testing {

inline LoadedCase loaded_value(std::string_view text,
                               const std::vector<std::pair<std::string, std::string>>& set = {}) {
    std::vector<Setting> settings;
    for (const auto& [address, value] : set) {
        settings.push_back({address, parse_setting_value(value), {}});
    }
    const Result<Node> document = with_settings(parse_setting_value(text), settings);
    EXPECT_TRUE(document.ok()) << (document ? "" : to_string(document.problems().front()));
    Result<LoadedCase> loaded = load_case(document ? document.value() : Node{});
    EXPECT_TRUE(loaded.ok()) << (loaded ? "" : to_string(loaded.problems().front()));
    return loaded ? std::move(loaded).value() : LoadedCase{};
}

inline Case bound_value(std::string_view text) {
    return loaded_value(text).negotiation;
}

/// The entry with that address.
inline EntryId entry_of(const Case& negotiation, std::string_view address) {
    const auto entry = negotiation.find_entry(address);
    EXPECT_TRUE(entry.has_value()) << address;
    return entry.value_or(EntryId());
}

/// A node in the manner of JSON on one line, numbers as written.
inline std::string shown(const Node& node) {
    std::string text;
    switch (node.kind) {
    case NodeKind::null:
        return "null";
    case NodeKind::boolean:
        return node.flag ? "true" : "false";
    case NodeKind::number:
        return node.text;
    case NodeKind::text:
    case NodeKind::date:
        return "\"" + node.text + "\"";
    case NodeKind::list:
        for (const Node& item : node.items) {
            text += (text.empty() ? "" : ", ") + shown(item);
        }
        return "[" + text + "]";
    case NodeKind::table:
        for (const Node::Member& member : node.members) {
            text += (text.empty() ? "" : ", ") + member.key + ": " + shown(member.value);
        }
        break;
    }
    return "{" + text + "}";
}

/// The same of the member behind a path such as `parties.alta`; empty where there is none.
inline std::string shown(const Node& node, std::string_view path) {
    const std::size_t dot = path.find('.');
    const Node* member = node.find(path.substr(0, dot));
    if (member == nullptr) {
        return "";
    }
    return dot == std::string_view::npos ? shown(*member) : shown(*member, path.substr(dot + 1));
}

/// An invented case with an entry of every kind; nobody's names and no place.
inline constexpr std::string_view weirs = R"({
    unbracket = 1, title = "Weirs of the Sel", as_of = 2026-05-01,
    party = { alta = { name = Alta, role = signatory },
              bera = { name = "the Bera Towns", role = signatory },
              coda = { name = Coda, role = [mediator, guarantor] },
              dela = { name = Dela, role = affected } },
    person = { clerk = { title = "clerk of Alta", party = alta, speaks = true } },
    source = { radio = { title = "Radio Sel" } },
    point = { 1 = Water, 2 = Inspection },
    agreement = { required = [alta, bera], at_least = 2 },
    issue = {
        share = { title = "Share of the water", point = 1, status_quo = 20,
                  range = { min = 10, max = 60, step = 10, unit = "%" },
                  weight = { alta = high, bera = [10, 30] },
                  curve = { alta = { ideal = 60, tolerable = 30, redline = "< 20" },
                            bera = { ideal = 10, bad = 50, redline = none } } },
        inspect = { title = "Inspection of the weirs", point = 2,
                    option = { no = none, joint = "joint teams", third = "teams from Coda" },
                    weight = { alta = low, bera = 20 },
                    stance = { alta = { no = ideal, joint = [40, 60], third = "redline bad" },
                               bera = "third > joint | no",
                               coda = { no = open, joint = unknown, third = acceptable } },
                    score = { dela = { no = 5, joint = "redline", third = [3, 4] } } },
        term = { option = [five, ten], weight = { alta = 10 },
                 stance = { alta = { five = tolerable, ten = 70 } },
                 order = { bera = "five > ten" } }
    },
    order = { weight = { alta = "share > inspect = term" } },
    fallback = { alta = { draft = first, trend = falling },
                 bera = [{ value = bad }, { from = 2026-04-01, value = [30, 45] }],
                 coda = 12.5 },
    intent = { bera = doubtful },
    rule = [{ id = ladder, title = "No term without inspection", if = { term = ten }, then = { inspect = [joint, third] } },
            { id = never-both, forbid = { share = 60, inspect = no } },
            { id = few, at_most = 1, of = [{ term = ten }, { share = [50, 60], inspect = third }] }],
    limit = [{ id = teams, title = "Teams only with the term", party = alta, if = { inspect = joint }, needs = { term = five }, firmness = declared },
             { id = all-water, party = bera, never = { share = [50, 60] }, status = off },
             { id = floor, party = norm, title = "Everybody drinks", needs = { share = [10, 20, 30, 40, 50] } }],
    bonus = [{ id = pair, party = alta, when = { inspect = joint, term = five }, value = [2, 5] }],
    risk = [{ id = leak, party = bera, option = { inspect = third }, loss = 5 }],
    draft = { first = { title = "First text", date = 2026-03-10, by = [coda], set = { share = 30, inspect = joint, term = [five, ten] } },
              second = { date = 2026-04-20, set = { share = 40, inspect = third, term = five } } },
    said = [{ id = s1, person = clerk, speaks_for = alta, attribution = named, about = [alta],
              date = 2026-03-01, source = radio, claim = "not below twenty",
              supports = ["issue.share.curve.alta.redline"], suggests = ["issue.share.weight.alta"] },
            { id = s2, who = "a clerk of Coda", speaks_for = coda, attribution = official,
              date = 2026-04-02, source = "Sel Post", claim = "no teams from Coda",
              supports = ["issue.inspect.stance.alta.third"] }]
})";

/// The sample with its first such text replaced by another one.
inline std::string weirs_but(std::string_view before, std::string_view after) {
    std::string text(weirs);
    const std::size_t at = text.find(before);
    EXPECT_NE(at, std::string::npos) << before;
    return at == std::string::npos ? text : text.replace(at, before.size(), after);
}

} // namespace unbracket::testing
