#include "cyberlex/api/linked_forms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cyberlex/answer/act_text.h"
#include "cyberlex/api/iri.h"
#include "cyberlex/api/represent.h"
#include "cyberlex/api/target.h"
#include "cyberlex/render/akoma_ntoso.h"
#include "cyberlex/render/annotations.h"
#include "cyberlex/render/legislation.h"

namespace cyberlex::api {
namespace {

ParameterList parameters_of(Named const& named, Date as_of) {
  ParameterList out = {{"as_of", as_of.to_string()}};
  for (std::string const& language : named.languages) {
    out.emplace_back("lang", language);
  }
  return out;
}

std::string address_of(Named const& named, Form form, Date as_of) {
  return make_url(named.iri + std::string(suffix_of(form)), parameters_of(named, as_of));
}

// The same thing in each form that has an address of its own, but the one that is given.
void add_alternates(Named const& named, Date as_of, bool act, Form given, HeaderList& headers) {
  std::string links;
  for (Form const form : {Form::kJson, Form::kAkomaNtoso, Form::kJsonLd, Form::kAnnotations}) {
    if (form == given || (act && form == Form::kAnnotations)) {
      continue;
    }
    // A media type may hold quotation marks.
    std::string type(media_type_of(form));
    type = type.substr(0, type.find(';'));
    links += (links.empty() ? "<" : ", <") + address_of(named, form, as_of) +
             ">; rel=\"alternate\"; type=\"" + type + '"';
  }
  headers.emplace_back("Link", std::move(links));
}

std::string languages_of(ProvisionRecord const& record, bool first_only) {
  std::string out;
  for (TextSummary const& text : record.texts) {
    if (out.find(text.language) == std::string::npos) {
      out += (out.empty() ? "" : ", ") + text.language;
    }
    if (first_only) {
      break;
    }
  }
  return out;
}

TimeLine time_line(Named const& named) {
  TimeLine out{.original = named.original,
               .map = named.iri + std::string(suffix_of(Form::kTimeMap)),
               .parameters = {}};
  for (std::string const& language : named.languages) {
    out.parameters.emplace_back("lang", language);
  }
  return out;
}

Result<std::string> linked_body(ProvisionAnswer const& answer, Named const& named, Form form) {
  switch (form) {
    case Form::kAkomaNtoso:
      if (answer.texts.empty()) {
        return Error{.code = ErrorCode::kNotFound, .message = "no text of this provision is held"};
      }
      return to_akoma_ntoso(answer);
    case Form::kJsonLd:
      return to_legislation(answer);
    case Form::kAnnotations:
      return to_annotations(answer, address_of(named, form, answer.as_of));
    default:
      return time_map(answer.versions, time_line(named));
  }
}

bool is_linked(Form form) {
  return is_form_of_act(form) || form == Form::kAnnotations || form == Form::kTimeMap;
}

}  // namespace

bool is_form_of_act(Form form) {
  return form == Form::kAkomaNtoso || form == Form::kJsonLd;
}

Result<Answer> give_provision(Result<ProvisionAnswer> const& answer, Named const& named,
                              Wish const& wish) {
  if (!answer) {
    return answer.error();
  }
  Answer out;
  if (!is_linked(wish.form)) {
    auto usual = represent(answer, wish);
    if (!usual) {
      return usual;
    }
    out = std::move(usual).value();
  } else {
    auto body = linked_body(*answer, named, wish.form);
    if (!body) {
      return body.error();
    }
    out.body = std::move(body).value();
    out.content_type = content_type_of(wish.form);
    out.outcome = outcome_of(*answer);
  }
  if (wish.form == Form::kTimeMap) {
    return out;  // of all states, and so of no day
  }
  std::string languages = languages_of(answer->record, wish.form == Form::kAkomaNtoso);
  if (!languages.empty()) {
    out.headers.emplace_back("Content-Language", std::move(languages));
  }
  HeaderList memento = memento_headers(*answer, time_line(named));
  out.headers.insert(out.headers.end(), memento.begin(), memento.end());
  add_alternates(named, answer->as_of, false, wish.form, out.headers);
  return out;
}

Result<Answer> give_act(IndexReader const& reader, ActWanted const& wanted, Named const& named,
                        Wish const& wish) {
  auto const answer = answer_act(reader, wanted.handle, wanted.as_of);
  auto out = represent(answer, wish);
  if (!out) {
    return out;
  }
  if (wish.form == Form::kJsonLd) {
    out->body = to_legislation(*answer);
  } else if (wish.form == Form::kAkomaNtoso) {
    auto const text =
        answer_act_text(reader, wanted.handle, wanted.as_of, wanted.languages, wanted.kind);
    if (!text) {
      return text.error();
    }
    out->body = to_akoma_ntoso(*text);
    out->headers.emplace_back("Content-Language", text->expression.language);
  }
  add_alternates(named, wanted.as_of, true, wish.form, out->headers);
  return out;
}

}  // namespace cyberlex::api
