#include "cyberlex/render/csv.h"
#include "cyberlex/render/export.h"

namespace cyberlex {
namespace {

class CsvExport final : public ExportWriter {
 public:
  Status begin(SearchResponse const& head, std::string& out) override {
    generation_ = head.generation;
    write_csv_names(flat_columns(), out);
    return Ok{};
  }

  Status add(WalkedHit const& hit, std::string& out) override {
    for (TableRow const& row : flat_rows(*generation_, hit)) {
      write_csv_row(flat_columns(), row, out);
    }
    return Ok{};
  }

  Status end(std::string& /*out*/) override { return Ok{}; }

 private:
  std::shared_ptr<Generation const> generation_;
};

}  // namespace

std::unique_ptr<ExportWriter> make_csv_writer() {
  return std::make_unique<CsvExport>();
}

}  // namespace cyberlex
