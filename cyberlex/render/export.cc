#include "cyberlex/render/export.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cyberlex/base/digest.h"
#include "cyberlex/index/record.h"
#include "cyberlex/render/web_text.h"

namespace cyberlex {
namespace {

constexpr size_t kPiece = size_t{64} << 10U;

constexpr auto kFormats = std::to_array<ExportFormatInfo>({
    {ExportFormat::kCsv, "csv", "text/csv; charset=utf-8; header=present", "csv"},
    {ExportFormat::kJsonl, "jsonl", "application/x-ndjson", "jsonl"},
    {ExportFormat::kXlsx, "xlsx",
     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
    {ExportFormat::kDatapackage, "datapackage", "application/zip", "zip"},
    {ExportFormat::kBibtex, "bibtex", "application/x-bibtex; charset=utf-8", "bib"},
    {ExportFormat::kRis, "ris", "application/x-research-info-systems; charset=utf-8", "ris"},
    {ExportFormat::kCsl, "csl", "application/vnd.citationstyles.csl+json", "json"},
});

// In the order of the formats.
constexpr auto kWriters =
    std::to_array({make_csv_writer, make_jsonl_writer, make_xlsx_writer, make_datapackage_writer,
                   make_bibtex_writer, make_ris_writer, make_csl_writer});

// What decides no hit of an export.
constexpr auto kOfPages =
    std::to_array<std::string_view>({"limit", "cursor", "facets", "facet_limit"});

}  // namespace

std::span<ExportFormatInfo const> export_formats() {
  return kFormats;
}

ExportFormatInfo const& info_of(ExportFormat format) {
  return kFormats.at(static_cast<size_t>(format));
}

Result<bool> ExportWriter::rest(std::string& /*out*/) {
  return false;
}

ExportOrigin origin_of(SearchResponse const& head, ExportFormat format) {
  std::string request = "/api/v1/export?format=" + std::string(info_of(format).name);
  for (auto const& [name, value] : to_parameters(head.request)) {
    if (std::find(kOfPages.begin(), kOfPages.end(), name) == kOfPages.end()) {
      request += '&' + name + '=' + percent_encoded(value, "/:,@");
    }
  }
  Generation const& generation = *head.generation;
  return {.request = std::move(request),
          .digest = generation.manifest().digest,
          .taxonomy = sha256(encode(generation.taxonomy())),
          .engine = CYBERLEX_VERSION,
          .total = head.total};
}

Result<Export> Export::open(Searcher& searcher, SearchRequest const& request, ExportFormat format,
                            SearchLimits const& limits) {
  Result<ResultWalk> walk = ResultWalk::open(searcher, request, limits);
  if (!walk) {
    return walk.error();
  }
  return Export(std::move(walk).value(), kWriters.at(static_cast<size_t>(format))());
}

Status Export::add_hits(std::string& chunk) {
  while (chunk.size() < kPiece) {
    Result<bool> const more = walk_.next(hit_);
    if (!more) {
      return more.error();
    }
    if (!*more) {
      step_ = Step::kRest;
      return writer_->end(chunk);
    }
    if (Status const added = writer_->add(hit_, chunk); !added) {
      return added;
    }
  }
  return Ok{};
}

Result<bool> Export::next(std::string& chunk) {
  if (step_ == Step::kBegin) {
    step_ = Step::kHits;
    if (Status const begun = writer_->begin(walk_.head(), chunk); !begun) {
      return begun.error();
    }
  }
  if (step_ == Step::kHits) {
    if (Status const added = add_hits(chunk); !added) {
      return added.error();
    }
  }
  return !chunk.empty() ? Result<bool>(true) : writer_->rest(chunk);
}

}  // namespace cyberlex
