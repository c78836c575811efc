#include "cyberlex/render/stored_hit.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "cyberlex/render/json_parts.h"

namespace cyberlex {
namespace {

constexpr std::string_view kScore = "score";

std::string as_text(rapidjson::Value const& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace

std::string stored_hit(Generation const& generation, Hit const& hit) {
  JsonOut out;
  out.object([&] { write_hit(out, generation, hit); });
  return out.finish();
}

Status write_stored_hit(JsonOut& out, std::string_view stored, double score) {
  rapidjson::Document document;
  document.Parse(stored.data(), stored.size());
  if (document.HasParseError() || !document.IsObject()) {
    return Error{ErrorCode::kDamaged, "a stored hit cannot be read"};
  }
  rapidjson::Value const& members = document;
  out.object([&] {
    for (auto member = members.MemberBegin(); member != members.MemberEnd(); ++member) {
      std::string_view const name(member->name.GetString(), member->name.GetStringLength());
      if (name == kScore) {
        out.decimal4(name, score);
      } else {
        out.raw(name, as_text(member->value));
      }
    }
  });
  return Ok{};
}

}  // namespace cyberlex
