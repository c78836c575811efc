#include "cyberlex/render/json.h"
#include "cyberlex/render/json_out.h"

namespace cyberlex {

std::string to_json(Problem const& problem) {
  JsonOut out;
  out.object([&] {
    out.text("type", problem.type);
    out.text("title", problem.title);
    out.number("status", int64_t{problem.status});
    out.text("detail", problem.detail);
    out.text_if("instance", problem.instance);
    out.text_if("parameter", problem.parameter);
    if (problem.position) {
      out.number("position", uint64_t{*problem.position});
    }
  });
  return out.finish();
}

}  // namespace cyberlex
