#include "cyberlex/search/derived_columns.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "cyberlex/base/duration.h"
#include "cyberlex/search/value_tree.h"

namespace cyberlex {
namespace {

// The concepts that the codes of one column stand for, by code.
using Meanings = std::vector<std::vector<std::string>>;

// "id" or "id:value"; of values only those count that say that something is there.
std::string_view concept_of(std::string_view value) {
  size_t const colon = value.find(':');
  if (colon == std::string_view::npos) {
    return value;
  }
  std::string_view const found = value.substr(colon + 1);
  bool const there =
      found == name_of(AssessmentValue::kPresent) || found == name_of(AssessmentValue::kPartial);
  return there ? value.substr(0, colon) : std::string_view();
}

Meanings meanings_of(CodeNames const& names, Taxonomy const& taxonomy, std::string_view scheme) {
  ValueTree const tree = ValueTree::of_concepts(taxonomy, scheme);
  Meanings out(names.values.size());
  for (size_t code = 0; code < out.size(); ++code) {
    std::string_view const id = concept_of(names.values[code]);
    if (!id.empty() && !tree.holds(id)) {
      out[code].emplace_back(id);
    }
    for (uint32_t at = tree.find(id); at != ValueTree::kNone; at = tree.nodes()[at].broader) {
      out[code].push_back(tree.nodes()[at].value);
    }
  }
  return out;
}

class ConceptColumnMaker {
 public:
  ConceptColumnMaker(Columns const& columns, Taxonomy const& taxonomy) : columns_(columns) {
    LimbColumns const& limb = columns.limb;
    add(limb.offence, taxonomy, "offence");
    add(limb.power, taxonomy, "power");
    add(limb.authorisation, taxonomy, "authorisation");
    add(limb.concern, taxonomy, "concern");
    add(limb.safeguard, taxonomy, "safeguard");
    add(limb.defence, taxonomy, "defence");
    penalties_ = meanings_of(columns.clause.penalty.names, taxonomy, "penalty");
    number(penalties_);
  }

  MultiCodeColumn make() {
    out_.begin.push_back(0);
    for (size_t limb = 0; limb < columns_.limb.longest.size(); ++limb) {
      add_row(limb);
    }
    return std::move(out_);
  }

 private:
  struct Source {
    MultiCodeColumn const* column;
    Meanings meanings;
  };

  void add(MultiCodeColumn const& column, Taxonomy const& taxonomy, std::string_view scheme) {
    sources_.push_back({&column, meanings_of(column.names, taxonomy, scheme)});
    number(sources_.back().meanings);
  }

  // Codes are in the order of the values, so all have to be known before one is given.
  void number(Meanings const& meanings) {
    for (std::vector<std::string> const& each : meanings) {
      out_.names.values.insert(out_.names.values.end(), each.begin(), each.end());
    }
    std::ranges::sort(out_.names.values);
    auto const last = std::unique(out_.names.values.begin(), out_.names.values.end());
    out_.names.values.erase(last, out_.names.values.end());
  }

  void add_codes(Meanings const& meanings, std::span<Code const> row) {
    for (Code const code : row) {
      for (std::string const& id : meanings[code]) {
        row_.push_back(out_.names.find(id));
      }
    }
  }

  void add_row(size_t limb) {
    for (Source const& source : sources_) {
      add_codes(source.meanings, source.column->row(limb));
    }
    std::vector<uint32_t> const& begin = columns_.limb.clause_begin;
    for (uint32_t clause = begin[limb]; clause < begin[limb + 1]; ++clause) {
      add_codes(penalties_, columns_.clause.penalty.row(clause));
    }
    std::ranges::sort(row_);
    row_.erase(std::unique(row_.begin(), row_.end()), row_.end());
    out_.codes.insert(out_.codes.end(), row_.begin(), row_.end());
    out_.begin.push_back(static_cast<uint32_t>(out_.codes.size()));
    row_.clear();
  }

  Columns const& columns_;
  std::vector<Source> sources_;
  Meanings penalties_;
  std::vector<Code> row_;
  MultiCodeColumn out_;
};

}  // namespace

MultiCodeColumn concept_column(Columns const& columns, Taxonomy const& taxonomy) {
  return ConceptColumnMaker(columns, taxonomy).make();
}

std::vector<uint8_t> open_limbs(Columns const& columns) {
  std::vector<uint8_t> out(columns.limb.longest.size());
  std::vector<uint32_t> const& begin = columns.limb.clause_begin;
  for (size_t limb = 0; limb < out.size(); ++limb) {
    bool open = false;
    for (uint32_t clause = begin[limb]; clause < begin[limb + 1]; ++clause) {
      open = open || columns.clause.open[clause] != 0;
    }
    out[limb] = open && columns.limb.longest[limb] < kLifeScale ? 1 : 0;
  }
  return out;
}

}  // namespace cyberlex
