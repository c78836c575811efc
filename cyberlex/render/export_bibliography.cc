#include "cyberlex/render/bibliography.h"
#include "cyberlex/render/export.h"

namespace cyberlex {
namespace {

using MakeEntry = std::string (*)(Reference const&);

// Entries one after the other, and what stands around and between them.
struct Shape {
  MakeEntry entry = nullptr;
  std::string_view before;
  std::string_view between;
  std::string_view after;
};

class Bibliography final : public ExportWriter {
 public:
  explicit Bibliography(Shape const& shape) : shape_(shape) {}

  Status begin(SearchResponse const& head, std::string& out) override {
    generation_ = head.generation;
    out += shape_.before;
    return Ok{};
  }

  Status add(WalkedHit const& hit, std::string& out) override {
    if (hit.rank > 1) {
      out += shape_.between;
    }
    ProvisionRecord const& record = *hit.hit.record;
    out += shape_.entry(reference_to(generation_->acts().at(record.act), record));
    return Ok{};
  }

  Status end(std::string& out) override {
    out += shape_.after;
    return Ok{};
  }

 private:
  Shape shape_;
  std::shared_ptr<Generation const> generation_;
};

}  // namespace

std::unique_ptr<ExportWriter> make_bibtex_writer() {
  return std::make_unique<Bibliography>(Shape{bibtex_entry, "", "\n", ""});
}

std::unique_ptr<ExportWriter> make_ris_writer() {
  return std::make_unique<Bibliography>(Shape{ris_entry, "", "", ""});
}

std::unique_ptr<ExportWriter> make_csl_writer() {
  return std::make_unique<Bibliography>(Shape{csl_entry, "[", ",\n", "]\n"});
}

}  // namespace cyberlex
