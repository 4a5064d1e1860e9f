#include "unbracket/io/sheet/position_edit.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/sheet/cell_value.hpp"
#include "unbracket/io/sheet/option_edit.hpp"
#include "unbracket/io/sheet/position_table.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_basis.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

// A cell counts only where it says something else than the case: a table that nobody touched
// changes nothing, whatever was left blank in it. Options and titles come first, so that settings
// find them; entries are then set by address like those of --set, and bound with the rest of the
// case.

namespace unbracket {

namespace {

std::string shown(const Node* value) {
    if (value == nullptr) {
        return "";
    }
    const bool is_unknown = value->kind == NodeKind::text && value->text == "unknown";
    return is_unknown ? "unknown" : cell_of(*value).text;
}

bool is_text(const Node* node) {
    return node != nullptr && node->kind == NodeKind::text;
}

/// What a table says of one party and one issue, or of one party alone.
struct PartyCells {
    std::vector<std::pair<const PositionLine*, const PositionCell*>> options;
    const PositionCell* order = nullptr;
    std::set<std::string> emptied; // rows of a curve
};

class PositionEdit {
public:
    PositionEdit(const Node& document, const PositionTable& table)
        : before_(document), table_(table), edited_{document, {}, {}}, problems_(table.problems) {}

    Result<EditedDocument> run(const std::string& place) {
        OptionEdit options(before_, edited_.document);
        for (const PositionLine& line : table_.lines) {
            options.take(line);
        }
        options.finish(edited_.changes, problems_);
        for (const PositionLine& line : table_.lines) {
            if (!options.is_refused(line.row)) {
                take_cells(line);
            }
        }
        for (const auto& party : places_) {
            take_rated(party.first, party.second, cells_[party]);
        }
        ChangedDocument changed = with_good_settings(edited_.document, settings_);
        problems_.insert(problems_.end(), changed.problems.begin(), changed.problems.end());
        edited_.document = std::move(changed.document);
        if (!problems_.empty()) {
            return all_problems(place);
        }
        drop_basis_of_changed_values(before_, edited_.document);
        edited_.left_out = options.emptied();
        name_left_out();
        return std::move(edited_);
    }

private:
    /// With those of the good cells, so that all are told at once.
    Diagnostics all_problems(const std::string& place) {
        const Result<Case> bound = bind_case(edited_.document);
        for (const Diagnostic& problem : bound.problems()) {
            if (problem.where.file == place) {
                problems_.push_back(problem);
            }
        }
        std::stable_sort(
            problems_.begin(), problems_.end(),
            [](const Diagnostic& one, const Diagnostic& other) { return one.where < other.where; });
        return problems_;
    }

    /// Entries that stand for themselves are compared at once; options and orders hang together.
    void take_cells(const PositionLine& line) {
        const std::string& option = line.row.option;
        for (const PositionCell& cell : line.cells) {
            const auto [place, is_new] = cells_.try_emplace({line.row.issue, cell.party});
            PartyCells& own = place->second;
            if (is_new) {
                places_.push_back(place->first);
            }
            if (option == order_row) {
                own.order = &cell;
            } else if (!option.starts_with('(')) {
                own.options.emplace_back(&line, &cell);
            } else {
                if (!cell.value) {
                    own.emptied.insert(option);
                }
                change(address_of(line.row, cell.party), position_at(before_, line.row, cell.party),
                       cell.value, cell.at);
            }
        }
    }

    static std::string address_of(const PositionRow& row, const std::string& party) {
        if (row.option == weight_order_row) {
            return "order.weight." + party;
        }
        const std::string name = row.option.substr(1, row.option.size() - 2);
        if (row.issue.empty()) {
            return name + "." + party;
        }
        const std::string issue = "issue." + row.issue;
        return row.option == weight_row ? issue + ".weight." + party
                                        : issue + ".curve." + party + "." + name;
    }

    void change(const std::string& address, const Node* before, const std::optional<Node>& after,
                const SourcePosition& at) {
        if (!says_same(before, after ? &*after : nullptr)) {
            set(address, before, after ? *after : text_node("missing", at), at);
        }
    }

    void set(const std::string& address, const Node* before, Node value, const SourcePosition& at) {
        const bool goes = is_text(&value) && value.text == "missing";
        edited_.changes.push_back({address, shown(before), goes ? "" : shown(&value)});
        settings_.push_back({address, std::move(value), at});
    }

    /// Stances or scores and the order of one party's options.
    void take_rated(const std::string& issue, const std::string& party, const PartyCells& cells) {
        const PositionRow order_place{issue, std::string(order_row)};
        const Node* order = position_at(before_, order_place, party);
        const bool has_new_order =
            cells.order != nullptr &&
            !says_same(order, cells.order->value ? &*cells.order->value : nullptr);
        const bool has_new_option =
            std::any_of(cells.options.begin(), cells.options.end(), [&](const auto& option) {
                return !says_same(position_at(before_, option.first->row, party),
                                  value_in(*option.second));
            });
        if (!has_new_order && !has_new_option) {
            return;
        }
        const Node* stance = stance_of(issue, party);
        const bool has_values =
            std::any_of(cells.options.begin(), cells.options.end(),
                        [](const auto& option) { return option.second->value.has_value(); });
        if (is_text(stance) && has_values) {
            replace_order(issue, party, cells, *stance);
        } else if (is_order_alone(issue, party, cells)) {
            change("issue." + issue + ".stance." + party, stance, cells.order->value,
                   cells.order->at);
        } else {
            take_options(issue, party, cells);
            if (has_new_order) {
                change("issue." + issue + (is_text(stance) ? ".stance." : ".order.") + party, order,
                       cells.order->value, cells.order->at);
            }
        }
    }

    static const Node* value_in(const PositionCell& cell) {
        return cell.value ? &*cell.value : nullptr;
    }

    const Node* member(std::string_view section, const std::string& issue,
                       const std::string& party) const {
        const Node* all = before_.find("issue");
        const Node* own = all == nullptr ? nullptr : all->find(issue);
        const Node* kind = own == nullptr ? nullptr : own->find(section);
        return kind == nullptr ? nullptr : kind->find(party);
    }
    const Node* stance_of(const std::string& issue, const std::string& party) const {
        return member("stance", issue, party);
    }

    /// Whether the party rates by scores: in this issue, or where it has no stance here, in
    /// another.
    bool has_scores(const std::string& issue, const std::string& party) const {
        if (member("score", issue, party) != nullptr || stance_of(issue, party) != nullptr) {
            return member("score", issue, party) != nullptr;
        }
        const Node* all = before_.find("issue");
        return all != nullptr &&
               std::any_of(all->members.begin(), all->members.end(),
                           [&](const Node::Member& other) {
                               return member("score", other.key, party) != nullptr;
                           });
    }

    /// An order with nothing beside it is the stance itself.
    bool is_order_alone(const std::string& issue, const std::string& party,
                        const PartyCells& cells) const {
        if (cells.order == nullptr || !cells.order->value || has_scores(issue, party) ||
            member("curve", issue, party) != nullptr || member("order", issue, party) != nullptr) {
            return false;
        }
        const Node* stance = stance_of(issue, party);
        std::set<std::string> kept;
        for (std::size_t i = 0; stance != nullptr && i < stance->members.size(); ++i) {
            kept.insert(stance->members[i].key);
        }
        for (const auto& [line, cell] : cells.options) {
            if (cell->value) {
                return false;
            }
            kept.erase(line->row.option);
        }
        return kept.empty();
    }

    /// From an order to a table of values, beside which the order may stay.
    void replace_order(const std::string& issue, const std::string& party, const PartyCells& cells,
                       const Node& stance) {
        Node table = table_node(cells.options.front().second->at);
        for (const auto& [line, cell] : cells.options) {
            if (cell->value) {
                add_member(table, line->row.option, *cell->value, cell->at);
            }
        }
        const SourcePosition at = table.at;
        set("issue." + issue + ".stance." + party, &stance, std::move(table), at);
        if (cells.order != nullptr && cells.order->value) {
            set("issue." + issue + ".order." + party, nullptr, *cells.order->value,
                cells.order->at);
        }
    }

    void take_options(const std::string& issue, const std::string& party, const PartyCells& cells) {
        const bool is_score = has_scores(issue, party);
        const bool has_curve = keeps_curve(issue, party, cells);
        for (const auto& [line, cell] : cells.options) {
            const Node* before = position_at(before_, line->row, party);
            if (says_same(before, value_in(*cell))) {
                continue;
            }
            if (cell->value && before == nullptr && has_curve && is_row(line->row)) {
                problems_.push_back({cell->at,
                                     "party `" + party + "` has a curve on issue `" + issue +
                                         "`, and this cell rates one number of it",
                                     "change the rows (ideal) to (redline), or empty them and "
                                     "rate every number"});
                continue;
            }
            const std::string address = "issue." + issue + (is_score ? ".score." : ".stance.") +
                                        party + "." + line->row.option;
            if (cell->value) {
                set(address, before, *cell->value, cell->at);
            } else {
                set(address, before, text_node(is_score ? "missing" : "unknown", cell->at),
                    cell->at);
            }
        }
    }

    /// Whether the case has that row; any other has a problem of its own.
    bool is_row(const PositionRow& row) {
        if (rows_.empty()) {
            const std::vector<PositionRow> all = position_rows(before_);
            rows_.insert(all.begin(), all.end());
        }
        return rows_.contains(row);
    }

    /// Whether some word of the party's curve is not emptied in the table.
    bool keeps_curve(const std::string& issue, const std::string& party,
                     const PartyCells& cells) const {
        const Node* curve = member("curve", issue, party);
        return curve != nullptr &&
               std::any_of(curve->members.begin(), curve->members.end(),
                           [&](const Node::Member& word) {
                               return !cells.emptied.contains("(" + word.key + ")");
                           });
    }

    void name_left_out() {
        std::set<PositionRow> there;
        for (const PositionLine& line : table_.lines) {
            there.insert(line.row);
        }
        for (const PositionRow& row : position_rows(before_)) {
            if (!there.contains(row)) {
                edited_.left_out.push_back("row " + row.option +
                                           (row.issue.empty() ? "" : " of " + row.issue));
            }
        }
        for (const std::string& party : position_parties(before_)) {
            if (std::find(table_.parties.begin(), table_.parties.end(), party) ==
                table_.parties.end()) {
                edited_.left_out.push_back("column " + party);
            }
        }
    }

    const Node& before_;
    const PositionTable& table_;
    EditedDocument edited_;
    std::map<std::pair<std::string, std::string>, PartyCells> cells_; // by issue and party
    std::vector<std::pair<std::string, std::string>> places_;         // in order of the table
    std::vector<Setting> settings_;
    std::set<PositionRow> rows_; // of the case, once they are asked for
    Diagnostics problems_;
};

} // namespace

Result<EditedDocument> with_positions(const Node& document, const Sheet& sheet) {
    const PositionTable table = read_position_table(document, sheet);
    return PositionEdit(document, table).run(sheet.place);
}

} // namespace unbracket
