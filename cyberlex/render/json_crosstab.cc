#include "cyberlex/answer/labels.h"
#include "cyberlex/render/json.h"
#include "cyberlex/render/json_parts.h"

namespace cyberlex {
namespace {

constexpr std::string_view kNote =
    "Every number counts distinct provisions. A provision may have several values of a facet, so a "
    "total may be below the sum of its cells.";

void write_side(JsonOut& out, std::string_view name, Generation const& generation,
                Facet const& side) {
  out.object(name, [&] {
    out.text("facet", info_of(side.param).name);
    write_facet_values(out, "values", generation, side);
  });
}

}  // namespace

std::string to_json(CrosstabAnswer const& answer) {
  Generation const& generation = *answer.found.generation;
  size_t const width = answer.cols.values.size();
  JsonOut out;
  out.object([&] {
    out.object("query", [&] { write_query(out, answer.found, false); });
    out.number("total", answer.found.total);
    out.text("note", kNote);
    write_side(out, "rows", generation, answer.rows);
    write_side(out, "cols", generation, answer.cols);
    out.array("cells", [&] {
      for (size_t row = 0; row < answer.rows.values.size(); ++row) {
        out.numbers(std::span(answer.cells).subspan(row * width, width));
      }
    });
    write_corpus(out, generation);
  });
  return out.finish();
}

}  // namespace cyberlex
