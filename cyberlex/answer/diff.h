// A provision on two days, and through all its states: what changed, and by which event.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cyberlex/answer/fact_diff.h"
#include "cyberlex/answer/text_diff.h"
#include "cyberlex/index/reader.h"
#include "cyberlex/model/identifiers.h"

namespace cyberlex {

struct DiffRequest {
  Handle provision;  // or a limb of it
  Date from;
  Date to;
  std::vector<std::string> languages;  // empty: all
};

// What may have changed a provision.
struct DiffEvent {
  ActEvent const* event = nullptr;    // of the generation
  ActChange const* change = nullptr;  // null: the event names no provisions
};

// One of the two days.
struct DiffSide {
  Date day;
  std::string absent;  // why the provision did not stand that day; empty when it did
  DiffState state;
};

struct DiffAnswer {
  std::shared_ptr<Generation const> generation;
  ActNum act = 0;
  EId unit;
  EId portion;  // the limb that was asked for, or empty
  DiffSide before;
  DiffSide after;
  std::vector<TextDiff> texts;
  FactDiff facts;
  std::vector<DiffEvent> events;  // after the first day, up to the second, ascending

  // True when no text, no status and no fact differs.
  bool same() const;
};

// The states that stood on the two days, compared. A provision that stood on one of them only is
// inserted or deleted whole.
// kBadQuery with `where` for from after to; kNotFound: no such act or provision, it stood on
// neither day (the message says when it did), no such limb in either state, or no text in these
// languages.
Result<DiffAnswer> answer_diff(IndexReader const& reader, DiffRequest const& request);

// How much of a text changed when a state began.
struct TextCount {
  std::string language;
  TextKind kind = TextKind::kOfficial;
  uint64_t inserted = 0;  // words
  uint64_t deleted = 0;
};

// A state, and what it changed in the one before it; the first changes nothing.
struct TimelineState {
  Interval valid;
  LegalStatus status = LegalStatus::kUnknown;
  std::vector<TextCount> texts;  // those that changed
  FactDiff facts;
  std::vector<DiffEvent> events;  // since the day on which the state before began
};

struct TimelineAnswer {
  std::shared_ptr<Generation const> generation;
  ActNum act = 0;
  EId unit;
  EId portion;
  std::vector<std::string> languages;  // as asked
  ProvisionRecord last;                // of the last state: how it is called
  std::vector<TimelineState> states;   // ascending
};

// Every state of a provision. Fails as answer_diff does.
Result<TimelineAnswer> answer_timeline(IndexReader const& reader, Handle const& provision,
                                       std::vector<std::string> const& languages);

}  // namespace cyberlex
