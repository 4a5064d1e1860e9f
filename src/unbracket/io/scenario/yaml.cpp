// YAML through the events of yaml-cpp, which does not interpret words: `no` arrives as the text it
// is. Aliases are resolved here, under the budget of values; the library's own trees would share
// nodes and let a small file unfold without end.

#include "unbracket/io/scenario/yaml.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/document_budget.hpp"
#include "unbracket/io/json_scalar.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <utility>
#include <vector>

namespace unbracket {

namespace {

std::size_t size_of(const Node& node) {
    std::size_t size = 1;
    for (const Node& item : node.items) {
        size += size_of(item);
    }
    for (const Node::Member& member : node.members) {
        size += size_of(member.value);
    }
    return size;
}

/// About the memory that a copy takes.
std::size_t bytes_of(const Node& node) {
    std::size_t bytes = sizeof(Node) + node.text.size();
    for (const Node& item : node.items) {
        bytes += bytes_of(item);
    }
    for (const Node::Member& member : node.members) {
        bytes += sizeof(Node::Member) - sizeof(Node) + member.key.size() + bytes_of(member.value);
    }
    return bytes;
}

bool are_all(std::string_view text, std::string_view characters) {
    return text.find_first_not_of(characters) == std::string_view::npos;
}

/// In YAML 1.1 a whole number: octal with a 0 in front, hexadecimal, binary, in parts, or by
/// sixties, as 12:30. In YAML 1.2 these are other numbers, or words.
bool has_two_meanings(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) {
        text.remove_prefix(1);
    }
    if (text.size() < 2 || text[0] < '0' || text[0] > '9') {
        return false;
    }
    if (text.starts_with("0x") || text.starts_with("0b")) {
        return text.size() > 2 && are_all(text.substr(2), "0123456789abcdefABCDEF_");
    }
    if (text[0] == '0') {
        return are_all(text.substr(1), "01234567_");
    }
    const bool is_marked = text.find_first_of("_:") != std::string_view::npos;
    return is_marked && are_all(text, "0123456789_:") && text.back() != ':';
}

/// Builds the tree from events; after the first problem it only listens.
class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(FileName file, const DocumentLimits& limits, AliasBudget& aliases)
        : file_(std::move(file)), limits_(limits), aliases_(aliases),
          deepest_(std::min(limits.depth, deepest_nesting)) {}

    void OnDocumentStart(const YAML::Mark& mark) override { static_cast<void>(mark); }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        put(null_node(place(mark)), anchor);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const auto known = anchored_.find(anchor);
        if (known == anchored_.end()) {
            refuse(place(mark), "an alias of something that it is part of", "write it out");
        } else if (takes(known->second, place(mark))) {
            put(known->second, 0, size_of(known->second));
        }
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        const bool is_plain = tag == "?" || (tag != "!" && is_json_number(value));
        if (tag == "?" && has_two_meanings(value)) {
            refuse(
                place(mark),
                quoted(value) + " is not the same number, or one at all, to every reader of YAML",
                "write the number in decimal digits alone, or put the word into quotation marks");
        }
        put(is_plain ? plain(value, place(mark)) : text_node(value, place(mark)), anchor);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override {
        static_cast<void>(tag);
        static_cast<void>(style);
        open(list_node({}, place(mark)), anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override {
        static_cast<void>(tag);
        static_cast<void>(style);
        open(table_node(place(mark)), anchor);
    }
    void OnMapEnd() override { close(); }

    Result<Node> result() {
        if (problem_) {
            return *problem_;
        }
        if (!root_) {
            return Diagnostic{{file_, 1, 1}, "there is nothing in the file", "look at it"};
        }
        return std::move(*root_);
    }

private:
    struct Frame {
        Node node;
        YAML::anchor_t anchor = 0;
        std::optional<Node> key; // of a table, while its value is awaited
        std::set<std::string> keys;
    };

    SourcePosition place(const YAML::Mark& mark) const {
        return {file_, static_cast<std::uint32_t>(mark.line + 1),
                static_cast<std::uint32_t>(mark.column + 1)};
    }

    void refuse(const SourcePosition& at, std::string what, std::string hint) {
        if (!problem_) {
            problem_ = Diagnostic{at, std::move(what), std::move(hint)};
            frames_.clear();
            anchored_.clear();
        }
    }

    static Node plain(const std::string& value, SourcePosition at) {
        if (value == "true" || value == "false") {
            return boolean_node(value == "true", std::move(at));
        }
        if (value == "null" || value == "~" || value.empty()) {
            return null_node(std::move(at));
        }
        return is_json_number(value) ? number_node(value, std::move(at))
                                     : text_node(value, std::move(at));
    }

    void open(Node node, YAML::anchor_t anchor) {
        if (problem_) {
            return;
        }
        if (frames_.size() > deepest_) {
            refuse(node.at, "nested more than " + std::to_string(deepest_) + " deep",
                   "look for an indentation that grows");
            return;
        }
        if (!frames_.empty() && awaits_key(frames_.back())) {
            refuse(node.at, "a key that is a table or a list", "keys are words or numbers");
            return;
        }
        frames_.push_back({std::move(node), anchor, {}, {}});
    }

    void close() {
        if (problem_) {
            return;
        }
        Frame frame = std::move(frames_.back());
        frames_.pop_back();
        put(std::move(frame.node), frame.anchor);
    }

    static bool awaits_key(const Frame& frame) {
        return frame.node.kind == NodeKind::table && !frame.key;
    }

    /// A value that is complete: it goes into what is open, and is kept where it has an anchor.
    /// `size` values are new with it; what stands inside it was counted before, unless it is a
    /// copy.
    void put(Node node, YAML::anchor_t anchor, std::size_t size = 1) {
        if (problem_) {
            return;
        }
        count_ += size;
        if (count_ > limits_.nodes) {
            refuse(node.at, "more than " + std::to_string(limits_.nodes) + " values",
                   "write out aliases, or split the file");
            return;
        }
        if (anchor != 0) {
            if (!takes(node, node.at)) {
                return;
            }
            anchored_[anchor] = node;
        }
        if (frames_.empty()) {
            root_ = std::move(node);
            return;
        }
        put_into(frames_.back(), std::move(node));
    }

    /// Whether one copy more is within the budget.
    bool takes(const Node& copied, const SourcePosition& at) {
        const std::size_t bytes = bytes_of(copied);
        if (bytes > aliases_.bytes) {
            refuse(at, "anchors and aliases repeat more than can be held",
                   "write out what they repeat, or remove what is not needed");
            return false;
        }
        aliases_.bytes -= bytes;
        return true;
    }

    void put_into(Frame& frame, Node node) {
        if (frame.node.kind == NodeKind::list) {
            frame.node.items.push_back(std::move(node));
        } else if (!frame.key) {
            put_key(frame, std::move(node));
        } else {
            frame.node.members.push_back({frame.key->text, frame.key->at, std::move(node)});
            frame.key.reset();
        }
    }

    void put_key(Frame& frame, Node node) {
        if (node.kind == NodeKind::boolean || node.kind == NodeKind::null) {
            node = text_node(node.kind == NodeKind::null ? "null"
                             : node.flag                 ? "true"
                                                         : "false",
                             node.at);
        }
        if (node.kind == NodeKind::table || node.kind == NodeKind::list) {
            refuse(node.at, "a key that is a table or a list", "keys are words or numbers");
        } else if (!frame.keys.insert(node.text).second) {
            refuse(node.at, "the key " + quoted(node.text) + " stands twice", "keep one of them");
        } else if (node.text == "<<") {
            refuse(node.at, "a key `<<`, which merges another table into this one, is not read",
                   "write out the keys of that table");
        } else {
            frame.key = std::move(node);
        }
    }

    FileName file_;
    DocumentLimits limits_;
    AliasBudget& aliases_;
    std::size_t deepest_;
    std::size_t count_ = 0;
    std::vector<Frame> frames_;
    std::map<YAML::anchor_t, Node> anchored_;
    std::optional<Node> root_;
    std::optional<Diagnostic> problem_;
};

/// What the parser stumbles over, in the words of this program. Its messages are told by how they
/// begin.
struct Mistake {
    const char* const* begins = nullptr;
    std::string_view what;
    std::string_view hint;
};

constexpr std::array<Mistake, 16> mistakes = {{
    {&YAML::ErrorMsg::END_OF_MAP_FLOW, "a `{` before it is not closed", "close it with `}`"},
    {&YAML::ErrorMsg::END_OF_SEQ_FLOW, "a `[` before it is not closed", "close it with `]`"},
    {&YAML::ErrorMsg::FLOW_END, "a `]` or `}` that closes nothing", "take it away, or open it"},
    {&YAML::ErrorMsg::END_OF_MAP, "this line belongs to no key",
     "give it the indentation of the lines it belongs to, and `key: value`"},
    {&YAML::ErrorMsg::END_OF_SEQ, "this line belongs to no list",
     "give it the indentation of the lines it belongs to, and `- ` before it"},
    {&YAML::ErrorMsg::EOF_IN_SCALAR, "a quotation mark before it is not closed", "close it"},
    {&YAML::ErrorMsg::DOC_IN_SCALAR, "`---` or `...` stands inside a text in quotation marks",
     "close the quotation mark before it"},
    {&YAML::ErrorMsg::BLOCK_ENTRY, "`- ` begins a list where none can be",
     "begin the list on the next line, further to the right"},
    {&YAML::ErrorMsg::MAP_KEY, "a key stands where none can be",
     "put it on a line of its own, or put the text it is in into quotation marks"},
    {&YAML::ErrorMsg::MAP_VALUE, "a `:` stands where none can be",
     "put the text it is in into quotation marks"},
    {&YAML::ErrorMsg::UNKNOWN_ANCHOR, "an alias `*name` that nothing is named by",
     "name it with `&name` before, or put the text into quotation marks"},
    {&YAML::ErrorMsg::INVALID_ESCAPE,
     "a backslash in double quotation marks with what it cannot mean",
     "write two backslashes for one, or single quotation marks round the text"},
    {&YAML::ErrorMsg::INVALID_HEX, "a code in double quotation marks that is no number",
     "write `\\u` and four digits or letters a to f"},
    {&YAML::ErrorMsg::INVALID_UNICODE, "a code in double quotation marks that is no letter",
     "write the letter itself"},
    {&YAML::ErrorMsg::UNKNOWN_TOKEN, "a sign that begins nothing in YAML",
     "put the text it begins into quotation marks"},
    {&YAML::ErrorMsg::CHAR_IN_BLOCK, "a sign behind `|` or `>` that means nothing there",
     "begin the text on the next line"},
}};

/// The parser takes such a line for words, and stumbles behind it.
bool is_indented_by_tab(std::string_view text, std::uint32_t line) {
    for (std::uint32_t i = 1; i < line && !text.empty(); ++i) {
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    }
    return text.substr(0, text.find_first_not_of(" \t")).find('\t') != std::string_view::npos;
}

Diagnostic told(const SourcePosition& at, std::string_view message, std::string_view text) {
    if (is_indented_by_tab(text, at.line)) {
        return {at, "this is no YAML: a tab indents this line", "indent with blanks"};
    }
    for (const Mistake& mistake : mistakes) {
        if (message.starts_with(*mistake.begins)) {
            return {at, "this is no YAML: " + std::string(mistake.what), std::string(mistake.hint)};
        }
    }
    return {
        at, "this is no YAML: what stands here, or is not closed before it, cannot be read",
        "put texts with signs such as `&`, `*`, `!`, `%`, `:` into quotation marks, or have the "
        "program that wrote the file write it again"};
}

/// Behind the first one that is not empty: it would be a profile left out, or a newer one.
std::optional<Diagnostic> second_document(YAML::Parser& parser, TreeBuilder builder) {
    while (parser.HandleNextDocument(builder)) {
        const Result<Node> root = builder.result();
        if (!root) {
            return root.problems().front();
        }
        if (root.value().kind != NodeKind::null) {
            return Diagnostic{root.value().at, "a second document, behind `---`",
                              "keep one of them, or put each into a file of its own"};
        }
    }
    return std::nullopt;
}

} // namespace

Result<Node> read_yaml(std::string_view bytes, const std::string& file_name,
                       const DocumentLimits& limits) {
    AliasBudget aliases;
    return read_yaml(bytes, file_name, limits, aliases);
}

Result<Node> read_yaml(std::string_view bytes, const std::string& file_name,
                       const DocumentLimits& limits, AliasBudget& aliases) {
    const Result<std::string_view> text = checked_text(bytes, file_name, limits);
    if (!text) {
        return text.problems();
    }
    TreeBuilder builder(file_name, limits, aliases);
    try {
        std::istringstream stream{std::string(text.value())};
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
        if (const auto second = second_document(parser, TreeBuilder(file_name, limits, aliases))) {
            return *second;
        }
    } catch (const YAML::Exception& problem) {
        return told({file_name, static_cast<std::uint32_t>(std::max(problem.mark.line, 0) + 1),
                     static_cast<std::uint32_t>(std::max(problem.mark.column, 0) + 1)},
                    problem.msg, text.value());
    }
    return builder.result();
}

} // namespace unbracket
