#include "cyberlex/index/record.h"

#include "cyberlex/index/codec.h"
#include "cyberlex/index/weigher.h"

namespace cyberlex {

// The fields of every stored struct, in stored order. Places and file names are not stored: they
// say where a value was read, not what it is.

template <typename Codec, Is<Source> R>
void describe(Codec& codec, R& source) {
  codec(source.title, source.url, source.locator, source.seen, source.note);
}

template <typename Codec, Is<Provenance> R>
void describe(Codec& codec, R& provenance) {
  codec(provenance.confidence, provenance.sources);
}

template <typename Codec, Is<StatusChange> R>
void describe(Codec& codec, R& change) {
  codec(change.from, change.value, change.provenance);
}

template <typename Codec, Is<ActChange> R>
void describe(Codec& codec, R& change) {
  codec(change.provisions, change.how, change.replaced_by, change.note);
}

template <typename Codec, Is<ActEvent> R>
void describe(Codec& codec, R& event) {
  codec(event.date, event.type, event.by, event.changes, event.note, event.provenance);
}

template <typename Codec, Is<Decision> R>
void describe(Codec& codec, R& decision) {
  codec(decision.id, decision.court, decision.title, decision.number, decision.date);
  codec(decision.provisions, decision.holding, decision.effect, decision.provenance);
}

template <typename Codec, Is<Reservation> R>
void describe(Codec& codec, R& reservation) {
  codec(reservation.articles, reservation.kind, reservation.note, reservation.provenance);
}

template <typename Codec, Is<StandingChange> R>
void describe(Codec& codec, R& change) {
  codec(change.state, change.from, change.value, change.by, change.deposited);
  codec(change.reservations, change.note, change.provenance);
}

template <typename Codec, Is<ParallelNumbering> R>
void describe(Codec& codec, R& parallel) {
  codec(parallel.handle, parallel.iri, parallel.title, parallel.names, parallel.first);
  codec(parallel.last, parallel.offset, parallel.provenance);
}

template <typename Codec, Is<Reading> R>
void describe(Codec& codec, R& reading) {
  codec(reading.what, reading.by, reading.date, reading.sources);
}

template <typename Codec, Is<Gap> R>
void describe(Codec& codec, R& gap) {
  codec(gap.what, gap.provisions);
}

template <typename Codec, Is<Work> R>
void describe(Codec& codec, R& work) {
  codec(work.handle, work.iri, work.jurisdiction, work.rank, work.year, work.unit);
  codec(work.original_language, work.title, work.short_title, work.names, work.status, work.events);
  codec(work.decisions, work.standing, work.parallel, work.readings, work.gaps);
  codec(work.sources, work.source_url, work.note);
}

template <typename Codec, Is<ExpressionSummary> R>
void describe(Codec& codec, R& summary) {
  codec(summary.language, summary.date, summary.kind);
}

template <typename Codec, Is<AssessedRecord> R>
void describe(Codec& codec, R& assessed) {
  codec(assessed.treaty, assessed.article, assessed.read, assessed.elsewhere, assessed.rationale);
  codec(assessed.valid, assessed.confidence, assessed.sources, assessed.author);
  codec(assessed.reviewed, assessed.date);
}

template <typename Codec, Is<ActRecord> R>
void describe(Codec& codec, R& record) {
  codec(record.work, record.expressions, record.assessed);
}

template <typename Codec, Is<TextBlock> R>
void describe(Codec& codec, R& block) {
  codec(block.eid, block.depth, block.label, block.text);
}

template <typename Codec, Is<StateText> R>
void describe(Codec& codec, R& text) {
  codec(text.language, text.kind, text.blocks);
}

template <typename Codec, Is<TextSummary> R>
void describe(Codec& codec, R& summary) {
  codec(summary.language, summary.kind, summary.version_date, summary.heading);
  codec(summary.provenance, summary.heading_confidence);
}

template <typename Codec, Is<MappingRecord> R>
void describe(Codec& codec, R& mapping) {
  codec(mapping.limb, mapping.treaty, mapping.article, mapping.relation, mapping.rationale);
  codec(mapping.covers, mapping.partly, mapping.missing, mapping.added, mapping.confidence);
  codec(mapping.sources, mapping.author);
  codec(mapping.reviewed, mapping.date);
}

template <typename Codec, Is<PenaltyArm> R>
void describe(Codec& codec, R& arm) {
  codec(arm.kind, arm.min_term, arm.max_term, arm.min_amount, arm.max_amount, arm.unit);
}

template <typename Codec, Is<PenaltyClause> R>
void describe(Codec& codec, R& clause) {
  codec(clause.relation, clause.arms, clause.condition, clause.condition_note, clause.person);
  codec(clause.multiplier, clause.principal, clause.derived_by, clause.valid, clause.confidence);
  codec(clause.sources, clause.note);
}

template <typename Codec, Is<Assessment> R>
void describe(Codec& codec, R& assessment) {
  codec(assessment.concept_id, assessment.value, assessment.at, assessment.read);
  codec(assessment.elsewhere, assessment.note, assessment.provenance);
}

template <typename Codec, Is<Power> R>
void describe(Codec& codec, R& power) {
  codec(power.power, power.authorisation, power.who, power.threshold, power.against);
  codec(power.duration, power.secrecy, power.provider_duty, power.refusal, power.safeguards);
}

template <typename Codec, Is<Concern> R>
void describe(Codec& codec, R& concern) {
  codec(concern.concern, concern.raised_by, concern.where, concern.provenance);
}

template <typename Codec, Is<Demand> R>
void describe(Codec& codec, R& demand) {
  codec(demand.id, demand.mandatory, demand.text);
}

template <typename Codec, Is<LimbRecord> R>
void describe(Codec& codec, R& limb) {
  codec(limb.eid, limb.offences, limb.elements, limb.penalties, limb.powers, limb.concerns);
  codec(limb.defences, limb.asks, limb.provenance, limb.annotated, limb.note, limb.mappings);
}

template <typename Codec, Is<PathStep> R>
void describe(Codec& codec, R& step) {
  codec(step.kind, step.eid, step.label, step.heading);
}

template <typename Codec, Is<SuggestedConcept> R>
void describe(Codec& codec, R& suggested) {
  codec(suggested.scheme, suggested.concept_id, suggested.eid, suggested.language);
  codec(suggested.evidence);
}

template <typename Codec, Is<SuggestedClause> R>
void describe(Codec& codec, R& clause) {
  codec(clause.eid, clause.relation, clause.arms);
}

template <typename Codec, Is<Suggested> R>
void describe(Codec& codec, R& suggested) {
  codec(suggested.concepts, suggested.clauses);
}

template <typename Codec, Is<ProvisionRecord> R>
void describe(Codec& codec, R& record) {
  codec(record.eid, record.kind, record.num, record.label, record.path, record.valid);
  codec(record.status, record.klass, record.texts, record.limbs, record.suggested);
}

template <typename Codec, Is<Concept> R>
void describe(Codec& codec, R& concept_) {
  codec(concept_.id, concept_.scheme, concept_.broader, concept_.pref, concept_.alt);
  codec(concept_.hidden, concept_.match, concept_.pin, concept_.law, concept_.tier);
  codec(concept_.checklist, concept_.yardstick, concept_.independent, concept_.note);
}

template <typename Codec, Is<Taxonomy> R>
void describe(Codec& codec, R& taxonomy) {
  codec(taxonomy.concepts);
}

std::string encode(ProvisionRecord const& record) {
  return to_bytes(record);
}
Result<ProvisionRecord> decode_provision(std::string_view bytes) {
  return from_bytes<ProvisionRecord>(bytes, "provision record");
}
uint64_t heap_bytes(ProvisionRecord const& record) {
  Weigher weigher;
  weigher(record);
  return weigher.bytes();
}

std::string encode(std::vector<StateText> const& texts) {
  return to_bytes(texts);
}
Result<std::vector<StateText>> decode_texts(std::string_view bytes) {
  return from_bytes<std::vector<StateText>>(bytes, "text of a provision");
}

std::string encode(ActRecord const& record) {
  return to_bytes(record);
}
Result<ActRecord> decode_act(std::string_view bytes) {
  return from_bytes<ActRecord>(bytes, "act record");
}

std::string encode(Taxonomy const& taxonomy) {
  return to_bytes(taxonomy);
}
Result<Taxonomy> decode_taxonomy(std::string_view bytes) {
  return from_bytes<Taxonomy>(bytes, "taxonomy");
}

}  // namespace cyberlex
