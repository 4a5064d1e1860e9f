#include "unbracket/report/standing_json.hpp"

#include "unbracket/report/json_value.hpp"

namespace unbracket {

Node standing_json(const Standing& standing) {
    const ZoneCount& count = standing.count;
    const auto counted_or_null = [&](std::uint64_t number) {
        return count.is_counted ? json_count(number) : null_node();
    };
    Node node = table_node();
    add_member(node, "verdict", text_node(to_text(standing.verdict)));
    add_member(node, "outcomes", counted_or_null(count.outcomes));
    add_member(node, "possible", counted_or_null(count.possible));
    add_member(node, "sure", counted_or_null(count.sure));
    add_member(node, "questions", json_texts(standing.questions));
    add_member(node, "rests_on", json_texts(standing.rests_on));
    add_member(node, "rests_on_said", json_texts(standing.rests_on_said));
    add_member(node, "rests_on_complete", boolean_node(standing.rests_on_is_complete));
    return node;
}

} // namespace unbracket
