#include "unbracket/io/descriptor.hpp"
#include "unbracket/io/file.hpp"
#include "unbracket/io/format.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace unbracket {
namespace {

namespace fs = std::filesystem;

class FileOnDisk : public ::testing::Test {
protected:
    FileOnDisk() {
        folder_ = fs::temp_directory_path() / ("unbracket_file_test." + std::to_string(getpid()));
        fs::remove_all(folder_);
        fs::create_directory(folder_);
    }
    ~FileOnDisk() override { fs::remove_all(folder_); }

    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    void put(const std::string& name, const std::string& bytes) const {
        std::ofstream(path(name), std::ios::binary) << bytes;
    }
    static std::string content(const std::string& path) {
        std::ifstream input(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(input), {}};
    }
    std::size_t files() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(folder_), fs::directory_iterator{}));
    }

    fs::path folder_;
};

TEST_F(FileOnDisk, IsReadUpToItsLimit) {
    put("a", "12345");
    EXPECT_EQ(read_file(path("a"), 5).value(), "12345");
    const Result<std::string> over = read_file(path("a"), 4);
    ASSERT_FALSE(over.ok());
    EXPECT_EQ(over.problems()[0].what, "the file has more than 4 bytes");
    put("big", std::string(200000, 'x'));
    EXPECT_EQ(read_file(path("big")).value().size(), 200000U);
    EXPECT_FALSE(read_file("/dev/zero", 100000).ok());
}

TEST_F(FileOnDisk, MissingOrAFolderIsAProblemWithItsPath) {
    const Result<std::string> missing = read_file(path("none.toml"));
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.problems()[0].where.file, path("none.toml"));
    EXPECT_EQ(missing.problems()[0].what, "there is no such file");
    const Result<std::string> folder = read_file(folder_.string());
    ASSERT_FALSE(folder.ok());
    EXPECT_EQ(folder.problems()[0].what, "this is a folder");
}

TEST_F(FileOnDisk, ThatCannotBeReadIsAProblem) {
    if (!fs::exists("/proc/self/mem")) {
        GTEST_SKIP() << "no file at hand that opens but does not read";
    }
    const Result<std::string> unreadable = read_file("/proc/self/mem");
    ASSERT_FALSE(unreadable.ok());
    EXPECT_EQ(unreadable.problems()[0].what, "the file cannot be read");
    EXPECT_NE(unreadable.problems()[0].hint.find("the system says"), std::string::npos);
}

TEST_F(FileOnDisk, ThatMayNotBeReadOrWrittenIsAProblem) {
    if (geteuid() == 0) {
        GTEST_SKIP() << "every file is open to the super-user";
    }
    put("closed", "x");
    fs::permissions(path("closed"), fs::perms::none);
    ASSERT_FALSE(read_file(path("closed")).ok());
    EXPECT_EQ(read_file(path("closed")).problems()[0].what, "the file cannot be read");
    fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_TRUE(write_file_atomically(path("new"), "x").has_value());
    fs::permissions(folder_, fs::perms::owner_all);
}

TEST_F(FileOnDisk, IsReplacedInOneStepAndKeepsItsPermissions) {
    EXPECT_EQ(write_file_atomically(path("a"), "old"), std::nullopt);
    EXPECT_EQ(content(path("a")), "old");
    fs::permissions(path("a"), fs::perms::owner_read | fs::perms::owner_write);
    std::ifstream reader(path("a"));
    EXPECT_EQ(write_file_atomically(path("a"), "new"), std::nullopt);
    EXPECT_EQ(content(path("a")), "new");
    EXPECT_EQ(fs::status(path("a")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ((std::string{std::istreambuf_iterator<char>(reader), {}}), "old");
    EXPECT_EQ(files(), 1U);
}

TEST_F(FileOnDisk, BehindALinkIsReplacedAndTheLinkStays) {
    put("real", "old");
    fs::create_symlink("real", folder_ / "link");
    EXPECT_EQ(write_file_atomically(path("link"), "new"), std::nullopt);
    EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
    EXPECT_EQ(content(path("real")), "new");
}

TEST_F(FileOnDisk, BehindALinkThatDanglesIsMade) {
    fs::create_symlink("other", folder_ / "real");
    fs::create_symlink(folder_ / "real", folder_ / "link");
    EXPECT_EQ(write_file_atomically(path("link"), "new"), std::nullopt);
    EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
    EXPECT_TRUE(fs::is_symlink(folder_ / "real"));
    EXPECT_EQ(content(path("other")), "new");
    fs::create_symlink("circle", folder_ / "circle");
    EXPECT_TRUE(write_file_atomically(path("circle"), "new").has_value());
    EXPECT_TRUE(fs::is_symlink(folder_ / "circle"));
}

TEST_F(FileOnDisk, KeepsItsOwnerAndGroupWhereThatIsPermitted) {
    if (geteuid() != 0) {
        GTEST_SKIP() << "only the super-user gives files away";
    }
    put("a", "old");
    ASSERT_EQ(chown(path("a").c_str(), 1234, 2345), 0);
    ASSERT_EQ(write_file_atomically(path("a"), "new"), std::nullopt);
    struct stat status{};
    ASSERT_EQ(stat(path("a").c_str(), &status), 0);
    EXPECT_EQ(status.st_uid, 1234U);
    EXPECT_EQ(status.st_gid, 2345U);
}

TEST_F(FileOnDisk, ThatIsReadOnlyIsNotReplaced) {
    if (geteuid() == 0) {
        GTEST_SKIP() << "every file is open to the super-user";
    }
    put("a", "old");
    fs::permissions(path("a"), fs::perms::owner_read);
    EXPECT_EQ(write_file_atomically(path("a"), "new")->what, "the file may not be written");
    EXPECT_EQ(content(path("a")), "old");
}

TEST_F(FileOnDisk, MayHaveANameAsLongAsTheSystemAllows) {
    const std::string longest(255, 'x');
    EXPECT_EQ(write_file_atomically(path(longest), "one"), std::nullopt);
    EXPECT_EQ(write_file_atomically(path(longest), "two"), std::nullopt);
    EXPECT_EQ(content(path(longest)), "two");
}

TEST_F(FileOnDisk, ChangesTogetherWithOthersOrNotAtAll) {
    put("a", "old");
    put("b", "old");
    EXPECT_TRUE(write_files_atomically({{path("a"), "new", {}}, {path("no/b"), "new", {}}}));
    EXPECT_EQ(content(path("a")), "old");
    EXPECT_EQ(files(), 2U);
    EXPECT_FALSE(write_files_atomically({{path("a"), "new", {}}, {path("b"), "new", {}}}));
    EXPECT_EQ(content(path("a")) + content(path("b")), "newnew");
}

TEST_F(FileOnDisk, ThatWasChangedMeanwhileIsLeftAlone) {
    put("a", "by others");
    put("b", "old");
    const auto problem =
        write_files_atomically({{path("b"), "new", "old"}, {path("a"), "new", "old"}});
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->hint, "run the command again");
    EXPECT_EQ(content(path("a")), "by others");
    EXPECT_EQ(content(path("b")), "old");
    EXPECT_FALSE(write_files_atomically({{path("b"), "new", "old"}, {path("./b"), "new", "old"}}));
    EXPECT_EQ(content(path("b")), "new");
    EXPECT_EQ(files(), 2U);
}

TEST_F(FileOnDisk, StaysAsItWasWhereWritingFails) {
    EXPECT_EQ(write_file_atomically(folder_.string(), "x")->what, "this is a folder");
    const std::optional<Diagnostic> nowhere = write_file_atomically(path("no/such/file"), "x");
    ASSERT_TRUE(nowhere.has_value());
    EXPECT_EQ(nowhere->what, "the file cannot be written here");
    EXPECT_EQ(files(), 0U);
    if (fs::exists("/dev/full")) {
        EXPECT_TRUE(write_file_atomically("/dev/full", "x").has_value());
    }
    EXPECT_EQ(write_file_atomically("/dev/null", "x"), std::nullopt);
}

TEST_F(FileOnDisk, ThatIsAPipeIsWrittenThroughItsLink) {
    int ends[2] = {};
    ASSERT_EQ(::pipe(ends), 0);
    const Descriptor reader(ends[0]), writer(ends[1]);
    const std::string link = "/proc/self/fd/" + std::to_string(ends[1]);
    if (!fs::exists(link)) {
        GTEST_SKIP() << "no /proc here";
    }
    EXPECT_EQ(write_file_atomically(link, "through"), std::nullopt);
    char bytes[16] = {};
    EXPECT_EQ(::read(ends[0], bytes, sizeof bytes), 7);
    EXPECT_EQ(std::string(bytes), "through");
}

TEST_F(FileOnDisk, IsReadInTheFormatOfItsExtension) {
    put("a.toml", "a = 1");
    put("a.json", "{\"a\": 1}");
    put("a.txt", "a = 1");
    ASSERT_TRUE(read_document(path("a.toml")).ok());
    EXPECT_TRUE(
        read_document(path("a.toml")).value().same_content(read_document(path("a.json")).value()));
    EXPECT_EQ(read_document(path("a.toml")).value().find("a")->at,
              (SourcePosition{path("a.toml"), 1, 5}));
    EXPECT_EQ(read_document(path("a.txt")).problems()[0].what, "the name does not tell the format");
    EXPECT_FALSE(read_document(path("none.toml")).ok());
    EXPECT_EQ(read_document(path("none")).problems()[0].what, "there is no such file");
    EXPECT_FALSE(read_document(path("a.toml"), {.bytes = 4}).ok());
}

TEST(Format, IsKnownByNameAndByText) {
    EXPECT_EQ(document_formats().size(), 2U);
    EXPECT_EQ(format_named("json")->extension, ".json");
    EXPECT_EQ(format_named("yaml"), nullptr);
    EXPECT_EQ(format_of_text(" \n{\"a\": 1}").name, "json");
    EXPECT_EQ(format_of_text("\xEF\xBB\xBF{}").name, "json");
    EXPECT_EQ(format_of_text("a = {}").name, "toml");
    EXPECT_EQ(format_of_text("").name, "toml");
}

} // namespace
} // namespace unbracket
