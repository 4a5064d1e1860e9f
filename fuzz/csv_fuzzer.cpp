// Whatever bytes come in: the reader of comma-separated values neither crashes nor runs away. What
// it reads, the writer writes so that the same is read again; and what statements are made of it
// can be told as text from which the same statements come.

#include "unbracket/io/csv.hpp"
#include "unbracket/statement_csv.hpp"

#include "fuzz/demand.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

using unbracket::CsvCell;
using unbracket::CsvRow;
using unbracket::Node;
using unbracket::Result;
using unbracket::StatementField;
using unbracket::fuzzing::demand;
using Texts = std::vector<std::vector<std::string>>;

Texts texts_of(const std::vector<CsvRow>& rows) {
    Texts texts;
    for (const CsvRow& row : rows) {
        texts.emplace_back();
        for (const CsvCell& cell : row) {
            texts.back().push_back(cell.text);
        }
    }
    return texts;
}

void demand_same_when_written(const std::vector<CsvRow>& rows) {
    const Texts texts = texts_of(rows);
    const std::string written = unbracket::write_csv(texts);
    // A mark at the very beginning is one of byte order, wherever it came from.
    if (!written.starts_with("\xEF\xBB\xBF")) {
        const Result<std::vector<CsvRow>> again = unbracket::read_csv(written, "again.csv");
        demand(again.ok() && texts_of(again.value()) == texts, "what is written is read again");
    }
}

void demand_same_fields(const Node& statement) {
    for (const StatementField& field : unbracket::statement_fields()) {
        const Node* value = statement.find(field.key);
        if (value != nullptr && field.form != unbracket::FieldForm::judgement) {
            const std::string text = unbracket::field_text(field, *value);
            demand(unbracket::field_value(field, {text}).same_content(*value),
                   "a field made of its own text is the same");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(data, data + size);
    const Result<std::vector<CsvRow>> rows = unbracket::read_csv(bytes, "fuzz.csv");
    if (rows) {
        demand_same_when_written(rows.value());
    }
    const Result<std::vector<Node>> statements = unbracket::statements_from_csv(bytes, "fuzz.csv");
    for (std::size_t i = 0; statements && i < statements.value().size(); ++i) {
        demand_same_fields(statements.value()[i]);
    }
    return 0;
}
