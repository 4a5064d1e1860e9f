#pragma once

#include "unbracket/base/diagnostic.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/model/id_text.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

// What the parts of bind_case share: the list of problems, the ids known so far, and the case being
// built. Nothing outside model/bind*.cpp includes this.

namespace unbracket::binding {

/// `text`, as diagnostics quote it.
std::string quoted(std::string_view text);

inline constexpr std::size_t most_problems = 10'000;

/// By place, those without one last, repeats dropped, at most 10,000, and one more line where there
/// are others.
Diagnostics in_order_of_place(const Diagnostics& found, std::size_t not_kept);

/// Everything found wrong so far. At most 10,000 problems are kept; the rest is counted.
class Problems {
public:
    void add(const SourcePosition& at, std::string what, std::string hint = {});
    bool empty() const { return found_.empty(); }
    Diagnostics in_order() const;
    /// "did you mean `joint`?", or the known ones where there are few, or nothing. The work spent
    /// on hints for one document is limited.
    std::string suggestion(std::string_view wanted, const std::vector<std::string>& known);

private:
    Diagnostics found_;
    std::size_t not_kept_ = 0;
    std::size_t letters_to_compare_ = 20'000'000;
};

/// The ids of one kind of thing, in order of appearance.
template <class IdType>
class Names {
public:
    explicit Names(std::string kind) : kind_(std::move(kind)) {}

    /// "party", "draft" ... for diagnostics.
    const std::string& kind() const { return kind_; }
    const std::vector<std::string>& keys() const { return keys_; }
    std::size_t size() const { return keys_.size(); }
    /// False, and nothing changes, where the key is there already.
    bool add(std::string_view key) {
        if (!positions_.emplace(std::string(key), keys_.size()).second) {
            return false;
        }
        keys_.emplace_back(key);
        return true;
    }
    std::optional<IdType> find(std::string_view key) const {
        const auto found = positions_.find(std::string(key));
        return found == positions_.end() ? std::nullopt : std::optional(IdType(found->second));
    }

private:
    std::string kind_;
    std::vector<std::string> keys_;
    std::unordered_map<std::string, std::size_t> positions_;
};

/// Whether a statement may name an entry that is not there: before the changes that add it.
enum class References { may_dangle, must_exist };

/// The document, the date, and all that has been read from it so far.
struct Context {
    Context(const Node& whole, std::optional<Date> date) : document(whole), as_of(date) {}

    const Node& document;
    std::optional<Date> as_of;
    References references = References::must_exist;
    Case result;
    Problems problems;

    Names<PartyId> parties{"party"};
    Names<PersonId> persons{"person"};
    Names<SourceId> sources{"source"};
    Names<PointId> points{"point"};
    Names<DocumentId> documents{"document"};
    Names<IssueId> issues{"issue"};
    Names<DraftId> drafts{"draft"};
    Names<StatementId> statements{"statement"};
    Names<AlternativeId> alternatives{"alternative"};
    std::vector<Names<OptionId>> options; // by issue; empty for a numeric issue

    std::unordered_map<std::string, EntryId> entry_at; // by address
    /// `issue.share.curve.alta` and the like: the entries whose addresses go on from there.
    std::unordered_map<std::string, std::vector<EntryId>> entries_below;
    std::vector<std::string> addresses; // of all entries, for hints
    std::size_t cells = 0;              // options times parties that assess them
    std::size_t settled_cells = 0;      // options listed in drafts

    /// Undated things always exist; dated ones from their date on.
    bool exists_at(const std::optional<Date>& date) const {
        return !date || !as_of || *date <= *as_of;
    }
    EntryId add_entry(Entry entry);
    Entry& entry(EntryId id) { return result.entries[as_index(id)]; }
    Issue& issue(IssueId id) { return result.issues[as_index(id)]; }
    const std::string& party_key(PartyId id) const { return parties.keys()[as_index(id)]; }
    const std::string& issue_key(IssueId id) const { return issues.keys()[as_index(id)]; }
};

/// Whether the key is an id; reports what is none.
bool is_good_id(Context& context, std::string_view key, const SourcePosition& at,
                IdKind kind = IdKind::plain);

/// How many things of one kind a case may hold, and how many places for assessments in all.
inline constexpr std::size_t most_parties = 128;
inline constexpr std::size_t most_issues = 512;
inline constexpr std::size_t most_options = 4096;
inline constexpr std::size_t most_things = 100'000;
inline constexpr std::size_t most_cells = 4'000'000;
inline constexpr std::size_t most_draft_cells = 20'000'000;

} // namespace unbracket::binding
