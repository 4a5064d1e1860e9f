#include "tests/certificate_random.hpp"

#include "unbracket/io/toml_reader.hpp"
#include "unbracket/model/bind.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace unbracket::testing {

namespace {

struct RandomIssue {
    std::string key;
    std::vector<std::string> options;
    bool is_numeric = false;
};

enum class Kind { nothing, stances, scores };

class Writer {
public:
    explicit Writer(Random& random) : random_(random) {}
    std::string write();

private:
    std::int64_t pick(std::int64_t low, std::int64_t high) { return random_.between(low, high); }
    bool chance(int percent) { return random_.chance(percent, 100); }
    const std::string& one_of(const std::vector<std::string>& items) {
        return items[static_cast<std::size_t>(pick(0, std::ssize(items) - 1))];
    }
    std::string number_or_range(std::int64_t low, std::int64_t high);
    std::string stance();
    std::string weight();
    std::string condition(std::size_t most_issues);
    std::string options_of(const RandomIssue& issue, bool is_many);
    std::string order(const RandomIssue& issue, bool has_red_lines);
    void add(const std::string& line) { text_ += line + "\n"; }
    void choose_parties();
    void choose_issues();
    void write_issue(const RandomIssue& issue);
    void write_stances(const RandomIssue& issue, const std::string& party);
    void write_scores(const RandomIssue& issue, const std::string& party);
    void write_curve(const std::string& party);
    void write_fallbacks();
    void write_supposed();
    void write_draft();
    void write_constraints();
    void write_bonuses();
    void write_agreement();

    Random& random_;
    std::string text_;
    std::vector<std::string> parties_;
    std::vector<Kind> kinds_;
    std::vector<bool> has_fallback_;
    std::vector<RandomIssue> issues_;
};

std::string Writer::number_or_range(std::int64_t low, std::int64_t high) {
    const std::int64_t first = pick(low, high);
    if (chance(60)) {
        return std::to_string(first) + (chance(15) ? ".5" : "");
    }
    return "[" + std::to_string(first) + ", " + std::to_string(pick(first, high)) + "]";
}

std::string Writer::stance() {
    const std::vector<std::string> words = {"ideal", "acceptable", "tolerable", "bad", "open"};
    switch (pick(0, 9)) {
    case 0:
        return "\"unknown\"";
    case 1:
        return chance(50) ? "\"redline\"" : "\"redline " + one_of(words) + "\"";
    case 2:
    case 3:
    case 4:
        return "\"" + one_of(words) + "\"";
    default:
        return number_or_range(0, 99);
    }
}

std::string Writer::weight() {
    const std::vector<std::string> words = {"highest", "high", "medium", "low", "none"};
    return chance(25) ? "\"" + one_of(words) + "\"" : number_or_range(0, 5);
}

std::string Writer::options_of(const RandomIssue& issue, bool is_many) {
    const auto shown = [&issue](const std::string& option) {
        return issue.is_numeric ? option : "\"" + option + "\"";
    };
    if (!is_many) {
        return shown(one_of(issue.options));
    }
    std::string list;
    for (const std::string& option : issue.options) {
        if (chance(60)) {
            list += (list.empty() ? "" : ", ") + shown(option);
        }
    }
    return list.empty() ? shown(issue.options.front()) : "[" + list + "]";
}

std::string Writer::condition(std::size_t most_issues) {
    std::string inside;
    std::size_t named = 0;
    for (const RandomIssue& issue : issues_) {
        if (named < most_issues && chance(50)) {
            inside +=
                (named++ == 0 ? "" : ", ") + issue.key + " = " + options_of(issue, chance(40));
        }
    }
    if (named == 0) {
        inside = issues_.front().key + " = " + options_of(issues_.front(), false);
    }
    return "{ " + inside + " }";
}

std::string Writer::order(const RandomIssue& issue, bool has_red_lines) {
    std::vector<std::string> left = issue.options;
    std::string text, behind;
    while (!left.empty()) {
        const auto at = pick(0, std::ssize(left) - 1);
        const std::string option = left[static_cast<std::size_t>(at)];
        left.erase(left.begin() + at);
        if (has_red_lines && !text.empty() && chance(20)) {
            behind += (behind.empty() ? " | " : ", ") + option;
        } else if (text.empty() || chance(80)) {
            text += (text.empty() ? "" : (chance(70) ? " > " : " = ")) + option;
        }
    }
    return "\"" + text + behind + "\"";
}

void Writer::choose_parties() {
    const std::vector<std::string> roles = {"signatory", "signatory", "signatory", "mediator"};
    const auto count = static_cast<std::size_t>(pick(1, 4));
    for (std::size_t i = 0; i < count; ++i) {
        parties_.push_back(std::string(1, static_cast<char>('a' + i)));
        const std::string role = i == 0 ? "signatory" : one_of(roles);
        add("party." + parties_[i] + " = { name = \"" + parties_[i] + "\", role = \"" + role +
            "\" }");
        const auto kind = pick(0, 9);
        kinds_.push_back(kind == 0 ? Kind::nothing : kind < 6 ? Kind::stances : Kind::scores);
        has_fallback_.push_back(chance(80));
    }
}

void Writer::choose_issues() {
    const auto count = static_cast<std::size_t>(pick(1, 3));
    for (std::size_t i = 0; i < count; ++i) {
        RandomIssue issue{std::string(1, static_cast<char>('x' + i)), {}, chance(25)};
        issue.options = {"p", "q", "r"};
        if (issue.is_numeric) {
            issue.options = {"0", "10", "20"};
        } else if (chance(50)) {
            issue.options.pop_back();
        }
        issues_.push_back(std::move(issue));
    }
}

void Writer::write_curve(const std::string& party) {
    const bool is_falling = chance(50);
    std::string inside;
    // A best knot other than ideal stands at the end, so that nothing lies on its better side:
    // there the checker allows more readings than others may.
    std::int64_t place = chance(50) ? 0 : pick(1, 8);
    for (const std::string word : {"ideal", "acceptable", "tolerable", "bad"}) {
        if (place <= 20 && (chance(60) || (place > 0 && inside.empty()))) {
            const std::int64_t at = is_falling ? 20 - place : place;
            inside += (inside.empty() ? "" : ", ") + word + " = " + std::to_string(at);
            place += pick(1, 9);
        }
    }
    if (inside.find(',') == std::string::npos) {
        inside = "ideal = " + std::to_string(pick(0, 20));
    }
    const std::vector<std::string> bounds = {"> 10", ">= 10", "< 10", "<= 0", "> 15", "< 5"};
    inside += ", redline = \"" + one_of(bounds) + "\"";
    add("curve." + party + " = { " + inside + " }");
}

void Writer::write_stances(const RandomIssue& issue, const std::string& party) {
    if (chance(75)) {
        add("weight." + party + " = " + weight());
    }
    const auto way = pick(0, 9);
    if (way == 0) {
        return;
    }
    if (way == 1) {
        add("stance." + party + " = " + order(issue, true));
        return;
    }
    if (issue.is_numeric && way < 7) {
        write_curve(party);
    } else {
        std::string inside;
        for (const std::string& option : issue.options) {
            if (chance(90)) {
                inside += (inside.empty() ? "" : ", ") + option + " = " + stance();
            }
        }
        if (inside.empty()) {
            return;
        }
        add("stance." + party + " = { " + inside + " }");
    }
    if (chance(20)) {
        add("order." + party + " = " + order(issue, false));
    }
}

void Writer::write_scores(const RandomIssue& issue, const std::string& party) {
    std::string inside;
    for (const std::string& option : issue.options) {
        const bool is_red = chance(8);
        inside +=
            (inside.empty() ? "" : ", ") + option + " = " +
            (is_red ? "\"redline " + std::to_string(pick(-3, 9)) + "\"" : number_or_range(-4, 9));
    }
    add("score." + party + " = { " + inside + " }");
    if (chance(15)) {
        add("order." + party + " = " + order(issue, false));
    }
}

void Writer::write_issue(const RandomIssue& issue) {
    add("[issue." + issue.key + "]");
    if (issue.is_numeric) {
        add("range = { min = 0, max = 20, step = 10 }");
    } else {
        add(std::string("option = [\"p\", \"q\"") + (issue.options.size() > 2 ? ", \"r\"]" : "]"));
    }
    for (std::size_t i = 0; i < parties_.size(); ++i) {
        const bool is_last_chance = &issue == &issues_.back();
        if (kinds_[i] == Kind::stances && (is_last_chance || chance(85))) {
            write_stances(issue, parties_[i]);
        } else if (kinds_[i] == Kind::scores && (is_last_chance || chance(85))) {
            write_scores(issue, parties_[i]);
        }
    }
}

void Writer::write_fallbacks() {
    add("[fallback]");
    for (std::size_t i = 0; i < parties_.size(); ++i) {
        if (!has_fallback_[i]) {
            continue;
        }
        const bool has_scores = kinds_[i] == Kind::scores;
        std::string value = has_scores ? number_or_range(-2, 20) : number_or_range(20, 80);
        if (chance(25) && kinds_[i] != Kind::nothing) {
            value = "{ draft = \"first\" }";
        } else if (chance(15) && kinds_[i] == Kind::stances) {
            value = "\"tolerable\"";
        }
        add(parties_[i] + " = " + value);
    }
}

void Writer::write_supposed() {
    if (chance(70)) {
        return;
    }
    add("[accepts_less]");
    for (const std::string& party : parties_) {
        if (chance(50)) {
            add(party + " = " + (chance(30) ? "\"25/3\"" : std::to_string(pick(0, 15))));
        }
    }
}

void Writer::write_draft() {
    add("[draft.first]");
    std::string inside;
    for (const RandomIssue& issue : issues_) {
        if (chance(85)) {
            const std::string options = chance(10) ? "\"unknown\"" : options_of(issue, chance(40));
            inside += (inside.empty() ? "" : ", ") + issue.key + " = " + options;
        }
    }
    add("set = { " + inside + " }");
}

void Writer::write_constraints() {
    for (std::int64_t i = pick(0, 2); i > 0; --i) {
        add("[[rule]]");
        switch (pick(0, 2)) {
        case 0:
            add("if = " + condition(1) + "\nthen = " + condition(2));
            break;
        case 1:
            add("forbid = " + condition(2));
            break;
        default:
            add("at_most = " + std::to_string(pick(0, 1)));
            add("of = [" + condition(1) + ", " + condition(2) + "]");
            break;
        }
    }
    for (std::int64_t i = pick(0, 2); i > 0; --i) {
        add("[[limit]]\nparty = \"" + (chance(25) ? "norm" : one_of(parties_)) + "\"");
        if (chance(60)) {
            add("if = " + condition(1));
        }
        add((chance(50) ? "needs = " : "never = ") + condition(2));
        if (chance(15)) {
            add("status = \"off\"");
        }
    }
}

void Writer::write_bonuses() {
    for (std::int64_t i = chance(50) ? pick(1, 3) : 0; i > 0; --i) {
        add("[[bonus]]\nparty = \"" + one_of(parties_) + "\"\nwhen = " + condition(2));
        add("value = " + number_or_range(-20, 20));
    }
    for (std::int64_t i = chance(40) ? pick(1, 2) : 0; i > 0; --i) {
        // Every party is concerned by the last issue, so the loss is one of something it values.
        add("[[risk]]\nparty = \"" + one_of(parties_) + "\"");
        add("option = { " + issues_.back().key + " = " + options_of(issues_.back(), true) + " }");
        add("loss = " + number_or_range(0, 15));
    }
    if (chance(15)) {
        add("[intent]\n" + one_of(parties_) + " = \"" + (chance(50) ? "doubtful" : "refuses") +
            "\"");
    }
}

void Writer::write_agreement() {
    if (chance(50)) {
        return;
    }
    add("[agreement]");
    std::string inside;
    for (const std::string& party : parties_) {
        if (chance(40)) {
            inside += (inside.empty() ? "\"" : ", \"") + party + "\"";
        }
    }
    if (!inside.empty()) {
        add("required = [" + inside + "]");
    }
    if (chance(70)) {
        add("at_least = " + std::to_string(pick(1, std::ssize(parties_))));
    }
}

std::string Writer::write() {
    text_ = "unbracket = 1\ntitle = \"Random\"\n";
    choose_parties();
    choose_issues();
    write_agreement();
    for (const RandomIssue& issue : issues_) {
        write_issue(issue);
    }
    write_fallbacks();
    write_supposed();
    write_draft();
    write_constraints();
    write_bonuses();
    return std::move(text_);
}

} // namespace

std::string random_case_text(Random& random) {
    return Writer(random).write();
}

std::optional<Case> random_case(Random& random) {
    const std::string text = random_case_text(random);
    auto document = read_toml(text, "random.toml");
    if (!document.ok()) {
        return std::nullopt;
    }
    auto bound = bind_case(document.value());
    return bound.ok() ? std::optional(std::move(bound).value()) : std::nullopt;
}

} // namespace unbracket::testing
