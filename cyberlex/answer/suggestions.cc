#include "cyberlex/answer/suggestions.h"

#include <algorithm>
#include <chrono>

#include "cyberlex/answer/labels.h"
#include "cyberlex/search/citation.h"
#include "cyberlex/search/query.h"

namespace cyberlex {
namespace {

// Against a beginning that nobody has thought of: the answer is whole, or there is none.
constexpr std::chrono::milliseconds kLongestLook{2000};
constexpr size_t kMostHeadings = 30;  // read, because several provisions share a heading

class Suggester {
 public:
  Suggester(Searcher& searcher, SuggestRequest const& request)
      : searcher_(searcher), shared_(*searcher.shared()), request_(request) {}

  Result<SuggestAnswer> run() {
    SuggestAnswer out{searcher_.reader().shared_generation(), request_, {}, std::nullopt};
    std::vector<std::vector<Suggestion>> found = {citations(), concepts(), acts(), {}};
    Result<std::vector<Suggestion>> headings = this->headings();
    if (!headings) {
      return headings.error();
    }
    found.back() = std::move(headings).value();
    out.suggestions = share_out(std::move(found));
    if (out.suggestions.empty()) {
      if (Status const offered = add_spelling(out); !offered) {
        return offered.error();
      }
    }
    return out;
  }

 private:
  bool wanted(SuggestionKind kind) const {
    return request_.kinds.empty() ||
           std::ranges::find(request_.kinds, kind) != request_.kinds.end();
  }
  Generation const& generation() const { return shared_.generation(); }

  Suggestion of_unit(Handle const& target, std::string label) const {
    ActRecord const* const act = generation().find_act(target.act);
    Suggestion out;
    out.kind = SuggestionKind::kCitation;
    out.text = std::move(label);
    out.handle = to_string(target);
    out.q = out.handle;
    out.act = act == nullptr ? "" : display_title(act->work);
    out.jurisdiction = act == nullptr ? "" : act->work.jurisdiction;
    return out;
  }

  std::vector<Suggestion> citations() const {
    std::vector<Suggestion> out;
    if (!wanted(SuggestionKind::kCitation)) {
      return out;
    }
    VocabularyView const& vocabulary = shared_.vocabulary();
    std::vector<Citation> cited = complete_citation(request_.q, vocabulary, request_.limit);
    if (std::optional<Citation> whole = recognise_citation(request_.q, vocabulary)) {
      cited.insert(cited.begin(), *std::move(whole));
    }
    for (Citation const& each : cited) {
      for (Handle const& target : each.targets) {
        Suggestion one = of_unit(target, each.label);
        bool const known = std::ranges::any_of(
            out, [&one](Suggestion const& other) { return other.handle == one.handle; });
        if (!known) {
          out.push_back(std::move(one));
        }
      }
    }
    return out;
  }

  std::vector<Suggestion> concepts() const {
    std::vector<Suggestion> out;
    if (!wanted(SuggestionKind::kConcept)) {
      return out;
    }
    for (Completion const& each :
         shared_.completions().find(CompletionKind::kConcept, request_.q, request_.limit)) {
      Suggestion one;
      one.kind = SuggestionKind::kConcept;
      one.text = each.text;
      one.language = each.language;
      one.q = Completions::normal(each.text);
      one.entry = &generation().taxonomy().concepts[each.at];
      out.push_back(std::move(one));
    }
    return out;
  }

  std::vector<Suggestion> acts() const {
    std::vector<Suggestion> out;
    if (!wanted(SuggestionKind::kAct)) {
      return out;
    }
    for (Completion const& each :
         shared_.completions().find(CompletionKind::kAct, request_.q, request_.limit)) {
      Work const& work = generation().acts()[each.at].work;
      Suggestion one;
      one.kind = SuggestionKind::kAct;
      one.text = each.text;
      one.language = each.language;
      one.handle = work.handle;
      one.q = "act:" + work.handle;
      one.jurisdiction = work.jurisdiction;
      out.push_back(std::move(one));
    }
    return out;
  }

  // heading:a AND heading:b*; empty when there are no words that could be asked for.
  std::string heading_query() const {
    std::string const typed = Completions::normal(request_.q);
    std::string out;
    for (size_t at = 0; at < typed.size();) {
      size_t const end = std::min(typed.find(' ', at), typed.size());
      out += (out.empty() ? "heading:" : " heading:") + typed.substr(at, end - at);
      at = end + 1;
    }
    bool const ended = request_.q.ends_with(' ');
    return out.empty() || ended ? out : out + '*';
  }

  Result<std::vector<Suggestion>> headings() {
    std::vector<Suggestion> out;
    SearchRequest request;
    request.q = heading_query();
    request.as_of = request_.as_of;
    request.limit = kMostHeadings;
    request.expand = false;
    if (!wanted(SuggestionKind::kHeading) || request.q.empty()) {
      return out;
    }
    Result<SearchResponse> const response =
        searcher_.search(request, {.deadline = std::chrono::steady_clock::now() + kLongestLook});
    if (!response) {
      // Too short a beginning of a word, or too many words with it: no heading is offered.
      return response.error().code == ErrorCode::kBadQuery
                 ? out
                 : Result<std::vector<Suggestion>>(response.error());
    }
    for (Hit const& hit : response->hits) {
      add_heading(*hit.record, out);
    }
    return out;
  }

  // The text of a record whose heading holds the last word typed; else the first.
  static TextSummary const& shown_text(ProvisionRecord const& record, std::string_view typed) {
    std::string const last(typed.substr(typed.rfind(' ') + 1));
    for (TextSummary const& text : record.texts) {
      if (Completions::normal(text.heading).find(last) != std::string::npos) {
        return text;
      }
    }
    return record.texts.front();
  }

  void add_heading(ProvisionRecord const& record, std::vector<Suggestion>& out) const {
    if (record.texts.empty() || out.size() == request_.limit) {
      return;
    }
    TextSummary const& text = shown_text(record, Completions::normal(request_.q));
    Work const& work = generation().acts().at(record.act).work;
    Suggestion one = of_unit({work.handle, record.eid}, text.heading);
    one.kind = SuggestionKind::kHeading;
    one.language = text.language;
    bool const known = std::ranges::any_of(out, [&one](Suggestion const& other) {
      return other.text == one.text && other.act == one.act;
    });
    if (!known) {
      out.push_back(std::move(one));
    }
  }

  // As many of each kind as there is room for, so that none keeps another from being seen.
  std::vector<Suggestion> share_out(std::vector<std::vector<Suggestion>> found) const {
    std::vector<size_t> taken(found.size(), 0);
    size_t total = 0;
    for (bool more = true; more && total < request_.limit;) {
      more = false;
      for (size_t kind = 0; kind < found.size() && total < request_.limit; ++kind) {
        if (taken[kind] < found[kind].size()) {
          ++taken[kind];
          ++total;
          more = true;
        }
      }
    }
    std::vector<Suggestion> out;
    for (size_t kind = 0; kind < found.size(); ++kind) {
      auto const end = found[kind].begin() + static_cast<std::ptrdiff_t>(taken[kind]);
      std::move(found[kind].begin(), end, std::back_inserter(out));
    }
    return out;
  }

  Status add_spelling(SuggestAnswer& out) {
    SearchRequest request;
    request.q = request_.q;
    request.as_of = request_.as_of;
    request.limit = 1;
    Result<SearchResponse> response =
        searcher_.search(request, {.deadline = std::chrono::steady_clock::now() + kLongestLook});
    if (response) {
      out.did_you_mean = std::move(response->did_you_mean);
    } else if (response.error().code != ErrorCode::kBadQuery) {
      return response.error();
    }
    return Ok{};
  }

  Searcher& searcher_;
  SearchShared& shared_;
  SuggestRequest const& request_;
};

}  // namespace

std::string_view name_of(SuggestionKind kind) {
  return kSuggestionKinds.at(static_cast<size_t>(kind));
}

Result<SuggestAnswer> answer_suggest(Searcher& searcher, SuggestRequest const& request) {
  if (request.q.empty()) {
    return Error{ErrorCode::kBadQuery, "missing; expected what was typed so far", "q"};
  }
  if (request.q.size() > kLongestQuery) {
    return Error{ErrorCode::kBadQuery, "longer than " + std::to_string(kLongestQuery) + " bytes",
                 "q"};
  }
  return Suggester(searcher, request).run();
}

}  // namespace cyberlex
