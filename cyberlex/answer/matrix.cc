// Walks the mappings to the treaty once, by the columns; reads each record once.

#include "cyberlex/answer/matrix.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "cyberlex/answer/find_unit.h"
#include "cyberlex/answer/limb_view.h"
#include "cyberlex/model/identifiers.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

bool is_treaty(Generation const& generation, ActNum act) {
  return generation.acts().at(act).work.jurisdiction == "int";
}

Result<ActNum> find_treaty(Generation const& generation, std::string const& handle) {
  ActNum const act = generation.act_number(handle);
  if (act < generation.acts().size() && is_treaty(generation, act)) {
    return act;
  }
  std::vector<std::string_view> treaties;
  for (ActRecord const& record : generation.acts()) {
    if (record.work.jurisdiction == "int") {
      treaties.emplace_back(record.work.handle);
    }
  }
  return Error{ErrorCode::kBadQuery,
               "no treaty " + in_quotes(handle) + " is held" +
                   Nearest(handle).among(treaties).hint() +
                   (treaties.empty() ? "" : "; held: " + listed(treaties)),
               "convention"};
}

Status check_states(std::vector<std::string> const& states, Generation const& generation) {
  for (std::string const& state : states) {
    if (!names_jurisdiction(generation, state) || state == "int") {
      return Error{ErrorCode::kBadQuery,
                   "expected a state as a code of ISO 3166-1 alpha-2, found " + in_quotes(state),
                   "jurisdiction"};
    }
  }
  return Ok{};
}

// National limbs in force with a row to the treaty, by article, each with its rows to that article.
class Answers {
 public:
  Answers(IndexReader const& reader, MatrixAnswer& out) : reader_(reader), out_(out) {}

  Status collect() {
    Generation const& generation = *out_.generation;
    Columns const& columns = generation.columns();
    CodeColumn const& treaty = columns.mapping.treaty;
    Code const wanted = treaty.names.find(out_.request.convention);
    for (DocNum doc = 0; doc < columns.documents(); ++doc) {
      if (!maps_to(columns, doc, wanted) || !in_force(columns, doc) ||
          !stands_on(columns, doc, out_.request.as_of)) {
        continue;
      }
      if (Status const added = add_document(doc); !added) {
        return added;
      }
    }
    return Ok{};
  }

  // What was found of a state for an article, in citation order.
  std::vector<MatrixProvision> take(std::string const& state, EId const& article) {
    auto const found = found_.find({state, article});
    return found == found_.end() ? std::vector<MatrixProvision>() : std::move(found->second);
  }

 private:
  static bool maps_to(Columns const& columns, DocNum doc, Code treaty) {
    std::vector<uint32_t> const& begin = columns.limb.mapping_begin;
    auto const& codes = columns.mapping.treaty.codes;
    uint32_t const first = begin[columns.state.limb_begin[doc]];
    uint32_t const last = begin[columns.state.limb_begin[doc + 1]];
    return std::find(codes.begin() + first, codes.begin() + last, treaty) != codes.begin() + last;
  }

  bool is_asked(std::string const& state) const {
    auto const& states = out_.request.jurisdictions;
    return std::find(states.begin(), states.end(), state) != states.end();
  }

  Status add_document(DocNum doc) {
    Columns const& columns = out_.generation->columns();
    Work const& work = out_.generation->acts().at(columns.state.act.codes[doc]).work;
    if (!is_asked(work.jurisdiction)) {
      return Ok{};
    }
    Result<ProvisionRecord> const record = reader_.record(doc);
    if (!record) {
      return record.error();
    }
    MatrixProvision shown;
    shown.doc = doc;
    shown.handle = to_string(Handle{work.handle, record->eid});
    if (!record->texts.empty()) {
      shown.heading = record->texts.front().heading;
      shown.confidence = record->texts.front().provenance.confidence;
    }
    for (LimbRecord const& limb : record->limbs) {
      add_limb(work.jurisdiction, shown, limb);
    }
    return Ok{};
  }

  // As `article=none` of a search: of every treaty that any row names.
  bool is_outside_all(LimbRecord const& limb) const {
    std::vector<std::string> const& treaties =
        out_.generation->columns().mapping.treaty.names.values;
    return std::all_of(treaties.begin(), treaties.end(), [&](std::string const& treaty) {
      return std::any_of(limb.mappings.begin(), limb.mappings.end(), [&](MappingRecord const& row) {
        return row.treaty == treaty && row.relation == Relation::kOutside;
      });
    });
  }

  void add_limb(std::string const& state, MatrixProvision const& shown, LimbRecord const& limb) {
    std::map<EId, std::vector<MappingRecord>> by_article;
    std::vector<MappingRecord> outside;
    for (MappingRecord const& row : limb.mappings) {
      bool const is_outside = row.relation == Relation::kOutside;
      if (row.treaty == out_.request.convention) {
        (is_outside ? outside : by_article[row.article.unit()]).push_back(row);
      }
    }
    MatrixProvision copy = shown;
    copy.limb = limb;
    if (limb.annotated) {
      copy.confidence = std::max(copy.confidence, limb.provenance.confidence);
    }
    if (!outside.empty() && !limb.offences.empty()) {
      copy.limb.mappings = std::move(outside);
      out_.outside.push_back({state, copy, is_outside_all(limb)});
    }
    for (auto& [article, rows] : by_article) {
      copy.limb.mappings = std::move(rows);
      found_[{state, article}].push_back(copy);
    }
  }

  IndexReader const& reader_;
  MatrixAnswer& out_;
  std::map<std::pair<std::string, EId>, std::vector<MatrixProvision>> found_;
};

// True for an offence that answers to the article itself.
bool answers(MatrixProvision const& provision) {
  auto const& rows = provision.limb.mappings;
  return !provision.limb.offences.empty() &&
         std::any_of(rows.begin(), rows.end(),
                     [](MappingRecord const& row) { return row.relation != Relation::kAncillary; });
}

std::string longest_of(std::vector<MatrixProvision> const& provisions) {
  LimbRecord sure;
  LimbRecord disputed;
  for (MatrixProvision const& provision : provisions) {
    for (PenaltyClause const& clause : provision.limb.penalties) {
      if (answers(provision) && is_base(clause)) {
        bool const conflict = clause.confidence == Confidence::kConflict;
        (conflict ? disputed : sure).penalties.push_back(clause);
      }
    }
  }
  std::string longest = longest_term(sure);
  return longest.empty() ? longest_term(disputed) : longest;
}

// What a chapter's cell has of one article's.
void add_to_chapter(MatrixCell const& cell, ChapterCell& out,
                    std::vector<MatrixProvision>& provisions) {
  ++out.articles[cell.verdict.coverage];
  if (!is_decided(cell.verdict.coverage)) {
    return;
  }
  out.met.of += cell.verdict.met.of;
  out.met.whole += cell.verdict.met.whole;
  out.met.part += cell.verdict.met.part;
  if (!cell.longest.empty()) {
    provisions.insert(provisions.end(), cell.provisions.begin(), cell.provisions.end());
  }
}

MatrixChapter chapter_of(MatrixRow const& row, std::string const& treaty) {
  MatrixChapter out;
  out.handle = treaty;
  if (!row.path.empty()) {
    out.handle = treaty + '/' + row.path.front().eid.text();
    out.label = row.path.front().label;
    out.heading = row.path.front().heading;
  }
  return out;
}

// REQUIRES: the rows of a chapter follow each other.
void add_chapters(MatrixAnswer& out) {
  for (size_t first = 0; first < out.rows.size();) {
    MatrixChapter chapter = chapter_of(out.rows[first], out.request.convention);
    size_t last = first;
    while (last < out.rows.size() &&
           chapter_of(out.rows[last], out.request.convention).handle == chapter.handle) {
      ++last;
    }
    chapter.articles = last - first;
    for (size_t state = 0; state < out.states.size(); ++state) {
      ChapterCell cell;
      std::vector<MatrixProvision> provisions;
      for (size_t row = first; row < last; ++row) {
        add_to_chapter(out.rows[row].cells[state], cell, provisions);
      }
      cell.longest = longest_of(provisions);
      chapter.cells.push_back(std::move(cell));
    }
    out.chapters.push_back(std::move(chapter));
    first = last;
  }
}

// Rows on articles of the treaty that hold on the day, by state and article. An act that was not in
// force that day was not looked at as the law of that day.
class AssessedRows {
 public:
  explicit AssessedRows(MatrixAnswer const& answer) {
    Date const as_of = answer.request.as_of;
    std::vector<ActRecord> const& acts = answer.generation->acts();
    for (ActNum act = 0; act < acts.size(); ++act) {
      if (act_status_on(acts[act].work, as_of) != LegalStatus::kInForce) {
        continue;
      }
      for (AssessedRecord const& row : acts[act].assessed) {
        if (row.treaty == answer.request.convention && row.valid.contains(as_of)) {
          found_[{acts[act].work.jurisdiction, row.article.unit()}].push_back({act, &row});
        }
      }
    }
  }

  std::vector<MatrixAssessed> take(std::string const& state, EId const& article) {
    auto const found = found_.find({state, article});
    return found == found_.end() ? std::vector<MatrixAssessed>() : std::move(found->second);
  }

 private:
  std::map<std::pair<std::string, EId>, std::vector<MatrixAssessed>> found_;
};

// A reading is no surer than the text that was read: the worse of the two counts.
MatrixCell make_cell(MatrixRow const& row, std::vector<MatrixProvision> provisions,
                     std::vector<MatrixAssessed> assessed) {
  std::vector<MappingRecord> rows;
  for (MatrixProvision const& provision : provisions) {
    for (MappingRecord mapping : provision.limb.mappings) {
      mapping.confidence = std::max(mapping.confidence, provision.confidence);
      rows.push_back(std::move(mapping));
    }
  }
  std::vector<MappingRecord const*> mappings;
  for (MappingRecord const& each : rows) {
    mappings.push_back(&each);
  }
  std::vector<AssessedRecord const*> looked;
  for (MatrixAssessed const& each : assessed) {
    looked.push_back(each.row);
  }
  MatrixCell cell;
  cell.verdict = verdict_of(row.demands, mappings, looked);
  Coverage const coverage = cell.verdict.coverage;
  if (coverage == Coverage::kCovered || coverage == Coverage::kPartly) {
    cell.longest = longest_of(provisions);
  }
  cell.provisions = std::move(provisions);
  cell.assessed = std::move(assessed);
  return cell;
}

std::vector<MatrixState> make_states(Generation const& generation, MatrixRequest const& request,
                                     Work const& treaty) {
  std::vector<MatrixState> out;
  for (std::string const& state : request.jurisdictions) {
    auto const held =
        std::count_if(generation.acts().begin(), generation.acts().end(),
                      [&state](ActRecord const& act) { return act.work.jurisdiction == state; });
    out.push_back(
        {state, standing_towards(treaty, state, request.as_of), static_cast<uint64_t>(held)});
  }
  return out;
}

// Rows of the articles that stand on the day and ask something.
Status add_rows(IndexReader const& reader, Answers& answers, MatrixAnswer& out) {
  AssessedRows assessed(out);
  Generation const& generation = *out.generation;
  Work const& treaty = generation.acts().at(out.treaty).work;
  auto const [first, last] = generation.documents_of(out.treaty);
  for (DocNum doc = first; doc < last; ++doc) {
    if (!stands_on(generation.columns(), doc, out.request.as_of)) {
      continue;
    }
    Result<ProvisionRecord> const article = reader.record(doc);
    if (!article) {
      return article.error();
    }
    MatrixRow row;
    row.demands = demands_of(*article);
    if (row.demands.empty()) {
      continue;
    }
    row.handle = to_string(Handle{treaty.handle, article->eid});
    row.number = article->num;
    row.heading = article->texts.empty() ? "" : article->texts.front().heading;
    row.path = article->path;
    for (MatrixState const& state : out.states) {
      row.cells.push_back(make_cell(row, answers.take(state.jurisdiction, article->eid),
                                    assessed.take(state.jurisdiction, article->eid)));
    }
    out.rows.push_back(std::move(row));
  }
  return Ok{};
}

}  // namespace

std::string_view name_of(MatrixLevel value) {
  return value == MatrixLevel::kChapter ? "chapter" : "article";
}

bool names_jurisdiction(Generation const& generation, std::string_view code) {
  auto const& held = generation.columns().state.jurisdiction.names.values;
  return is_jurisdiction(code) || std::find(held.begin(), held.end(), code) != held.end();
}

std::vector<std::string> states_of(std::vector<std::string> const& asked,
                                   Generation const& generation) {
  if (asked.empty()) {
    return states_held(generation);
  }
  std::vector<std::string> out;
  for (std::string const& state : asked) {
    if (std::find(out.begin(), out.end(), state) == out.end()) {
      out.push_back(state);
    }
  }
  return out;
}

std::vector<std::string> states_held(Generation const& generation) {
  std::vector<std::string> states = generation.columns().state.jurisdiction.names.values;
  std::erase(states, "int");
  return states;
}

Result<MatrixAnswer> answer_matrix(IndexReader const& reader, MatrixRequest const& request) {
  Generation const& generation = reader.generation();
  Result<ActNum> const treaty = find_treaty(generation, request.convention);
  if (!treaty) {
    return treaty.error();
  }
  if (Status const checked = check_states(request.jurisdictions, generation); !checked) {
    return checked.error();
  }
  MatrixAnswer out;
  out.generation = reader.shared_generation();
  out.request = request;
  out.request.jurisdictions = states_of(request.jurisdictions, generation);
  out.treaty = *treaty;
  out.states = make_states(generation, out.request, generation.acts().at(*treaty).work);
  Answers answers(reader, out);
  if (Status const collected = answers.collect(); !collected) {
    return collected.error();
  }
  if (Status const added = add_rows(reader, answers, out); !added) {
    return added.error();
  }
  add_chapters(out);
  if (out.rows.empty()) {  // nothing stood that day of which a law could be outside
    out.outside.clear();
  }
  return out;
}

}  // namespace cyberlex
