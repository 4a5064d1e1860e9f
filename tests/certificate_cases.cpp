#include "tests/certificate_cases.hpp"

#include "unbracket/base/require.hpp"
#include "unbracket/io/json_reader.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/zone/certificate/verify.hpp"

#include <cstdio>
#include <cstdlib>

namespace unbracket::testing {

namespace {

template <class Value>
Value value_or_stop(Result<Value> result) {
    for (const Diagnostic& problem : result.problems()) {
        std::fprintf(stderr, "%s\n", to_string(problem).c_str());
    }
    if (!result.ok()) {
        std::abort();
    }
    return std::move(result).value();
}

} // namespace

Case case_of(std::string_view toml) {
    const std::string text = "unbracket = 1\ntitle = \"Test\"\n" + std::string(toml);
    return value_or_stop(bind_case(value_or_stop(read_toml(text, "case.toml"))));
}

Node json(std::string_view text) {
    const std::string object = "{\"value\": " + std::string(text) + "}";
    return *value_or_stop(read_json(object, "certificate.json")).find("value");
}

Node certificate_for(const Case& given, std::string_view verdict, std::string_view claims) {
    Node identity = table_node();
    add_member(identity, "title", text_node(given.title));
    add_member(identity, "digest", text_node(given.digest));
    if (given.as_of) {
        add_member(identity, "as_of", text_node(to_iso(*given.as_of)));
    }
    Node certificate = table_node();
    add_member(certificate, "unbracket_certificate", number_node("1"));
    add_member(certificate, "case", std::move(identity));
    add_member(certificate, "verdict", text_node(std::string(verdict)));
    add_member(certificate, "claims", json(claims));
    return certificate;
}

std::string refusal(const Case& given, const Node& certificate) {
    const auto refused = certificate::verify(given, certificate);
    return refused ? refused->reason : "";
}

std::string refusal(const Case& given, std::string_view verdict, std::string_view claims) {
    return refusal(given, certificate_for(given, verdict, claims));
}

std::string with(std::string_view text, std::string_view from, std::string_view to) {
    std::string result(text);
    const std::size_t at = result.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? result : result.replace(at, from.size(), to);
}

::testing::AssertionResult says(std::string_view reason, const std::string& refused) {
    if (refused.find(reason) != std::string::npos) {
        return ::testing::AssertionSuccess();
    }
    return ::testing::AssertionFailure() << "refused with \"" << refused << "\"";
}

} // namespace unbracket::testing
