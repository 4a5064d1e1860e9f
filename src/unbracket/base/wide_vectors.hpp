#pragma once

namespace unbracket {

// On x86 some loops stand twice or three times in the program, compiled for every processor and for
// those with wider vectors, and which copy runs is decided here. All copies give the same bits.

#if defined(__x86_64__)
inline bool has_wide_vectors() {
    static const bool has = __builtin_cpu_supports("avx2") != 0;
    return has;
}

inline bool has_widest_vectors() {
    static const bool has = __builtin_cpu_supports("avx512f") != 0;
    return has;
}
#endif

} // namespace unbracket
