// A disk that fails where it is told to: preloaded into a program (LD_PRELOAD), it counts the calls
// that change what lies below FAULTY_FOLDER, and at call number FAULTY_AT does what FAULTY_HOW
// says.
//
//   kill    the process dies as by SIGKILL, before the call
//   ENOSPC, EIO, EACCES   the call fails so, and every later one
//   short   a write writes half, and later calls fail with ENOSPC
//
// FAULTY_LOG names a file to which each call is written, one a line. Not for programs that write
// with stdio: its calls do not pass here.

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

std::atomic<long> calls{0};

std::string setting(char const* name) {
  char const* const value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

struct Plan {
  std::string folder = setting("FAULTY_FOLDER");
  std::string how = setting("FAULTY_HOW");
  std::string log = setting("FAULTY_LOG");
  long at = std::atol(setting("FAULTY_AT").c_str());
};

Plan const& plan() {
  static Plan const made;
  return made;
}

template <typename F>
F next(char const* name) {
  return reinterpret_cast<F>(::dlsym(RTLD_NEXT, name));
}

std::string absolute(int folder, char const* path) {
  if (path[0] == '/') {
    return path;
  }
  char buffer[PATH_MAX];
  std::string const link =
      folder == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/" + std::to_string(folder);
  ssize_t const size = ::readlink(link.c_str(), buffer, sizeof buffer);
  return size < 0 ? std::string(path) : std::string(buffer, static_cast<size_t>(size)) + "/" + path;
}

std::string path_of(int fd) {
  char buffer[PATH_MAX];
  ssize_t const size =
      ::readlink(("/proc/self/fd/" + std::to_string(fd)).c_str(), buffer, sizeof buffer);
  return size < 0 ? std::string() : std::string(buffer, static_cast<size_t>(size));
}

int errno_of(std::string const& how) {
  return how == "EIO" ? EIO : how == "EACCES" ? EACCES : ENOSPC;
}

void write_down(long number, char const* call, std::string const& path) {
  if (plan().log.empty()) {
    return;
  }
  using Open = int (*)(char const*, int, ...);
  using Write = ssize_t (*)(int, void const*, size_t);
  int const fd =
      next<Open>("open")(plan().log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  std::string const line = std::to_string(number) + " " + call + " " + path + "\n";
  if (fd >= 0) {
    (void)!next<Write>("write")(fd, line.data(), line.size());
    ::close(fd);
  }
}

enum class Verdict { kPass, kFail, kHalf };

// Called before each call that changes the disk.
Verdict judge(char const* call, std::string const& path) {
  Plan const& told = plan();
  if (told.folder.empty() || path.rfind(told.folder, 0) != 0) {
    return Verdict::kPass;
  }
  long const number = ++calls;
  write_down(number, call, path);
  if (told.at == 0 || number < told.at) {
    return Verdict::kPass;
  }
  if (told.how == "kill") {
    ::kill(::getpid(), SIGKILL);
    ::pause();
  }
  if (told.how == "short" && number == told.at) {
    return Verdict::kHalf;
  }
  errno = errno_of(told.how);
  return Verdict::kFail;
}

bool fails(char const* call, std::string const& path) {
  return judge(call, path) != Verdict::kPass;
}

mode_t mode_of(int flags, va_list arguments) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? static_cast<mode_t>(va_arg(arguments, int)) : 0;
}

}  // namespace

#define NEXT(name) next<decltype(&::name)>(#name)

extern "C" {

int open(char const* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t const mode = mode_of(flags, arguments);
  va_end(arguments);
  if ((flags & O_CREAT) != 0 && fails("open", absolute(AT_FDCWD, path))) {
    return -1;
  }
  return next<int (*)(char const*, int, ...)>("open")(path, flags, mode);
}

int open64(char const* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t const mode = mode_of(flags, arguments);
  va_end(arguments);
  if ((flags & O_CREAT) != 0 && fails("open", absolute(AT_FDCWD, path))) {
    return -1;
  }
  return next<int (*)(char const*, int, ...)>("open64")(path, flags, mode);
}

int openat(int folder, char const* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t const mode = mode_of(flags, arguments);
  va_end(arguments);
  if ((flags & O_CREAT) != 0 && fails("open", absolute(folder, path))) {
    return -1;
  }
  return next<int (*)(int, char const*, int, ...)>("openat")(folder, path, flags, mode);
}

ssize_t write(int fd, void const* bytes, size_t size) {
  Verdict const verdict = judge("write", path_of(fd));
  if (verdict == Verdict::kFail) {
    return -1;
  }
  return NEXT(write)(fd, bytes, verdict == Verdict::kHalf ? size / 2 : size);
}

ssize_t pwrite(int fd, void const* bytes, size_t size, off_t at) {
  Verdict const verdict = judge("pwrite", path_of(fd));
  if (verdict == Verdict::kFail) {
    return -1;
  }
  return NEXT(pwrite)(fd, bytes, verdict == Verdict::kHalf ? size / 2 : size, at);
}

ssize_t pwrite64(int fd, void const* bytes, size_t size, off64_t at) {
  Verdict const verdict = judge("pwrite", path_of(fd));
  if (verdict == Verdict::kFail) {
    return -1;
  }
  return NEXT(pwrite64)(fd, bytes, verdict == Verdict::kHalf ? size / 2 : size, at);
}

ssize_t writev(int fd, iovec const* parts, int count) {
  return fails("writev", path_of(fd)) ? -1 : NEXT(writev)(fd, parts, count);
}

int fsync(int fd) {
  return fails("fsync", path_of(fd)) ? -1 : NEXT(fsync)(fd);
}

int fdatasync(int fd) {
  return fails("fdatasync", path_of(fd)) ? -1 : NEXT(fdatasync)(fd);
}

int ftruncate(int fd, off_t size) noexcept {
  return fails("ftruncate", path_of(fd)) ? -1 : NEXT(ftruncate)(fd, size);
}

int rename(char const* from, char const* to) noexcept {
  return fails("rename", absolute(AT_FDCWD, to)) ? -1 : NEXT(rename)(from, to);
}

int link(char const* from, char const* to) noexcept {
  return fails("link", absolute(AT_FDCWD, to)) ? -1 : NEXT(link)(from, to);
}

int unlink(char const* path) noexcept {
  return fails("unlink", absolute(AT_FDCWD, path)) ? -1 : NEXT(unlink)(path);
}

int unlinkat(int folder, char const* path, int flags) noexcept {
  return fails("unlink", absolute(folder, path)) ? -1 : NEXT(unlinkat)(folder, path, flags);
}

int remove(char const* path) noexcept {
  return fails("remove", absolute(AT_FDCWD, path)) ? -1 : NEXT(remove)(path);
}

int rmdir(char const* path) noexcept {
  return fails("rmdir", absolute(AT_FDCWD, path)) ? -1 : NEXT(rmdir)(path);
}

int mkdir(char const* path, mode_t mode) noexcept {
  return fails("mkdir", absolute(AT_FDCWD, path)) ? -1 : NEXT(mkdir)(path, mode);
}

}  // extern "C"
