#include "unbracket/authoring.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/file.hpp"
#include "unbracket/io/format.hpp"
#include "unbracket/io/toml_respell.hpp"
#include "unbracket/io/toml_value.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_address.hpp"
#include "unbracket/model/edit_ids.hpp"
#include "unbracket/spreadsheet.hpp"
#include "unbracket/statement_csv.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace unbracket {

namespace {

struct OpenFile {
    std::string path;
    std::string bytes;
    const DocumentFormat* format = nullptr;
    Node document;
};

Result<OpenFile> open_file(const std::string& path) {
    OpenFile file{path, {}, format_of_path(path), {}};
    if (path == "-" || file.format == nullptr) {
        return Diagnostic{{path},
                          "not a case file that can be changed",
                          "name a file that ends in .toml or .json"};
    }
    Result<std::string> bytes = read_file(path);
    if (!bytes) {
        return bytes.problems();
    }
    file.bytes = std::move(bytes).value();
    Result<Node> document = file.format->read(file.bytes, path, {});
    if (!document) {
        return document.problems();
    }
    file.document = std::move(document).value();
    return file;
}

Result<std::vector<OpenFile>> open_files(const std::vector<std::string>& paths) {
    Diagnostics problems;
    std::vector<OpenFile> files;
    for (const std::string& path : paths) {
        Result<OpenFile> file = open_file(path);
        problems.insert(problems.end(), file.problems().begin(), file.problems().end());
        if (file) {
            files.push_back(std::move(file).value());
        }
    }
    if (files.empty() && problems.empty()) {
        return Diagnostic{{}, "no file is named", "name at least one case file"};
    }
    return problems.empty() ? Result<std::vector<OpenFile>>(std::move(files))
                            : Result<std::vector<OpenFile>>(std::move(problems));
}

Result<Node> merged(const std::vector<OpenFile>& files) {
    std::vector<Node> layers;
    for (const OpenFile& file : files) {
        layers.push_back(file.document);
    }
    return merge_layers(layers);
}

/// What is wrong with the case that these layers make; empty where nothing is.
Diagnostics problems_of(const std::vector<OpenFile>& files) {
    const Result<Node> whole = merged(files);
    return whole ? bind_case(whole.value()).problems() : whole.problems();
}

struct KindName {
    std::string_view name;
    NamedKind kind;
};
constexpr std::array<KindName, 12> kind_names = {{
    {"party", NamedKind::party},
    {"person", NamedKind::person},
    {"source", NamedKind::source},
    {"document", NamedKind::document},
    {"issue", NamedKind::issue},
    {"draft", NamedKind::draft},
    {"alternative", NamedKind::alternative},
    {"said", NamedKind::statement},
    {"limit", NamedKind::limit},
    {"rule", NamedKind::rule},
    {"bonus", NamedKind::bonus},
    {"risk", NamedKind::risk},
}};

/// Renames every use in one layer, whether or not the layer also defines the id. `old_id` was found
/// to be good in the whole case.
Node with_uses_renamed(Node layer, std::string_view old_id, std::string_view new_id) {
    const std::vector<std::string> parts = address_parts(old_id);
    const std::vector<std::string> new_parts = address_parts(new_id);
    const bool is_option = parts[0] == "issue" && parts.size() == 3;
    for (const KindName& known : kind_names) {
        if (known.name != parts[0]) {
            continue;
        }
        const NamedKind kind = is_option ? NamedKind::option : known.kind;
        const std::string wanted = is_option ? parts[2] : joined_address(parts, 1);
        visit_ids(layer, [&](const IdUse& use) {
            if (use.kind == kind && use.id == wanted && (!is_option || use.issue == parts[1])) {
                use.id = new_parts.back();
            }
        });
    }
    return layer;
}

Result<std::string> written(const OpenFile& file, const Node& after) {
    return file.format->name == "toml" ? respelled_toml(file.bytes, file.document, after)
                                       : file.format->write(after);
}

/// The file with that content, and `file` as it is when read back.
Result<ChangedFile> with_content(OpenFile& file, const Node& content) {
    Result<std::string> text = written(file, content);
    if (!text) {
        return text.problems();
    }
    Result<Node> read_back = file.format->read(text.value(), file.path, {});
    if (!read_back) {
        return read_back.problems();
    }
    file.document = std::move(read_back).value();
    return ChangedFile{file.path, std::move(text).value(), file.bytes};
}

/// One statement as [[said]] lines.
std::string said_lines(const Node& statement) {
    std::string text = "\n[[said]]\n";
    for (const Node::Member& member : statement.members) {
        text += toml_key(member.key) + " = " + toml_inline(member.value) + "\n";
    }
    return text;
}

/// The text with the line ends that `like` has.
std::string with_line_ends(const std::string& text, std::string_view like) {
    const std::size_t first = like.find('\n');
    if (first == std::string_view::npos || first == 0 || like[first - 1] != '\r') {
        return text;
    }
    std::string lines;
    for (const char byte : text) {
        lines += byte == '\n' ? "\r\n" : std::string(1, byte);
    }
    return lines;
}

/// Nothing can be put behind `said = [...]`.
bool is_written_as_blocks(std::string_view toml) {
    std::string header;
    for (const char byte : toml) {
        if (byte == '\n') {
            header.clear();
        } else if (byte != ' ' && byte != '\t' && byte != '"' && byte != '\'') {
            header += byte;
        }
        if (header == "[[said]]") {
            return true;
        }
    }
    return false;
}

std::uint32_t lines_of(std::string_view text) {
    std::uint32_t count = 0;
    for (const char byte : text) {
        count += byte == '\n' ? 1U : 0U;
    }
    return count + (text.empty() || text.back() == '\n' ? 0U : 1U);
}

/// The text of a file with statements behind everything, and the line before each of them.
struct AddedText {
    std::string text;
    std::vector<std::uint32_t> lines; // none in JSON
};

Result<AddedText> with_said_blocks(const OpenFile& file, const std::vector<Node>& statements) {
    const Node* said = file.document.find("said");
    if (said != nullptr && !is_written_as_blocks(file.bytes)) {
        return Diagnostic{
            said->at, "`said` stands as one list here, and a new statement is a block of its own",
            "write each statement of the list as a [[said]] block"};
    }
    const bool has_end = file.bytes.empty() || file.bytes.back() == '\n';
    AddedText added{file.bytes + with_line_ends(has_end ? "" : "\n", file.bytes), {}};
    std::uint32_t line = lines_of(added.text);
    for (const Node& statement : statements) {
        const std::string block = with_line_ends(said_lines(statement), file.bytes);
        added.lines.push_back(line);
        added.text += block;
        line += lines_of(block);
    }
    return added;
}

Result<AddedText> with_said_behind(const OpenFile& file, const std::vector<Node>& statements) {
    if (file.format->name == "toml") {
        return with_said_blocks(file, statements);
    }
    Node document = file.document;
    Node* said = document.find("said");
    if (said == nullptr) {
        said = &add_member(document, "said", list_node({}));
    }
    said->items.insert(said->items.end(), statements.begin(), statements.end());
    Result<std::string> text = file.format->write(document);
    return text ? Result<AddedText>(AddedText{std::move(text).value(), {}})
                : Result<AddedText>(text.problems());
}

/// Places in a text that is not written yet would tell nobody anything: problems of new statements
/// are placed where those come from.
Diagnostics at_origins(Diagnostics problems, const OpenFile& file, const AddedText& added,
                       const std::vector<Node>& statements) {
    const std::uint32_t last_line = lines_of(file.bytes);
    for (Diagnostic& problem : problems) {
        if (problem.where.file != file.path || problem.where.line <= last_line) {
            continue;
        }
        const auto behind =
            std::upper_bound(added.lines.begin(), added.lines.end(), problem.where.line - 1);
        const auto place = static_cast<std::size_t>(behind - added.lines.begin());
        const SourcePosition origin = place == 0 ? SourcePosition() : statements[place - 1].at;
        problem.where = origin.file.empty() ? SourcePosition{"the new statement", 0, 0} : origin;
    }
    return problems;
}

/// The first field in which two statements differ; empty where none does.
std::string difference(const Node& one, const Node& other) {
    for (const StatementField& field : statement_fields()) {
        const Node* first = one.find(field.key);
        const Node* second = other.find(field.key);
        const std::string text = first == nullptr ? "" : field_text(field, *first);
        if (text != (second == nullptr ? "" : field_text(field, *second))) {
            return field.key;
        }
    }
    return "";
}

/// Statements by id, of which some are to be added to a case.
class StatementIds {
public:
    explicit StatementIds(const Node& whole) {
        const Node* said = whole.find("said");
        for (std::size_t i = 0; said != nullptr && i < said->items.size(); ++i) {
            known_.emplace(element_name(*said, i), &said->items[i]);
        }
    }

    /// The statement of the case with that id.
    const Node* find(const std::string& id) const {
        const auto found = known_.find(id);
        return found == known_.end() ? nullptr : found->second;
    }
    /// One of the case that says the same word for word; it may have an id besides.
    const Node* twin_of(const Node& statement) const {
        Node named = statement;
        Node& id = add_member(named, "id", text_node(""));
        for (const auto& [name, known] : known_) {
            id.text = name;
            const bool has_id = known != nullptr && known->find("id") != nullptr;
            if (known != nullptr && difference(*known, has_id ? named : statement).empty()) {
                return known;
            }
        }
        return nullptr;
    }
    void take(const std::string& id) { known_.emplace(id, nullptr); }
    /// The first of s1, s2 ... that is free.
    std::string next() {
        while (known_.contains("s" + std::to_string(next_))) {
            ++next_;
        }
        return "s" + std::to_string(next_);
    }

private:
    std::map<std::string, const Node*> known_; // null: added
    std::size_t next_ = 1;
};

/// What is to be added of the statements given, each with an id.
struct NewStatements {
    std::vector<Node> statements;
    std::size_t unchanged = 0;
    Diagnostics problems;
};
NewStatements new_among(std::vector<Node> given, const Node& whole) {
    StatementIds ids(whole);
    NewStatements found;
    for (Node& statement : given) {
        const Node* id = statement.find("id");
        // A row of a file may come a second time; what is typed is meant.
        const bool is_row = statement.at.line > 0;
        const Node* known = id != nullptr ? ids.find(id->text)
                            : is_row      ? ids.twin_of(statement)
                                          : nullptr;
        const bool may_differ = known != nullptr && id != nullptr;
        const std::string field = may_differ ? difference(*known, statement) : "";
        if (!field.empty()) {
            found.problems.push_back({statement.at,
                                      "statement `" + id->text +
                                          "` is in the case already, with another `" + field + "`",
                                      "change it there, or give the new one another id"});
        } else if (known != nullptr) {
            ++found.unchanged;
        } else {
            if (id == nullptr) {
                statement.members.insert(statement.members.begin(),
                                         {"id", {}, text_node(ids.next())});
            }
            ids.take(statement.find("id")->text);
            found.statements.push_back(std::move(statement));
        }
    }
    return found;
}

} // namespace

bool is_utf8(std::string_view text) {
    return checked_text(text, {}, {}).ok();
}

std::optional<Diagnostic> save_changes(const std::vector<ChangedFile>& files) {
    std::vector<NewContent> contents;
    for (const ChangedFile& file : files) {
        contents.push_back({file.path, file.text, file.before});
    }
    return write_files_atomically(contents);
}

Result<std::vector<ChangedFile>> renamed_files(const std::vector<std::string>& paths,
                                               std::string_view old_id, std::string_view new_id) {
    Result<std::vector<OpenFile>> opened = open_files(paths);
    if (!opened) {
        return opened.problems();
    }
    std::vector<OpenFile>& files = opened.value();
    if (const Diagnostics problems = problems_of(files); !problems.empty()) {
        return problems;
    }
    const Result<Node> whole = with_renamed(merged(files).value(), old_id, new_id);
    if (!whole) {
        return whole.problems();
    }
    std::vector<ChangedFile> changed;
    for (OpenFile& file : files) {
        const Result<Node> own = files.size() == 1
                                     ? with_renamed(file.document, old_id, new_id)
                                     : with_uses_renamed(file.document, old_id, new_id);
        Result<ChangedFile> text =
            own ? with_content(file, own.value()) : Result<ChangedFile>(own.problems());
        if (!text) {
            return text.problems();
        }
        if (text.value().text != text.value().before) {
            changed.push_back(std::move(text).value());
        }
    }
    const Result<Node> together = merged(files);
    if (!together || canonical_text(together.value()) != canonical_text(whole.value())) {
        if (files.size() == 1) {
            return Diagnostic{{paths.back()},
                              "`" + std::string(old_id) + "` is known by its position only",
                              "write an `id` into it, and use that instead of the number"};
        }
        return Diagnostic{{paths.back()},
                          "`" + std::string(old_id) + "` cannot be renamed in several layers",
                          "give it an id of its own first, in the file that defines it"};
    }
    if (Diagnostics problems = bind_case(together.value()).problems(); !problems.empty()) {
        return problems;
    }
    return changed;
}

std::string next_statement_id(const Node& document) {
    return StatementIds(document).next();
}

Result<AddedStatements> with_statements(const std::vector<std::string>& paths,
                                        std::vector<Node> statements) {
    Result<std::vector<OpenFile>> opened = open_files(paths);
    if (!opened) {
        return opened.problems();
    }
    std::vector<OpenFile>& files = opened.value();
    const Result<Node> whole = merged(files);
    if (!whole) {
        return whole.problems();
    }
    NewStatements added = new_among(std::move(statements), whole.value());
    if (!added.problems.empty()) {
        return added.problems;
    }
    OpenFile& last = files.back();
    const Result<AddedText> text = with_said_behind(last, added.statements);
    if (!text) {
        return text.problems();
    }
    Result<Node> document = last.format->read(text.value().text, last.path, {});
    if (!document) {
        return at_origins(document.problems(), last, text.value(), added.statements);
    }
    last.document = std::move(document).value();
    if (Diagnostics problems = problems_of(files); !problems.empty()) {
        return at_origins(std::move(problems), last, text.value(), added.statements);
    }
    AddedStatements result{{}, added.unchanged, {last.path, text.value().text, last.bytes}};
    for (const Node& statement : added.statements) {
        result.ids.push_back(statement.find("id")->text);
    }
    return result;
}

Result<std::vector<Node>> open_statements(const std::string& file) {
    if (is_workbook(file)) {
        return open_workbook_statements(file);
    }
    const Result<std::string> bytes = read_file(file);
    return bytes ? statements_from_csv(bytes.value(), file)
                 : Result<std::vector<Node>>(bytes.problems());
}

} // namespace unbracket
