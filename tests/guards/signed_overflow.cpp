// Adds one to the largest int. With UBSan it must die; see tests/guards/sanitizers_test.py.
#include <cstdio>
#include <limits>

int main(int count, char** /*arguments*/) {
    const int sum = std::numeric_limits<int>::max() - 1 + count + (count > 1 ? 0 : 1);
    std::printf("alive %d\n", sum);
    return 0;
}
