#include "unbracket/report/check_sections.hpp"
#include "unbracket/report/phrase.hpp"

#include <algorithm>

// Where a part of the documents may be signed alone: the answer for each part that the file allows.

namespace unbracket::screen {

namespace {

std::string documents_text(const Case& negotiation, const Signing& signing, std::size_t most) {
    if (signing.documents.size() == negotiation.documents.size()) {
        return "all documents";
    }
    std::vector<std::string> names;
    for (const DocumentId id : signing.documents) {
        names.push_back(negotiation.documents[as_index(id)].key);
    }
    return listed(names, most) + " alone";
}

} // namespace

void put_signings(const Checked& checked, Page& page) {
    page.heading("SIGNED");
    const std::vector<Signing>& signings = checked.result.signings;
    if (signings.empty()) {
        return;
    }
    page.line("Not all documents have to be signed. The answer with these alone, the issues of the "
              "others at their status quo, or open where there is none:");
    std::vector<std::vector<std::string>> rows;
    for (const Signing& signing : signings) {
        rows.push_back({documents_text(checked.negotiation, signing, checked.most(6)),
                        signing.verdict ? verdict_words(*signing.verdict)
                                        : "not answered: " + signing.problem});
    }
    page.table(rows);
}

} // namespace unbracket::screen
