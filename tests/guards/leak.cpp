// Loses the only pointer to a block. With LeakSanitizer it must fail; see sanitizers_test.py.
#include <cstdio>
#include <cstdlib>

int main() {
    void* volatile block = std::malloc(64);
    block = nullptr;
    std::fprintf(stderr, "lost one block %d\n", block == nullptr ? 1 : 0);
    return 0;
}
