#include "cyberlex/index/file_digests.h"

#include <gtest/gtest.h>

#include "cyberlex/base/file.h"
#include "tests/cyberlex/index/random_documents.h"

namespace cyberlex {
namespace {

TEST(FileDigests, FindsEveryChange) {
  TemporaryFolder const folder("seal");
  auto const write = [&](std::string const& name, std::string const& bytes) {
    ASSERT_TRUE(write_file_atomically(folder.path() + "/" + name, bytes).ok());
  };
  write("a", "alpha");
  write("b", "");
  ASSERT_TRUE(seal_folder(folder.path()).ok());
  EXPECT_EQ(check_seal(folder.path()).value(), 2U);

  write("a", "alphA");
  EXPECT_EQ(check_seal(folder.path()).error().where, folder.path() + "/a");
  write("a", "alpha");
  EXPECT_TRUE(check_seal(folder.path()).ok());

  write("c", "more");
  EXPECT_FALSE(check_seal(folder.path()).ok());
  std::filesystem::remove(folder.path() + "/c");
  std::filesystem::remove(folder.path() + "/b");
  EXPECT_FALSE(check_seal(folder.path()).ok());
  write("b", "");
  EXPECT_TRUE(check_seal(folder.path()).ok());

  std::filesystem::remove(folder.path() + "/files.sha256");
  EXPECT_EQ(check_seal(folder.path()).error().code, ErrorCode::kDamaged);
}

}  // namespace
}  // namespace cyberlex
