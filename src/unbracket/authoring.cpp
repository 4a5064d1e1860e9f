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

#include <array>
#include <optional>
#include <set>
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

Result<std::string> with_said_block(const OpenFile& file, const Node& statement) {
    const Node* said = file.document.find("said");
    if (said != nullptr && !is_written_as_blocks(file.bytes)) {
        return Diagnostic{
            said->at, "`said` stands as one list here, and a new statement is a block of its own",
            "write each statement of the list as a [[said]] block"};
    }
    const bool has_end = file.bytes.empty() || file.bytes.back() == '\n';
    return file.bytes + with_line_ends((has_end ? "" : "\n") + said_lines(statement), file.bytes);
}

Result<std::string> with_said_behind(const OpenFile& file, const Node& statement) {
    if (file.format->name == "toml") {
        return with_said_block(file, statement);
    }
    Node document = file.document;
    Node* said = document.find("said");
    if (said == nullptr) {
        said = &add_member(document, "said", list_node({}));
    }
    said->items.push_back(statement);
    return file.format->write(document);
}

/// Places in a text that is not written yet would tell nobody anything.
Diagnostics at_flags(Diagnostics problems, const std::string& path, std::uint32_t last_line) {
    for (Diagnostic& problem : problems) {
        if (problem.where.file == path && problem.where.line > last_line) {
            problem.where = {"the new statement", 0, 0};
        }
    }
    return problems;
}

std::uint32_t lines_of(std::string_view text) {
    std::uint32_t count = 0;
    for (const char byte : text) {
        count += byte == '\n' ? 1U : 0U;
    }
    return count + (text.empty() || text.back() == '\n' ? 0U : 1U);
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
    std::set<std::string> known;
    const Node* said = document.find("said");
    for (std::size_t i = 0; said != nullptr && i < said->items.size(); ++i) {
        known.insert(element_name(*said, i));
    }
    for (std::size_t number = 1;; ++number) {
        std::string id = "s" + std::to_string(number);
        if (!known.contains(id)) {
            return id;
        }
    }
}

Result<AddedStatement> with_statement(const std::vector<std::string>& paths, Node statement) {
    Result<std::vector<OpenFile>> opened = open_files(paths);
    if (!opened) {
        return opened.problems();
    }
    std::vector<OpenFile>& files = opened.value();
    const Result<Node> whole = merged(files);
    if (!whole) {
        return whole.problems();
    }
    if (statement.find("id") == nullptr) {
        statement.members.insert(statement.members.begin(),
                                 {"id", {}, text_node(next_statement_id(whole.value()))});
    }
    OpenFile& last = files.back();
    const std::uint32_t last_line = lines_of(last.bytes);
    Result<std::string> text = with_said_behind(last, statement);
    if (!text) {
        return text.problems();
    }
    Result<Node> document = last.format->read(text.value(), last.path, {});
    if (!document) {
        return at_flags(document.problems(), last.path, last_line);
    }
    last.document = std::move(document).value();
    if (Diagnostics problems = problems_of(files); !problems.empty()) {
        return at_flags(std::move(problems), last.path, last_line);
    }
    return AddedStatement{statement.find("id")->text,
                          {last.path, std::move(text).value(), last.bytes}};
}

} // namespace unbracket
