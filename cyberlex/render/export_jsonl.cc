#include "cyberlex/render/export.h"
#include "cyberlex/render/export_origin.h"
#include "cyberlex/render/json_parts.h"

namespace cyberlex {
namespace {

class JsonLines final : public ExportWriter {
 public:
  Status begin(SearchResponse const& head, std::string& out) override {
    generation_ = head.generation;
    JsonOut line;
    line.object([&] {
      line.object("export", [&] { write_origin(line, head, ExportFormat::kJsonl); });
      line.object("query", [&] {
        write_query(line, head, false);
        line.text("sort", name_of(head.request.sort));
      });
    });
    out += line.finish();
    return Ok{};
  }

  Status add(WalkedHit const& hit, std::string& out) override {
    Work const& work = generation_->acts().at(hit.hit.record->act).work;
    JsonOut line;
    line.object([&] {
      write_hit(line, *generation_, hit.hit);
      line.array("texts", [&] {
        for (size_t i = 0; i < hit.texts.size(); ++i) {
          line.object([&] { write_text(line, work, hit.hit.record->texts.at(i), hit.texts[i]); });
        }
      });
    });
    out += line.finish();
    return Ok{};
  }

  Status end(std::string& /*out*/) override { return Ok{}; }

 private:
  std::shared_ptr<Generation const> generation_;
};

}  // namespace

std::unique_ptr<ExportWriter> make_jsonl_writer() {
  return std::make_unique<JsonLines>();
}

}  // namespace cyberlex
