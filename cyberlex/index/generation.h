// A generation on disk: which one is current, opening it, checking it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/columns.h"
#include "cyberlex/index/document.h"
#include "cyberlex/index/manifest.h"
#include "cyberlex/index/segments.h"

namespace cyberlex {

// The folder of the current generation of an index, by its pointer file. kNotFound: no index there;
// kDamaged: the pointer names nothing that can be opened.
Result<std::string> current_generation(std::string const& index_dir);

// What all threads share of an open generation: loaded once, never changed.
// Thread rule: immutable; share by shared_ptr<Generation const>.
class Generation {
 public:
  // Loads manifest, columns, acts and taxonomy and checks that they hang together.
  // kDamaged names what does not; a schema version other than ours is named and refused.
  static Result<std::shared_ptr<Generation const>> open(std::string const& folder);

  Manifest const& manifest() const { return manifest_; }
  std::string const& folder() const { return folder_; }
  Columns const& columns() const { return columns_; }
  std::vector<ActRecord> const& acts() const { return acts_; }
  Taxonomy const& taxonomy() const { return taxonomy_; }
  // Languages of the texts, sorted, with the number of documents and the mean length in each.
  struct LanguageStats {
    std::string language;
    uint64_t documents = 0;
    double mean_length = 0;
  };
  std::vector<LanguageStats> const& languages() const { return languages_; }

  // The databases that hold the documents, and what lies where in them.
  std::vector<SegmentRecord> const& segments() const { return segments_; }
  SegmentMap const& segment_map() const { return map_; }

  // Null when no act has that handle.
  ActRecord const* find_act(std::string_view handle) const;
  ActNum act_number(std::string_view handle) const;  // acts().size() when absent
  // The documents of an act: [first, last). REQUIRES (here and below): act < acts().size().
  std::pair<DocNum, DocNum> documents_of(ActNum act) const;
  // eId of a document's unit, without fetching its record. REQUIRES: doc < columns().documents().
  std::string_view eid(DocNum doc) const;
  // The states of a unit, ascending by date: [first, last); empty range when there is none. Cost:
  // linear in the documents of the act.
  std::pair<DocNum, DocNum> states_of(ActNum act, std::string_view eid) const;

 private:
  friend class GenerationLoader;
  std::string folder_;
  Manifest manifest_;
  Columns columns_;
  std::vector<ActRecord> acts_;
  Taxonomy taxonomy_;
  std::vector<LanguageStats> languages_;
  std::vector<SegmentRecord> segments_;
  SegmentMap map_;
  std::vector<std::string> eids_;                        // one a document
  std::vector<DocNum> act_begin_;                        // size = acts + 1
  std::vector<std::pair<std::string, ActNum>> handles_;  // sorted
};

// Checks every block of the databases and recomputes every digest, and what is said of dead
// documents. Returns what was checked, as sentences for a person; kDamaged names the file and what
// is wrong.
Result<std::vector<std::string>> verify_generation(std::string const& folder, int jobs = 1);

}  // namespace cyberlex
