#include "tests/judged_case.hpp"

#include "unbracket/io/toml_reader.hpp"
#include "unbracket/model/bind.hpp"

#include "tests/certificate_random.hpp"

namespace unbracket::testing {

namespace {

constexpr int drafts = 3;

std::optional<Case> bound(const std::string& text) {
    auto document = read_toml(text, "random.toml");
    if (!document.ok()) {
        return std::nullopt;
    }
    auto result = bind_case(document.value());
    return result.ok() ? std::optional(std::move(result).value()) : std::nullopt;
}

std::size_t below(Random& random, std::size_t count) {
    return static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(count) - 1));
}

std::string option_text(const Issue& issue, Random& random) {
    const Option& option = issue.options[below(random, issue.options.size())];
    return issue.range ? option.key : "\"" + option.key + "\"";
}

std::string draft_text(const Case& given, int number, Random& random) {
    std::string set;
    for (const Issue& issue : given.issues) {
        if (!random.chance(1, 12)) {
            set += (set.empty() ? "" : ", ") + issue.key + " = " + option_text(issue, random);
        }
    }
    return "[draft.j" + std::to_string(number) + "]\nset = { " + set + " }\n";
}

std::string judgement_text(Random& random) {
    const auto draft = [&] { return "j" + std::to_string(random.between(0, drafts - 1)); };
    switch (random.between(0, 4)) {
    case 0:
    case 1:
        return "accepts " + draft();
    case 2:
        return "rejects " + draft();
    case 3:
        return "nothing below " + draft();
    default:
        return "prefers " + draft() + " to " + draft();
    }
}

std::string statement_text(const Case& given, int number, Random& random) {
    const std::string& party = given.parties[below(random, given.parties.size())].key;
    const std::string speaker = random.chance(1, 8) ? given.parties.front().key : party;
    return "[[said]]\nid = \"s" + std::to_string(number) + "\"\nwho = \"x\"\nspeaks_for = \"" +
           speaker + "\"\nattribution = \"named\"\nclaim = \"c\"\njudgement = { " + party +
           " = \"" + judgement_text(random) + "\" }\n" +
           (random.chance(1, 10) ? "use = \"hypothesis\"\n" : "") +
           (number > 0 && random.chance(1, 10) ? "supersedes = [\"s0\"]\n" : "");
}

std::string order_text(const Case& given, Random& random) {
    const std::string& party = given.parties[below(random, given.parties.size())].key;
    return "[order.weight]\n" + party + " = \"" + given.issues.back().key +
           (random.chance(1, 4) ? " = " : " > ") + given.issues.front().key + "\"\n";
}

} // namespace

std::optional<Case> random_judged_case(Random& random, std::string& text) {
    text = random_case_text(random);
    const auto plain = bound(text);
    if (!plain) {
        return std::nullopt;
    }
    for (int number = 0; number < drafts; ++number) {
        text += draft_text(*plain, number, random);
    }
    const std::int64_t statements = random.between(1, 4);
    for (int number = 0; number < statements; ++number) {
        text += statement_text(*plain, number, random);
    }
    if (plain->issues.size() > 1 && random.chance(1, 3)) {
        text += order_text(*plain, random);
    }
    return bound(text);
}

} // namespace unbracket::testing
