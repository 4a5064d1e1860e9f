#include "unbracket/unbracket.hpp"

#include "cli/console.hpp"
#include "cli/flags.hpp"
#include "cli/manual.hpp"
#include "cli/verbs.hpp"

namespace unbracket::cli {

namespace {

int write_manual(const Invocation& invocation, Console& console) {
    const std::string folder = invocation.operands[0] + "/";
    Diagnostics problems;
    const auto save = [&](const std::string& name, const std::string& page) {
        if (auto problem = save_file(folder + name + ".1", page)) {
            problems.push_back(std::move(*problem));
        }
    };
    save("unbracket", manual_overview());
    for (const Verb& verb : all_verbs()) {
        if (verb.listing == Listing::shown) {
            save(manual_name(verb), manual_page(verb));
        }
    }
    return problems.empty() ? answered : console.fail(problems);
}

} // namespace

Verb manual_verb() {
    return {
        .name = "manual",
        .summary = "write the manual pages into a folder",
        .operands = {{.name = "FOLDER", .help = "an existing folder"}},
        .flags = general_flags(),
        .examples = {{"unbracket manual man1", "unbracket.1, unbracket-check.1 ..."}},
        .run = write_manual,
        .listing = Listing::hidden,
    };
}

} // namespace unbracket::cli
