#include "cyberlex/index/manifest.h"

#include <array>
#include <charconv>

#include "cyberlex/index/schema.h"

namespace cyberlex {
namespace {

constexpr std::string_view kFirstWord = "cyberlex-index";

// The counts, by their name in the stored form.
struct Count {
  std::string_view name;
  uint64_t Manifest::*member;
};
constexpr std::array<Count, 8> kCounts = {{
    {"documents", &Manifest::documents},
    {"provisions", &Manifest::provisions},
    {"acts", &Manifest::acts},
    {"expressions", &Manifest::expressions},
    {"limbs", &Manifest::limbs},
    {"clauses", &Manifest::clauses},
    {"mappings", &Manifest::mappings},
    {"concepts", &Manifest::concepts},
}};

Error damaged(std::string message) {
  return {ErrorCode::kDamaged, std::move(message)};
}

// Takes the line "name value\n" from the front.
bool take(std::string_view& bytes, std::string_view name, std::string_view& value) {
  size_t const end = bytes.find('\n');
  if (end == std::string_view::npos || end <= name.size() || !bytes.starts_with(name) ||
      bytes[name.size()] != ' ') {
    return false;
  }
  value = bytes.substr(name.size() + 1, end - name.size() - 1);
  bytes.remove_prefix(end + 1);
  return true;
}

template <typename T>
bool take_number(std::string_view& bytes, std::string_view name, T& number) {
  std::string_view value;
  if (!take(bytes, name, value)) {
    return false;
  }
  auto const [end, fault] = std::from_chars(value.data(), value.data() + value.size(), number);
  return fault == std::errc() && end == value.data() + value.size() &&
         value == std::to_string(number);
}

void put(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(" ").append(value).append("\n");
}

}  // namespace

// Text, one "name value" a line, the version first: any later program can say which version it met.
std::string encode(Manifest const& manifest) {
  std::string out;
  put(out, kFirstWord, std::to_string(manifest.schema));
  put(out, "engine", manifest.engine);
  put(out, "digest", manifest.digest);
  for (Count const& count : kCounts) {
    put(out, count.name, std::to_string(manifest.*count.member));
  }
  return out;
}

Result<Manifest> decode_manifest(std::string_view bytes) {
  Manifest manifest;
  if (!take_number(bytes, kFirstWord, manifest.schema)) {
    return damaged("manifest does not begin with \"" + std::string(kFirstWord) + " VERSION\"");
  }
  if (manifest.schema != schema::kVersion) {
    return damaged("index of schema version " + std::to_string(manifest.schema) +
                   ", this program reads version " + std::to_string(schema::kVersion) +
                   ": build the index anew");
  }
  std::string_view engine;
  std::string_view digest;
  bool fits = take(bytes, "engine", engine) && take(bytes, "digest", digest);
  manifest.engine = engine;
  manifest.digest = digest;
  for (Count const& count : kCounts) {
    fits = fits && take_number(bytes, count.name, manifest.*count.member);
  }
  if (!fits || !bytes.empty()) {
    return damaged("manifest has missing, unknown or malformed lines");
  }
  return manifest;
}

}  // namespace cyberlex
