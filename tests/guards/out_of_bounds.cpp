// Reads one element beyond the end of an array. With sanitizers it must die before it prints; the
// guard tests/guards/sanitizers_test.py sees to it, so that "clean under sanitizers" means
// something.
#include <cstdio>
#include <cstdlib>
#include <vector>

int main(int count, char** /*arguments*/) {
    const std::vector<int> values(static_cast<std::size_t>(count) + 3, 1);
    const int* const first = values.data();
    const int beyond = first[values.size()];
    std::printf("alive %d\n", beyond);
    return EXIT_SUCCESS;
}
