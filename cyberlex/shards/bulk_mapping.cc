#include <map>

#include "cyberlex/base/duration.h"
#include "cyberlex/render/json_out.h"
#include "cyberlex/search/parameters.h"
#include "cyberlex/shards/bulk_files.h"

namespace cyberlex::shards {
namespace {

// Analysers that OpenSearch ships; for other languages its "standard" one.
std::string analyser_of(std::string const& language) {
  static std::map<std::string, std::string> const kShipped = {
      {"ar", "arabic"},     {"de", "german"},  {"en", "english"}, {"es", "spanish"},
      {"fa", "persian"},    {"fr", "french"},  {"it", "italian"}, {"nl", "dutch"},
      {"pt", "portuguese"}, {"ru", "russian"}, {"tr", "turkish"}, {"sv", "swedish"}};
  auto const found = kShipped.find(language);
  return found == kShipped.end() ? "standard" : found->second;
}

void write_field(JsonOut& out, std::string_view name, std::string_view type) {
  out.object(name, [&] { out.text("type", type); });
}

// Strict, and of this type: "nested", or an object's none.
template <typename Fields>
void write_fields(JsonOut& out, std::string_view name, std::string_view type,
                  Fields const& fields) {
  out.object(name, [&] {
    out.text_if("type", type);
    out.text("dynamic", "strict");
    out.object("properties", fields);
  });
}

// A keyword for every parameter of the level.
void write_keywords(JsonOut& out, Level level) {
  for (ParamInfo const& info : parameters()) {
    if (info.level == level && info.facet && info.param != Param::kParty) {
      write_field(out, info.name, "keyword");
    }
  }
}

void write_measure(JsonOut& out, std::string_view name, bool with_unit) {
  write_fields(out, name, "nested", [&] {
    if (with_unit) {
      write_field(out, "unit", "keyword");
    }
    write_field(out, "number", "long");
    write_field(out, "unbounded", "boolean");
  });
}

void write_limbs(JsonOut& out) {
  write_fields(out, "limbs", "nested", [&] {
    write_keywords(out, Level::kLimb);
    write_fields(out, "clauses", "nested", [&] {
      write_keywords(out, Level::kClause);
      write_measure(out, "prison_reach", false);
      write_measure(out, "prison_min_reach", false);
      write_measure(out, "fine_reach", true);
    });
    write_fields(out, "mappings", "nested", [&] { write_keywords(out, Level::kMapping); });
  });
}

}  // namespace

std::string text_field(std::string const& language) {
  return "text_" + language;
}

std::string bulk_mapping(std::string const& digest, std::vector<std::string> const& languages) {
  JsonOut out;
  out.object([&] {
    out.object("settings", [&] {
      // A provision may have hundreds of mappings, each a document of its own there.
      out.number("index.mapping.nested_objects.limit", uint64_t{100'000});
    });
    write_fields(out, "mappings", "", [&] {
      for (std::string_view const name : {"handle", "eid", "kind", "number", "absent"}) {
        write_field(out, name, "keyword");
      }
      write_keywords(out, Level::kState);
      write_field(out, "valid", "date_range");
      for (std::string const& language : languages) {
        for (std::string const& field : {"heading_" + language, text_field(language)}) {
          out.object(field, [&] {
            out.text("type", "text");
            out.text("analyzer", analyser_of(language));
          });
        }
      }
      write_limbs(out);
      out.object("provision", [&] {
        out.text("type", "object");
        out.flag("enabled", false);
      });
    });
  });
  std::string text = out.finish();
  // The digest belongs into the mappings, beside their properties.
  std::string const meta = R"("_meta":{"corpus_digest":")" + digest + "\"},";
  text.insert(text.find("\"dynamic\""), meta);
  return text;
}

namespace {

std::string term(std::string const& field, std::string const& value) {
  return R"({"term":{")" + field + R"(":")" + value + "\"}}";
}

std::string nested(std::string const& path, std::string const& filters) {
  return R"({"nested":{"path":")" + path + R"(","query":{"bool":{"filter":[)" + filters + "]}}}}";
}

std::string const kGone =
    R"("must_not":[{"terms":{"status":["repealed","replaced","lapsed","struck-down"]}}])";

// What stands on a day and is not gone.
std::string on_day(std::string const& filters, std::string const& rest = "") {
  return R"({"size":10000,"_source":["handle"],"query":{"bool":{"filter":[)" +
         term("valid", "2025-01-01") + (filters.empty() ? "" : "," + filters) + "]," + kGone +
         "}}" + rest + "}\n";
}

std::string four_years_or_more() {
  std::string const at_least = std::to_string(Duration{.years = 4}.scale());
  return nested("limbs.clauses.prison_reach",
                term("limbs.clauses.prison_reach.unbounded", "true") +
                    R"(,{"range":{"limbs.clauses.prison_reach.number":{"gte":)" + at_least + "}}}");
}

}  // namespace

std::vector<BulkQuery> bulk_queries() {
  return {
      {"day.json", "everything that stands on 1 January 2025", on_day("")},
      {"facet.json", "Nigeria's and Iran's provisions, counted by status and by offence",
       on_day(
           R"({"terms":{"jurisdiction":["ng","ir"]}})",
           R"(,"aggs":{"status":{"terms":{"field":"status","size":100}},)"
           R"("limbs":{"nested":{"path":"limbs"},"aggs":{"offence":{"terms":)"
           R"({"field":"limbs.offence","size":1000},"aggs":{"provisions":{"reverse_nested":{}}}}}}})")},
      {"limb.json",
       "illegal access with a term of four years or more, both on one limb of the provision",
       on_day(nested("limbs", term("limbs.offence", "illegal-access") + "," +
                                  nested("limbs.clauses", four_years_or_more())))},
      {"article.json", "what is mapped to article 7 of the UN Convention against Cybercrime",
       on_day(nested("limbs", nested("limbs.mappings", term("limbs.mappings.article", "unc/7"))))},
      {"chapter.json", "what is mapped to any article of the Budapest Convention",
       on_day(
           nested("limbs", nested("limbs.mappings", term("limbs.mappings.article", "budapest"))))},
      {"text.json", "\"sistema informático\" in Spanish, the best first",
       R"({"query":{"bool":{"must":[{"match_phrase":{"text_es":"sistema informático"}}],"filter":[)" +
           term("valid", "2025-01-01") + "]," + kGone + "}}}\n"},
  };
}

}  // namespace cyberlex::shards
