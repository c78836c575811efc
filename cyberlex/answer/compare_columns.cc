#include "cyberlex/answer/compare_columns.h"

#include <algorithm>
#include <map>

#include "cyberlex/answer/find_unit.h"

namespace cyberlex {
namespace {

bool related_to_any(EId const& eid, std::vector<EId> const& portions) {
  return std::ranges::any_of(portions, [&](EId const& portion) { return related(eid, portion); });
}

// A provision that was found, before it is a column.
struct Candidate {
  DocNum doc = 0;
  ActNum act = 0;
  EId unit;
  std::vector<EId> limbs;
  bool ancillary = false;
};

// By state, in citation order.
using Candidates = std::map<std::string, std::vector<Candidate>>;

class Search {
 public:
  Search(IndexReader const& reader, LimbChoice const& choice, CompareAnswer& out)
      : reader_(reader), choice_(choice), out_(out) {
    for (std::string const& state : out.request.jurisdictions) {
      CompareState row;
      row.jurisdiction = state;
      out.states.push_back(row);
    }
  }

  Status run() {
    Generation const& generation = *out_.generation;
    Columns const& columns = generation.columns();
    for (DocNum doc = 0; doc < columns.documents(); ++doc) {
      bool const limbs = columns.state.limb_begin[doc] < columns.state.limb_begin[doc + 1];
      if (!limbs || !stands_on(columns, doc, out_.request.as_of)) {
        continue;
      }
      if (Status const looked = look_at(doc); !looked) {
        return looked;
      }
    }
    return add_columns();
  }

 private:
  CompareState* state_of(std::string const& code) {
    auto const found = std::ranges::find(out_.states, code, &CompareState::jurisdiction);
    return found == out_.states.end() ? nullptr : &*found;
  }

  Status look_at(DocNum doc) {
    Generation const& generation = *out_.generation;
    ActNum const act = generation.columns().state.act.codes[doc];
    Work const& work = generation.acts().at(act).work;
    CompareState* const state = state_of(work.jurisdiction);
    if (state == nullptr) {
      return Ok{};
    }
    Result<ProvisionRecord> const record = reader_.record(doc);
    if (!record) {
      return record.error();
    }
    if (is_gone(record->status)) {
      return Ok{};
    }
    Candidate found;
    found.doc = doc;
    found.act = act;
    found.unit = record->eid;
    found.ancillary = true;
    for (LimbRecord const& limb : record->limbs) {
      state->assessed += limb.annotated ? 1 : 0;
      if (std::optional<bool> const establishes = choice_(limb)) {
        found.limbs.push_back(limb.eid);
        found.ancillary = found.ancillary && !*establishes;
      }
    }
    if (!found.limbs.empty()) {
      ++state->found;
      candidates_[work.jurisdiction].push_back(std::move(found));
    }
    return Ok{};
  }

  // The states in turn, each with its next provision, until there is no more room.
  std::vector<Candidate const*> take_in_turn() const {
    std::vector<Candidate const*> order;
    for (bool const ancillary : {false, true}) {
      bool more = true;
      for (size_t turn = 0; more; ++turn) {
        more = false;
        for (std::string const& state : out_.request.jurisdictions) {
          more = take_turn({state, turn, ancillary}, order) || more;
        }
      }
    }
    return order;
  }

  struct Turn {
    std::string const& state;
    size_t number;
    bool ancillary;
  };
  bool take_turn(Turn const& turn, std::vector<Candidate const*>& order) const {
    auto const found = candidates_.find(turn.state);
    if (found == candidates_.end()) {
      return false;
    }
    size_t place = 0;
    for (Candidate const& each : found->second) {
      if (each.ancillary == turn.ancillary && place++ == turn.number) {
        order.push_back(&each);
        return true;
      }
    }
    return false;
  }

  Status add_columns() {
    std::vector<Candidate const*> order = take_in_turn();
    size_t const shown = std::min(order.size(), kMostColumns);
    auto const in_citation_order = [](Candidate const* a, Candidate const* b) {
      return a->doc < b->doc;
    };
    std::sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(shown), in_citation_order);
    std::sort(order.begin() + static_cast<std::ptrdiff_t>(shown), order.end(), in_citation_order);
    for (size_t i = 0; i < order.size(); ++i) {
      if (i >= shown) {
        out_.left_out.push_back(to_string(handle_of(*order[i])));
      } else if (Status const added = add_column(*order[i]); !added) {
        return added;
      }
    }
    return Ok{};
  }

  Handle handle_of(Candidate const& found) const {
    return {out_.generation->acts().at(found.act).work.handle, found.unit};
  }

  Status add_column(Candidate const& found) {
    Handle const handle = handle_of(found);
    CompareColumn column = column_of(*out_.generation, found.act, to_string(handle));
    Result<ProvisionAnswer> answer = answer_provision(reader_, handle, out_.request.as_of, {});
    if (!answer) {
      return answer.error();
    }
    std::erase_if(answer->record.limbs, [&](LimbRecord const& limb) {
      return std::ranges::find(found.limbs, limb.eid) == found.limbs.end();
    });
    keep_portions(found.limbs, *answer);
    column.versions = answer->versions;
    column.provision = std::move(answer).value();
    ++state_of(column.jurisdiction)->shown;
    out_.columns.push_back(std::move(column));
    return Ok{};
  }

  IndexReader const& reader_;
  LimbChoice const& choice_;
  CompareAnswer& out_;
  Candidates candidates_;
};

}  // namespace

bool related(EId const& a, EId const& b) {
  return a.contains(b) || b.contains(a);
}

void keep_portions(std::vector<EId> const& portions, ProvisionAnswer& answer) {
  for (StateText& text : answer.texts) {
    std::erase_if(text.blocks,
                  [&](TextBlock const& block) { return !related_to_any(block.eid, portions); });
  }
}

CompareColumn column_of(Generation const& generation, ActNum act, std::string item) {
  CompareColumn out;
  out.item = std::move(item);
  out.act = act;
  out.jurisdiction = generation.acts().at(act).work.jurisdiction;
  return out;
}

Status add_found(IndexReader const& reader, LimbChoice const& choice, CompareAnswer& out) {
  return Search(reader, choice, out).run();
}

}  // namespace cyberlex
