#pragma once

// The public interface. The command line, the Python package and the report in a browser are thin
// fronts over it: they parse flags, call one of these functions and print what a report makes of
// the answer. Every function takes values and returns values; bad input comes back as a list of
// problems, never as an exception, and nothing is printed.
//
//     const auto loaded = unbracket::open_case({.files = {"case.toml"}});
//     if (!loaded) { ... loaded.problems() ... }
//     const auto result = unbracket::check(loaded.value());
//     std::cout << unbracket::check_text(loaded.value(), result);

#include "unbracket/base/date.hpp"
#include "unbracket/base/result.hpp"
#include "unbracket/io/csv.hpp"
#include "unbracket/io/lp_writer.hpp"
#include "unbracket/io/scenario/scenario_format.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/model/spelling.hpp"
#include "unbracket/report/adjusted_winner_json.hpp"
#include "unbracket/report/adjusted_winner_text.hpp"
#include "unbracket/report/bridge_json.hpp"
#include "unbracket/report/bridge_text.hpp"
#include "unbracket/report/certificate_writer.hpp"
#include "unbracket/report/check_json.hpp"
#include "unbracket/report/check_text.hpp"
#include "unbracket/report/compare_json.hpp"
#include "unbracket/report/compare_text.hpp"
#include "unbracket/report/counts_json.hpp"
#include "unbracket/report/counts_text.hpp"
#include "unbracket/report/diff_text.hpp"
#include "unbracket/report/frontier_json.hpp"
#include "unbracket/report/frontier_plot.hpp"
#include "unbracket/report/frontier_text.hpp"
#include "unbracket/report/html_page.hpp"
#include "unbracket/report/lint_text.hpp"
#include "unbracket/report/optimum_certificate.hpp"
#include "unbracket/report/parallel_plot.hpp"
#include "unbracket/report/robust_json.hpp"
#include "unbracket/report/robust_text.hpp"
#include "unbracket/report/score_json.hpp"
#include "unbracket/report/score_text.hpp"
#include "unbracket/report/show_json.hpp"
#include "unbracket/report/show_text.hpp"
#include "unbracket/report/solutions_words.hpp"
#include "unbracket/report/sources_text.hpp"
#include "unbracket/report/steps_text.hpp"
#include "unbracket/report/timeline_text.hpp"
#include "unbracket/report/trace_text.hpp"
#include "unbracket/report/why_draft_json.hpp"
#include "unbracket/report/why_draft_text.hpp"
#include "unbracket/report/why_json.hpp"
#include "unbracket/report/why_text.hpp"
#include "unbracket/robust/acceptance_counts.hpp"
#include "unbracket/robust/bridges.hpp"
#include "unbracket/robust/check.hpp"
#include "unbracket/robust/compare_drafts.hpp"
#include "unbracket/robust/efficient.hpp"
#include "unbracket/robust/ledger.hpp"
#include "unbracket/robust/lint.hpp"
#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/robust/robust.hpp"
#include "unbracket/robust/score.hpp"
#include "unbracket/robust/steps.hpp"
#include "unbracket/robust/timeline.hpp"
#include "unbracket/robust/trace.hpp"
#include "unbracket/robust/why.hpp"
#include "unbracket/robust/why_draft.hpp"
#include "unbracket/zone/certificate/verify.hpp"
#include "unbracket/zone/signature.hpp"
#include "unbracket/zone/synthetic.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace unbracket {

/// Which case is meant: the files, and everything that changes them before any question is asked.
/// The changes are made in this order: layers, what the audience does not see, statements left out,
/// dated changes up to `as_of`, answers, settings.
struct CaseRequest {
    /// Layers, later ones override; "-" is standard input. Folders and files of other programs
    /// (Genius and the like) are together one layer, in the place of the first of them.
    std::vector<std::string> files;
    std::optional<Date> as_of;                                 // instead of the date in the file
    std::vector<std::pair<std::string, std::string>> settings; // address and value as typed
    std::vector<std::string> without; // statements, sources or classes of them, as typed
    /// A question of the file (an alternative, `draft.ID`, `said.ID`) and the answer chosen for it;
    /// the question is then no longer open.
    std::vector<std::pair<std::string, std::string>> answers;
    /// Who looks: `public`, `mediator` or `party:ID`; empty for the owner of the file, who sees all
    /// of it. What the audience does not see goes right after the layers are one, before all other
    /// changes, so that no answer and no message can tell of it.
    std::string view;
    ScenarioOptions scenario; // how files of other programs are read
};

/// Problems of reading or merging files as far as an audience may know them (see
/// CaseRequest::view): what quotes the files is told as one sentence that does not.
Diagnostics told_to(const std::string& view, const Diagnostics& problems);

/// Reads the files, each as a document; several are the layers of one case. Files of other programs
/// are one layer together.
Result<std::vector<Node>> open_layers(const std::vector<std::string>& files,
                                      const std::string& view = "",
                                      const ScenarioOptions& scenario = {});

/// Reads the files as layers of one document, without asking whether it is a valid case.
/// Problems are told to that audience, to everybody where there is none.
Result<Node> open_document(const std::vector<std::string>& files, const std::string& view = "",
                           const ScenarioOptions& scenario = {});

/// Whether one of these is a folder or a file of another program, such as Genius.
bool holds_scenario(const std::vector<std::string>& files);

/// What reading those of these files that are of other programs had to tell: how they were read,
/// what was taken for what they lack, and what is odd in them (weights that do not sum to 1, values
/// that stand twice and the like). Nothing where they cannot be read.
ScenarioNotes scenario_notes(const std::vector<std::string>& files,
                             const ScenarioOptions& options = {});

/// The document of the files as `request.view` sees it: a case by itself, from which the same
/// answers follow as from the files with that view. Where the whole is no valid case nothing is
/// said but that, as its problems would quote what is not seen.
Result<Node> open_view(const CaseRequest& request);
/// The same for a document in memory; `request.files` is not looked at.
Result<Node> open_view(const Node& document, const CaseRequest& request);

/// Reads, changes and binds a case, or names everything that is wrong with it.
Result<LoadedCase> open_case(const CaseRequest& request);

/// The same for a document that is already in memory; `request.files` is not looked at.
Result<LoadedCase> open_case(const Node& document, const CaseRequest& request);

/// The course of a case and how it stands after each date; with `as_of`, up to that day. Everything
/// else that the request changes is changed on every date.
Result<Timeline> find_timeline(const CaseRequest& request, const ClaimOptions& options = {});

/// A document of a case as text in a format of `document_format_names()`. A case of single numbers
/// is also written as a 0-1 program: write_lp() in io/lp_writer.hpp.
Result<std::string> write_document(const Node& document, std::string_view format);

/// A case as files for other programs, to be put into one folder, in a format of
/// `scenario_format_names()`; a problem for each entry that would change an answer and that the
/// format cannot say. What is left out otherwise goes to the remarks.
Result<std::vector<NamedText>> write_scenario(const Case& negotiation, std::string_view format,
                                              ScenarioNotes& notes);

/// `genius` ...
std::vector<std::string> scenario_format_names();

/// Names of the formats that cases are read and written in: `toml`, `json` ...
std::vector<std::string> document_format_names();

/// Puts text into a file in one step, or says why not; "-" is refused.
std::optional<Diagnostic> save_file(const std::string& path, std::string_view text);

/// One line or indented lines of JSON, with a newline at the end where indented. What reports make
/// can always be written.
enum class JsonLayout { compact, indented };
std::string json_text(const Node& value, JsonLayout layout = JsonLayout::indented);

// check(), check_text() and check_json() stand in robust/check.hpp, report/check_text.hpp and
// report/check_json.hpp.

/// What a check proved, for `verify_certificate` and for others to check.
Node certificate_of(const LoadedCase& loaded, const CheckResult& result);

/// Proved, or refused with a sentence.
using CertificateAnswer = std::variant<certificate::Checked, certificate::Refusal>;

/// Reads the certificate in that file, without asking what it proves. A problem where the file
/// cannot be read as JSON or holds a case.
Result<Node> open_certificate(const std::string& file);

/// Lets the independent checker decide whether the certificate proves its verdict for this case. A
/// raised flag ends it, refused.
CertificateAnswer verify_certificate(const LoadedCase& loaded, const Node& certificate,
                                     const CancelFlag* cancel = nullptr);
/// The same for the certificate in that file; problems are those of open_certificate.
Result<CertificateAnswer> verify_certificate(const LoadedCase& loaded, const std::string& file,
                                             const CancelFlag* cancel = nullptr);

/// Measures a draft, by its id, for each party; a problem with the nearest id where there is none.
Result<DraftScore> score(const LoadedCase& loaded, std::string_view draft);

/// The draft with that id; a problem with the nearest id, or with all there are, where there is
/// none.
Result<DraftId> draft_named(const Case& negotiation, std::string_view id);

/// Several drafts of the case, by their ids; a problem for each id that is not there.
Result<std::vector<DraftId>> drafts_named(const Case& negotiation,
                                          const std::vector<std::string>& ids);

/// The counted party with that id; a problem with the nearest id where there is none, or where its
/// acceptance does not count.
Result<PartyId> counted_party_named(const Case& negotiation, std::string_view id);

/// The same for a party whose curve `find_all_bridges` can work out; a problem where it has no
/// gain, or where no other party that counts has one.
Result<PartyId> curve_party_named(const Case& negotiation, std::string_view id);

} // namespace unbracket
