#include <algorithm>

#include "cyberlex/answer/labels.h"
#include "tools/grid_text.h"
#include "tools/terminal.h"

namespace cyberlex::tools {
namespace {

constexpr size_t kArticleWidth = 44;
constexpr size_t kStateWidth = 18;

// Cut or filled to a number of code points.
std::string cell(std::string_view text, size_t width) {
  std::string out;
  size_t points = 0;
  for (char const c : text) {
    bool const starts = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (starts && points == width - 1) {
      break;
    }
    points += starts ? 1 : 0;
    out += c;
  }
  return out + std::string(width - points, ' ');
}

std::string standing_text(MatrixState const& state) {
  if (state.standing == nullptr) {
    return country_name(state.jurisdiction) + ": standing not known";
  }
  return country_name(state.jurisdiction) + ": " + std::string(name_of(state.standing->value)) +
         " since " + state.standing->from.to_string() + " [" +
         std::string(name_of(state.standing->provenance.confidence)) + ']';
}

// Demands that are not met whole, with how far they are: the mandatory ones, or all where none is.
std::string gaps_text(MatrixRow const& row, MatrixCell const& found) {
  bool const asks = std::any_of(row.demands.begin(), row.demands.end(),
                                [](PlacedDemand const& each) { return each.demand.mandatory; });
  std::string out;
  for (size_t i = 0; i < row.demands.size(); ++i) {
    Extent const extent = found.verdict.extents[i];
    if (row.demands[i].demand.mandatory == asks && extent != Extent::kWhole) {
      out += out.empty() ? "" : "; ";
      out += row.demands[i].demand.text + (extent == Extent::kPart ? " (in part)" : "");
    }
  }
  return out;
}

std::string elsewhere_text(MatrixCell const& found) {
  std::string out;
  for (MatrixAssessed const& assessed : found.assessed) {
    if (!assessed.row->elsewhere.empty()) {
      out += (out.empty() ? "" : "; ") + assessed.row->elsewhere;
    }
  }
  return out;
}

std::string cell_text(MatrixCell const& found) {
  std::string out(name_of(found.verdict.coverage));
  bool const sure =
      found.verdict.confidence.value_or(Confidence::kVerified) == Confidence::kVerified;
  out += sure ? "" : "?";
  return found.longest.empty() ? out : out + ' ' + found.longest;
}

std::string grid(MatrixAnswer const& answer) {
  std::string out = cell("", kArticleWidth);
  for (MatrixState const& state : answer.states) {
    out += cell(state.jurisdiction, kStateWidth);
  }
  out += '\n';
  for (MatrixRow const& row : answer.rows) {
    out += cell(row.handle + ' ' + row.heading, kArticleWidth);
    for (MatrixCell const& found : row.cells) {
      out += cell(cell_text(found), kStateWidth);
    }
    out += '\n';
  }
  return out;
}

// What is not met, article by article, for one state.
std::string state_text(MatrixAnswer const& answer, size_t state) {
  std::string out;
  for (MatrixRow const& row : answer.rows) {
    MatrixCell const& found = row.cells[state];
    std::string const elsewhere = elsewhere_text(found);
    if (found.verdict.coverage == Coverage::kPartly) {
      out += labelled(row.handle, "not met: " + gaps_text(row, found));
    }
    if (!elsewhere.empty() && found.verdict.coverage != Coverage::kCovered) {
      out += labelled(row.handle, "elsewhere: " + elsewhere);
    }
  }
  return out;
}

}  // namespace

std::string matrix_text(MatrixAnswer const& answer) {
  Work const& treaty = answer.generation->acts().at(answer.treaty).work;
  std::string out = bold(display_title(treaty)) + ", on " + answer.request.as_of.to_string() + '\n';
  for (MatrixState const& state : answer.states) {
    out += standing_text(state) + '\n';
  }
  if (answer.rows.empty()) {
    return out + "\nNo article of it stood on that day that asks something of a state's law.\n";
  }
  out += "\nA question mark: the verdict rests on facts that are recalled or in conflict.\n\n";
  out += grid(answer);
  for (size_t state = 0; state < answer.states.size(); ++state) {
    std::string const gaps = state_text(answer, state);
    out += gaps.empty()
               ? ""
               : '\n' + bold(country_name(answer.states[state].jurisdiction)) + '\n' + gaps;
  }
  out += answer.outside.empty() ? "" : '\n' + bold("Offences outside this treaty") + '\n';
  for (OutsideProvision const& row : answer.outside) {
    std::string const limb = row.provision.limb.eid.text();
    out += wrapped(row.provision.handle + " — " + row.provision.heading + " (" + limb + ')' +
                       (row.outside_all ? ", outside every treaty" : ""),
                   "", "    ");
  }
  return out;
}

}  // namespace cyberlex::tools
