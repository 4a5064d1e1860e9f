#include "unbracket/model/edit_address.hpp"

#include "unbracket/base/rational.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/model/spelling.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace unbracket {

namespace {

std::optional<Rational> number_of(const Node* node) {
    if (node == nullptr || node->kind != NodeKind::number) {
        return std::nullopt;
    }
    const ParsedDecimal parsed = parse_decimal(node->text);
    return parsed.problem == DecimalProblem::none ? std::optional(parsed.value) : std::nullopt;
}

bool lies_on_grid(const Node& range, const Rational& number) {
    const std::optional<Rational> minimum = number_of(range.find("min"));
    const std::optional<Rational> maximum = number_of(range.find("max"));
    const std::optional<Rational> step = number_of(range.find("step"));
    if (!minimum || !maximum || number < *minimum || number > *maximum) {
        return false;
    }
    const Rational width = step && step->sign() > 0 ? *step : Rational(1);
    const std::optional<Rational::Small> steps = ((number - *minimum) / width).small();
    return steps && steps->denominator == 1;
}

std::vector<std::string> named_options(const Node& issue) {
    const Node* options = issue.find("option");
    std::vector<std::string> keys = member_keys(options);
    if (options != nullptr) {
        for (const Node& item : options->items) {
            keys.push_back(item.text);
        }
    }
    return keys;
}

std::vector<std::string> element_names(const Node* list) {
    std::vector<std::string> names;
    if (list != nullptr) {
        for (std::size_t i = 0; i < list->items.size(); ++i) {
            names.push_back(element_name(*list, i));
        }
    }
    return names;
}

std::string list_of(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "`" : ", `") + name + "`";
    }
    return text;
}

/// The nearest spelling, or all there is to choose from when that is little.
std::string hint_for(std::string_view wanted, const std::vector<std::string>& known) {
    if (const std::optional<std::string> nearest = nearest_spelling(wanted, known)) {
        return "did you mean `" + *nearest + "`?";
    }
    if (known.empty()) {
        return "the file has none";
    }
    return known.size() <= 12 ? "known: " + list_of(known) : "the file has other names";
}

using Names = std::vector<std::string>;

class AddressReader {
public:
    AddressReader(const Node& document, std::string_view address, const SourcePosition& at)
        : document_(document), address_(address), parts_(address_parts(address)), at_(at) {}

    Result<Place> read() {
        using Reader = bool (AddressReader::*)();
        constexpr std::array<std::pair<std::string_view, Reader>, 13> readers = {{
            {"issue", &AddressReader::read_issue},
            {"fallback", &AddressReader::read_of_party},
            {"intent", &AddressReader::read_of_party},
            {"accepts_less", &AddressReader::read_of_party},
            {"order", &AddressReader::read_weight_order},
            {"limit", &AddressReader::read_element},
            {"rule", &AddressReader::read_element},
            {"bonus", &AddressReader::read_element},
            {"risk", &AddressReader::read_element},
            {"draft", &AddressReader::read_draft},
            {"agreement", &AddressReader::read_agreement},
            {"words", &AddressReader::read_words},
            {"said", &AddressReader::read_said},
        }};
        Names roots;
        for (const auto& [root, reader] : readers) {
            if (part(0) == root) {
                return (this->*reader)() ? Result<Place>(place_) : Result<Place>(problem_);
            }
            roots.emplace_back(root);
        }
        const std::optional<std::string> nearest = nearest_spelling(part(0), roots);
        fail("not an address of the case", nearest ? "did you mean `" + *nearest + "`?"
                                                   : "an address begins with " + list_of(roots));
        return problem_;
    }

private:
    std::string_view part(std::size_t i) const {
        return i < parts_.size() ? std::string_view(parts_[i]) : std::string_view();
    }

    bool fail(std::string what, std::string hint) {
        problem_ = {at_, "`" + address_ + "`: " + std::move(what), std::move(hint)};
        return false;
    }

    bool fail_shape(std::string_view shape) {
        return fail("not an address of the case", "write it as " + std::string(shape));
    }

    bool ends_at(std::size_t count, std::string_view shape) {
        return parts_.size() == count || fail_shape(shape);
    }

    bool step_to(std::string_view key) {
        place_.steps.push_back({std::string(key), std::nullopt});
        return true;
    }

    /// A part that must be one of those names.
    bool step_to_one_of(std::size_t i, std::string_view what, const Names& known) {
        for (const std::string& name : known) {
            if (part(i) == name) {
                return step_to(name);
            }
        }
        return fail("unknown " + std::string(what) + " `" + std::string(part(i)) + "`",
                    hint_for(part(i), known));
    }

    bool step_to_party(std::size_t i) {
        return step_to_one_of(i, "party", member_keys(document_.find("party")));
    }

    bool step_to_issue(std::size_t i) {
        return step_to_one_of(i, "issue", member_keys(document_.find("issue")));
    }

    const Node& issue(std::size_t i) const { return *document_.find("issue")->find(part(i)); }

    bool read_of_party() {
        return ends_at(2, "fallback.PARTY, intent.PARTY or accepts_less.PARTY") &&
               step_to(part(0)) && step_to_party(1);
    }

    bool read_weight_order() {
        return step_to("order") && step_to_one_of(1, "kind of order", {"weight"}) &&
               ends_at(3, "order.weight.PARTY") && step_to_party(2);
    }

    bool read_issue() {
        constexpr std::string_view shape =
            "issue.ISSUE.weight.PARTY, issue.ISSUE.stance.PARTY.OPTION "
            "or likewise with score, curve or order";
        if (parts_.size() < 4) {
            return fail_shape(shape);
        }
        if (!step_to("issue") || !step_to_issue(1) ||
            !step_to_one_of(2, "part of an issue",
                            {"weight", "stance", "score", "curve", "order"}) ||
            !step_to_party(3)) {
            return false;
        }
        if (parts_.size() == 4) {
            return true;
        }
        if (part(2) == "curve") {
            return ends_at(5, "issue.ISSUE.curve.PARTY.WORD") &&
                   step_to_one_of(4, "word of a curve",
                                  {"ideal", "acceptable", "tolerable", "bad", "redline"});
        }
        return part(2) == "stance" || part(2) == "score" ? read_option() : fail_shape(shape);
    }

    bool read_option() {
        const std::string option = joined_address(parts_, 4);
        const std::optional<std::string> key = find_option(issue(1), option);
        if (!key) {
            return fail("unknown option `" + option + "` of issue `" + std::string(part(1)) + "`",
                        option_hint(issue(1), option));
        }
        const Node* kind = issue(1).find(part(2));
        const Node* table = kind == nullptr ? nullptr : kind->find(part(3));
        if (table != nullptr && table->kind != NodeKind::table) {
            const std::string whole = address_.substr(0, address_.size() - option.size() - 1);
            return fail("the stance is an order of the options", "set `" + whole + "` as a whole");
        }
        return step_to(existing_key(table, *key));
    }

    /// The key under which a rating stands already, perhaps as another spelling of the number.
    std::string existing_key(const Node* table, const std::string& option) const {
        for (const std::string& key : member_keys(table)) {
            if (find_option(issue(1), key) == option) {
                return key;
            }
        }
        return option;
    }

    static std::string option_hint(const Node& issue, std::string_view option) {
        const Node* range = issue.find("range");
        if (range == nullptr) {
            return hint_for(option, named_options(issue));
        }
        const auto text = [&](std::string_view key) {
            const Node* end = range->find(key);
            return end == nullptr ? std::string("?") : end->text;
        };
        return "its options are the numbers from " + text("min") + " to " + text("max") +
               " in steps of " + (range->find("step") == nullptr ? "1" : text("step"));
    }

    bool read_element() {
        const std::string list(part(0));
        const std::optional<std::size_t> element = find_element(document_, list, part(1));
        if (!element) {
            return fail("unknown " + list + " `" + std::string(part(1)) + "`",
                        hint_for(part(1), element_names(document_.find(list))));
        }
        step_to(list);
        place_.steps.push_back({"", *element});
        return parts_.size() == 2 ? end_at_element() : read_field(list);
    }

    bool end_at_element() {
        if (part(0) == "rule") {
            place_.kind = PlaceKind::rule;
            return true;
        }
        place_.kind = part(0) == "limit" ? PlaceKind::limit : PlaceKind::element;
        place_.own_member = part(0) == "limit" ? "status" : part(0) == "bonus" ? "value" : "loss";
        return true;
    }

    bool read_field(std::string_view list) {
        struct Fields {
            std::string_view list;
            Names plain;
            Names conditions;
        };
        const std::array<Fields, 4> all = {{
            {"limit", {"title", "party", "firmness", "since", "status"}, {"if", "needs", "never"}},
            {"rule", {"title", "at_most", "of"}, {"if", "then", "forbid"}},
            {"bonus", {"title", "party", "value"}, {"when"}},
            {"risk", {"title", "party", "loss"}, {"option"}},
        }};
        for (const Fields& fields : all) {
            if (fields.list != list) {
                continue;
            }
            Names known = fields.plain;
            known.insert(known.end(), fields.conditions.begin(), fields.conditions.end());
            if (!step_to_one_of(2, "field of a " + std::string(list), known)) {
                return false;
            }
            const auto& conditions = fields.conditions;
            const bool is_condition =
                std::find(conditions.begin(), conditions.end(), part(2)) != conditions.end();
            if (is_condition && parts_.size() == 4) {
                return step_to_issue(3);
            }
            return ends_at(3, std::string(list) + ".ID.FIELD");
        }
        return false;
    }

    bool read_draft() {
        if (!step_to("draft") ||
            !step_to_one_of(1, "draft", member_keys(document_.find("draft"))) ||
            !step_to_one_of(2, "part of a draft", {"set", "on_table", "rest"})) {
            return false;
        }
        if (part(2) == "set") {
            return ends_at(4, "draft.DRAFT.set.ISSUE") && step_to_issue(3);
        }
        return ends_at(3, "draft.DRAFT.on_table");
    }

    bool read_agreement() {
        return step_to("agreement") &&
               step_to_one_of(1, "part of the agreement rule", {"required", "at_least"}) &&
               ends_at(2, "agreement.required or agreement.at_least");
    }

    bool read_words() {
        if (!step_to("words") || !step_to_one_of(1, "table of words", {"stance", "weight"}) ||
            !ends_at(3, "words.stance.WORD or words.weight.WORD")) {
            return false;
        }
        const Names stances = {"ideal", "acceptable", "tolerable", "bad", "open"};
        const Names weights = {"highest", "high", "medium", "low"};
        return step_to_one_of(2, "word", part(1) == "stance" ? stances : weights);
    }

    /// How the judgements of a statement count.
    bool read_said() {
        constexpr std::string_view shape = "said.STATEMENT.use";
        if (!ends_at(3, shape)) {
            return false;
        }
        const std::optional<std::size_t> element = find_element(document_, "said", part(1));
        if (!element) {
            return fail("unknown statement `" + std::string(part(1)) + "`",
                        hint_for(part(1), element_names(document_.find("said"))));
        }
        step_to("said");
        place_.steps.push_back({"", *element});
        return step_to_one_of(2, "part of a statement", {"use"});
    }

    const Node& document_;
    std::string address_;
    Names parts_;
    SourcePosition at_;
    Place place_;
    Diagnostic problem_;
};

} // namespace

std::vector<std::string> address_parts(std::string_view address) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (true) {
        const std::size_t dot = address.find('.', begin);
        parts.emplace_back(address.substr(begin, dot - begin));
        if (dot == std::string_view::npos) {
            return parts;
        }
        begin = dot + 1;
    }
}

std::string joined_address(const std::vector<std::string>& parts, std::size_t first) {
    std::string address;
    for (std::size_t i = first; i < parts.size(); ++i) {
        address += (i > first ? "." : "") + parts[i];
    }
    return address;
}

std::string element_name(const Node& list, std::size_t position) {
    const Node* id = list.items[position].find("id");
    return id != nullptr ? id->text : std::to_string(position + 1);
}

std::optional<std::size_t> find_element(const Node& document, std::string_view list,
                                        std::string_view id) {
    const Node* elements = document.find(list);
    if (elements == nullptr) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < elements->items.size(); ++i) {
        if (element_name(*elements, i) == id) {
            return i;
        }
    }
    return std::nullopt;
}

std::optional<std::string> find_option(const Node& issue, std::string_view option) {
    for (const std::string& key : named_options(issue)) {
        if (key == option) {
            return key;
        }
    }
    const Node* range = issue.find("range");
    if (range == nullptr) {
        return std::nullopt;
    }
    const ParsedDecimal parsed = parse_decimal(option);
    if (parsed.problem != DecimalProblem::none || !lies_on_grid(*range, parsed.value)) {
        return std::nullopt;
    }
    return parsed.value.to_decimal_text(30);
}

Result<Place> find_place(const Node& document, std::string_view address, const SourcePosition& at) {
    return AddressReader(document, address, at).read();
}

} // namespace unbracket
