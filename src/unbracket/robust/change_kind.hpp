#pragma once

namespace unbracket {

/// What became of something between two versions of a case.
enum class ChangeKind { added, removed, changed };

} // namespace unbracket
