#include "cyberlex/answer/labels.h"
#include "cyberlex/render/json.h"
#include "cyberlex/render/json_parts.h"

namespace cyberlex {
namespace {

void write_confidence(JsonOut& out, std::string_view name, ByConfidence const& counts) {
  out.object(name, [&] {
    out.number("total", counts.total());
    out.number("verified", counts.verified);
    out.number("recalled", counts.recalled);
    out.number("conflict", counts.conflict);
  });
}

// An object of counts by name.
template <typename Key, typename NameOf>
void write_counts(JsonOut& out, std::string_view name, std::map<Key, uint64_t> const& counts,
                  NameOf const& name_of_key) {
  out.object(name, [&] {
    for (auto const& [key, count] : counts) {
      out.number(name_of_key(key), count);
    }
  });
}

void write_act(JsonOut& out, Generation const& generation, ActCoverage const& row) {
  auto const plain = [](std::string const& name) { return std::string_view(name); };
  auto const named = [](auto value) { return name_of(value); };
  write_act_members(out, generation.acts().at(row.act).work);
  out.number("provisions", row.provisions);
  out.number("not_assessed", row.not_assessed);
  write_confidence(out, "texts", row.texts);
  write_counts(out, "languages", row.languages, plain);
  write_counts(out, "text_kinds", row.kinds, named);
  write_confidence(out, "limbs", row.limbs);
  out.number("offences", row.offences);
  out.number("powers", row.powers);
  write_confidence(out, "penalties", row.penalties);
  write_confidence(out, "mappings", row.mappings);
  out.number("outside", row.outside);
  write_counts(out, "safeguards", row.safeguards, named);
  write_counts(out, "defences", row.defences, named);
}

void write_treaties(JsonOut& out, CoverageAnswer const& answer) {
  out.array("treaties", [&] {
    for (TreatyCoverage const& row : answer.treaties) {
      out.object([&] {
        out.text("convention", row.treaty);
        out.text("jurisdiction", row.jurisdiction);
        write_counts(out, "articles", row.articles, [](Coverage value) { return name_of(value); });
      });
    }
  });
}

void write_missing(JsonOut& out, CoverageAnswer const& answer) {
  out.array("gaps", [&] {
    for (KnownGap const& gap : answer.gaps) {
      out.object([&] {
        out.text("act", gap.act);
        out.text("what", gap.what);
        out.texts("provisions", gap.provisions);
      });
    }
  });
  out.array("elsewhere", [&] {
    for (NamedElsewhere const& row : answer.elsewhere) {
      out.object([&] {
        out.text("jurisdiction", row.jurisdiction);
        out.text("name", row.name);
        out.texts("named_by", row.named_by);
      });
    }
  });
}

}  // namespace

void write_coverage_members(JsonOut& out, CoverageAnswer const& answer) {
  out.array("acts", [&] {
    for (ActCoverage const& row : answer.acts) {
      out.object([&] { write_act(out, *answer.generation, row); });
    }
  });
  out.array("unannotated", [&] {
    for (UnannotatedActs const& row : answer.unannotated) {
      out.object([&] {
        out.text("jurisdiction", row.jurisdiction);
        out.number("acts", row.acts);
        out.number("provisions", row.provisions);
        write_counts(out, "languages", row.languages,
                     [](std::string const& name) { return std::string_view(name); });
      });
    }
  });
  write_treaties(out, answer);
  write_missing(out, answer);
}

std::string to_json(CoverageAnswer const& answer) {
  JsonOut out;
  out.object([&] {
    out.text("as_of", answer.as_of.to_string());
    write_coverage_members(out, answer);
    write_corpus(out, *answer.generation);
  });
  return out.finish();
}

}  // namespace cyberlex
