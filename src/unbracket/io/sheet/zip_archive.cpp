// ZIP through minizip, the archiver of the zlib project. It reads and writes through functions for
// files; ours give it bytes in memory, so that nothing is opened and no size that an archive claims
// is believed: a part is unpacked piece by piece, and each piece is counted.

#include "unbracket/io/sheet/zip_archive.hpp"

#include "unbracket/base/require.hpp"

#include <minizip/unzip.h>
#include <minizip/zip.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace unbracket {

namespace {

constexpr std::size_t piece = std::size_t{64} << 10U;
constexpr std::size_t longest_name = 512;

/// What minizip takes for a file.
struct MemoryFile {
    std::string bytes;
    std::size_t at = 0;
};

MemoryFile& file_of(voidpf stream) {
    return *static_cast<MemoryFile*>(stream);
}

voidpf open_memory(voidpf opaque, const void* /*name*/, int /*mode*/) {
    file_of(opaque).at = 0;
    return opaque;
}

uLong read_memory(voidpf /*opaque*/, voidpf stream, void* buffer, uLong size) {
    MemoryFile& file = file_of(stream);
    const std::size_t rest = file.at < file.bytes.size() ? file.bytes.size() - file.at : 0;
    const std::size_t count = std::min<std::size_t>(size, rest);
    if (count > 0) {
        std::memcpy(buffer, file.bytes.data() + file.at, count);
    }
    file.at += count;
    return static_cast<uLong>(count);
}

uLong write_memory(voidpf /*opaque*/, voidpf stream, const void* buffer, uLong size) {
    MemoryFile& file = file_of(stream);
    const std::string_view added(static_cast<const char*>(buffer), size);
    file.bytes.replace(file.at, std::min(added.size(), file.bytes.size() - file.at), added);
    file.at += added.size();
    return size;
}

ZPOS64_T tell_memory(voidpf /*opaque*/, voidpf stream) {
    return file_of(stream).at;
}

long seek_memory(voidpf /*opaque*/, voidpf stream, ZPOS64_T offset, int origin) {
    MemoryFile& file = file_of(stream);
    const std::size_t from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? file.at
                             : origin == ZLIB_FILEFUNC_SEEK_END ? file.bytes.size()
                                                                : 0;
    if (offset > file.bytes.size() - std::min(from, file.bytes.size())) {
        return -1;
    }
    file.at = from + static_cast<std::size_t>(offset);
    return 0;
}

int close_memory(voidpf /*opaque*/, voidpf /*stream*/) {
    return 0;
}

int error_of_memory(voidpf /*opaque*/, voidpf /*stream*/) {
    return 0;
}

zlib_filefunc64_def functions_for(MemoryFile& file) {
    zlib_filefunc64_def functions{};
    functions.zopen64_file = open_memory;
    functions.zread_file = read_memory;
    functions.zwrite_file = write_memory;
    functions.ztell64_file = tell_memory;
    functions.zseek64_file = seek_memory;
    functions.zclose_file = close_memory;
    functions.zerror_file = error_of_memory;
    functions.opaque = &file;
    return functions;
}

class ZipReader {
public:
    ZipReader(std::string_view bytes, const std::string& file, const ZipLimits& limits)
        : memory_{std::string(bytes)}, file_(file), limits_(limits) {
        zlib_filefunc64_def functions = functions_for(memory_);
        archive_ = unzOpen2_64("memory", &functions);
    }
    ZipReader(const ZipReader&) = delete;
    ZipReader& operator=(const ZipReader&) = delete;
    ~ZipReader() {
        if (archive_ != nullptr) {
            unzClose(archive_);
        }
    }

    Result<std::map<std::string, std::string>> read(bool (*wanted)(std::string_view name)) {
        if (archive_ == nullptr) {
            return Diagnostic{{file_},
                              "this is no workbook: its bytes are no ZIP archive",
                              "save it as .xlsx in the spreadsheet program"};
        }
        std::map<std::string, std::string> parts;
        std::size_t count = 0;
        for (int step = unzGoToFirstFile(archive_); step != UNZ_END_OF_LIST_OF_FILE && !problem_;
             step = unzGoToNextFile(archive_)) {
            if (step != UNZ_OK) {
                refuse_damaged("its list of parts cannot be read");
            } else if (++count > limits_.parts) {
                refuse("the archive has more than " + std::to_string(limits_.parts) + " parts",
                       "save the tables alone as a new file");
            } else {
                read_part(parts, wanted);
            }
        }
        return problem_ ? Result<std::map<std::string, std::string>>(*problem_)
                        : Result<std::map<std::string, std::string>>(std::move(parts));
    }

private:
    void refuse(std::string what, std::string hint) {
        if (!problem_) {
            problem_ = Diagnostic{{file_}, std::move(what), std::move(hint)};
        }
    }
    void refuse_damaged(const std::string& how) {
        refuse("the archive is damaged: " + how, "save it anew in the spreadsheet program");
    }

    void read_part(std::map<std::string, std::string>& parts,
                   bool (*wanted)(std::string_view name)) {
        unz_file_info64 info{};
        std::array<char, longest_name + 1> name{};
        if (unzGetCurrentFileInfo64(archive_, &info, name.data(), longest_name, nullptr, 0, nullptr,
                                    0) != UNZ_OK) {
            refuse_damaged("a part is not described");
            return;
        }
        if (info.size_filename >= longest_name || !wanted(name.data())) {
            return;
        }
        constexpr uLong encrypted = 1;
        if ((info.flag & encrypted) != 0) {
            refuse("the file is protected by a password", "save it without one");
            return;
        }
        if (info.compression_method != 0 && info.compression_method != Z_DEFLATED) {
            refuse("a part is packed by a method that is not read",
                   "save it anew in the spreadsheet program");
            return;
        }
        const auto [place, is_new] = parts.try_emplace(name.data());
        if (!is_new) {
            refuse_damaged("a part stands there twice");
            return;
        }
        unpack(place->second);
    }

    void unpack(std::string& bytes) {
        if (unzOpenCurrentFile(archive_) != UNZ_OK) {
            refuse_damaged("a part cannot be opened");
            return;
        }
        std::vector<char> buffer(piece);
        int count = 1;
        while (count > 0 && !problem_) {
            count = unzReadCurrentFile(archive_, buffer.data(), static_cast<unsigned>(piece));
            if (count < 0) {
                refuse_damaged("a part cannot be unpacked");
            } else if ((unpacked_ += static_cast<std::size_t>(count)) > limits_.bytes) {
                refuse("the workbook holds more than " + std::to_string(limits_.bytes >> 20U) +
                           " MiB unpacked",
                       "save the tables that are meant alone as a new file");
            } else {
                bytes.append(buffer.data(), static_cast<std::size_t>(count));
            }
        }
        if (unzCloseCurrentFile(archive_) != UNZ_OK) {
            refuse_damaged("the sum of a part does not match");
        }
    }

    MemoryFile memory_;
    std::string file_;
    ZipLimits limits_;
    unzFile archive_ = nullptr;
    std::size_t unpacked_ = 0;
    std::optional<Diagnostic> problem_;
};

} // namespace

Result<std::map<std::string, std::string>> read_zip(std::string_view bytes, const std::string& file,
                                                    bool (*wanted)(std::string_view name),
                                                    const ZipLimits& limits) {
    return ZipReader(bytes, file, limits).read(wanted);
}

std::string write_zip(const std::vector<ZipPart>& parts) {
    MemoryFile memory;
    zlib_filefunc64_def functions = functions_for(memory);
    const zipFile archive = zipOpen2_64("memory", APPEND_STATUS_CREATE, nullptr, &functions);
    UNBRACKET_ASSERT(archive != nullptr);
    for (const ZipPart& part : parts) {
        zip_fileinfo when{};
        when.tmz_date.tm_mday = 1;
        when.tmz_date.tm_year = 1980;
        int state = zipOpenNewFileInZip(archive, part.name.c_str(), &when, nullptr, 0, nullptr, 0,
                                        nullptr, 0, 0);
        if (state == ZIP_OK) {
            state = zipWriteInFileInZip(archive, part.bytes.data(),
                                        static_cast<unsigned>(part.bytes.size()));
        }
        state = state == ZIP_OK ? zipCloseFileInZip(archive) : state;
        UNBRACKET_ASSERT(state == ZIP_OK); // memory does not fail, and names are ours
    }
    zipClose(archive, nullptr);
    return std::move(memory.bytes);
}

} // namespace unbracket
