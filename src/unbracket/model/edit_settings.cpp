#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_address.hpp"
#include "unbracket/model/edit_entries.hpp"
#include "unbracket/model/edit_tree.hpp"

#include <string>
#include <utility>
#include <vector>

namespace unbracket {

namespace {

bool is_text(const Node& value, std::string_view text) {
    return value.kind == NodeKind::text && value.text == text;
}

/// Whether the tables on the way to that place are there or can be added: not below an order, say.
bool can_put(const Node& document, const std::vector<PlaceStep>& steps) {
    std::vector<PlaceStep> above;
    for (const PlaceStep& step : steps) {
        const Node* node = node_at(document, above);
        if (node == nullptr) {
            return true;
        }
        if (!step.element && node->kind != NodeKind::table) {
            return false;
        }
        above.push_back(step);
    }
    return true;
}

class SettingEdit {
public:
    explicit SettingEdit(const Node& document) : original_(document), document_(document) {}

    void apply(const Setting& setting) {
        const Result<Place> found = find_place(document_, setting.address, setting.at);
        if (!found) {
            if (!is_gone_already(setting)) {
                problems_.push_back(found.problems().front());
            }
            return;
        }
        Node value = setting.value;
        if (value.at == SourcePosition{}) {
            value.at = setting.at;
        }
        apply(setting, found.value(), std::move(value));
    }

    bool took_something_out() const { return took_something_out_; }
    Diagnostics& problems() { return problems_; }
    Node& document() { return document_; }

private:
    /// Two answers of different alternatives may both take the same rule out.
    bool is_gone_already(const Setting& setting) const {
        return (is_text(setting.value, "off") || is_text(setting.value, "missing")) &&
               find_place(original_, setting.address, setting.at).ok();
    }

    void apply(const Setting& setting, const Place& place, Node value) {
        const bool goes = is_text(value, "missing");
        const bool is_off = is_text(value, "off");
        const bool is_switch = is_off || is_text(value, "on");
        const bool wants_switch = place.kind == PlaceKind::rule || place.kind == PlaceKind::limit;
        if (wants_switch && !goes && !is_switch) {
            problems_.push_back({setting.at, "`" + setting.address + "` is either on or off",
                                 "set it to \"on\", \"off\" or \"missing\", or name one of its "
                                 "fields"});
        } else if (goes ||
                   (is_off && place.kind != PlaceKind::limit && place.kind != PlaceKind::member)) {
            take_out(document_, place.steps);
            took_something_out_ = true;
        } else if (place.kind != PlaceKind::rule) {
            put(setting, place, std::move(value));
        }
    }

    void put(const Setting& setting, const Place& place, Node value) {
        std::vector<PlaceStep> steps = place.steps;
        if (place.kind != PlaceKind::member) {
            steps.push_back({place.own_member, std::nullopt});
        }
        if (!can_put(document_, steps)) {
            problems_.push_back({setting.at,
                                 "`" + setting.address + "` lies below a value that is no table",
                                 "set that value as a whole"});
            return;
        }
        const Node* old = node_at(document_, steps);
        took_something_out_ |= old != nullptr && old->kind == NodeKind::table;
        put_at(document_, steps, std::move(value));
    }

    const Node& original_;
    Node document_;
    Diagnostics problems_;
    bool took_something_out_ = false;
};

} // namespace

ChangedDocument with_good_settings(const Node& document, const std::vector<Setting>& settings) {
    SettingEdit edit(document);
    for (const Setting& setting : settings) {
        edit.apply(setting);
    }
    if (edit.took_something_out()) {
        drop_dangling_references(document, edit.document());
    }
    return {std::move(edit.document()), std::move(edit.problems())};
}

Result<Node> with_settings(const Node& document, const std::vector<Setting>& settings) {
    ChangedDocument changed = with_good_settings(document, settings);
    if (!changed.problems.empty()) {
        return std::move(changed.problems);
    }
    return std::move(changed.document);
}

} // namespace unbracket
