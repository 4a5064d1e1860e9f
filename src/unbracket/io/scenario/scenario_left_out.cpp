#include "unbracket/io/scenario/scenario_left_out.hpp"

#include "unbracket/io/scenario/writing.hpp"

#include <algorithm>
#include <string_view>

namespace unbracket {

namespace {

class LeftOut {
public:
    LeftOut(const Case& negotiation, const std::vector<PartyId>& kept)
        : case_(negotiation), kept_(kept) {}

    std::vector<std::string> named(const Scenario& scenario) {
        name_parties();
        name_sections();
        for (const Limit& limit : case_.limits) {
            found_.push_back("left out: `" + case_.entry(limit.entry).address + "`, which is off");
        }
        const std::size_t rest = case_.packages.size() + case_.steps.size() +
                                 case_.deadlines.size() + case_.ratifications.size() +
                                 case_.changes.size() + case_.weight_orders.size();
        if (rest > 0) {
            found_.push_back("left out: " + std::to_string(rest) +
                             " packages, steps, deadlines, ratifications, dated changes and orders "
                             "of weights");
        }
        if (!case_.summary.empty()) {
            add("summary");
        }
        if (!case_.agreement.object.empty()) {
            add("agreement.object");
        }
        std::for_each(case_.issues.begin(), case_.issues.end(),
                      [&](const Issue& issue) { name_parts(issue); });
        name_of_parties();
        name_of_entries();
        name_files(scenario);
        name_ids(scenario);
        return std::move(found_);
    }

private:
    void add(const std::string& address) { found_.push_back("left out: " + address); }

    bool is_kept(std::size_t party) const {
        return std::find(kept_.begin(), kept_.end(), PartyId(party)) != kept_.end();
    }

    void name_parties() {
        for (std::size_t i = 0; i < case_.parties.size(); ++i) {
            if (!is_kept(i)) {
                add("party." + case_.parties[i].key + ", which need not accept");
            }
        }
    }

    /// By id, or where it has none by its place.
    template <class Things>
    void name_all(std::string_view section, const Things& things) {
        std::size_t place = 0;
        for (const auto& thing : things) {
            ++place;
            add(std::string(section) + "." +
                (thing.key.empty() ? std::to_string(place) : thing.key));
        }
    }

    void name_sections() {
        name_all("draft", case_.drafts);
        name_all("said", case_.statements);
        name_all("alternative", case_.alternatives);
        name_all("person", case_.persons);
        name_all("source", case_.sources);
        name_all("document", case_.documents);
        name_all("point", case_.points);
        name_all("event", case_.events);
        name_all("driver", case_.drivers);
        name_all("quantity", case_.quantities);
    }

    void name_parts(const Issue& issue) {
        const std::string start = "issue." + issue.key;
        if (issue.status_quo) {
            add(start + ".status_quo");
        }
        if (issue.range && !issue.range->unit.empty()) {
            add(start + ".range.unit");
        }
        for (const Option& option : issue.options) {
            if (!option.text.empty()) {
                add(start + ".option." + option.key + ".text");
            }
        }
    }

    void name_of_parties() {
        for (std::size_t i = 0; i < case_.parties.size(); ++i) {
            const Party& party = case_.parties[i];
            const std::string start = "party." + party.key;
            const bool has_roles = std::any_of(party.roles.begin(), party.roles.end(),
                                               [](Role role) { return role != Role::signatory; });
            if (is_kept(i) && has_roles) {
                add(start + ".role");
            }
            if (is_kept(i) && !party.other_names.empty()) {
                add(start + ".names");
            }
        }
    }

    /// Intents that change nothing, and who entered and checked what.
    void name_of_entries() {
        for (const IntentEntry& intent : case_.intents) {
            add(case_.entry(intent.entry).address);
        }
        for (const Entry& entry : case_.entries) {
            if (!entry.entered_by.empty() || !entry.checked_by.empty() ||
                entry.firmness != Firmness::unstated) {
                add("who entered or checked `" + entry.address + "`, and how firm it is");
            }
        }
    }

    /// Titles that are alike, and titles that are none, give place to ids.
    void name_ids(const Scenario& scenario) {
        for (std::size_t i = 0; i < case_.issues.size(); ++i) {
            const Issue& issue = case_.issues[i];
            const ScenarioIssue& written = scenario.issues[i];
            if (written.name != issue.title) {
                found_.push_back("issue." + issue.key + " is called `" + written.name +
                                 "`: several are called `" + issue.title + "`");
            }
            const bool is_by_title =
                std::equal(issue.options.begin(), issue.options.end(), written.values.begin(),
                           [](const Option& option, const std::string& value) {
                               return without_outer_blanks(option.title) == value;
                           });
            if (!is_by_title) {
                found_.push_back("the options of issue." + issue.key +
                                 " are called by their ids: some have the same title, or none");
            }
        }
    }

    void name_files(const Scenario& scenario) {
        const std::vector<std::string> files = file_names(scenario);
        for (std::size_t i = 0; i < files.size(); ++i) {
            if (files[i] != scenario.profiles[i].name) {
                found_.push_back("`party." + case_.party(kept_[i]).key + "` is called `" +
                                 files[i] + "`, as its file, and not `" +
                                 scenario.profiles[i].name + "`");
            }
        }
    }

    const Case& case_;
    const std::vector<PartyId>& kept_;
    std::vector<std::string> found_;
};

} // namespace

std::vector<std::string> left_out(const Case& negotiation, const std::vector<PartyId>& kept,
                                  const Scenario& scenario) {
    return LeftOut(negotiation, kept).named(scenario);
}

} // namespace unbracket
