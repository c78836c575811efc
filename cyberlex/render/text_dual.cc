#include <algorithm>
#include <array>

#include "cyberlex/answer/dual_criminality.h"
#include "cyberlex/answer/labels.h"
#include "cyberlex/render/text.h"
#include "cyberlex/render/text_facts.h"
#include "cyberlex/render/text_layout.h"
#include "cyberlex/render/text_penalty.h"

namespace cyberlex {
namespace {

std::string mark(Confidence confidence) {
  return " [" + std::string(name_of(confidence)) + ']';
}

std::string subject_text(DualAnswer const& answer) {
  DualRequest const& request = answer.request;
  return request.offence.empty()
             ? request.provision + request.article
             : concept_label(answer.generation->taxonomy(), "offence", request.offence);
}

std::string state_text(std::string const& state, Date day) {
  return country_name(state) + ", law of " + day.to_string();
}

std::string finding_text(DualFinding const& finding) {
  std::string out(name_of(finding.verdict));
  out += " (" + finding.reason + ')';
  return finding.confidence ? out + mark(*finding.confidence) : out;
}

std::string test_text(std::string_view name, std::optional<Derived> const& derived) {
  std::string const out = "; " + std::string(name) + ": ";
  if (!derived) {
    return out + "no penalty recorded";
  }
  std::string_view const value = derived->value == Ternary::kTrue    ? "yes"
                                 : derived->value == Ternary::kFalse ? "no"
                                                                     : "unknown";
  return out + std::string(value) + " (" + derived->reason + ')';
}

// "up to 5 years", "life".
std::string longest_text(std::string const& longest) {
  Result<Duration> const term = Duration::parse(longest);
  return longest.empty() ? "no term stated" : term ? "up to " + term_text(*term) : longest;
}

std::string length_text(DualLength const& length) {
  return longest_text(length.longest) + test_text("one year", length.one_year) +
         test_text("four years", length.serious) + mark(length.confidence);
}

std::string elements_text(LimbRecord const& limb) {
  std::string out;
  for (auto const& [name, text] : limb.elements) {
    out += (out.empty() ? "" : "; ") + readable(name) + ": " + text;
  }
  return out;
}

std::string labelled_if(std::string_view label, std::string const& text, size_t indent) {
  return text.empty() ? "" : labelled(label, text, indent);
}

std::string link_text(DualLink const& link) {
  if (link.article.empty()) {
    return "concepts " + link.requesting_concept + " and " + link.requested_concept + ": " +
           std::string(name_of(link.within)) + " (" + link.reason + ')';
  }
  return link.article + ", " + std::string(name_of(link.requesting_row->relation)) + " and " +
         std::string(name_of(link.requested_row->relation)) + ": " +
         std::string(name_of(link.within)) + " (" + link.reason + ')' + mark(link.confidence);
}

std::string side_text(std::string_view label, DualElements const& elements) {
  std::string out;
  if (!elements.missing.empty()) {
    out += labelled("", std::string(label) + " lacks: " + joined(elements.missing, "; "), 4);
  }
  if (!elements.added.empty()) {
    out += labelled("", std::string(label) + " adds: " + joined(elements.added, "; "), 4);
  }
  return out;
}

// "ng/cybercrimes-act-2015/sec_8 — System interference"
std::string name_text(std::string const& handle, DualOffence const& offence) {
  return offence.heading.empty() ? handle : handle + " — " + offence.heading;
}

std::string pair_head(DualAnswer const& answer, DualPair const& pair) {
  DualOffence const& other = answer.requested.at(pair.requested);
  return name_text(other.handle, other) + ": " + std::string(name_of(pair.within)) + " (" +
         pair.reason + ')' + mark(pair.confidence);
}

// The strongest pair of an offence, with all that is recorded.
std::string pair_text(DualAnswer const& answer, DualPair const& pair) {
  DualOffence const& other = answer.requested.at(pair.requested);
  std::string out = labelled("within", pair_head(answer, pair), 2);
  for (DualLink const& link : pair.links) {
    out += labelled("by", link_text(link), 4);
  }
  out += side_text(answer.request.requesting, pair.requesting_elements);
  out += side_text(answer.request.requested, pair.requested_elements);
  out += labelled_if("elements", elements_text(other.limb), 4);
  return out + labelled("length", length_text(other.length), 4);
}

std::string offence_text(DualAnswer const& answer, size_t place) {
  DualOffence const& offence = answer.requesting.at(place);
  std::string out = '\n' + name_text(bold(offence.handle), offence) + '\n';
  out += labelled("verdict", finding_text(answer.findings.at(place)), 2);
  out += labelled(
      "offence", concepts_text(answer.generation->taxonomy(), "offence", offence.limb.offences), 2);
  out += labelled_if("elements", elements_text(offence.limb), 2);
  out += labelled("length", length_text(offence.length), 2);
  bool first = true;
  for (DualPair const& pair : answer.pairs) {
    if (pair.requesting == place) {
      out += first ? pair_text(answer, pair) : labelled("or", pair_head(answer, pair), 2);
      first = false;
    }
  }
  return out;
}

std::string standing_text(std::string const& state, StandingChange const* standing,
                          StandingBefore before) {
  if (standing == nullptr) {
    return country_name(state) +
           (before == StandingBefore::kUnknown ? " not known" : " not yet a party");
  }
  return country_name(state) + ' ' + std::string(name_of(standing->value)) + " since " +
         standing->from.to_string() + mark(standing->provenance.confidence);
}

bool concerns_article(Reservation const& row, DualBasis const& basis, Work const& treaty) {
  return row.articles.empty() || std::ranges::any_of(row.articles, [&](EId const& eid) {
           return std::ranges::any_of(basis.articles, [&](DualArticle const& each) {
             std::string const whole = to_string(Handle{treaty.handle, eid});
             return each.handle == whole;
           });
         });
}

std::string reservations_text(std::string const& state, StandingChange const* standing,
                              DualBasis const& basis, Work const& treaty) {
  std::string out;
  for (Reservation const& row :
       standing == nullptr ? std::vector<Reservation>() : standing->reservations) {
    if (concerns_article(row, basis, treaty)) {
      out += labelled("",
                      row.kind + " of " + country_name(state) + ": " + row.note +
                          mark(row.provenance.confidence),
                      2);
    }
  }
  return out;
}

std::string reach_text(DualAnswer const& answer, DualReach const& reach) {
  std::string const& handle = answer.requesting.at(reach.offence).handle;
  std::string out = handle + (reach.articles.empty() ? " only as serious crime"
                                                     : " by " + joined(reach.articles, ", "));
  if (reach.rule.empty()) {
    return out + ", no length of its own";
  }
  std::string_view const value = reach.length == Ternary::kTrue    ? "reached by both"
                                 : reach.length == Ternary::kFalse ? "not reached by both"
                                                                   : "not known of both";
  std::string const other =
      reach.counterpart ? " with " + answer.requested.at(*reach.counterpart).handle : "";
  std::string_view const length = reach.articles.empty() ? "four years" : "one year";
  return out + "; " + std::string(length) + ": " + std::string(value) + other;
}

// Articles by whom they bind: "binding both: untoc/16; not known to bind either: unc/37".
std::string articles_text(DualRequest const& request, std::vector<DualArticle> const& articles) {
  std::array<std::string, 4> lists;
  for (DualArticle const& each : articles) {
    std::string& list =
        lists.at((each.binds_requesting ? 1U : 0U) + (each.binds_requested ? 2U : 0U));
    list += (list.empty() ? "" : ", ") + each.handle;
    list += each.confidence == Confidence::kVerified ? "" : mark(each.confidence);
  }
  std::string out;
  auto const add = [&out](std::string const& whom, std::string const& list) {
    if (!list.empty()) {
      out += out.empty() ? "" : "; ";
      out += (whom.empty() ? "not known to bind either" : "binding " + whom) + ": " + list;
    }
  };
  add("both", lists[3]);
  add(request.requesting, lists[1]);
  add(request.requested, lists[2]);
  add("", lists[0]);
  return out;
}

std::string binds_text(DualBasis const& basis) {
  if (!basis.in_force) {
    return "not in force";
  }
  if (basis.binds == Ternary::kTrue) {
    bool const sure = !basis.confidence || *basis.confidence == Confidence::kVerified;
    return "binds both" + (sure ? std::string() : mark(*basis.confidence));
  }
  return basis.binds == Ternary::kFalse ? "does not bind both" : "not known whether it binds both";
}

std::string basis_text(DualAnswer const& answer, DualBasis const& basis) {
  Work const& treaty = answer.generation->acts().at(basis.treaty).work;
  std::string out = "  " + display_title(treaty) + ": " + binds_text(basis) + '\n';
  out += labelled(
      "standing",
      standing_text(answer.request.requesting, basis.requesting, basis.requesting_before) + "; " +
          standing_text(answer.request.requested, basis.requested, basis.requested_before),
      4);
  out += reservations_text(answer.request.requesting, basis.requesting, basis, treaty);
  out += reservations_text(answer.request.requested, basis.requested, basis, treaty);
  std::vector<std::string> handles;
  for (DualArticle const& each : basis.articles) {
    handles.push_back(each.handle + " (" + readable(each.role) + ')');
  }
  out += labelled("articles", joined(handles, ", "), 4);
  for (DualReach const& reach : basis.reach) {
    out +=
        basis.binds != Ternary::kFalse ? labelled("may reach", reach_text(answer, reach), 4) : "";
  }
  return out;
}

std::string caveat_text(DualRequest const& request, DualCaveat const& caveat) {
  std::string const articles = articles_text(request, caveat.articles);
  std::string out = wrapped(readable(caveat.id) + ": " + caveat.text, "  ", "    ");
  out += caveat.limbs.empty() ? "" : wrapped(joined(caveat.limbs, ", "), "    ", "    ");
  return articles.empty() ? out : out + wrapped(articles, "    ", "    ");
}

std::string held_text(Generation const& generation, DualCorpus const& corpus) {
  std::string out = country_name(corpus.jurisdiction) + " on " + corpus.on.to_string() + ": " +
                    counted(corpus.acts, "act") + ", " + counted(corpus.provisions, "provision") +
                    " in force, " + counted(corpus.offences, "annotated offence");
  std::vector<std::string> acts;
  for (ActNum const act : corpus.assessed) {
    acts.push_back(generation.acts().at(act).work.handle);
  }
  out = wrapped(out + (acts.empty() ? "" : " in " + joined(acts, ", ")), "  ", "    ");
  for (MatrixAssessed const& looked : corpus.looked) {
    Handle const article{looked.row->treaty, looked.row->article};
    out += wrapped(to_string(article) + ": " +
                       (looked.row->elsewhere.empty() ? "looked for, not found"
                                                      : "elsewhere: " + looked.row->elsewhere),
                   "    ", "      ");
  }
  return out;
}

std::string step_text(DualStep const& step) {
  std::string out = step.step + ": " + step.result;
  out += step.looked_at.empty() ? "" : "; looked at " + joined(step.looked_at, ", ");
  out += step.found.empty() ? "" : "; found " + joined(step.found, ", ");
  return wrapped(out, "  ", "    ");
}

std::string below_text(DualAnswer const& answer) {
  std::string out = '\n' + bold("Legal basis, on " + answer.request.as_of.to_string()) + '\n';
  for (DualBasis const& basis : answer.basis) {
    out += basis_text(answer, basis);
  }
  out += answer.basis.empty() ? "  No treaty on cooperation is held.\n" : "";
  out += '\n' + bold("To look at") + '\n';
  for (DualCaveat const& caveat : answer.caveats) {
    out += caveat_text(answer.request, caveat);
  }
  out += '\n' + bold("What is held") + '\n';
  out += held_text(*answer.generation, answer.requesting_corpus);
  out += held_text(*answer.generation, answer.requested_corpus);
  out += '\n' + bold("Steps") + '\n';
  for (DualStep const& step : answer.steps) {
    out += step_text(step);
  }
  return out;
}

}  // namespace

std::string to_text(DualAnswer const& answer) {
  DualRequest const& request = answer.request;
  std::string out = bold("Dual criminality: " + subject_text(answer)) + '\n';
  out += labelled("requesting", state_text(request.requesting, *request.requesting_on));
  out += labelled("requested", state_text(request.requested, *request.requested_on));
  out += labelled("verdict", finding_text(answer.verdict));
  out += wrapped("What the corpus shows of the two laws; no finding is an answer to a request.", "",
                 "");
  for (size_t place = 0; place < answer.requesting.size(); ++place) {
    out += offence_text(answer, place);
  }
  return out + below_text(answer);
}

}  // namespace cyberlex
