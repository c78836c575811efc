// Pages: the answers of the API as HTML for people. Works without scripts; a script improves.
//
// A page is a function of the answer and of who looks (Visit): its language and its address. It
// computes nothing about law. What every page has around its content is made in frame.cc, what each
// says in messages/, how it looks in templates/ and assets/.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cyberlex/answer/answers.h"
#include "cyberlex/answer/compare.h"
#include "cyberlex/answer/corpus_coverage.h"
#include "cyberlex/answer/crosstab.h"
#include "cyberlex/answer/diff.h"
#include "cyberlex/answer/dual_criminality.h"
#include "cyberlex/answer/jurisdiction.h"
#include "cyberlex/answer/matrix.h"
#include "cyberlex/answer/safeguards.h"
#include "cyberlex/answer/thesaurus.h"
#include "cyberlex/base/date.h"
#include "cyberlex/pages/messages.h"
#include "cyberlex/pages/template_set.h"
#include "cyberlex/pages/visit.h"
#include "cyberlex/render/json.h"
#include "cyberlex/search/request.h"
#include "cyberlex/search/response.h"

namespace cyberlex::pages {

// Templates and texts in every language. Reading them takes some milliseconds: one a process.
// Thread rule: const calls from any thread.
class Pages {
 public:
  // Throws std::runtime_error for a template or a text that cannot be read.
  Pages();

  Messages const& messages(UiLanguage language) const;
  TemplateSet const& templates(UiLanguage language) const;
  std::string const& style_url() const { return style_url_; }
  std::string const& script_url() const { return script_url_; }

 private:
  std::array<Messages, kUiLanguages.size()> messages_;
  std::array<TemplateSet, kUiLanguages.size()> templates_;
  std::string style_url_;
  std::string script_url_;
};

// What a page is made with. Lifetime: one call.
struct PageContext {
  Pages const& pages;
  Visit const& visit;

  Messages const& messages() const { return pages.messages(visit.language); }
  TemplateSet const& templates() const { return pages.templates(visit.language); }
};

// How many provisions a search without hits would find if one of its filters were left out.
struct Relief {
  Param param = Param::kJurisdiction;
  uint64_t total = 0;
};

// The facets of the search page, in the order of its list.
std::span<Param const> page_facets();

// Complete documents.
std::string search_page(PageContext const& context, SearchResponse const& response,
                        std::span<Relief const> relief);
std::string provision_page(PageContext const& context, ProvisionAnswer const& answer);
// Of an act or a treaty.
std::string act_page(PageContext const& context, ActAnswer const& answer);
// Acts, or treaties where nothing else was asked for.
std::string acts_page(PageContext const& context, ActListAnswer const& answer);
std::string article_page(PageContext const& context, ArticleAnswer const& answer);
std::string matrix_page(PageContext const& context, MatrixAnswer const& answer);
std::string safeguards_page(PageContext const& context, SafeguardsAnswer const& answer);
std::string compare_page(PageContext const& context, CompareAnswer const& answer);
// The forms of a comparison, before anything is asked.
std::string compare_start_page(PageContext const& context);
std::string diff_page(PageContext const& context, DiffAnswer const& answer);
// Every state of a provision; its form chooses two days.
std::string timeline_page(PageContext const& context, TimelineAnswer const& answer);
std::string dual_page(PageContext const& context, DualAnswer const& answer);
// Its form, before more than a state is asked.
std::string dual_start_page(PageContext const& context, Generation const& generation);
// All states of which law is held, and one.
std::string states_page(PageContext const& context, JurisdictionsAnswer const& answer);
std::string state_page(PageContext const& context, JurisdictionAnswer const& answer);
std::string coverage_page(PageContext const& context, CoverageAnswer const& answer);
// Of one concept where one was asked for, else all as trees.
std::string thesaurus_page(PageContext const& context, ThesaurusAnswer const& answer);
std::string crosstab_page(PageContext const& context, CrosstabAnswer const& answer);
// Its form, and tables to begin with.
std::string crosstab_start_page(PageContext const& context, Generation const& generation);
std::string about_page(PageContext const& context);
// Of an error: what went wrong, as a person may mend it: a link to what the message offers instead,
// or to the days on which the thing stood.
std::string problem_page(PageContext const& context, Problem const& problem);

// A file that pages ask for, by its name below "/assets/": "cyberlex.<digest>.css". The digest is
// of its bytes, so it may be kept for ever.
struct Asset {
  std::string_view body;
  std::string_view content_type;
};
std::optional<Asset> find_asset(std::string_view name);

}  // namespace cyberlex::pages
