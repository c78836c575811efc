#include "cyberlex/answer/dual_criminality.h"
#include "cyberlex/answer/labels.h"
#include "cyberlex/render/json.h"
#include "cyberlex/render/json_parts.h"

namespace cyberlex {
namespace {

void write_state(JsonOut& out, std::string_view name, std::string const& state, Date day) {
  out.object(name, [&] {
    out.text("jurisdiction", state);
    out.text("name", country_name(state));
    out.text("on", day.to_string());
  });
}

void write_finding(JsonOut& out, DualFinding const& finding) {
  out.object("verdict", [&] {
    out.text("value", name_of(finding.verdict));
    out.text("reason", finding.reason);
    out.text_or_null("within", finding.within ? name_of(*finding.within) : "");
    out.text_or_null("confidence", finding.confidence ? name_of(*finding.confidence) : "");
  });
}

void write_length(JsonOut& out, Work const& work, DualOffence const& offence) {
  DualLength const& length = offence.length;
  out.object("length", [&] {
    out.text_or_null("longest", length.longest);
    write_derived(out, "one_year", length.one_year);
    write_derived(out, "serious", length.serious);
    out.text("confidence", name_of(length.confidence));
  });
  write_penalties(out, work, {&offence.limb, 1});
}

void write_offence(JsonOut& out, Generation const& generation, DualOffence const& offence) {
  ActContext const context{generation, generation.acts().at(offence.act)};
  out.text("handle", offence.handle);
  out.text("act", context.act.work.handle);
  out.text("heading", offence.heading);
  out.texts("offences", offence.limb.offences);
  out.object("elements", [&] {
    for (auto const& [name, text] : offence.limb.elements) {
      out.text(name, text);
    }
  });
  write_length(out, context.act.work, offence);
  out.array("defences", [&] {
    for (Assessment const& each : offence.limb.defences) {
      out.object([&] { write_assessment(out, context, "defence", each); });
    }
  });
  out.array("concerns", [&] {
    for (Concern const& each : offence.limb.concerns) {
      out.object([&] { write_concern(out, context, each); });
    }
  });
  std::vector<Decision> decisions;
  for (Decision const* each : offence.decisions) {
    decisions.push_back(*each);
  }
  write_decisions(out, context.act.work, decisions);
  out.text("confidence", name_of(offence.confidence));
}

void write_row(JsonOut& out, Generation const& generation, std::string_view name,
               std::optional<MappingRecord> const& row) {
  if (row) {
    out.object(name, [&] { write_mapping(out, generation, *row); });
  }
}

void write_link(JsonOut& out, Generation const& generation, DualLink const& link) {
  out.text_if("article", link.article);
  if (!link.requesting_concept.empty()) {
    out.texts("concepts", {link.requesting_concept, link.requested_concept});
  }
  out.text("within", name_of(link.within));
  out.text("reason", link.reason);
  out.texts_if("demands", link.demands);
  out.text("confidence", name_of(link.confidence));
  write_row(out, generation, "requesting_mapping", link.requesting_row);
  write_row(out, generation, "requested_mapping", link.requested_row);
}

void write_elements(JsonOut& out, std::string_view name, DualElements const& elements) {
  out.object(name, [&] {
    out.texts("missing", elements.missing);
    out.texts("added", elements.added);
  });
}

void write_pair(JsonOut& out, DualAnswer const& answer, DualPair const& pair) {
  out.text("requesting", answer.requesting.at(pair.requesting).handle);
  out.text("requested", answer.requested.at(pair.requested).handle);
  out.text("within", name_of(pair.within));
  out.text("reason", pair.reason);
  out.text("confidence", name_of(pair.confidence));
  write_elements(out, "requesting_elements", pair.requesting_elements);
  write_elements(out, "requested_elements", pair.requested_elements);
  out.array("links", [&] {
    for (DualLink const& link : pair.links) {
      out.object([&] { write_link(out, *answer.generation, link); });
    }
  });
}

void write_standing(JsonOut& out, std::string_view name, Work const& treaty,
                    StandingChange const* standing) {
  if (standing == nullptr) {
    out.null(name);
    return;
  }
  out.object(name, [&] { write_standing_change(out, treaty, *standing); });
}

// "binds": the states that are bound.
void write_binds(JsonOut& out, DualRequest const& request, DualArticle const& article) {
  out.array("binds", [&] {
    if (article.binds_requesting) {
      out.value(request.requesting);
    }
    if (article.binds_requested) {
      out.value(request.requested);
    }
  });
}

void write_articles(JsonOut& out, DualRequest const& request,
                    std::vector<DualArticle> const& articles) {
  out.array("articles", [&] {
    for (DualArticle const& each : articles) {
      out.object([&] {
        out.text("handle", each.handle);
        out.text_if("role", each.role);
        out.text("confidence", name_of(each.confidence));
        write_binds(out, request, each);
      });
    }
  });
}

void write_reach(JsonOut& out, DualAnswer const& answer, DualReach const& reach) {
  out.text("offence", answer.requesting.at(reach.offence).handle);
  out.texts("articles", reach.articles);
  out.text_or_null("counterpart",
                   reach.counterpart ? answer.requested.at(*reach.counterpart).handle : "");
  out.text_or_null("rule", reach.rule);
  out.text_or_null("reached", reach.rule.empty() ? "" : name_of(reach.length));
}

void write_basis(JsonOut& out, DualAnswer const& answer, DualBasis const& basis) {
  Work const& treaty = answer.generation->acts().at(basis.treaty).work;
  out.object("treaty", [&] { write_act_members(out, treaty); });
  out.flag("in_force", basis.in_force);
  out.text("binds_both", name_of(basis.binds));
  out.text_or_null("confidence", basis.confidence ? name_of(*basis.confidence) : "");
  write_standing(out, "requesting", treaty, basis.requesting);
  write_standing(out, "requested", treaty, basis.requested);
  write_articles(out, answer.request, basis.articles);
  out.array("extradition", [&] {
    for (DualReach const& reach : basis.reach) {
      out.object([&] { write_reach(out, answer, reach); });
    }
  });
}

void write_caveat(JsonOut& out, DualRequest const& request, DualCaveat const& caveat) {
  out.text("id", caveat.id);
  out.text("text", caveat.text);
  write_articles(out, request, caveat.articles);
  out.texts("offences", caveat.limbs);
}

void write_step(JsonOut& out, DualStep const& step) {
  out.text("step", step.step);
  out.texts("looked_at", step.looked_at);
  out.texts("found", step.found);
  out.text("result", step.result);
}

void write_looked(JsonOut& out, Generation const& generation, MatrixAssessed const& looked) {
  Work const& work = generation.acts().at(looked.act).work;
  out.text("act", work.handle);
  out.text("article", to_string(Handle{looked.row->treaty, looked.row->article}));
  out.text_if("elsewhere", looked.row->elsewhere);
  if (!looked.row->read.empty()) {
    write_reading(out, work, looked.row->read);
  }
  out.text("rationale", looked.row->rationale);
  out.text("confidence", name_of(looked.row->confidence));
}

void write_held(JsonOut& out, std::string_view name, Generation const& generation,
                DualCorpus const& corpus) {
  out.object(name, [&] {
    out.number("acts", corpus.acts);
    out.number("provisions", corpus.provisions);
    out.number("offences", corpus.offences);
    out.array("assessed_acts", [&] {
      for (ActNum const act : corpus.assessed) {
        out.value(generation.acts().at(act).work.handle);
      }
    });
    out.array("gaps", [&] {
      for (ActNum const act : corpus.gaps) {
        Work const& work = generation.acts().at(act).work;
        for (Gap const& gap : work.gaps) {
          out.object([&] {
            out.text("act", work.handle);
            out.text("what", gap.what);
            write_handles(out, "provisions", work, gap.provisions);
          });
        }
      }
    });
    out.array("looked_for", [&] {
      for (MatrixAssessed const& looked : corpus.looked) {
        out.object([&] { write_looked(out, generation, looked); });
      }
    });
  });
}

// An array of objects, one an item.
template <typename Items, typename Write>
void write_each(JsonOut& out, std::string_view name, Items const& items, Write const& write) {
  out.array(name, [&] {
    for (auto const& item : items) {
      out.object([&] { write(item); });
    }
  });
}

void write_question(JsonOut& out, DualRequest const& request) {
  out.text("as_of", request.as_of.to_string());
  write_state(out, "requesting", request.requesting, *request.requesting_on);
  write_state(out, "requested", request.requested, *request.requested_on);
  out.text_if("offence", request.offence);
  out.text_if("provision", request.provision);
  out.text_if("article", request.article);
}

void write_offences(JsonOut& out, DualAnswer const& answer) {
  Generation const& generation = *answer.generation;
  out.array("offences", [&] {
    for (size_t i = 0; i < answer.requesting.size(); ++i) {
      out.object([&] {
        write_offence(out, generation, answer.requesting[i]);
        write_finding(out, answer.findings[i]);
      });
    }
  });
  write_each(out, "counterparts", answer.requested,
             [&](DualOffence const& each) { write_offence(out, generation, each); });
  write_each(out, "pairs", answer.pairs,
             [&](DualPair const& each) { write_pair(out, answer, each); });
}

}  // namespace

std::string to_json(DualAnswer const& answer) {
  Generation const& generation = *answer.generation;
  JsonOut out;
  out.object([&] {
    write_question(out, answer.request);
    write_finding(out, answer.verdict);
    write_offences(out, answer);
    write_each(out, "legal_basis", answer.basis,
               [&](DualBasis const& each) { write_basis(out, answer, each); });
    write_each(out, "caveats", answer.caveats,
               [&](DualCaveat const& each) { write_caveat(out, answer.request, each); });
    write_each(out, "steps", answer.steps, [&](DualStep const& each) { write_step(out, each); });
    out.object("held", [&] {
      write_held(out, "requesting", generation, answer.requesting_corpus);
      write_held(out, "requested", generation, answer.requested_corpus);
    });
    write_corpus(out, generation);
  });
  return out.finish();
}

}  // namespace cyberlex
