#include "unbracket/base/work_meter.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace unbracket {
namespace {

TEST(WorkMeter, GoesThroughStagesAndTheUnitsOfEach) {
    WorkMeter meter;
    EXPECT_EQ(meter.part(), 0.0);
    meter.enter(0, 4, 10);
    meter.did(5);
    EXPECT_EQ(meter.part(), 0.125);
    meter.enter(1, 4);
    EXPECT_EQ(meter.part(), 0.25);
    meter.did(1'000); // of a stage that does not know how many
    EXPECT_EQ(meter.part(), 0.25);
    meter.enter(4, 4);
    EXPECT_EQ(meter.part(), 1.0);
}

TEST(WorkMeter, NeverExceedsAStage) {
    WorkMeter meter;
    meter.enter(1, 2, 10);
    meter.did(25);
    EXPECT_EQ(meter.part(), 1.0);
    meter.enter(7, 2);
    EXPECT_EQ(meter.part(), 1.0);
    meter.enter(0, 0);
    EXPECT_EQ(meter.part(), 0.0);
}

std::vector<double> told;

TEST(WorkMeter, TellsEachChange) {
    told.clear();
    WorkMeter meter;
    meter.tell([](double part) { told.push_back(part); });
    meter.enter(0, 2, 4);
    meter.did(2);
    meter.did(2);
    EXPECT_EQ(told, (std::vector<double>{0.0, 0.25, 0.5}));
}

} // namespace
} // namespace unbracket
