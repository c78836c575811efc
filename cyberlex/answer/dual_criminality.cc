// Seven steps, each of which leaves a trace in DualAnswer::steps.

#include "cyberlex/answer/dual_criminality.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "cyberlex/answer/dual_basis.h"
#include "cyberlex/answer/dual_caveats.h"
#include "cyberlex/answer/dual_offences.h"
#include "cyberlex/answer/dual_pairs.h"
#include "cyberlex/answer/dual_verdict.h"
#include "cyberlex/answer/find_unit.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

Error bad(std::string message, std::string where) {
  return Error{ErrorCode::kBadQuery, std::move(message), std::move(where)};
}

Status check_state(std::string const& state, std::string const& where,
                   Generation const& generation) {
  if (names_jurisdiction(generation, state) && state != "int") {
    return Ok{};
  }
  return bad("expected a state as a code of ISO 3166-1 alpha-2, found " + in_quotes(state), where);
}

Status check_concept(std::string const& offence, Taxonomy const& taxonomy) {
  if (offence.empty() || taxonomy.find("offence", offence) != nullptr) {
    return Ok{};
  }
  Nearest nearest(offence);
  for (Concept const& each : taxonomy.concepts) {
    if (each.scheme == "offence") {
      nearest.consider(each.id);
    }
  }
  return bad("unknown offence " + in_quotes(offence) + nearest.hint() +
                 "; allowed: the concepts of scheme offence",
             "offence");
}

Status check(DualRequest const& request, Generation const& generation) {
  if (Status const state = check_state(request.requesting, "requesting", generation); !state) {
    return state;
  }
  if (Status const state = check_state(request.requested, "requested", generation); !state) {
    return state;
  }
  if (request.requesting == request.requested) {
    return bad("both states are " + in_quotes(request.requesting) + "; expected two", "requested");
  }
  int const subjects = (request.offence.empty() ? 0 : 1) + (request.provision.empty() ? 0 : 1) +
                       (request.article.empty() ? 0 : 1);
  if (subjects != 1) {
    return bad(subjects == 0
                   ? "missing; expected a concept here, or a handle as provision or as article"
                   : "expected one of offence, provision and article",
               "offence");
  }
  return check_concept(request.offence, generation.taxonomy());
}

// A unit that is held, and what of it was asked for.
struct Subject {
  FoundUnit found;
  EId wanted;

  bool is_met_by(EId const& eid) const { return wanted.contains(eid) || eid.contains(wanted); }
};

Result<Subject> find_subject(Generation const& generation, std::string const& text,
                             std::string const& where, std::string const& jurisdiction) {
  Result<Handle> const handle = parse_handle(text);
  if (!handle || handle->eid.empty()) {
    return bad("expected the handle of a provision, found " + in_quotes(text), where);
  }
  Result<FoundUnit> const found = find_unit(generation, *handle);
  if (!found) {
    return found.error();
  }
  if (generation.acts().at(found->act).work.jurisdiction != jurisdiction) {
    return bad(in_quotes(text) + (jurisdiction == "int"
                                      ? " is no article of a treaty"
                                      : " is no provision of " + in_quotes(jurisdiction)),
               where);
  }
  return Subject{*found, found->portion.empty() ? found->unit : found->portion};
}

// A part is shown by an article and by the very concept: closer than an offence that meets it in an
// article alone, such as access for purposes of terrorism beside access.
bool is_twice_joined(DualPair const& pair) {
  return pair.within != Within::kWholly &&
         std::ranges::any_of(pair.links, [](DualLink const& l) { return !l.article.empty(); }) &&
         std::ranges::any_of(pair.links,
                             [](DualLink const& l) { return l.reason == "same-concept"; });
}

constexpr std::string_view kNoOffence = "no-requesting-offence";

// Answers one request.
class DualCriminality {
 public:
  DualCriminality(IndexReader const& reader, DualRequest const& request)
      : reader_(reader), generation_(reader.generation()) {
    answer_.generation = reader.shared_generation();
    answer_.request = request;
    answer_.request.requesting_on = request.requesting_on.value_or(request.as_of);
    answer_.request.requested_on = request.requested_on.value_or(request.as_of);
  }

  Status run() {
    if (Status const read = read_requesting(); !read) {
      return read;
    }
    if (Status const compared = compare_all(); !compared) {
      return compared;
    }
    note_lengths();
    HeldArticles const held(reader_, answer_.request);
    if (Status const found = find_basis(held); !found) {
      return found;
    }
    for (size_t i = 0; i < answer_.requesting.size(); ++i) {
      answer_.findings.push_back(finding_on(answer_, i));
    }
    answer_.verdict = finding_on_all(answer_.findings, reason_of_nothing_);
    return add_caveats(held);
  }

  DualAnswer take() { return std::move(answer_); }

 private:
  DualRequest const& request() const { return answer_.request; }

  void note(std::string step, std::vector<std::string> looked_at, std::vector<std::string> found,
            std::string result) {
    answer_.steps.push_back(
        {std::move(step), std::move(looked_at), std::move(found), std::move(result)});
  }

  Status read_requesting() {
    Result<StateOffences> all =
        offences_of_state(reader_, request().requesting, *request().requesting_on);
    if (!all) {
      return all.error();
    }
    Status const chosen = !request().provision.empty() ? choose_provision(*all)
                          : !request().article.empty() ? choose_article(*all)
                                                       : choose_concept(*all);
    answer_.requesting_corpus = std::move(all->corpus);
    if (answer_.requesting_corpus.offences == 0 && reason_of_nothing_ == kNoOffence) {
      reason_of_nothing_ = "requesting-not-assessed";
    }
    std::vector<std::string> handles;
    for (DualOffence const& offence : answer_.requesting) {
      handles.push_back(offence.handle);
    }
    note("requesting-law", {request().offence + request().provision + request().article},
         std::move(handles), answer_.requesting.empty() ? reason_of_nothing_ : "in-force");
    return chosen;
  }

  template <typename Wanted>
  void choose(StateOffences& all, Wanted const& wanted) {
    for (DualOffence& offence : all.offences) {
      if (wanted(offence)) {
        answer_.requesting.push_back(std::move(offence));
      }
    }
  }

  Status choose_concept(StateOffences& all) {
    choose(all, [this](DualOffence const& offence) {
      return std::ranges::any_of(offence.limb.offences, [this](std::string const& id) {
        return lies_under(generation_.taxonomy(), id, request().offence);
      });
    });
    return Ok{};
  }

  Status choose_article(StateOffences& all) {
    Result<Subject> const subject = find_subject(generation_, request().article, "article", "int");
    if (!subject) {
      return subject.error();
    }
    std::string const& treaty = generation_.acts().at(subject->found.act).work.handle;
    asked_article_ = to_string(Handle{treaty, subject->found.unit});
    choose(all, [&](DualOffence const& offence) {
      return std::ranges::any_of(offence.limb.mappings, [&](MappingRecord const& row) {
        return answers_to_article(row) && row.treaty == treaty && subject->is_met_by(row.article);
      });
    });
    return Ok{};
  }

  Status choose_provision(StateOffences& all) {
    Result<Subject> const subject =
        find_subject(generation_, request().provision, "provision", request().requesting);
    if (!subject) {
      return subject.error();
    }
    Result<DocNum> const doc = state_on(generation_, subject->found, *request().requesting_on);
    if (!doc) {
      return doc.error();
    }
    if (!in_force(generation_.columns(), *doc)) {
      reason_of_nothing_ = "requesting-not-in-force";
    }
    choose(all, [&](DualOffence const& offence) {
      return offence.doc == *doc && subject->is_met_by(offence.limb.eid);
    });
    return Ok{};
  }

  Status compare_all() {
    Result<StateOffences> all =
        offences_of_state(reader_, request().requested, *request().requested_on);
    if (!all) {
      return all.error();
    }
    Result<ArticleBook> const articles = articles_of(reader_, answer_.requesting);
    if (!articles) {
      return articles.error();
    }
    for (size_t own = 0; own < answer_.requesting.size(); ++own) {
      compare_one(own, all->offences, *articles);
    }
    keep_paired(all->offences);
    answer_.requested_corpus = std::move(all->corpus);
    note_looked(*articles, answer_.requesting_corpus);
    note_looked(*articles, answer_.requested_corpus);
    note_pairs();
    return Ok{};
  }

  void compare_one(size_t own, std::vector<DualOffence> const& others,
                   ArticleBook const& articles) {
    std::vector<DualPair> pairs;
    for (size_t other = 0; other < others.size(); ++other) {
      DualPair pair =
          compare(answer_.requesting[own], others[other], articles, generation_.taxonomy());
      pair.requesting = own;
      pair.requested = other;
      if (!pair.links.empty()) {
        pairs.push_back(std::move(pair));
      }
    }
    std::ranges::stable_sort(pairs, [](DualPair const& a, DualPair const& b) {
      return std::tuple(b.within, is_twice_joined(b), a.confidence, b.links.size()) <
             std::tuple(a.within, is_twice_joined(a), b.confidence, a.links.size());
    });
    for (DualPair& pair : pairs) {
      answer_.pairs.push_back(std::move(pair));
    }
  }

  // Keeps the offences of the requested state that stand in a pair, and renumbers the pairs.
  void keep_paired(std::vector<DualOffence>& others) {
    std::vector<size_t> place(others.size(), others.size());
    for (size_t other = 0; other < others.size(); ++other) {
      if (std::ranges::find(answer_.pairs, other, &DualPair::requested) != answer_.pairs.end()) {
        place[other] = answer_.requested.size();
        answer_.requested.push_back(std::move(others[other]));
      }
    }
    for (DualPair& pair : answer_.pairs) {
      pair.requested = place[pair.requested];
    }
  }

  // What acts in force of a state say of the articles in question.
  void note_looked(ArticleBook const& articles, DualCorpus& corpus) const {
    std::vector<ActRecord> const& acts = generation_.acts();
    for (ActNum act = 0; act < acts.size(); ++act) {
      if (acts[act].work.jurisdiction != corpus.jurisdiction ||
          act_status_on(acts[act].work, corpus.on) != LegalStatus::kInForce) {
        continue;
      }
      for (AssessedRecord const& row : acts[act].assessed) {
        if (row.valid.contains(corpus.on) && is_asked(articles, row)) {
          corpus.looked.push_back({act, &row});
        }
      }
    }
  }

  bool is_asked(ArticleBook const& articles, AssessedRecord const& row) const {
    return articles.contains({row.treaty, row.article.unit()}) ||
           to_string(Handle{row.treaty, row.article.unit()}) == asked_article_;
  }

  void note_pairs() {
    std::vector<std::string> looked_at;
    for (ActNum const act : answer_.requested_corpus.assessed) {
      looked_at.push_back(generation_.acts().at(act).work.handle);
    }
    std::vector<std::string> found;
    for (DualOffence const& offence : answer_.requested) {
      found.push_back(offence.handle);
    }
    note("requested-law", std::move(looked_at), std::move(found),
         !answer_.pairs.empty()                   ? "candidates"
         : answer_.requested_corpus.offences == 0 ? "not-assessed"
                                                  : "no-candidate");
    std::vector<std::string> strongest;
    for (size_t i = 0; i < answer_.requesting.size(); ++i) {
      if (DualPair const* const pair = strongest_pair(answer_, i)) {
        strongest.push_back(answer_.requesting[i].handle + " in " +
                            answer_.requested[pair->requested].handle + ": " +
                            std::string(name_of(pair->within)));
      }
    }
    std::string result = strongest.empty() ? "nothing-to-compare" : "compared";
    note("within", {}, std::move(strongest), std::move(result));
  }

  void note_lengths() {
    std::vector<std::string> found;
    for (auto const* side : {&answer_.requesting, &answer_.requested}) {
      for (DualOffence const& offence : *side) {
        std::string const& longest = offence.length.longest;
        found.push_back(offence.handle + ": " + (longest.empty() ? "none stated" : longest));
      }
    }
    note("length", {}, std::move(found), "listed");
  }

  Status find_basis(HeldArticles const& held) {
    Result<std::vector<DualBasis>> basis = basis_of(held, answer_);
    if (!basis) {
      return basis.error();
    }
    answer_.basis = std::move(basis).value();
    std::vector<std::string> looked_at;
    std::vector<std::string> binding;
    for (DualBasis const& each : answer_.basis) {
      std::string const& treaty = generation_.acts().at(each.treaty).work.handle;
      looked_at.push_back(treaty);
      if (each.binds == Ternary::kTrue) {
        binding.push_back(treaty);
      }
    }
    std::string result = binding.empty() ? "none-known-to-bind-both" : "binds-both";
    note("legal-basis", std::move(looked_at), std::move(binding), std::move(result));
    return Ok{};
  }

  Status add_caveats(HeldArticles const& held) {
    Result<std::vector<DualCaveat>> caveats = caveats_of(held, answer_);
    if (!caveats) {
      return caveats.error();
    }
    answer_.caveats = std::move(caveats).value();
    std::vector<std::string> ids;
    for (DualCaveat const& caveat : answer_.caveats) {
      ids.push_back(caveat.id);
    }
    note("caveats", {}, std::move(ids), "listed");
    note("verdict", {}, {answer_.verdict.reason}, std::string(name_of(answer_.verdict.verdict)));
    return Ok{};
  }

  IndexReader const& reader_;
  Generation const& generation_;
  DualAnswer answer_;
  std::string asked_article_;  // handle of the unit, or empty
  std::string reason_of_nothing_{kNoOffence};
};

}  // namespace

Result<DualAnswer> answer_dual_criminality(IndexReader const& reader, DualRequest const& request) {
  if (Status const checked = check(request, reader.generation()); !checked) {
    return checked.error();
  }
  DualCriminality work(reader, request);
  if (Status const done = work.run(); !done) {
    return done.error();
  }
  return work.take();
}

}  // namespace cyberlex
