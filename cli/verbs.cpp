#include "cli/verbs.hpp"

namespace unbracket::cli {

const std::vector<Verb>& all_verbs() {
    static const std::vector<Verb> verbs = {
        new_verb(),    lint_verb(),       show_verb(),     check_verb(),    why_verb(),
        bridge_verb(), frontier_verb(),   robust_verb(),   verify_verb(),   score_verb(),
        diff_verb(),   what_if_verb(),    timeline_verb(), steps_verb(),    sources_verb(),
        trace_verb(),  report_verb(),     convert_verb(),  said_add_verb(), rename_verb(),
        bench_verb(),  completion_verb(), manual_verb(),
    };
    return verbs;
}

} // namespace unbracket::cli
