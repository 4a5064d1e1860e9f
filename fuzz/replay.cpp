// Runs a fuzzer's function without libFuzzer: once for nothing, once for each file of the corpus,
// and for mutations of those files drawn from the suite's seed. So the fuzzers are compiled and
// their corpus is tried on every `make test`, with any compiler.

#include "tests/support/suite.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t mutations_of_all_files = 20000;
constexpr std::size_t largest_mutated_file = std::size_t{1} << 16U;

// splitmix64: this program must not depend on what it tries.
class Mutations {
public:
    explicit Mutations(std::uint64_t seed) : state_(seed) {}

    std::size_t below(std::size_t bound) {
        state_ += 0x9e3779b97f4a7c15ULL;
        std::uint64_t value = state_;
        value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        value = (value ^ (value >> 27U)) * 0x94d049bb133111ebULL;
        return static_cast<std::size_t>((value ^ (value >> 31U)) % bound);
    }

    void change(Bytes& bytes) {
        if (bytes.empty()) {
            bytes.push_back(static_cast<std::uint8_t>(below(256)));
            return;
        }
        const std::size_t first = below(bytes.size());
        const std::size_t length = 1 + below(std::min<std::size_t>(bytes.size() - first, 16));
        const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = begin + static_cast<std::ptrdiff_t>(length);
        switch (below(5)) {
        case 0:
            bytes[first] = static_cast<std::uint8_t>(below(256));
            break;
        case 1:
            bytes[first] ^= static_cast<std::uint8_t>(1U << below(8));
            break;
        case 2:
            bytes.erase(begin, end);
            break;
        case 3: {
            const Bytes copy(begin, end);
            bytes.insert(begin, copy.begin(), copy.end());
            break;
        }
        default:
            bytes[first] = static_cast<std::uint8_t>("0-.,[]{}\"='#\n e"[below(15)]);
            break;
        }
    }

private:
    std::uint64_t state_;
};

std::vector<std::filesystem::path> corpus_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            paths.push_back(entry.path());
        }
    }
    std::ranges::sort(paths);
    return paths;
}

Bytes read_bytes(const std::filesystem::path& path) {
    std::ifstream input(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(input), std::istreambuf_iterator<char>()};
    return {text.begin(), text.end()};
}

void replay(const Bytes& bytes) {
    // Storage of exactly this size, so that AddressSanitizer sees a read beyond the end.
    Bytes input;
    input.reserve(bytes.size());
    input.assign(bytes.begin(), bytes.end());
    LLVMFuzzerTestOneInput(input.data(), input.size());
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2 || !std::filesystem::is_directory(arguments[1])) {
        std::fprintf(stderr, "usage: %s CORPUS_FOLDER\n", arguments[0]);
        return 2;
    }
    const std::vector<std::filesystem::path> paths = corpus_files(arguments[1]);
    if (paths.empty()) {
        std::fprintf(stderr, "%s: the corpus is empty\n", arguments[1]);
        return 1;
    }
    const std::size_t each =
        1 + unbracket::testing::shared_count(mutations_of_all_files) / paths.size();
    std::printf("seed %llu, %zu files, %zu mutations each\n",
                static_cast<unsigned long long>(unbracket::testing::suite_seed()), paths.size(),
                each);
    replay({});
    Mutations mutations(unbracket::testing::suite_seed());
    for (const auto& path : paths) {
        std::printf("%s\n", path.filename().c_str());
        std::fflush(stdout);
        const Bytes original = read_bytes(path);
        replay(original);
        if (original.size() > largest_mutated_file) {
            continue;
        }
        for (std::size_t round = 0; round < each; ++round) {
            Bytes bytes = original;
            for (std::size_t change = 0; change <= mutations.below(4); ++change) {
                mutations.change(bytes);
            }
            replay(bytes);
        }
    }
    return 0;
}
