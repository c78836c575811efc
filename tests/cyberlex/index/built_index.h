// An index of random laws on disk, for tests.
#pragma once

#include <memory>
#include <string>

#include "cyberlex/index/generation.h"
#include "cyberlex/index/reader.h"
#include "cyberlex/index/writer.h"
#include "tests/cyberlex/index/random_documents.h"

namespace cyberlex {

inline Result<Manifest> build_index(std::string const& folder, Laws const& laws, int jobs = 1) {
  return write_generation({folder, jobs, {}}, laws.acts, laws.taxonomy, laws.documents);
}

// REQUIRES: an index is there.
inline std::shared_ptr<Generation const> open_index(std::string const& folder) {
  return Generation::open(current_generation(folder).value()).value();
}

// Everything a reader can see, as text.
inline std::string contents(IndexReader const& reader) {
  std::string out;
  reader.terms("", [&](TermCount const& term) {
    out += term.term + " " + std::to_string(term.documents) + ":";
    for (PostingCursor at = reader.postings(term.term); at.doc() != kNoMoreDocs; at.next()) {
      out += " " + std::to_string(at.doc()) + "*" + std::to_string(at.frequency()) + "@";
      std::vector<uint32_t> positions;
      reader.positions(term.term, at.doc(), positions);
      for (uint32_t const position : positions) {
        out += std::to_string(position) + ",";
      }
    }
    out += "\n";
    return true;
  });
  return out;
}

}  // namespace cyberlex
