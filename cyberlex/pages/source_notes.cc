#include "cyberlex/pages/source_notes.h"

#include <algorithm>
#include <utility>

namespace cyberlex::pages {

size_t SourceNotes::number_of(Source const& source) {
  auto const found = std::find(sources_.begin(), sources_.end(), source);
  auto const place = static_cast<size_t>(found - sources_.begin());
  if (found == sources_.end()) {
    sources_.push_back(source);
  }
  return place + 1;
}

void SourceNotes::put(View& view, Confidence confidence, std::vector<Source> const& sources) {
  std::vector<View> refs;
  for (Source const& source : sources) {
    size_t const number = number_of(source);
    View ref;
    ref.text("n", std::to_string(number))
        .text("local", wording_.messages().format().number(static_cast<int64_t>(number)));
    refs.push_back(std::move(ref));
  }
  put_confidence(view, wording_, confidence);
  view.list("refs", std::move(refs));
}

void SourceNotes::put(View& view, Provenance const& provenance) {
  std::vector<Source> sources;
  for (std::string const& key : provenance.sources) {
    auto const found = work_->sources.find(key);
    sources.push_back(found == work_->sources.end() ? Source() : found->second);
    if (found == work_->sources.end()) {
      sources.back().title = key;
    }
  }
  put(view, provenance.confidence, sources);
}

std::vector<View> SourceNotes::views() const {
  std::vector<View> out;
  for (size_t i = 0; i < sources_.size(); ++i) {
    Source const& source = sources_[i];
    bool const web = source.url.starts_with("https://") || source.url.starts_with("http://");
    View row;
    row.text("n", std::to_string(i + 1))
        .text("title", source.title)
        .text("url", web ? source.url : "")
        .text("locator", source.locator)
        .text("seen", source.seen)
        .text("note", source.note);
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace cyberlex::pages
