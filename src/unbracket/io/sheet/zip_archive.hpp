#pragma once

#include "unbracket/base/result.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// What is taken out of an archive at most.
struct ZipLimits {
    std::size_t parts = 1000;
    std::size_t bytes = 32U << 20U; // of all parts together, unpacked
};

struct ZipPart {
    std::string name;
    std::string bytes;
};

/// The parts of a ZIP archive by name. `wanted` chooses by name; other parts are neither unpacked
/// nor counted towards the bytes.
///
/// Refused, with the file and a hint: what is no archive, is damaged (sums are checked) or cut off,
/// is encrypted, packed by another method than deflate, holds a part twice, more parts or more
/// bytes than allowed. Never unpacks more than the limit, whatever sizes the archive claims.
Result<std::map<std::string, std::string>> read_zip(std::string_view bytes, const std::string& file,
                                                    bool (*wanted)(std::string_view name),
                                                    const ZipLimits& limits = {});

/// An archive of these parts in this order, not packed, so that the same parts give the same bytes
/// wherever it is made. The first days of 1980 stand for the time of each.
std::string write_zip(const std::vector<ZipPart>& parts);

} // namespace unbracket
