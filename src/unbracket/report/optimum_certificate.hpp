#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/robust/efficient.hpp"

#include <string>

namespace unbracket {

/// The certificate of all solutions that come with a proof (see SolutionOptions::wants_proofs),
/// format 1 of docs/methods/certificates.md. Without any it has no claims, and proves nothing.
Node write_optimum_certificate(const Case& negotiation, const EfficientOutcomes& efficient);

/// What has to be said about such a certificate: solutions that it leaves out, or that there is
/// nothing to write. Empty: it holds them all.
struct CertificateRemark {
    bool is_empty = false; // no solution is proved
    std::string text;
};
CertificateRemark remark_on_certificate(const EfficientOutcomes& efficient);

} // namespace unbracket
