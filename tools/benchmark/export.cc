#include <fstream>
#include <stdexcept>

#include "cyberlex/model/vocabulary.h"
#include "cyberlex/text/analyse.h"
#include "tools/benchmark/commands.h"
#include "tools/benchmark/question.h"

namespace cyberlex::benchmark {
namespace {

std::string value_of(CodeColumn const& column, DocNum doc) {
  return column.names.values[column.codes[doc]];
}

std::string heading_of(ProvisionRecord const& record) {
  return record.texts.empty() ? "" : record.texts.front().heading;
}

std::string folded_text(ProvisionRecord const& record, std::vector<StateText> const& texts) {
  std::string out;
  for (TextSummary const& each : record.texts) {
    out += each.heading + ' ';
  }
  for (StateText const& text : texts) {
    for (TextBlock const& block : text.blocks) {
      out += block.text + ' ';
    }
  }
  return fold(out);
}

}  // namespace

void export_provisions(std::string const& index, std::string const& out) {
  Searcher const searcher = open_searcher(index);
  IndexReader const& reader = searcher.reader();
  Generation const& generation = reader.generation();
  StateColumns const& state = generation.columns().state;
  std::shared_ptr<DayDocs const> const day = searcher.shared()->day(Date::today_utc());
  std::ofstream file(out, std::ios::binary);
  for (DocNum const doc : day->live.to_vector()) {
    ProvisionRecord const record = must(reader.record(doc));
    Provision provision;
    provision.id = value_of(state.act, doc) + "/" + std::string(generation.eid(doc));
    provision.facets = {value_of(state.jurisdiction, doc), value_of(state.year, doc),
                        value_of(state.rank, doc), value_of(state.status, doc)};
    provision.heading = heading_of(record);
    provision.text = folded_text(record, must(reader.texts(doc)));
    file << to_line(provision);
  }
  file.flush();
  if (!file) {
    throw std::runtime_error(out + " cannot be written");
  }
}

}  // namespace cyberlex::benchmark
