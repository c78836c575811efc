#include "cyberlex/render/json_parts.h"
#include "cyberlex/render/stored_hit.h"
#include "cyberlex/shards/shard_searcher.h"

namespace cyberlex::shards {
namespace {

void write_facets(JsonOut& out, std::vector<Facet> const& facets) {
  out.object("facets", [&] {
    for (Facet const& facet : facets) {
      out.array(info_of(facet.param).name, [&] {
        for (FacetValue const& value : facet.values) {
          write_facet_value(out, value, value.label);
        }
      });
    }
  });
}

}  // namespace

Result<std::string> to_json(ShardAnswer const& answer) {
  JsonOut out;
  Status written = Ok{};
  out.object([&] {
    out.object("query", [&] { write_query(out, answer.response, true); });
    out.number("total", answer.response.total);
    out.array("hits", [&] {
      for (ShardHit const& hit : answer.hits) {
        Status const one = write_stored_hit(out, hit.data, hit.score);
        written = written ? one : written;
      }
    });
    write_facets(out, answer.response.facets);
    write_left_out(out, answer.response.facets);
    out.text_or_null("next", next_page(answer.response));
    write_corpus(out, answer.digest);
    out.number("shards", uint64_t{answer.shards});
  });
  return written ? Result<std::string>(out.finish()) : written.error();
}

}  // namespace cyberlex::shards
