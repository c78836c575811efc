// A whole result as a file of some format, piece by piece. One file of source a format.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/search/result_walk.h"

namespace cyberlex {

enum class ExportFormat : uint8_t { kCsv, kJsonl, kXlsx, kDatapackage, kBibtex, kRis, kCsl };

struct ExportFormatInfo {
  ExportFormat format = ExportFormat::kCsv;
  std::string_view name;        // as the parameter takes it
  std::string_view media_type;  // as Content-Type says it
  std::string_view extension;   // of a file: "csv"
};
// In the order of the enumeration.
std::span<ExportFormatInfo const> export_formats();
ExportFormatInfo const& info_of(ExportFormat format);

// Makes one file: begin(), add() for every hit in order, end(), then rest() until it is false. Each
// appends to `out` what may be sent already.
// Thread rule: one object, one thread.
class ExportWriter {
 public:
  virtual ~ExportWriter() = default;
  virtual Status begin(SearchResponse const& head, std::string& out) = 0;
  virtual Status add(WalkedHit const& hit, std::string& out) = 0;
  virtual Status end(std::string& out) = 0;
  virtual Result<bool> rest(std::string& out);
};
std::unique_ptr<ExportWriter> make_csv_writer();
std::unique_ptr<ExportWriter> make_jsonl_writer();
// These two send nothing before all of it stands in a temporary file. A workbook that has not room
// for every row is kBadQuery, `where` = "format", and says how many there are.
std::unique_ptr<ExportWriter> make_xlsx_writer();
std::unique_ptr<ExportWriter> make_datapackage_writer();
// Bibliographies, an entry a provision (bibliography.h).
std::unique_ptr<ExportWriter> make_bibtex_writer();
std::unique_ptr<ExportWriter> make_ris_writer();
std::unique_ptr<ExportWriter> make_csl_writer();

// What a saved result says of where it came from, so that it can be asked for again.
struct ExportOrigin {
  std::string request;   // path and query, in the format it was saved in
  std::string digest;    // of the corpus
  std::string taxonomy;  // SHA-256 of the taxonomy as it is stored
  std::string engine;    // version of the program that answered
  uint64_t total = 0;
};
ExportOrigin origin_of(SearchResponse const& head, ExportFormat format);

// All of a result, on the searcher's generation. Lifetime: not longer than the searcher's.
class Export {
 public:
  // The page and the facets of `request` play no part; `limits` hold until the last piece.
  // Fails as ResultWalk::open does.
  static Result<Export> open(Searcher& searcher, SearchRequest const& request, ExportFormat format,
                             SearchLimits const& limits = {});

  SearchResponse const& head() const { return walk_.head(); }
  // Fills `chunk`, which comes empty, with the next piece; false at the end. Fails as
  // ResultWalk::next and the writer do, and then nothing more comes.
  Result<bool> next(std::string& chunk);

 private:
  enum class Step : uint8_t { kBegin, kHits, kRest };
  Export(ResultWalk walk, std::unique_ptr<ExportWriter> writer)
      : walk_(std::move(walk)), writer_(std::move(writer)) {}
  Status add_hits(std::string& chunk);

  ResultWalk walk_;
  std::unique_ptr<ExportWriter> writer_;
  Step step_ = Step::kBegin;
  WalkedHit hit_;
};

}  // namespace cyberlex
