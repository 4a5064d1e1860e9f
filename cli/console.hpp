#pragma once

#include "unbracket/authoring.hpp"
#include "unbracket/unbracket.hpp"

#include "cli/command.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace unbracket::cli {

enum class Format { text, json, csv, markdown };
/// Where a verb's answer goes and how it looks: the flags that all verbs share, read once. Answers
/// go to standard output or to the file of -o, remarks and problems to standard error.
class Console {
public:
    explicit Console(const Invocation& invocation);

    Format format() const;
    /// Width and emphasis of text.
    const ScreenOptions& screen() const { return screen_; }
    bool is_quiet() const { return is_quiet_; }
    bool is_verbose() const { return is_verbose_; }
    bool writes_to_file() const { return !output_.empty(); }

    /// Writes the answer and returns the exit code: `code`, or `failed` where it could not be
    /// written. A pipe that was closed by its reader is no failure worth a message. With --view the
    /// answer begins with who it is for: a line of text, the field `view` of JSON; a table for
    /// spreadsheets does not.
    int answer(std::string_view text, int code = answered) const;
    int answer(const Node& json, int code = answered) const;
    /// Writes what is read by other programs, such as a drawing or a case, as it is.
    int put(std::string_view text, int code = answered) const;

    /// One line on standard error, not with -q.
    void remark(std::string_view text) const;

    /// Tells which files were written: `text` as a remark where there is any, or with --format json
    /// `data` and their names as the answer.
    int written(const std::vector<std::string>& files, std::string_view text,
                Node data = table_node()) const;

    /// Prints every problem and how many there are; with --format json as one JSON object. Returns
    /// `bad_input`.
    int fail(const Diagnostics& problems) const;

    /// Writes one file in one step; `answered`, or the exit code behind a problem that was told:
    /// `bad_input` for a name that no file can have, else `failed`.
    int save(const std::string& path, std::string_view text) const;

    /// Writes all of the changed files or none; codes as those of `save`.
    int save(const std::vector<ChangedFile>& files) const;

private:
    Format format_ = Format::text;
    ScreenOptions screen_;
    bool is_quiet_ = false;
    bool is_verbose_ = false;
    std::string output_; // empty: standard output
    std::string view_;   // empty: the whole file
};

} // namespace unbracket::cli
