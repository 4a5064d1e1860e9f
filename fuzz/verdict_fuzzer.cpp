// Whatever case the bytes stand for: the engine gives the verdict that enumerating all outcomes
// gives, its outcome is what it claims to be, and it counts the same outcomes. The first eight
// bytes are the seed of a random case; every three bytes after them put one number of it to another
// value, so that small changes of the input are small changes of the case.

#include "unbracket/base/random.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/robust/zone_count.hpp"
#include "unbracket/zone/verdict.hpp"

#include "fuzz/demand.hpp"
#include "tests/random_case.hpp"
#include "tests/reference/verdict.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace {

using unbracket::Case;
using unbracket::Node;
using unbracket::NodeKind;
using unbracket::Verdict;
using unbracket::fuzzing::demand;

namespace reference = unbracket::reference;

using Bytes = std::span<const std::uint8_t>;

/// A number from the first bytes, those that are missing being 0.
std::uint64_t number_at(Bytes bytes, std::size_t from, std::size_t count) {
    std::uint64_t number = 0;
    for (std::size_t i = from; i < std::min(from + count, bytes.size()); ++i) {
        number = number << 8U | bytes[i];
    }
    return number;
}

/// The numbers of a document but those that say which options there are.
void collect_numbers(Node& node, std::vector<Node*>& numbers) {
    if (node.kind == NodeKind::number) {
        numbers.push_back(&node);
    }
    for (Node& item : node.items) {
        collect_numbers(item, numbers);
    }
    for (Node::Member& member : node.members) {
        if (member.key != "range" && member.key != "unbracket") {
            collect_numbers(member.value, numbers);
        }
    }
}

void put_ranges_upright(Node& node) {
    const auto is_number = [](const Node& item) { return item.kind == NodeKind::number; };
    if (node.items.size() == 2 && std::ranges::all_of(node.items, is_number) &&
        std::stoll(node.items[0].text) > std::stoll(node.items[1].text)) {
        std::swap(node.items[0], node.items[1]);
    }
    std::ranges::for_each(node.items, put_ranges_upright);
    for (Node::Member& member : node.members) {
        put_ranges_upright(member.value);
    }
}

Node document_from(Bytes bytes) {
    constexpr std::size_t seed_bytes = 8, change_bytes = 3;
    constexpr std::int64_t lowest = -20, values = 121;
    unbracket::Random random(number_at(bytes, 0, seed_bytes));
    Node document = unbracket::testing::random_case_document(
        random, {.most_parties = 5, .most_issues = 4, .most_outcomes = 24, .most_completions = 8});
    std::vector<Node*> numbers;
    collect_numbers(document, numbers);
    for (std::size_t at = seed_bytes; at + change_bytes <= bytes.size(); at += change_bytes) {
        Node& changed = *numbers[number_at(bytes, at, 2) % numbers.size()];
        const std::int64_t value = lowest + bytes[at + 2] % values;
        changed.text = std::to_string(value);
    }
    put_ranges_upright(document);
    return document;
}

void compare_verdicts(const Case& negotiation, const Verdict& verdict,
                      const reference::Report& report) {
    demand(to_text(kind_of(verdict)) == reference::to_text(report.answer),
           "the verdict is that of enumeration");
    if (const auto* agreement = std::get_if<unbracket::AgreementVerdict>(&verdict.answer)) {
        demand(reference::is_sure(negotiation, agreement->outcome),
               "the outcome agreed on is accepted in every reading");
    }
    if (const auto* depends = std::get_if<unbracket::DependsVerdict>(&verdict.answer)) {
        demand(reference::is_possible(negotiation, depends->possible_outcome),
               "the possible outcome is accepted in some reading");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t longest = 200; // some sixty changes
    const Node document = document_from(Bytes(data, std::min(size, longest)));
    const unbracket::Result<Case> bound = unbracket::bind_case(document);
    if (!bound.ok()) {
        return 0; // a negative weight, say
    }
    const Case& negotiation = bound.value();
    const unbracket::Appraisal appraisal = appraise(negotiation);
    const reference::Report report = reference::solve(negotiation);
    compare_verdicts(negotiation, decide(negotiation, appraisal), report);
    if (report.answer != reference::Answer::contradiction) {
        const unbracket::ZoneCount count = take_census(negotiation, appraisal).count;
        demand(count.possible == report.possible && count.sure == report.sure,
               "as many outcomes are possible, and sure, as enumeration counts");
    }
    return 0;
}
