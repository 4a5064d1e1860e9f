#include "unbracket/zone/signature.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

// Run by GCC with exceptions and threads, and by clang without either. A change of the engine that
// walks another way changes the number, and has to say so here.
constexpr const char* kept = "324425192c28296a";

TEST(BehaviourNumber, IsTheOneThatIsKeptForEveryCompilerAndKindOfBuild) {
    EXPECT_EQ(behaviour_number(1), kept);
}

TEST(BehaviourNumber, DoesNotDependOnThreads) {
    EXPECT_EQ(behaviour_number(2), kept);
}

} // namespace
} // namespace unbracket
