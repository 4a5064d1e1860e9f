#include "unbracket/io/toml_respell.hpp"

#include "unbracket/io/text_cursor.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/io/toml_scalar.hpp"
#include "unbracket/io/toml_value.hpp"
#include "unbracket/io/toml_walk.hpp"

#include <map>
#include <utility>

// Walks over the text along the two trees at once: every key in the text, in a header, before an
// equals sign or in braces, has its place in both, and so has every text. What is spelled alike in
// both is copied, what is not is replaced. The text is known to be a good TOML file, so nothing is
// checked on the way; at the end the result is read again and compared.

namespace unbracket {

namespace {

class Respeller {
public:
    Respeller(std::string_view text, const std::string& name, const Node& before, const Node& after)
        : cursor_(text, name), text_(text), root_{&before, &after} {}

    std::string run() {
        Twins place = root_;
        cursor_.skip(cursor_.starts_with("\xEF\xBB\xBF") ? 3 : 0);
        while (!cursor_.at_end() && !is_lost_) {
            skip_blanks(cursor_);
            if (cursor_.peek() == '[') {
                place = header();
            } else if (cursor_.peek() != '#' && !is_at_line_break(cursor_)) {
                pair(place);
            }
            end_line();
        }
        copy_up_to(text_.size());
        return std::move(result_);
    }

    bool is_lost() const { return is_lost_; }

private:
    /// The same place in both trees.
    struct Twins {
        const Node* before = nullptr;
        const Node* after = nullptr;
    };

    void end_line() {
        skip_blanks(cursor_);
        skip_comment(cursor_);
        if (!pending_line_.empty()) {
            copy_up_to(cursor_.offset());
            result_ += "\n" + std::exchange(pending_line_, {});
        }
        cursor_.skip(cursor_.starts_with("\r\n") ? 2 : 1);
    }

    void copy_up_to(std::size_t offset) {
        result_ += text_.substr(copied_, offset - copied_);
        copied_ = offset;
    }

    /// Puts something in the place of what stands from `start` to the cursor.
    void replace_since(std::size_t start, std::string_view spelling) {
        copy_up_to(start);
        result_ += spelling;
        copied_ = cursor_.offset();
    }

    /// One step down; a list that is passed through stands for its element opened last.
    Twins step(Twins from) {
        const std::size_t start = cursor_.offset();
        const std::string own = take_key(cursor_);
        if (from.before == nullptr) {
            return lost();
        }
        for (std::size_t i = 0; i < from.before->members.size(); ++i) {
            if (from.before->members[i].key != own) {
                continue;
            }
            const Node::Member& renamed = from.after->members[i];
            if (renamed.key != own) {
                replace_since(start, toml_key(renamed.key));
            }
            return {&from.before->members[i].value, &renamed.value};
        }
        return lost();
    }

    Twins lost() {
        is_lost_ = true;
        return {};
    }

    Twins element(Twins list, std::size_t position) {
        if (list.before == nullptr || position >= list.before->items.size()) {
            return lost();
        }
        return {&list.before->items[position], &list.after->items[position]};
    }

    Twins last_opened(Twins place) {
        const bool is_list = place.before != nullptr && place.before->kind == NodeKind::list;
        return is_list ? element(place, opened_[place.before] - 1) : place;
    }

    /// A dotted path; the place where it ends.
    Twins path(Twins from) {
        Twins place = from;
        while (!is_lost_) {
            skip_blanks(cursor_);
            place = step(last_opened(place));
            skip_blanks(cursor_);
            if (cursor_.peek() != '.') {
                break;
            }
            cursor_.take();
        }
        return place;
    }

    Twins header() {
        const bool opens_element = cursor_.starts_with("[[");
        cursor_.skip(opens_element ? 2 : 1);
        Twins place = path(root_);
        cursor_.skip(opens_element ? 2 : 1);
        if (!opens_element || is_lost_) {
            return last_opened(place);
        }
        place = element(place, opened_[place.before]++);
        pending_line_ = added_member(place);
        return place;
    }

    /// The member that only the table after has, as a line.
    static std::string added_member(Twins table) {
        if (table.before == nullptr ||
            table.after->members.size() == table.before->members.size()) {
            return {};
        }
        const Node::Member& added = table.after->members.back();
        return toml_key(added.key) + " = " + toml_inline(added.value);
    }

    void pair(Twins table) {
        const Twins place = path(table);
        cursor_.take();
        skip_blanks(cursor_);
        value(place);
    }

    void value(Twins place) {
        if (is_lost_ || cursor_.at_end()) {
            return;
        }
        const char byte = cursor_.peek();
        if (byte == '[') {
            list(place);
        } else if (byte == '{') {
            inline_table(place);
        } else if (byte == '"' || byte == '\'') {
            text_value(place);
        } else {
            Node ignored;
            read_toml_bare_value(cursor_, ignored);
        }
    }

    void text_value(Twins place) {
        const std::size_t start = cursor_.offset();
        std::string ignored;
        read_toml_string(cursor_, TomlQuotes::any, ignored);
        if (place.before->text != place.after->text) {
            replace_since(start, toml_quoted(place.after->text));
        }
    }

    void list(Twins place) {
        cursor_.take();
        skip_between_values(cursor_);
        for (std::size_t i = 0; cursor_.peek() != ']' && !is_lost_ && !cursor_.at_end(); ++i) {
            value(element(place, i));
            skip_between_values(cursor_);
            cursor_.skip(cursor_.peek() == ',' ? 1 : 0);
            skip_between_values(cursor_);
        }
        cursor_.skip(1);
    }

    void inline_table(Twins place) {
        cursor_.take();
        if (const std::string added = added_member(place); !added.empty()) {
            copy_up_to(cursor_.offset());
            result_ += " " + added + ",";
        }
        skip_blanks(cursor_);
        while (cursor_.peek() != '}' && !is_lost_ && !cursor_.at_end()) {
            pair(place);
            skip_blanks(cursor_);
            cursor_.skip(cursor_.peek() == ',' ? 1 : 0);
            skip_blanks(cursor_);
        }
        cursor_.skip(1);
    }

    TextCursor cursor_;
    std::string_view text_;
    Twins root_;
    std::map<const Node*, std::size_t> opened_; // elements of each list of [[headers]]
    std::string pending_line_;                  // to stand behind the current line
    std::string result_;
    std::size_t copied_ = 0;
    bool is_lost_ = false;
};

/// Whether a document reads as the one wanted, with the added members in front.
bool reads_as(const Node& found, const Node& before, const Node& after) {
    const std::size_t added = after.members.size() - before.members.size();
    bool is_same = found.kind == after.kind && found.text == after.text &&
                   found.flag == after.flag && found.items.size() == after.items.size() &&
                   found.members.size() == after.members.size();
    for (std::size_t i = 0; i < before.items.size() && is_same; ++i) {
        is_same = reads_as(found.items[i], before.items[i], after.items[i]);
    }
    for (std::size_t i = 0; i < before.members.size() && is_same; ++i) {
        is_same = found.members[i + added].key == after.members[i].key &&
                  reads_as(found.members[i + added].value, before.members[i].value,
                           after.members[i].value);
    }
    return is_same &&
           (added == 0 || found.members[0].value.same_content(after.members.back().value));
}

} // namespace

Result<std::string> respelled_toml(std::string_view bytes, const Node& before, const Node& after) {
    const std::string name = before.at.file;
    Respeller respeller(bytes, name, before, after);
    std::string text = respeller.run();
    const Result<Node> again = read_toml(text, name);
    if (respeller.is_lost() || !again || !reads_as(again.value(), before, after)) {
        return Diagnostic{{name},
                          "the file is laid out in a way that cannot be changed in place",
                          "convert it to a file that unbracket wrote, then try again"};
    }
    return text;
}

} // namespace unbracket
