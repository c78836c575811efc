// Small random laws for property tests.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "cyberlex/index/document.h"
#include "cyberlex/index/writer.h"
#include "tests/cyberlex/index/random_words.h"
#include "tests/cyberlex/index/temporary_folder.h"

namespace cyberlex {

// Everything write_generation takes.
struct Laws {
  std::vector<ActRecord> acts;
  Taxonomy taxonomy;
  std::vector<IndexDocument> documents;
};

class RandomLaws : public RandomWords {
 public:
  using RandomWords::RandomWords;

  Laws make(size_t acts, size_t units) {
    Laws laws;
    for (size_t act = 0; act < acts; ++act) {
      laws.acts.push_back(act_record(act));
      for (size_t unit = 0; unit < units; ++unit) {
        add_states(static_cast<ActNum>(act), unit, laws.documents);
      }
    }
    std::sort(laws.acts.begin(), laws.acts.end(), [](ActRecord const& a, ActRecord const& b) {
      return std::pair(a.work.jurisdiction, a.work.handle) <
             std::pair(b.work.jurisdiction, b.work.handle);
    });
    Concept illegal_access;
    illegal_access.id = "illegal-access";
    illegal_access.scheme = "offence";
    illegal_access.pref = {{"en", "illegal access"}, {"fa", "دسترسی غیرمجاز"}};
    illegal_access.alt = {{"en", {"hacking"}}};
    laws.taxonomy.concepts.push_back(illegal_access);
    return laws;
  }

  IndexDocument document(ActNum act, EId eid, Interval valid) {
    IndexDocument out;
    ProvisionRecord& record = out.record;
    record.act = act;
    record.eid = std::move(eid);
    record.num = word();
    record.path = {{ProvisionKind::kPart, make_eid("part_1"), word(), words(3)}};
    record.valid = valid;
    record.status = pick<LegalStatus>();
    record.klass = pick<ProvisionClass>();
    for (size_t i = number(3); i > 0; --i) {
      std::string const language = one_of({"en", "es", "fa", "zz"});
      TextKind const kind = pick<TextKind>();
      record.texts.push_back({language, kind, Date(static_cast<int32_t>(number(20'000))), words(4),
                              provenance(), pick<Confidence>()});
      out.texts.push_back({language, kind, {block(record.eid), block(record.eid)}});
    }
    for (size_t i = number(3); i > 0; --i) {
      record.limbs.push_back(limb(record.eid));
    }
    return out;
  }

 private:
  TextBlock block(EId const& unit) {
    return {make_eid(unit.text() + "__subsec_" + std::to_string(number(9))),
            static_cast<uint8_t>(number(4)), word(), words(30)};
  }

  ActRecord act_record(size_t number_of_act) {
    ActRecord record;
    Work& work = record.work;
    work.jurisdiction = number_of_act % 3 == 0 ? "int" : "ng";
    work.handle = number_of_act % 3 == 0 ? "treaty-" + std::to_string(number_of_act)
                                         : "ng/act-" + std::to_string(number_of_act);
    work.iri = "/akn/" + work.jurisdiction + "/act/2015/" + std::to_string(number_of_act);
    work.rank = one_of({"act", "ley", "treaty"});
    work.year = static_cast<int>(number(3)) * 1000;
    work.title = {{"en", words(5)}, {"es", words(5)}};
    work.names = list({"The Act", "Ley"});
    work.status = {{Date(100), pick<LegalStatus>(), provenance()}};
    work.events = {{Date(100), "enacted", word(), {change()}, words(3), provenance()}};
    work.decisions = {
        {"d1", word(), word(), word(), Date(-5), {}, words(9), words(2), provenance()}};
    work.standing = {standing()};
    work.parallel = {numbering()};
    work.readings = {{"whole", {words(5), "Cyberlex", Date(9), list({"gazette"})}}};
    work.gaps = {{words(4), {make_eid("sec_2")}}};
    work.sources = {{"gazette", {words(3), "", word(), "2015-05-15", ""}}};
    record.expressions = {{"en", Date(100), pick<TextKind>()}};
    record.assessed = {{"unc",
                        make_eid("art_8"),
                        "whole",
                        "",
                        words(5),
                        {Date(1), Date(8)},
                        pick<Confidence>(),
                        {{words(2), "", "", "", ""}},
                        word(),
                        word(),
                        Date(3)}};
    return record;
  }

  ActChange change() {
    return {{make_eid("sec_1")}, "substitution", list({"ng/other/sec_2"}), words(3)};
  }

  ParallelNumbering numbering() {
    ParallelNumbering out;
    out.handle = "ng/other";
    out.iri = "/akn/ng/act/2000/other";
    out.title = {{"en", word()}};
    out.names = list({"Old Act"});
    out.first = make_eid("art_1");
    out.last = make_eid("art_9");
    out.offset = static_cast<int>(number(900));
    out.provenance = provenance();
    return out;
  }

  StandingChange standing() {
    StandingChange out{"ng",    Date(7), pick<Standing>(), "accession",
                       Date(6), {},      word(),           provenance()};
    out.reservations = {{{make_eid("art_9")}, "reservation", words(3), provenance()}};
    return out;
  }

  Assessment assessment(std::vector<std::string> const& concepts) {
    return {one_of(concepts),
            pick<AssessmentValue>(),
            list({"ng/other/sec_2"}),
            word(),
            word(),
            words(2),
            provenance()};
  }

  void add_states(ActNum act, size_t unit, std::vector<IndexDocument>& out) {
    EId const eid = make_eid("sec_" + std::to_string(unit + 1));
    int32_t from = static_cast<int32_t>(number(1000));
    for (size_t states = 1 + number(3); states > 0; --states) {
      int32_t const to = from + 1 + static_cast<int32_t>(number(1000));
      out.push_back(document(act, eid, {Date(from), states == 1 ? kEndOfTime : Date(to)}));
      from = to;
    }
  }

  LimbRecord limb(EId const& unit) {
    LimbRecord out;
    out.eid = make_eid(unit.text() + "__subsec_" + std::to_string(number(9)));
    out.offences = list({"illegal-access", "data-interference", "fraud"});
    out.elements = {{"conduct", words(4)}};
    for (std::string const& name : list({"speech-criminalised", "vague"})) {
      out.concerns.push_back({name, list({"Article 19"}), words(2), provenance()});
    }
    out.defences = {assessment({"good-faith-research", "public-interest"})};
    out.asks = {{"access", number(2) == 0, words(4)}};
    out.provenance = provenance();
    out.annotated = number(4) != 0;
    for (size_t i = number(3); i > 0; --i) {
      out.penalties.push_back(clause());
    }
    for (size_t i = number(2); i > 0; --i) {
      Power power;
      power.power = one_of({"search-seizure", "interception"});
      power.authorisation = list({"judicial", "prosecutor"});
      power.who = word();
      power.safeguards = {assessment({"notification", "grounds"})};
      out.powers.push_back(power);
    }
    for (size_t i = number(3); i > 0; --i) {
      out.mappings.push_back(mapping(out.eid));
    }
    return out;
  }

  PenaltyClause clause() {
    PenaltyClause out;
    out.relation = pick<PenaltyRelation>();
    out.condition = pick<PenaltyCondition>();
    out.person = pick<PenaltyPerson>();
    out.confidence = pick<Confidence>();
    out.sources = list({"gazette"});
    if (out.relation == PenaltyRelation::kSameAsPrincipal) {
      out.principal = make_eid("sec_1");
      return out;
    }
    PenaltyArm prison;
    prison.max_term = Duration{static_cast<int32_t>(number(9)), 0, 0, 0};
    if (number(2) == 0) {
      prison.min_term = Duration{0, static_cast<int32_t>(number(9)), 0, 0};
    }
    PenaltyArm fine;
    fine.kind = PenaltyKind::kFine;
    fine.max_amount = static_cast<Hundredths>(number(1'000'000));
    fine.unit = one_of({"NGN", "IRR", "day-fine"});
    out.arms = {prison, fine};
    return out;
  }

  MappingRecord mapping(EId const& limb) {
    MappingRecord out;
    out.limb = limb;
    out.treaty = one_of({"unc", "budapest"});
    out.relation = pick<Relation>();
    if (out.relation != Relation::kOutside) {
      out.article = make_eid(one_of({"art_7", "art_8__para_1"}));
    }
    out.rationale = words(6);
    out.missing = list({"intent"});
    out.confidence = pick<Confidence>();
    out.sources = {{"text", "", "", "", ""}};
    return out;
  }
};

}  // namespace cyberlex
