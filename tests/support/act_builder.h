// Acts for tests, said in a few calls: provision states with texts and limbs.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/limb_builder.h"

namespace cyberlex::testing {

// One state of one provision. In force since ever, not assessed, until told otherwise.
class StateBuilder {
 public:
  explicit StateBuilder(std::string_view unit) { document_.record.eid = eid(unit); }
  StateBuilder& from(std::string_view first) {
    document_.record.valid.from = day(first);
    return *this;
  }
  StateBuilder& to(std::string_view end) {
    document_.record.valid.to = day(end);
    return *this;
  }
  StateBuilder& status(LegalStatus value) {
    document_.record.status = value;
    return *this;
  }
  StateBuilder& klass(ProvisionClass value) {
    document_.record.klass = value;
    return *this;
  }
  StateBuilder& suggested(Suggested value) {
    document_.record.suggested = std::move(value);
    return *this;
  }
  // A container above it, inside those named before.
  StateBuilder& inside(std::string_view container, std::string label = "",
                       std::string heading = "") {
    document_.record.path.push_back(
        {ProvisionKind::kChapter, eid(container), std::move(label), std::move(heading)});
    return *this;
  }
  StateBuilder& text(std::string language, std::string body, std::string heading = "",
                     TextKind kind = TextKind::kOfficial) {
    TextSummary summary;
    summary.language = language;
    summary.kind = kind;
    summary.heading = std::move(heading);
    document_.record.texts.push_back(std::move(summary));
    TextBlock block;
    block.eid = document_.record.eid;
    block.text = std::move(body);
    document_.texts.push_back({std::move(language), kind, {std::move(block)}});
    return *this;
  }
  // A further block of the last text; of depth 0 what closes the unit.
  StateBuilder& block(std::string_view limb, std::string body, uint8_t depth = 1) {
    TextBlock block;
    block.eid = eid(limb);
    block.depth = depth;
    block.text = std::move(body);
    document_.texts.back().blocks.push_back(std::move(block));
    return *this;
  }
  // A limb makes the provision an assessed one unless a class was given.
  StateBuilder& limb(LimbBuilder const& value) {
    document_.record.limbs.push_back(value.build());
    if (value.build().annotated && document_.record.klass == ProvisionClass::kNotAssessed) {
      document_.record.klass = ProvisionClass::kOffence;
    }
    return *this;
  }
  IndexDocument const& build() const { return document_; }

 private:
  IndexDocument document_;
};

class ActBuilder {
 public:
  // "ng/test-act-2015" is an act of ng; "unc" a treaty.
  explicit ActBuilder(std::string handle, int year = 2015) {
    size_t const slash = handle.find('/');
    bool const treaty = slash == std::string::npos;
    Work& work = act_.work;
    work.jurisdiction = treaty ? "int" : handle.substr(0, slash);
    work.rank = treaty ? "treaty" : "act";
    work.iri = "/akn/" + (treaty ? "un" : work.jurisdiction) + "/act/" + std::to_string(year) +
               "/" + (treaty ? handle : handle.substr(slash + 1));
    work.handle = std::move(handle);
    work.year = year;
    work.original_language = "en";
    work.title["en"] = work.handle;
  }
  ActBuilder& rank(std::string value) {
    act_.work.rank = std::move(value);
    return *this;
  }
  ActBuilder& name(std::string value) {
    act_.work.names.push_back(std::move(value));
    return *this;
  }
  ActBuilder& status(std::string_view from, LegalStatus value) {
    act_.work.status.push_back({day(from), value, {}});
    return *this;
  }
  ActBuilder& standing(std::string state, std::string_view from, Standing value) {
    StandingChange change;
    change.state = std::move(state);
    change.from = day(from);
    change.value = value;
    act_.work.standing.push_back(std::move(change));
    return *this;
  }
  // An article was looked for: not found in what was read, or held by the act that is named.
  ActBuilder& not_found(std::string treaty, std::string_view article, std::string read) {
    AssessedRecord row;
    row.treaty = std::move(treaty);
    row.article = eid(article);
    row.read = std::move(read);
    act_.assessed.push_back(std::move(row));
    return *this;
  }
  ActBuilder& elsewhere(std::string treaty, std::string_view article, std::string act) {
    not_found(std::move(treaty), article, "");
    act_.assessed.back().elsewhere = std::move(act);
    return *this;
  }
  // Days of the row that was added last. REQUIRES: there is one.
  ActBuilder& looked_on(std::string_view from, std::string_view to) {
    act_.assessed.back().valid = {day(from), day(to)};
    return *this;
  }
  // Articles first to last bear these numbers and `offset` more in another act.
  ActBuilder& numbered_in(std::string handle, std::string iri, std::string_view first,
                          std::string_view last, int offset) {
    ParallelNumbering numbering;
    numbering.title = {{"en", handle}};
    numbering.handle = std::move(handle);
    numbering.iri = std::move(iri);
    numbering.first = eid(first);
    numbering.last = eid(last);
    numbering.offset = offset;
    act_.work.parallel.push_back(std::move(numbering));
    return *this;
  }
  // Something that happened to the act; it names no provisions without changes.
  ActBuilder& event(std::string_view date, std::string type, std::vector<ActChange> changes = {}) {
    ActEvent out;
    out.date = day(date);
    out.type = std::move(type);
    out.changes = std::move(changes);
    act_.work.events.push_back(std::move(out));
    return *this;
  }
  ActBuilder& gap(std::string what, std::vector<EId> provisions = {}) {
    act_.work.gaps.push_back({std::move(what), std::move(provisions)});
    return *this;
  }
  // States of one provision one after the other, ascending.
  ActBuilder& add(StateBuilder const& state) {
    documents_.push_back(state.build());
    return *this;
  }
  ActRecord const& act() const { return act_; }
  std::vector<IndexDocument> const& documents() const { return documents_; }

 private:
  ActRecord act_;
  std::vector<IndexDocument> documents_;
};

}  // namespace cyberlex::testing
