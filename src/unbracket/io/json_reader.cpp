// A reader for JSON (RFC 8259) by recursive descent over bytes that are known to be UTF-8.
//
// Why not a library: a case needs the digits of every number as written and the place of every key
// and value. The callbacks of nlohmann-json 3.11 hand over whole numbers as 64-bit integers, refuse
// 1e400 as out of range and know no places. The library serves as the oracle in the tests and in
// the fuzzer instead.
//
// Where we are stricter: null, a key given twice, NUL in text, and a file that is not one object.

#include "unbracket/io/json_reader.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/document_budget.hpp"
#include "unbracket/io/json_scalar.hpp"
#include "unbracket/io/key_index.hpp"
#include "unbracket/io/text_cursor.hpp"

#include <cstddef>
#include <optional>
#include <utility>

namespace unbracket {
namespace {

class JsonReader {
public:
    JsonReader(TextCursor cursor, const DocumentLimits& limits, JsonNulls nulls)
        : cursor_(std::move(cursor)), budget_(cursor_, limits), nulls_(nulls) {}

    Result<Node> read() {
        skip_blanks();
        Node root = table_node(cursor_.where());
        if (cursor_.peek() != '{') {
            cursor_.refuse("this is no JSON object", "begin the file with {");
        } else if (read_object(root, 0)) {
            skip_blanks();
            if (!cursor_.at_end()) {
                cursor_.refuse(quoted(cursor_.code_point()) + " behind the end of the object",
                               "a case in JSON is one object; look for a brace too many");
            }
        }
        if (cursor_.problem()) {
            return *cursor_.problem();
        }
        return root;
    }

private:
    void skip_blanks() {
        cursor_.skip_while(
            [](char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; });
    }

    /// Of a new node; `depth` is that of the value, should it be a table or a list.
    bool read_value(Node& value, std::size_t depth) {
        value.at = cursor_.where();
        if (!budget_.count_value(value.at)) {
            return false;
        }
        switch (cursor_.peek()) {
        case '{':
            value.kind = NodeKind::table;
            return budget_.allows_depth(depth, value.at) && read_object(value, depth);
        case '[':
            value.kind = NodeKind::list;
            return budget_.allows_depth(depth, value.at) && read_list(value, depth);
        case '"':
            value.kind = NodeKind::text;
            return read_json_string(cursor_, value.text);
        default:
            return read_json_bare_value(cursor_, value, nulls_);
        }
    }

    /// After a value: true where another one follows, false at the end of the list or table or
    /// where something is wrong.
    bool another_follows(char closing, const SourcePosition& opened) {
        skip_blanks();
        if (cursor_.peek() == closing) {
            cursor_.take();
            return false;
        }
        if (cursor_.at_end()) {
            return refuse_open(closing, opened);
        }
        if (cursor_.peek() != ',') {
            return cursor_.refuse(quoted(cursor_.code_point()) + " instead of a comma or " +
                                      closing,
                                  "put commas between the values; the bracket was opened on line " +
                                      std::to_string(opened.line));
        }
        SourcePosition comma = cursor_.where();
        cursor_.take();
        skip_blanks();
        if (cursor_.peek() == closing) {
            return cursor_.refuse(std::move(comma), std::string("a comma right before ") + closing,
                                  "remove the comma");
        }
        return true;
    }

    bool refuse_open(char closing, const SourcePosition& opened) {
        return cursor_.refuse(opened, "the bracket that is opened here is never closed",
                              std::string("end it with ") + closing);
    }

    bool read_list(Node& list, std::size_t depth) {
        cursor_.take();
        skip_blanks();
        if (cursor_.peek() == ']') {
            cursor_.take();
            return true;
        }
        do {
            if (cursor_.at_end()) {
                return refuse_open(']', list.at);
            }
            list.items.emplace_back();
            if (!read_value(list.items.back(), depth + 1)) {
                return false;
            }
        } while (another_follows(']', list.at));
        return !cursor_.problem();
    }

    bool read_object(Node& table, std::size_t depth) {
        cursor_.take();
        skip_blanks();
        if (cursor_.peek() == '}') {
            cursor_.take();
            return true;
        }
        KeyIndex index;
        do {
            if (cursor_.at_end()) {
                return refuse_open('}', table.at);
            }
            if (!read_member(table, index, depth)) {
                return false;
            }
            index.note_added(table.members);
        } while (another_follows('}', table.at));
        return !cursor_.problem();
    }

    bool read_member(Node& table, const KeyIndex& index, std::size_t depth) {
        SourcePosition at = cursor_.where();
        std::string key;
        if (cursor_.peek() != '"') {
            return cursor_.refuse(quoted(cursor_.code_point()) + " where a key should stand",
                                  "keys stand in double quotes");
        }
        if (!read_json_string(cursor_, key)) {
            return false;
        }
        if (const std::optional<std::uint32_t> first = index.find(table.members, key)) {
            const std::uint32_t line = table.members[*first].at.line;
            return cursor_.refuse(at, "the key " + quoted(key) + " stands twice",
                                  "it was first given on line " + std::to_string(line) +
                                      "; keep one of them");
        }
        skip_blanks();
        if (cursor_.peek() != ':') {
            return cursor_.refuse("no colon behind the key " + quoted(key), "write \"key\": value");
        }
        cursor_.take();
        skip_blanks();
        Node::Member& added = table.members.emplace_back();
        added.key = std::move(key);
        added.at = std::move(at);
        return read_value(added.value, depth + 1);
    }

    TextCursor cursor_;
    DocumentBudget budget_;
    JsonNulls nulls_;
};

} // namespace

Result<Node> read_json(std::string_view bytes, const std::string& file_name,
                       const DocumentLimits& limits, JsonNulls nulls) {
    const Result<std::string_view> text = checked_text(bytes, file_name, limits);
    if (!text) {
        return text.problems();
    }
    return JsonReader(TextCursor(text.value(), file_name), limits, nulls).read();
}

Result<Node> read_json(std::string_view bytes, const std::string& file_name,
                       const DocumentLimits& limits) {
    return read_json(bytes, file_name, limits, JsonNulls::refused);
}

} // namespace unbracket
